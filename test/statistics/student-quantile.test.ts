import { expect, it } from 'vitest';
import { studentQuantile } from '../../src/statistics/student-quantile.js';

// R: qt(.975, c(3, 7, 9, 30)), qt(.995, 9)
it.each([
  [0.975, 3, 3.182446, 2e-3],
  [0.975, 7, 2.364624, 1e-4],
  [0.975, 9, 2.262157, 1e-4],
  [0.975, 30, 2.042272, 1e-5],
  [0.995, 9, 3.249836, 1e-3],
])("the %d quantile of Student's t with %d degrees of freedom is the published one", (p, df, t, within) => {
  expect(Math.abs(studentQuantile(p, df) / t - 1)).toBeLessThan(within);
  expect(studentQuantile(1 - p, df)).toBeCloseTo(-studentQuantile(p, df), 12);
  expect(() => studentQuantile(p, 2)).toThrow('df of at least 3');
});
