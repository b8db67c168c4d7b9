import { describe, expect, it } from 'vitest';
import { twoApps } from '../made-scenario.js';
import { ALIKE, live, twins } from './twin.js';

const raw = twoApps(
  { lapse: 0 },
  { lapse: 0, tiers: [{ price: 5 }] },
  {
    segment: { ...ALIKE, zeroPrice: 0 },
    world: { inferenceCost: { start: 2, floor: 1 } },
    top: { months: 3 },
  },
);

describe('serving cost (M01)', () => {
  it('100,000 users of .1 M tokens at 2 a million cost 20,000 a month, who pay or not; in the twin nothing', () => {
    const [costly, twin] = twins(raw, 'inference-cost');
    for (let t = 0; t < 3; t++) {
      const bill = (life: typeof costly) =>
        life.column('a', 'inference')[t] + life.column('b', 'inference')[t];
      // Weights are multiples of 2^-20 people, hence cents.
      expect(bill(costly)).toBeCloseTo(-20_000, 0);
      expect(bill(twin)).toBeCloseTo(0, 12);
    }
  });

  it('is no matter of demand: the twin has the same users and tokens', () => {
    const [costly, twin] = twins(raw, 'inference-cost');
    for (const column of ['users', 'tokens'] as const)
      expect(twin.column('a', column)).toEqual(costly.column('a', column));
  });

  it('is linear in the calls: twice the use costs twice as much', () => {
    const bill = (use: number) => {
      const life = live({ ...raw, segments: { all: { ...ALIKE, use } } }, { months: 1 });
      return life.column('a', 'inference')[0] + life.column('b', 'inference')[0];
    };
    expect(bill(0.2) / bill(0.1)).toBeCloseTo(2, 6);
  });
});
