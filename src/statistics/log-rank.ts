/**
 * Do two groups leave at the same rate? Log-rank test: Mantel 1966, Cancer Chemotherapy Reports 50, 163-170;
 * hypergeometric variance in each month, one degree of freedom. With rho = 1 early months weigh more: Peto & Peto 1972,
 * JRSS A 135, 185-207, in the family S(t-)^rho of Harrington & Fleming 1982, Biometrika 69, 553-566.
 */
import { countExits, longestTime } from './exit-counts.js';
import { expectThat } from './expect.js';
import { normalCdf } from './normal-cdf.js';

/** Months and events (1 = exit, 0 = censored) of one group. */
export interface Group {
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number | boolean>;
}

/** Exits of the first group and how surprising they are. */
export interface LogRankTest {
  /** Exits of the first group, weighted by S(t-)^rho. */
  readonly observed: number;
  /** The same if both groups left at one rate. */
  readonly expected: number;
  /** (observed - expected)² / variance; NaN without exits. */
  readonly chiSquare: number;
  /** Probability of a chi-square at least as large if the rates are the same, one degree of freedom. */
  readonly p: number;
}

/**
 * (O - E)² / V of the first group, as R's `survdiff`.
 * @param options.rho 0 unless given: the log-rank test; 1: Peto & Peto's
 * @throws RangeError on times and events that are not months and 0 or 1
 */
export function logRank(first: Group, second: Group, options: { readonly rho?: number } = {}): LogRankTest {
  const { rho = 0 } = options;
  expectThat(rho >= 0 && rho < Infinity, 'logRank: expected rho to be a number of at least 0', rho);
  const horizon = Math.max(longestTime(first.times), longestTime(second.times));
  const a = countExits(first.times, first.events, { horizon, causeCount: 1 });
  const b = countExits(second.times, second.events, { horizon, causeCount: 1 });
  let [observed, expected, variance, survival] = [0, 0, 0, 1];
  for (let month = 0; month < horizon; month++) {
    const d = a.exits[0][month] + b.exits[0][month];
    if (d === 0) continue;
    const n = a.atRisk[month] + b.atRisk[month];
    const part = a.atRisk[month] / n;
    const weight = survival ** rho;
    observed += weight * a.exits[0][month];
    expected += weight * d * part;
    if (n > 1) variance += (weight * weight * (d * part * (1 - part) * (n - d))) / (n - 1);
    survival *= (n - d) / n;
  }
  const chiSquare = (observed - expected) ** 2 / variance;
  return { observed, expected, chiSquare, p: 2 * normalCdf(-Math.sqrt(chiSquare)) };
}
