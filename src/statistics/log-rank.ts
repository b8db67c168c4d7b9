/**
 * Do two groups leave at the same rate? Log-rank test: Mantel 1966, Cancer Chemotherapy Reports 50, 163-170;
 * hypergeometric variance in each month, one degree of freedom.
 */
import { countExits } from './exit-counts.js';

/** Months and events (1 = exit, 0 = censored) of one group. */
export interface Group {
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number | boolean>;
}

/** (O - E)² / V of the first group: observed and expected exits and the chi-square value (NaN without exits). */
export function logRank(
  first: Group,
  second: Group,
): { readonly observed: number; readonly expected: number; readonly chiSquare: number } {
  let horizon = 1;
  for (const { times } of [first, second]) {
    for (let i = 0; i < times.length; i++) horizon = Math.max(horizon, times[i]);
  }
  const a = countExits(first.times, first.events, { horizon, causeCount: 1 });
  const b = countExits(second.times, second.events, { horizon, causeCount: 1 });
  let observed = 0;
  let expected = 0;
  let variance = 0;
  for (let month = 0; month < horizon; month++) {
    const d = a.exits[0][month] + b.exits[0][month];
    if (d === 0) continue;
    const n = a.atRisk[month] + b.atRisk[month];
    const part = a.atRisk[month] / n;
    observed += a.exits[0][month];
    expected += d * part;
    if (n > 1) variance += (d * part * (1 - part) * (n - d)) / (n - 1);
  }
  return { observed, expected, chiSquare: (observed - expected) ** 2 / variance };
}
