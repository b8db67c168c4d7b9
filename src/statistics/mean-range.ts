/** Mean and middle half of a sample; the two quartiles are R-7 (see quantile.ts). */
import { quantile } from './quantile.js';

/**
 * Mean, lower and upper quartile of `values` in any order (not written to); NaN if it is empty.
 * Values are added in their order, so the same order gives the same bytes.
 */
export function meanRange(values: ArrayLike<number>): {
  readonly mean: number;
  readonly q25: number;
  readonly q75: number;
} {
  const sorted = Float64Array.from(values);
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += sorted[i];
  const mean = sum / sorted.length;
  sorted.sort();
  return { mean, q25: quantile(sorted, 0.25), q75: quantile(sorted, 0.75) };
}
