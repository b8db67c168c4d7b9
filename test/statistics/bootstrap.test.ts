import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../src/statistics/bootstrap.js';
import { randomStream } from '../../src/statistics/random-stream.js';

// Spatial perception of 26 children and law schools: Efron & Tibshirani 1993, tables 14.1 and 3.1.
const children = [
  48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
];
const lsat = [576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594];
const gpa = [3.39, 3.3, 2.81, 3.03, 3.44, 3.07, 3, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));
function correlation(rows: readonly (readonly [number, number])[]): number {
  const [x, y] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
  const product = mean(rows.map(([a, b]) => (a - mean(x)) * (b - mean(y))));
  return product / Math.sqrt(variance(x) * variance(y));
}

describe('bootstrap', () => {
  // scipy.stats.bootstrap 1.17 with 400,000 resamples: BCa (115.50, 261.12), percentile (97.72, 235.71), error 41.88;
  // the book, with 2000: (115.8, 259.6) and (100.8, 233.9). With 20,000 the ends move by about 1.
  it('gives the published BCa and percentile intervals of a variance', () => {
    const options = { seed: '1', samples: 20000, level: 0.9 } as const;
    const bca = bootstrap(children, variance, options);
    expect(bca.estimate).toBeCloseTo(171.53, 2);
    expect(Math.abs(bca.low - 115.5)).toBeLessThan(2.5);
    expect(Math.abs(bca.high - 261.1)).toBeLessThan(2.5);
    expect(Math.abs(bca.standardError - 41.88)).toBeLessThan(1);
    const percentile = bootstrap(children, variance, { ...options, method: 'percentile' });
    expect(Math.abs(percentile.low - 97.7)).toBeLessThan(2.5);
    expect(Math.abs(percentile.high - 235.7)).toBeLessThan(2.5);
  });
  // scipy, 100,000 resamples: BCa (.3385, .9419), percentile (.4594, .9617), standard error .1336.
  it('takes rows of a table as well, and mends the interval of a correlation', () => {
    const rows = lsat.map((value, i) => [value, gpa[i]] as const);
    const { estimate, low, high, standardError } = bootstrap(rows, correlation, {
      seed: '1',
      samples: 20000,
    });
    expect(estimate).toBeCloseTo(0.7764, 4);
    expect(Math.abs(low - 0.3385)).toBeLessThan(0.03);
    expect(Math.abs(high - 0.9419)).toBeLessThan(0.01);
    expect(Math.abs(standardError - 0.1336)).toBeLessThan(0.004);
  });
  // 200 samples of 40 exponentials: a 90 % interval that holds the mean in fewer than 82 % has probability 3e-4.
  it('covers a skewed mean about as often as it says', () => {
    let hits = 0;
    for (let k = 0; k < 200; k++) {
      const stream = randomStream('exponential', k);
      const values = Array.from({ length: 40 }, () => -Math.log(stream.uniform()));
      const { low, high } = bootstrap(values, mean, { seed: k, samples: 400, level: 0.9 });
      if (low <= 1 && 1 <= high) hits++;
    }
    expect(hits).toBeGreaterThanOrEqual(164);
    expect(hits).toBeLessThanOrEqual(195);
  });
  it('of equal values is a point', () => {
    expect(bootstrap([3, 3, 3], mean, { seed: '1' })).toEqual({
      estimate: 3,
      low: 3,
      high: 3,
      standardError: 0,
    });
  });
  it('same seed, same interval', () => {
    expect(bootstrap(children, mean, { seed: 'a' })).toEqual(bootstrap(children, mean, { seed: 'a' }));
  });
  it('says what is wrong', () => {
    expect(() => bootstrap([1], mean, { seed: '1' })).toThrow('bootstrap: expected at least 2 values, got 1');
    expect(() => bootstrap([1, 2], mean, { seed: '1', level: 95 })).toThrow('expected level to be a number');
    expect(() => bootstrap([1, 2], () => Number.NaN, { seed: '1' })).toThrow(
      'bootstrap: expected the statistic to be a finite number, got NaN',
    );
    expect(() => bootstrap([1, 2], mean, { seed: '1', method: 'BCa' as 'bca' })).toThrow(
      'bootstrap: expected method to be bca or percentile, got BCa',
    );
  });
});
