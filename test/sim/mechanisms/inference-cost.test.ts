import { describe, expect, it } from 'vitest';
import { experience, inferenceCost } from '../../../sim/world/inference-cost.js';
import { twoApps } from '../made-scenario.js';
import { ALIKE, twins } from './twin.js';

describe('serving cost (M02)', () => {
  it('three doublings at a progress ratio of .8 leave .8^3 = .512 of the cost', () => {
    expect(experience(0.8, 100, 700)).toBeCloseTo(0.512, 12);
    expect(experience(1, 100, 700)).toBe(1);
    expect(experience(0.8, 100, 0)).toBe(1);
  });

  it('time and experience act on the part above the floor: 1 + 9 x .1 x .8 = 1.72 of 10', () => {
    const cost = { start: 10, floor: 0.1, tenfold: 24, progress: 0.8, served: 1000 };
    expect(inferenceCost(cost, 25, 1000)).toBeCloseTo(1.72, 12);
    expect(inferenceCost({ ...cost, progress: 1 }, 25, 1000)).toBeCloseTo(1.9, 12);
  });

  it('what all firms serve makes the next month cheaper: 10,000 M tokens a month on 10,000 served before', () => {
    const inferenceCost = { start: 10, floor: 0, tenfold: 1e6, progress: 0.8, served: 1e4 };
    const raw = twoApps(
      { lapse: 0 },
      { lapse: 0 },
      { segment: ALIKE, world: { inferenceCost }, top: { months: 4 } },
    );
    const [learning, without] = twins(raw, 'cost-decline');
    const bill = (life: typeof learning, t: number) =>
      life.column('a', 'inference')[t] + life.column('b', 'inference')[t];
    // 10,000 M tokens cost 100,000 at 10; after one doubling .8 of it; after log2 3 doublings .8^1.585 = .7021.
    // Weights are multiples of 2^-20 people, and time takes 5e-6 off.
    expect(bill(learning, 0) / -1e5).toBeCloseTo(1, 4);
    expect(bill(learning, 1) / -1e5).toBeCloseTo(0.8, 4);
    expect(bill(learning, 2) / -1e5).toBeCloseTo(0.7021, 4);
    expect(bill(learning, 3) / -1e5).toBeCloseTo(0.64, 4);
    expect(bill(without, 3) / -1e5).toBeCloseTo(1, 4);
  });
});
