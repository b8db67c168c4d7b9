/**
 * Exact interval of a probability from k of n: Clopper & Pearson 1934, Biometrika 26, 404-413, by quantiles of the beta
 * law. It covers at least as often as it says, for every p, and is wider than Wilson's for it.
 */
import { expectLevel, expectThat, expectWhole } from './expect.js';
import { betaQuantile } from './incomplete-beta.js';
import type { ProbabilityInterval } from './wilson.js';

/**
 * Two-sided interval of k of n at `level`: quantiles (1 - level)/2 of Beta(k, n - k + 1) and (1 + level)/2 of
 * Beta(k + 1, n - k). n = 0: nothing is known, 0..1, estimate NaN.
 * @throws RangeError unless k and n are whole, 0 <= k <= n, and level between 0 and 1
 */
export function clopperPearson(k: number, n: number, level = 0.95): ProbabilityInterval {
  expectLevel(level, 'clopperPearson');
  expectWhole(n, 0, 'clopperPearson: expected n');
  expectThat(Number.isInteger(k) && k >= 0 && k <= n, `clopperPearson: expected k to be whole, 0..${n}`, k);
  const tail = (1 - level) / 2;
  return {
    estimate: k / n,
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
    n,
  };
}
