/**
 * Sample quantile R-7: Hyndman & Fan 1996, "Sample quantiles in statistical packages", definition 7
 * (the default of R, NumPy, Excel). Linear between order statistics; the caller sorts once, so each costs O(1).
 */

/**
 * The p-quantile (p in 0..1) of an ascending array: h = (n - 1) p, x[floor h] + (h - floor h)(x[floor h + 1] - x[floor h]).
 * NaN if it is empty, or between -Infinity and Infinity.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const h = (n - 1) * Math.min(1, Math.max(0, p));
  const below = Math.floor(h);
  const low = sorted[below];
  if (below + 1 >= n || h === below) return low;
  // the difference of two equal infinite neighbours is no number
  if (!Number.isFinite(low) && sorted[below + 1] === low) return low;
  return low + (h - below) * (sorted[below + 1] - low);
}
