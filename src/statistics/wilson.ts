/**
 * Interval of a probability from k of n: Wilson 1927, "Probable inference, the law of succession, and
 * statistical inference", JASA 22, 209-212. It never leaves 0..1 and is not empty at k = 0 or k = n, where the
 * textbook interval k/n +- z sqrt(p(1-p)/n) says "certain" (Brown, Cai & DasGupta 2001).
 */
import { expectLevel, expectThat } from './expect.js';
import { normalQuantile } from './normal-quantile.js';

/** An estimate of a probability with its interval; all in 0..1. */
export interface ProbabilityInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/**
 * k of n with its two-sided interval at `level` (0..1, usually .95); k <= n, which need not be whole.
 * (p + z²/2n -+ z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n). n = 0: nothing is known, 0..1, estimate NaN.
 * @throws RangeError on other k, n or level
 */
export function wilson(k: number, n: number, level = 0.95): ProbabilityInterval {
  expectThat(k >= 0 && k <= n && n < Infinity, 'wilson: expected 0 <= k <= n', `k = ${k} of n = ${n}`);
  expectLevel(level, 'wilson');
  if (n === 0) return { estimate: Number.NaN, low: 0, high: 1, n: 0 };
  const z = normalQuantile((1 + level) / 2);
  const p = k / n;
  const shrink = 1 + (z * z) / n;
  const middle = (p + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return {
    estimate: p,
    low: k === 0 ? 0 : Math.max(0, middle - half),
    high: k === n ? 1 : Math.min(1, middle + half),
    n,
  };
}
