import { describe, expect, it } from 'vitest';
import { newcombe } from '../../src/statistics/newcombe.js';
import { normalQuantile } from '../../src/statistics/normal-quantile.js';
import { wilson } from '../../src/statistics/wilson.js';

describe('wilson', () => {
  // Wilson 1927 intervals, recomputed with R (binom::binom.wilson) to six digits.
  it.each([
    [0, 10, 0, 0.277533],
    [1, 10, 0.017876, 0.40415],
    [5, 100, 0.021544, 0.11175],
    [50, 1000, 0.03813, 0.065314],
    [200, 200, 0.981155, 1],
  ])('%i of %i has the published 95 %% interval', (k, n, low, high) => {
    const interval = wilson(k, n);
    expect(interval.estimate).toBe(k / n);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });
  it('no worlds leave everything possible', () => {
    expect(wilson(0, 0)).toEqual({ estimate: Number.NaN, low: 0, high: 1, n: 0 });
  });
  it('a lower level gives a narrower interval inside the wider one', () => {
    const [wide, narrow] = [wilson(7, 40), wilson(7, 40, 0.5)];
    expect(narrow.low).toBeGreaterThan(wide.low);
    expect(narrow.high).toBeLessThan(wide.high);
  });
  it('more successes than trials are refused', () => {
    expect(() => wilson(3, 2)).toThrow('k = 3 of n = 2');
  });
});

describe('normalQuantile', () => {
  // Python statistics.NormalDist().inv_cdf, one value in each of the three ranges of AS 241 and both signs.
  it.each([
    [0.975, 1.9599639845400536],
    [0.6, 0.2533471031357998],
    [0.3, -0.5244005127080407],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0471],
  ])('of %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, p < 1e-200 ? 3 : 12);
  });
});

describe('newcombe', () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 20, 1, 0.6791, 1],
  ])('%i/%i less %i/%i has the published interval', (a, m, b, n, difference, low, high) => {
    const found = newcombe(wilson(a, m), wilson(b, n));
    expect(found.difference).toBeCloseTo(difference, 12);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});
