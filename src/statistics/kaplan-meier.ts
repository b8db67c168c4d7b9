/**
 * Survival curve of right-censored months: Kaplan & Meier 1958, JASA 53, 457-481; variance by Greenwood 1926;
 * interval on the log(-log) scale (see log-log-interval.ts). Exits of a month come before its censoring. The interval of
 * the median is where the bounds of the curve cross a half (Brookmeyer & Crowley 1982, Biometrics 38, 29-41).
 */
import { countExits, longestTime } from './exit-counts.js';
import { logLogInterval } from './log-log-interval.js';

/** One entry a month, index 0 = month 1; probabilities in 0..1. */
export interface SurvivalCurve {
  /** Observed up to the start of the month. */
  readonly atRisk: number[];
  readonly exits: number[];
  readonly estimate: number[];
  /** Greenwood's standard error; 0 before the first exit and after the last one at risk left. */
  readonly standardError: number[];
  /** 95 % interval. */
  readonly low: number[];
  readonly high: number[];
  /** First month by whose end at most half are left; Infinity if the curve ends above a half. */
  readonly median: number;
  /** 95 % interval of the median, months; Infinity where a bound never comes down to a half. */
  readonly medianInterval: readonly [low: number, high: number];
}

/** First month at or below a half; a product of fractions may miss an exact half by rounding. */
function halved(curve: readonly number[]): number {
  const index = curve.findIndex((value) => value <= 0.5 + 1e-12);
  return index < 0 ? Infinity : index + 1;
}

/**
 * S(t) = product of 1 - d/n over months <= t; se = S sqrt(sum of d / (n (n - d))).
 * Months without anyone at risk keep the last value. Usually 1e6 months at most: the curve has an entry for each.
 * @param times whole months >= 1, of the exit or of the last observation
 * @param events 1 or true if it is an exit, 0 or false if it was still there (censored)
 * @param horizon last month of the curve; the longest time unless given
 * @throws RangeError naming the value that is none of these
 */
export function kaplanMeier(
  times: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  horizon: number = longestTime(times),
): SurvivalCurve {
  const { atRisk, exits } = countExits(times, events, { horizon, causeCount: 1 });
  const estimate: number[] = [];
  const standardErrors: number[] = [];
  const lows: number[] = [];
  const highs: number[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let month = 0; month < horizon; month++) {
    const n = atRisk[month];
    const d = exits[0][month];
    if (n > 0) survival *= (n - d) / n;
    if (d > 0 && n > d) greenwood += d / (n * (n - d));
    const standardError = survival * Math.sqrt(greenwood);
    const [low, high] = logLogInterval(survival, standardError, survival === 1 ? n : times.length);
    estimate.push(survival);
    standardErrors.push(standardError);
    lows.push(low);
    highs.push(high);
  }
  return {
    atRisk,
    exits: exits[0],
    estimate,
    standardError: standardErrors,
    low: lows,
    high: highs,
    median: halved(estimate),
    medianInterval: [halved(lows), halved(highs)],
  };
}
