/**
 * Interval of a probability of survival or incidence on the log(-log) scale, so that it stays inside 0..1:
 * Kalbfleisch & Prentice 1980, section 1.3. At 0 and 1 the standard error is zero and the scale has no value;
 * there the Wilson interval of 0 or n of n holds (our choice: no estimate without its interval).
 */
import { normalQuantile } from './normal-quantile.js';
import { wilson } from './wilson.js';

/** 95 % interval, 0..1: p^exp(+-z se / (p log p)). `n`: observations behind p, for the two ends of the scale. */
export function logLogInterval(p: number, standardError: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 1];
  if (p <= 0) return [0, wilson(0, n).high];
  if (p >= 1) return [wilson(n, n).low, 1];
  const logP = Math.log(p);
  const step = (normalQuantile(0.975) * standardError) / (p * -logP);
  return [Math.exp(logP * Math.exp(step)), Math.exp(logP * Math.exp(-step))];
}
