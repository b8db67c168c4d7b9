import { describe, expect, it } from 'vitest';
import { CLOSE, logit, plain, shareOfA } from './plain-market.js';
import { twins } from './twin.js';

describe('quotas (M12)', () => {
  const raw = plain({ quotaAversion: 1 }, { a: { tiers: [{ price: 0, quota: 0.25 }] } });
  const [market, twin] = twins(raw, 'quotas', 1);

  it('that leave .75 of a use of 1 million tokens unserved cost .75 utils: .321 take the app, in the twin a half', () => {
    expect(logit(-0.75)).toBeCloseTo(0.3208, 4);
    expect(Math.abs(shareOfA(market) - logit(-0.75))).toBeLessThan(CLOSE);
    expect(Math.abs(shareOfA(twin) - 0.5)).toBeLessThan(CLOSE);
  });

  it('cut what is served to a quarter', () => {
    const [a] = market.state.firms;
    const [b] = twin.state.firms;
    expect(a.tokens / a.firstUsers).toBeCloseTo(0.25, 12);
    expect(b.tokens / b.firstUsers).toBeCloseTo(1, 12);
  });
});
