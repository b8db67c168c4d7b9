/**
 * An interval of a probability that holds at all numbers of observations at once, so that looking as often as one likes and
 * stopping when it is narrow enough costs no coverage: the beta-binomial mixture martingale (Robbins 1970, "Statistical
 * methods related to the law of the iterated logarithm", Annals of Mathematical Statistics 41; Howard, Ramdas, McAuliffe
 * & Sekhon 2021, Annals of Statistics 49). If p is true, the likelihood under a Beta(1/2, 1/2) mixture over that under p
 * is a martingale with mean 1, which ever reaches 1 / (1 - level) with a probability of at most 1 - level (Ville 1939).
 * The interval holds the p for which it has not. Jeffreys' mixture is narrower at 0 and 1 than Robbins' uniform one.
 * Costs two root findings, whatever n is. For an interval looked at once, wilson is narrower.
 */
import { expectLevel, expectWhole } from './expect.js';
import { logGamma } from './incomplete-beta.js';
import type { ProbabilityInterval } from './wilson.js';

const HALVINGS = 200;

/** ln B(k + 1/2, n - k + 1/2) / B(1/2, 1/2): likelihood of one order of k hits among n under the mixture. */
function logMixture(k: number, n: number): number {
  return logGamma(k + 0.5) + logGamma(n - k + 0.5) - logGamma(n + 1) - Math.log(Math.PI);
}

/** The end below k / n: the least p that is not refused, found by halving. */
function lowerEnd(k: number, n: number, level: number): number {
  if (k === 0) return 0;
  const least = logMixture(k, n) + Math.log(1 - level);
  let [low, high] = [0, k / n];
  for (let i = 0; i < HALVINGS && high - low > 1e-15 * high; i++) {
    const p = (low + high) / 2;
    const isRefused = k * Math.log(p) + (n - k) * Math.log1p(-p) <= least;
    if (isRefused) low = p;
    else high = p;
  }
  return low;
}

/**
 * k hits of n so far, with the interval that holds at every n with probability `level`.
 * n = 0: 0..1, estimate NaN. @throws RangeError unless k <= n are whole and `level` is between 0 and 1
 */
export function bernoulliSequence(k: number, n: number, level = 0.95): ProbabilityInterval {
  expectWhole(n, 0, 'bernoulliSequence: expected n');
  expectWhole(k, 0, 'bernoulliSequence: expected k', n);
  expectLevel(level, 'bernoulliSequence');
  if (n === 0) return { estimate: Number.NaN, low: 0, high: 1, n };
  return { estimate: k / n, low: lowerEnd(k, n, level), high: 1 - lowerEnd(n - k, n, level), n };
}
