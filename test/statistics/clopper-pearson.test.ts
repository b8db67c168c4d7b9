import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { betaCdf, betaQuantile, logGamma } from '../../src/statistics/incomplete-beta.js';
import { wilson } from '../../src/statistics/wilson.js';

describe('clopperPearson', () => {
  // The first three: Clopper & Pearson's interval as R's binom.test gives it. The others: scipy.stats.binomtest 1.17.
  it.each([
    [0, 10, 0.95, 0, 0.308497],
    [5, 100, 0.95, 0.016432, 0.112835],
    [50, 1000, 0.95, 0.037335, 0.06539],
    [1, 10, 0.95, 0.00252858, 0.44501612],
    [3, 7, 0.99, 0.05529935, 0.8822963],
    [999999, 1000000, 0.95, 0.9999944284, 0.9999999747],
    [10, 10, 0.95, 1 - 0.308497, 1],
  ])('%i of %i at %d is the published interval', (k, n, level, low, high) => {
    const interval = clopperPearson(k, n, level);
    expect(interval.estimate).toBe(k / n);
    expect(Math.abs(interval.low - low)).toBeLessThan(6e-7);
    expect(Math.abs(interval.high - high)).toBeLessThan(6e-7);
  });
  // Closed form at k = 0: 1 - (1 - level)/2 ^ (1/n).
  it('with none of n the upper bound is the closed form', () => {
    for (const n of [1, 12, 5000]) expect(clopperPearson(0, n).high).toBeCloseTo(1 - 0.025 ** (1 / n), 12);
  });
  it('no trials leave everything possible', () => {
    expect(clopperPearson(0, 0)).toEqual({ estimate: Number.NaN, low: 0, high: 1, n: 0 });
  });
  it.each([
    [3, 2, 0.95, 'clopperPearson: expected k to be whole, 0..2, got 3'],
    [0.5, 2, 0.95, 'clopperPearson: expected k to be whole, 0..2, got 0.5'],
    [1, 2.5, 0.95, 'clopperPearson: expected n to be a whole number of at least 0, got 2.5'],
    [1, 2, 95, 'clopperPearson: expected level to be a number between 0 and 1, got 95'],
  ])('%d of %d at %d is refused', (k, n, level, message) => {
    expect(() => clopperPearson(k, n, level)).toThrow(new RangeError(message));
  });
  it('wilson refuses what is no count in its own words', () => {
    expect(() => wilson(-1, 2)).toThrow(new RangeError('wilson: expected 0 <= k <= n, got k = -1 of n = 2'));
  });
});

describe('the beta law', () => {
  // scipy.special.betainc, betaincinv and gammaln 1.17.
  it.each([
    [0.3, 0.5, 0.5, 0.36901011956554536],
    [0.4, 2, 3, 0.5248],
    [0.9, 1, 8, 0.99999999],
    [0.05, 50, 951, 0.5202589429126795],
    [1e-9, 0.01, 5, 0.8298833620196531],
    [0.5003, 1e6, 1e6, 0.8019280371578701],
  ])('P(X <= %d) with shapes %d, %d is %d', (x, a, b, p) => {
    expect(betaCdf(x, a, b)).toBeCloseTo(p, a === 1e6 ? 8 : 12);
  });
  it.each([
    [0.025, 1, 1e6, 2.5317807663794178e-8],
    [0.3, 0.5, 0.5, 0.2061073738537634],
    [0.975, 6, 95, 0.11283491110546275],
    [1e-10, 3, 4, 0.0001710195302398643],
  ])('its %d-quantile with shapes %d, %d is %d', (p, a, b, x) => {
    expect(betaQuantile(p, a, b) / x).toBeCloseTo(1, 9);
  });
  it('refuses infinite shapes, and of no number is no number', () => {
    expect(() => betaQuantile(0.5, Infinity, 1)).toThrow(
      'expected finite shapes above 0, got Infinity and 1',
    );
    expect(betaCdf(Number.NaN, 1, 1)).toBeNaN();
  });
  it.each([
    [0.1, 2.252712651734206],
    [2.5, 0.2846828704729192],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
  ])('the logarithm of gamma(%d) is %d', (x, value) => {
    expect(logGamma(x) / value).toBeCloseTo(1, 13);
  });
});
