import { describe, expect, it } from 'vitest';
import { CLOSE, logit, plain, shareOfA } from './plain-market.js';
import { live, twins } from './twin.js';

describe('the appeal of zero (M09)', () => {
  it('is worth .5 utils beyond its money: .622 take the free one of two equal apps, in the twin a half', () => {
    const raw = plain({ zeroPrice: 0.5, priceSensitivity: 0 }, { b: { tiers: [{ price: 1 }] } });
    const [market, twin] = twins(raw, 'zero-price', 1);
    expect(logit(0.5)).toBeCloseTo(0.6225, 4);
    expect(Math.abs(shareOfA(market) - logit(0.5))).toBeLessThan(CLOSE);
    expect(Math.abs(shareOfA(twin) - 0.5)).toBeLessThan(CLOSE);
  });

  it('begins at exactly zero: a price of .01 has none of it', () => {
    const raw = plain(
      { zeroPrice: 2, priceSensitivity: 0 },
      { a: { tiers: [{ price: 0.01 }] }, b: { tiers: [{ price: 5 }] } },
    );
    expect(Math.abs(shareOfA(live(raw, { months: 1 })) - 0.5)).toBeLessThan(CLOSE);
  });
});
