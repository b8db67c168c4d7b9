import { describe, expect, it } from 'vitest';
import { sampleUsers } from '../../../src/studio/market/sample.js';

/** Cells with so many users of such weights; starts at multiples of 16, as the model lays them out. */
function cells(sizes: readonly number[], weights: readonly number[]) {
  let at = 0;
  const start = sizes.map((size) => {
    const here = at;
    at = (at + size + 15) & ~15;
    return here;
  });
  const zeros = Int32Array.from(sizes, () => 0);
  return {
    count: sizes.length,
    segments: 1,
    classes: 1,
    start: Int32Array.from(start),
    end: Int32Array.from(sizes, (size, k) => start[k] + size),
    segment: zeros,
    usageClass: zeros,
    origin: zeros,
    weight: Float64Array.from(weights),
    length: at,
    agents: sizes.reduce((a, b) => a + b),
  };
}

describe('the users who are drawn', () => {
  it('represent people: the dots of a cell are off by less than one from its part of the people', () => {
    const plan = cells([4000, 200, 1333, 17, 2500], [150, 20.5, 33.25, 8, 120]);
    const { places, each } = sampleUsers(plan, 1200);
    expect(places.length).toBe(1200);
    for (let cell = 0; cell < plan.count; cell++) {
      const dots = places.filter((place) => place >= plan.start[cell] && place < plan.end[cell]).length;
      const people = plan.weight[cell] * (plan.end[cell] - plan.start[cell]);
      expect(Math.abs(dots - people / each)).toBeLessThan(1);
    }
    expect(each * places.length).toBeCloseTo(600000 + 4100 + 44322.25 + 136 + 300000, 6);
  });

  it('are real users, nobody twice, numbered without the gaps between cells, and the same every time', () => {
    const plan = cells([10, 5], [1, 2]);
    // 20 people, greatest weight 2: at most 10 dots of 2 people; the comb hits at 1, 3, ... 19
    const { places, numbers, each } = sampleUsers(plan, 1200);
    expect(each).toBe(2);
    expect([...places]).toEqual([1, 3, 5, 7, 9, 16, 17, 18, 19, 20]);
    expect([...numbers]).toEqual([2, 4, 6, 8, 10, 11, 12, 13, 14, 15]);
    expect(sampleUsers(plan, 1200)).toEqual({ places, numbers, each });
  });
});
