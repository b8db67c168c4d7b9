import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholePercent } from '../../src/report/figures/causes.js';
import { spread } from '../../src/report/spread.js';
import { niceTicks } from '../../src/report/ticks.js';

describe('spread', () => {
  it('labels that do not collide stay where they want to be', () => {
    expect(spread([50, 10, 90], 15, 0, 100)).toEqual([50, 10, 90]);
  });
  it('two that collide move apart by the same amount', () => {
    expect(spread([50, 54], 16, 0, 100)).toEqual([44, 60]);
  });
  it('at an edge they stack inwards', () => {
    expect(spread([100, 100, 100], 15, 0, 100)).toEqual([70, 85, 100]);
  });
  it('keeps the gap, the order and, if they fit, the range', () => {
    const wanted = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(wanted, (values) => {
        const placed = spread(values, 15, 0, 300);
        const sorted = [...placed].sort((a, b) => a - b);
        const apart = sorted.every((y, i) => i === 0 || y - sorted[i - 1] >= 15 - 1e-9);
        const inside = sorted[0] >= -1e-9 && sorted[sorted.length - 1] <= 300 + 1e-9;
        const ordered = values.every((a, i) => values.every((b, j) => a >= b || placed[i] < placed[j]));
        return apart && inside && ordered;
      }),
    );
  });
});

describe('niceTicks', () => {
  it('are multiples of 1, 2, 2.5 or 5 inside the range', () => {
    expect(niceTicks(0, 57, 4)).toEqual([0, 20, 40]);
    expect(niceTicks(-127, 5600, 4)).toEqual([0, 2000, 4000]);
    expect(niceTicks(-1, 1, 4)).toEqual([-1, -0.5, 0, 0.5, 1]);
  });
});

describe('wholePercent', () => {
  // By hand: thirds are 33.3 each; the largest remainder, first among equals, gets the missing point.
  it('adds to 100 and gives the missing points to the largest remainders', () => {
    expect(wholePercent([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercent([43, 27, 30.4])).toEqual([43, 27, 30]);
    expect(wholePercent([0, 0])).toEqual([0, 0]);
  });
});
