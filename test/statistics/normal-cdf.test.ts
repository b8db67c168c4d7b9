import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/statistics/normal-cdf.js';
import { normalQuantile } from '../../src/statistics/normal-quantile.js';

describe('normalCdf', () => {
  // scipy.stats.norm.cdf 1.17: both tails, the middle, and both sides of the change of formula at 7.07.
  it.each([
    [-37, 5.725571222523927e-300],
    [-20, 2.7536241186061556e-89],
    [-8, 6.22096057427174e-16],
    [-7.07, 7.746684865636453e-13],
    [-5, 2.866515718791933e-7],
    [-1.3, 0.09680048458561036],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [2, 0.9772498680518208],
    [6, 0.9999999990134123],
  ])('at %d is %d', (z, p) => {
    expect(normalCdf(z) / p).toBeCloseTo(1, z < -7 ? 6 : 9);
  });
  it('undoes the quantile', () => {
    for (const p of [1e-9, 0.01, 0.4, 0.975]) expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 8);
  });
});
