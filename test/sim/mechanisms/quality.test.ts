import { describe, expect, it } from 'vitest';
import { CLOSE, logit, plain, shareOfA } from './plain-market.js';
import { live, twins } from './twin.js';

describe('the appeal of quality (M27)', () => {
  it('of 1 util more is e/(1 + e) = .731 of the users, in the twin a half', () => {
    const [market, twin] = twins(plain({}, { a: { quality: 2 } }), 'quality', 1);
    expect(Math.abs(shareOfA(market) - logit(1))).toBeLessThan(CLOSE);
    expect(Math.abs(shareOfA(twin) - 0.5)).toBeLessThan(CLOSE);
  });

  it('differs between users: 2 utils more with gamma N(1, 2) win E 1/(1 + e^(-2 gamma)) = .676, not .881', () => {
    let mean = 0;
    for (let z = -10; z <= 10; z += 0.01)
      mean += (logit(2 * (1 + 2 * z)) * Math.exp(-0.5 * z * z) * 0.01) / Math.sqrt(2 * Math.PI);
    expect(mean).toBeCloseTo(0.6762, 4);
    const raw = plain({ qualitySpread: 2 }, { a: { quality: 3 } });
    expect(Math.abs(shareOfA(live(raw, { months: 1 })) - mean)).toBeLessThan(CLOSE);
  });

  it('counts from the frontier: a tier with a premium of 1 is worth as much as an app that is 1 better', () => {
    const raw = plain({}, { a: { tiers: [{ price: 0, premium: 1 }] }, b: { quality: 2 } });
    expect(Math.abs(shareOfA(live(raw, { months: 1 })) - 0.5)).toBeLessThan(CLOSE);
  });
});
