/** Student's interval of a mean: Gosset 1908, Biometrika 6, 1-25. Exact for normal values, nearly so for many of any law. */
import { expectLevel } from './expect.js';
import { studentQuantile } from './student-quantile.js';

/** A mean with its interval, in the unit of the values. */
export interface MeanEstimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * mean -+ t s / sqrt(n) with n - 1 degrees of freedom. One value: -Infinity..Infinity; none: NaN.
 * @throws RangeError unless `level` is between 0 and 1
 */
export function meanInterval(values: readonly number[], level = 0.95): MeanEstimate {
  expectLevel(level, 'meanInterval');
  const n = values.length;
  const estimate = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2)
    return { estimate, low: n === 1 ? -Infinity : Number.NaN, high: n === 1 ? Infinity : Number.NaN };
  const squares = values.reduce((sum, value) => sum + (value - estimate) ** 2, 0);
  const half = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { estimate, low: estimate - half, high: estimate + half };
}
