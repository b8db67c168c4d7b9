import { describe, expect, it } from 'vitest';
import { CLOSE, plain } from './plain-market.js';
import { type Life, live, twins, usersOf } from './twin.js';

describe('activation (M30)', () => {
  it('loses a quarter of the new users in their first month and nobody later, in the twin nobody', () => {
    const raw = plain({ activation: 0.75, review: 0, back: 0 });
    const left = (market: Life) => (usersOf(market, 'a') + usersOf(market, 'b')) / 100_000;
    expect(left(live(raw, { months: 1 }))).toBeCloseTo(1, 6);
    const [market, twin] = twins(raw, 'activation', 2);
    expect(Math.abs(left(market) - 0.75)).toBeLessThan(CLOSE);
    expect(left(twin)).toBeCloseTo(1, 6);
    expect(left(live(raw, { months: 5 }))).toBe(left(market));
  });
});
