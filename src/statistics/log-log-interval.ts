/**
 * Interval of a probability of survival or incidence on the log(-log) scale, so that it stays inside 0..1:
 * Kalbfleisch & Prentice 1980, section 1.3. At 0 and 1 the standard error is zero and the scale has no value;
 * there the Wilson interval of 0 or n of n holds (our choice: no estimate without its interval).
 */
import { normalQuantile } from './normal-quantile.js';
import { wilson } from './wilson.js';

/** Low and high, 0..1: p^exp(+-z se / (p log p)). `n`: observations behind p, for the two ends of the scale. */
export function logLogInterval(
  p: number,
  standardError: number,
  n: number,
  level = 0.95,
): readonly [number, number] {
  if (n === 0) return [0, 1];
  if (p <= 0) return [0, wilson(0, n, level).high];
  if (p >= 1) return [wilson(n, n, level).low, 1];
  const logP = Math.log(p);
  const step = (normalQuantile((1 + level) / 2) * standardError) / (p * -logP);
  return [Math.exp(logP * Math.exp(step)), Math.exp(logP * Math.exp(-step))];
}
