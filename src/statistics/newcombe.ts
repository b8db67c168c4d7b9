/**
 * Interval of a difference of two probabilities: Newcombe 1998, "Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17, 873-890, method 10 (square and add the Wilson intervals).
 * It treats the two as independent. Arms of one batch share their luck, so the interval is wider than it need be.
 */
import type { ProbabilityInterval } from './wilson.js';

/** after - before with its interval, each in -1..1; both inputs with intervals of the same level. */
export function newcombe(
  after: ProbabilityInterval,
  before: ProbabilityInterval,
): { readonly difference: number; readonly low: number; readonly high: number } {
  const difference = after.estimate - before.estimate;
  const down = Math.hypot(after.estimate - after.low, before.high - before.estimate);
  const up = Math.hypot(after.high - after.estimate, before.estimate - before.low);
  return { difference, low: difference - down, high: difference + up };
}
