/** Counts by month under survival estimates: who is still there, who leaves and for which cause. */

/** Index 0 is month 1. `exits[cause - 1][month - 1]`: leavers of that cause. */
export interface ExitCounts {
  /** Worlds observed up to the start of the month, length: horizon. */
  readonly atRisk: number[];
  /** Shape causes x horizon. */
  readonly exits: number[][];
}

/**
 * Counts months 1..horizon. times[i] >= 1: month of the exit or of the last observation; causes[i]: 1..causeCount,
 * or 0 if it was still there (censored after the exits of its month). Throws on other values. O(n + horizon).
 */
export function countExits(
  times: ArrayLike<number>,
  causes: ArrayLike<number | boolean>,
  shape: { readonly horizon: number; readonly causeCount: number },
): ExitCounts {
  if (times.length !== causes.length)
    throw new Error(`countExits: ${times.length} times, ${causes.length} causes`);
  const leavers = new Array<number>(shape.horizon + 2).fill(0);
  const exits = Array.from({ length: shape.causeCount }, () => new Array<number>(shape.horizon).fill(0));
  for (let i = 0; i < times.length; i++) {
    const time = times[i];
    const cause = Number(causes[i]);
    if (!Number.isInteger(time) || time < 1) throw new Error(`countExits: time ${time} of observation ${i}`);
    if (!Number.isInteger(cause) || cause < 0 || cause > shape.causeCount) {
      throw new Error(`countExits: cause ${cause} of observation ${i}`);
    }
    leavers[Math.min(time, shape.horizon + 1)]++;
    if (cause > 0 && time <= shape.horizon) exits[cause - 1][time - 1]++;
  }
  const atRisk: number[] = [];
  let left = times.length;
  for (let month = 1; month <= shape.horizon; month++) {
    atRisk.push(left);
    left -= leavers[month];
  }
  return { atRisk, exits };
}
