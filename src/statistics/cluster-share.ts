/**
 * A probability from observations that come in clusters, such as the copies of a firm in one world: they meet the same
 * luck, so they tell less than as many worlds. The variance is that of a ratio over clusters (Cochran 1977, eq. 6.13),
 * and the interval is Wilson's with the number of independent observations that would have this variance (Kish 1965;
 * Korn & Graubard 1998). If all clusters agree, only their number is sure to be independent, so that is taken.
 */
import { type ProbabilityInterval, wilson } from './wilson.js';

/** `k` of `n` observations of one cluster. */
export interface Cluster {
  readonly k: number;
  readonly n: number;
}

/** Squares an observation that are only rounding of p n, as of 1 of 49; one hit that differs makes about 1 in all. */
const ROUNDING = 1e-15;

/** Observations that would be worth as much if they were independent: from 1 to their number. 0 without any. */
export function independentOnes(clusters: readonly Cluster[]): number {
  const filled = clusters.filter(({ n }) => n > 0);
  const total = filled.reduce((sum, { n }) => sum + n, 0);
  const m = filled.length;
  if (m === 0 || total === m) return m;
  const p = filled.reduce((sum, { k }) => sum + k, 0) / total;
  const squares = filled.reduce((sum, { k, n }) => sum + (k - p * n) ** 2, 0);
  if (m === 1 || squares < ROUNDING * total) return m;
  const variance = ((m / (m - 1)) * squares) / total ** 2;
  return Math.max(1, Math.min(total, (p * (1 - p)) / variance));
}

/** Share over all observations with its 95 % interval; `n` is the number of clusters that hold any. */
export function clusterShare(clusters: readonly Cluster[]): ProbabilityInterval {
  const total = clusters.reduce((sum, { n }) => sum + n, 0);
  const m = clusters.filter(({ n }) => n > 0).length;
  const hits = clusters.reduce((sum, { k }) => sum + k, 0);
  if (total === m) return wilson(hits, m);
  const n = independentOnes(clusters);
  const { low, high } = wilson((hits / total) * n, n);
  return { estimate: hits / total, low, high, n: m };
}
