import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanRange } from '../../src/statistics/mean-range.js';
import { quantile } from '../../src/statistics/quantile.js';

describe('quantile', () => {
  // By hand, h = (n - 1) p: four values, h = 0.75, 1.5, 2.85.
  it.each([
    [0, 1],
    [0.25, 1.75],
    [0.5, 3],
    [0.95, 9.1],
    [1, 10],
  ])('of (1, 2, 4, 10) at %d is %d', (p, value) => {
    expect(quantile(Float64Array.of(1, 2, 4, 10), p)).toBeCloseTo(value, 12);
  });
  it('of one value is that value, of none is not a number', () => {
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.3)).toBeNaN();
  });
  it('an infinite neighbour that has no weight does not spoil the value', () => {
    expect(quantile([1, 2, Number.POSITIVE_INFINITY], 0.5)).toBe(2);
  });
  // R 4: quantile(c(1, Inf, Inf, Inf), .5) is Inf; by the formula alone it would be Inf - Inf.
  it('between two infinite neighbours of one sign is infinite', () => {
    expect(quantile([1, Infinity, Infinity, Infinity], 0.5)).toBe(Infinity);
    expect(quantile([-Infinity, -Infinity, 1], 0.25)).toBe(-Infinity);
    expect(quantile([-Infinity, Infinity], 0.5)).toBeNaN();
  });
  it('never leaves the sample and never falls as p grows', () => {
    const sample = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(
        sample,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (xs, a, b) => {
          const sorted = Float64Array.from(xs).sort();
          const [low, high] = [quantile(sorted, Math.min(a, b)), quantile(sorted, Math.max(a, b))];
          const slack = 1e-9 * (1 + Math.abs(low));
          return low <= high + slack && low >= sorted[0] - slack && high <= sorted[sorted.length - 1] + slack;
        },
      ),
    );
  });
});

describe('meanRange', () => {
  it('gives mean and quartiles of an unsorted sample and leaves it alone', () => {
    const sample = [10, 1, 4, 2];
    expect(meanRange(sample)).toEqual({ mean: 4.25, q25: 1.75, q75: 5.5 });
    expect(sample).toEqual([10, 1, 4, 2]);
  });
});
