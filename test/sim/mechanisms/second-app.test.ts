import { describe, expect, it } from 'vitest';
import { CLOSE, plain } from './plain-market.js';
import { twins, usersOf } from './twin.js';

describe('second apps (M20)', () => {
  const raw = plain(
    { secondApp: 0.25, secondUse: 0.3 },
    { b: { tiers: [{ price: 0 }, { price: 5, premium: 8 }] } },
  );
  const [market, twin] = twins(raw, 'second-app', 1);
  const both = (of: typeof market) => usersOf(of, 'a') + usersOf(of, 'b');

  it('are kept by a quarter of those who review: apps count 125,000 users of 100,000 people, in the twin 100,000', () => {
    // Standard error .0031 of the people.
    expect(Math.abs(both(market) / 100_000 - 1.25)).toBeLessThan(CLOSE);
    expect(both(twin) / 100_000).toBeCloseTo(1, 6);
  });

  it('take .3 of her use, and pay nothing', () => {
    const tokens = ({ state }: typeof market) => state.firms.reduce((sum, firm) => sum + firm.tokens, 0);
    expect(tokens(market) / 100_000).toBeCloseTo(1 + 0.3 * (both(market) / 100_000 - 1), 6);
    expect(tokens(twin) / 100_000).toBeCloseTo(1, 6);
    const [, b] = market.state.firms;
    expect(b.payers).toBeLessThanOrEqual(b.firstUsers);
    expect(b.firstUsers).toBeLessThan(b.users[0]);
  });
});
