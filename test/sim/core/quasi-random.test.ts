import { expect, it } from 'vitest';
import { evenPoints, sobol } from '../../../sim/core/quasi-random.js';

// SciPy 1.17.1, stats.qmc.Sobol(8, scramble=False).random(8), which goes in Gray-code order.
const SCIPY = [
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75],
  [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25],
  [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875],
  [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375],
  [0.625, 0.125, 0.875, 0.625, 0.625, 0.875, 0.125, 0.125],
  [0.125, 0.625, 0.375, 0.125, 0.125, 0.375, 0.625, 0.625],
];
const FORTY_FIRST = [0.234375, 0.078125, 0.265625, 0.984375, 0.703125, 0.734375, 0.734375, 0.359375];

it('eight points of eight dimensions, and the 41st, are those of another program', () => {
  for (let dimension = 0; dimension < 8; dimension++) {
    const points = sobol(8, dimension);
    SCIPY.forEach((point, turn) => {
      expect(points[turn ^ (turn >> 1)] / 2 ** 32).toBe(point[dimension]);
    });
    expect(sobol(64, dimension)[40 ^ 20] / 2 ** 32).toBe(FORTY_FIRST[dimension]);
  }
});

it('every axis has one point in the middle of each equal part, and eight axes are nearly uncorrelated', () => {
  const axes = evenPoints(256, 8);
  for (const axis of axes) {
    expect([...axis].sort((a, b) => a - b)).toEqual(Array.from({ length: 256 }, (_, k) => (k + 0.5) / 256));
  }
  for (let i = 0; i < 8; i++) {
    for (let j = 0; j < i; j++) {
      const covariance = axes[i].reduce((sum, x, k) => sum + (x - 0.5) * (axes[j][k] - 0.5), 0) / 256;
      // Independent draws would have a standard error of 1/16.
      expect(Math.abs(covariance * 12)).toBeLessThan(0.02);
    }
  }
});

it('every run of eight points has one in each eighth of every axis, scrambled or not', () => {
  for (const axis of evenPoints(128, 8)) {
    for (let run = 0; run < 128; run += 8) {
      const eighths = [...axis.slice(run, run + 8)].map((u) => Math.floor(8 * u));
      expect(eighths.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    }
  }
});
