/** Counts by month under survival estimates: who is still there, who leaves and for which cause. */
import { expectThat, expectWhole } from './expect.js';

/** Index 0 is month 1. `exits[cause - 1][month - 1]`: leavers of that cause. */
export interface ExitCounts {
  /** Worlds observed up to the start of the month, length: horizon. */
  readonly atRisk: number[];
  /** Shape causes x horizon. */
  readonly exits: number[][];
}

/** Longest curve, in months: beyond it the unit is wrong (seconds, dates), and memory would be full of it. */
const LONGEST = 1e6;

/** The longest of some months, the last month of a curve unless another is wanted. @throws RangeError if there is none */
export function longestTime(times: ArrayLike<number>): number {
  expectThat(times.length > 0, 'expected times to hold at least one, unless a horizon is given', 'none');
  let longest = 1;
  for (let i = 0; i < times.length; i++) longest = Math.max(longest, checkedTime(times, i));
  return longest;
}

function checkedTime(times: ArrayLike<number>, i: number): number {
  expectWhole(times[i], 1, `expected times[${i}] (a month)`);
  return times[i];
}

function checkedCause(causes: ArrayLike<number | boolean>, i: number, causeCount: number): number {
  const given = causes[i];
  const cause = given === true ? 1 : given === false ? 0 : given;
  const isOne = Number.isInteger(cause) && cause >= 0 && cause <= causeCount;
  expectThat(
    isOne,
    `expected the cause of exit [${i}] to be a whole number from 1 to ${causeCount}, or 0 (still there)`,
    given,
  );
  return cause;
}

/**
 * Counts months 1..horizon. times[i] >= 1: month of the exit or of the last observation; causes[i]: 1..causeCount,
 * or 0 if it was still there (censored after the exits of its month). O(n + horizon).
 * @throws RangeError on other values, naming the place and what was expected
 */
export function countExits(
  times: ArrayLike<number>,
  causes: ArrayLike<number | boolean>,
  shape: { readonly horizon: number; readonly causeCount: number },
): ExitCounts {
  const { horizon, causeCount } = shape;
  expectThat(
    times.length === causes.length,
    `expected an event for each of ${times.length} times`,
    causes.length,
  );
  expectWhole(horizon, 1, 'expected the last month', LONGEST);
  expectWhole(causeCount, 1, 'expected causeCount', LONGEST);
  const leavers = new Array<number>(horizon + 2).fill(0);
  const exits = Array.from({ length: causeCount }, () => new Array<number>(horizon).fill(0));
  for (let i = 0; i < times.length; i++) {
    const time = checkedTime(times, i);
    const cause = checkedCause(causes, i, causeCount);
    leavers[Math.min(time, horizon + 1)]++;
    if (cause > 0 && time <= horizon) exits[cause - 1][time - 1]++;
  }
  const atRisk: number[] = [];
  let left = times.length;
  for (let month = 1; month <= horizon; month++) {
    atRisk.push(left);
    left -= leavers[month];
  }
  return { atRisk, exits };
}
