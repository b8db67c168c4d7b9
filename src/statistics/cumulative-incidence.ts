/**
 * Probability of each way out when the ways compete: Aalen & Johansen 1978, Scandinavian Journal of Statistics
 * 5, 141-150. 1 - Kaplan-Meier with the other ways censored would answer "if nothing else could happen" and its
 * curves add to more than one. Variance by the delta method (Marubini & Valsecchi 1995, eq. 10.12); it is
 * p(1 - p)/n when nothing is censored. Costs O(horizon²) a cause.
 */
import { countExits, longestTime } from './exit-counts.js';
import { logLogInterval } from './log-log-interval.js';

/** One entry a month, index 0 = month 1; probabilities in 0..1, 95 % interval. */
export interface IncidenceCurve {
  readonly estimate: number[];
  readonly standardError: number[];
  readonly low: number[];
  readonly high: number[];
}

/** What every cause shares in one month: at risk, exits of all causes, survival before the month. */
interface Month {
  readonly n: number;
  readonly d: number;
  readonly before: number;
}

function monthsOf(atRisk: readonly number[], exits: readonly (readonly number[])[]): Month[] {
  let before = 1;
  return atRisk.map((n, month) => {
    const d = exits.reduce((sum, cause) => sum + cause[month], 0);
    const row = { n, d, before };
    if (n > 0) before *= (n - d) / n;
    return row;
  });
}

function variance(months: readonly Month[], exits: readonly number[], estimate: readonly number[]): number {
  const last = estimate.length - 1;
  let sum = 0;
  for (let month = 0; month <= last; month++) {
    const { n, d, before } = months[month];
    if (d === 0) continue;
    const own = exits[month];
    const later = estimate[last] - estimate[month];
    if (n > d) sum += later * later * (d / (n * (n - d)));
    sum += before * before * ((n - own) / n) * (own / (n * n));
    sum -= 2 * later * before * (own / (n * n));
  }
  return Math.max(0, sum);
}

/** The highest cause of some, at least 1. */
function highestCause(causes: ArrayLike<number>): number {
  let highest = 1;
  for (let i = 0; i < causes.length; i++)
    if (Number.isInteger(causes[i])) highest = Math.max(highest, causes[i]);
  return highest;
}

/**
 * I_k(t) = sum over months s <= t of S(s - 1) d_k(s) / n(s), for each cause k = 1..causeCount (index k - 1). Curves and
 * survival add to 1 in every month. The library's door calls it `aalenJohansen`.
 * @param times whole months >= 1, of the exit or of the last observation
 * @param causes 1..causeCount, 0 = it was still there (censored)
 * @param shape.horizon last month of the curves; the longest time unless given
 * @param shape.causeCount the highest cause unless given
 * @throws RangeError naming the value that is none of these
 */
export function cumulativeIncidence(
  times: ArrayLike<number>,
  causes: ArrayLike<number>,
  shape: { readonly horizon?: number; readonly causeCount?: number } = {},
): IncidenceCurve[] {
  const { horizon = longestTime(times), causeCount = highestCause(causes) } = shape;
  const { atRisk, exits } = countExits(times, causes, { horizon, causeCount });
  const months = monthsOf(atRisk, exits);
  return exits.map((own) => {
    const curve = {
      estimate: [] as number[],
      standardError: [] as number[],
      low: [] as number[],
      high: [] as number[],
    };
    let total = 0;
    for (let month = 0; month < horizon; month++) {
      const { n, before } = months[month];
      if (n > 0) total = Math.min(1, total + (before * own[month]) / n);
      curve.estimate.push(total);
      const standardError = Math.sqrt(variance(months, own, curve.estimate));
      const [low, high] = logLogInterval(total, standardError, times.length);
      curve.standardError.push(standardError);
      curve.low.push(low);
      curve.high.push(high);
    }
    return curve;
  });
}
