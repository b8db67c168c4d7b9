import { describe, expect, it } from 'vitest';
import { betaDistribution, betaQuantiles } from '../../../sim/core/distributions.js';

describe('quantiles of the beta law', () => {
  // Other programs: Gauss-Legendre quadrature of the density (s = x^a), bisected (NumPy); points 44 and 39 also by
  // scipy.stats.beta.ppf of SciPy.
  it.each([
    [0.8, 2.5, 44, 0.0182208846],
    [0.8, 8.5, 338, 0.0946738801],
    [2.5, 5, 39, 0.116520719],
    [2.5, 11, 47, 0.063949906],
    [0.8, 2.5, 0, 6.5650882e-5],
    [0.8, 2.5, 256, 0.188520569],
    [2.5, 5, 511, 0.840547631],
  ])('of (%f, %f) at point %i of 512 are those of numerical integration', (a, b, k, x) => {
    expect(betaQuantiles(a, b, 512)[k] / x).toBeCloseTo(1, 6);
  });

  it('of (1, b) are 1 - (1 - p)^(1/b), of (a, 1) p^(1/a)', () => {
    for (const shape of [0.5, 1, 3, 9]) {
      const [rising, power] = [betaQuantiles(1, shape, 512), betaQuantiles(shape, 1, 512)];
      for (let k = 0; k < 512; k++) {
        const p = (k + 0.5) / 512;
        expect(rising[k] / (1 - (1 - p) ** (1 / shape))).toBeCloseTo(1, 6);
        expect(power[k] / p ** (1 / shape)).toBeCloseTo(1, 6);
      }
    }
  });

  it('hit their probabilities within 1e-6 at all points, for survivors of up to two years too', () => {
    for (const [a, b] of [
      [0.8, 2.5],
      [2.5, 5],
    ]) {
      for (let tenure = 0; tenure < 24; tenure++) {
        const table = betaQuantiles(a, b + tenure, 512);
        // Single precision moves a probability by less than 3e-7.
        for (let k = 0; k < 512; k++)
          expect(Math.abs(betaDistribution(table[k], a, b + tenure) - (k + 0.5) / 512)).toBeLessThan(1e-6);
      }
    }
  });
});
