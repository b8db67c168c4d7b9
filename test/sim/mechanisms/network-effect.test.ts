import { describe, expect, it } from 'vitest';
import { networkEffect } from '../../../sim/demand/network-effect.js';
import { ALL_A, CLOSE, logit, plain, shareOfA } from './plain-market.js';
import { twins } from './twin.js';

describe('the network effect (M24)', () => {
  it('of eta .5 and scale 100 is .5 ln 101 = 2.308 utils at a share of 1, .5 ln 11 = 1.199 at .1, 0 at 0', () => {
    const segment = { network: 0.5, networkScale: 100 } as Parameters<typeof networkEffect>[0];
    expect([1, 0.1, 0].map((share) => networkEffect(segment, share))).toEqual(
      [2.30756, 1.198948, 0].map((x) => expect.closeTo(x, 5)),
    );
  });

  it('keeps .910 with the app that everybody has, although they may leave for nothing; in the twin a half', () => {
    const raw = plain({ ...ALL_A, network: 0.5, networkScale: 100 }, { a: { users: 1 } });
    const [market, twin] = twins(raw, 'network-effect', 1);
    expect(logit(2.30756)).toBeCloseTo(0.9095, 4);
    expect(Math.abs(shareOfA(market) - logit(2.30756))).toBeLessThan(CLOSE);
    expect(Math.abs(shareOfA(twin) - 0.5)).toBeLessThan(CLOSE);
  });
});
