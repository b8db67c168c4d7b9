/** What an interval has become when one that holds at all times is looked at again: it may only narrow. */

/**
 * The part of `now` within `before`. Only for confidence sequences: all their intervals hold at once, so their
 * intersection does too. If they do not meet, which has a probability of at most 1 - level, `before` stays.
 */
export function runningIntersection<T extends { readonly low: number; readonly high: number }>(
  before: { readonly low: number; readonly high: number },
  now: T,
): T {
  const low = Math.max(before.low, now.low);
  const high = Math.min(before.high, now.high);
  return low <= high ? { ...now, low, high } : { ...now, low: before.low, high: before.high };
}
