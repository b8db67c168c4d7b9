/**
 * Survival curve of right-censored months: Kaplan & Meier 1958, JASA 53, 457-481; variance by Greenwood 1926;
 * interval on the log(-log) scale (see log-log-interval.ts). Exits of a month come before its censoring.
 */
import { countExits } from './exit-counts.js';
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
}

/**
 * S(t) = product of 1 - d/n over months <= t; se = S sqrt(sum of d / (n (n - d))).
 * times[i]: month >= 1 of the exit or of the last observation; events[i]: 1 or true if it is an exit. Months without
 * anyone at risk keep the last value.
 */
export function kaplanMeier(
  times: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  horizon: number,
): SurvivalCurve {
  const { atRisk, exits } = countExits(times, events, { horizon, causeCount: 1 });
  const curve = {
    estimate: [] as number[],
    standardError: [] as number[],
    low: [] as number[],
    high: [] as number[],
  };
  let survival = 1;
  let greenwood = 0;
  for (let month = 0; month < horizon; month++) {
    const n = atRisk[month];
    const d = exits[0][month];
    if (n > 0) survival *= (n - d) / n;
    if (d > 0 && n > d) greenwood += d / (n * (n - d));
    const standardError = survival * Math.sqrt(greenwood);
    const [low, high] = logLogInterval(survival, standardError, survival === 1 ? n : times.length);
    curve.estimate.push(survival);
    curve.standardError.push(standardError);
    curve.low.push(low);
    curve.high.push(high);
  }
  return { atRisk, exits: exits[0], ...curve };
}
