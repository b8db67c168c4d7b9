/**
 * When to look at a batch that ends as soon as the answer is known: after 100 worlds, and whenever there are half as many
 * again. Looks are few (22 up to 1,000,000 worlds), at most half of the worlds needed are too many, and on average about
 * a fifth. The numbers of worlds do not depend on how many threads live them, so the end does not either.
 */

/** Worlds before the first look. */
export const FIRST_LOOK = 100;
const GROWTH = 1.5;

/** Worlds at the next look. @param worlds so far @param most never more than these */
export function nextLook(worlds: number, most: number): number {
  return Math.min(most, Math.max(FIRST_LOOK, Math.ceil(worlds * GROWTH)));
}

/**
 * Worlds at the look at which `until` is likely reached: half-widths fall with the root of the number of worlds.
 * @param widest the widest half-width now
 */
export function lastLook(
  worlds: number,
  most: number,
  { widest, until }: { widest: number; until: number },
): number {
  let at = worlds;
  while (at < most && widest * Math.sqrt(worlds / at) > until) at = nextLook(at, most);
  return at;
}

/** Why no more worlds are simulated: all is `known`, the `most` worlds are reached, or no world of the last look `finished`. */
export type StopReason = 'known' | 'most' | 'nothing finished';

/** How a batch that was to end when the answer is known has ended. */
export interface Stopping {
  readonly reason: StopReason;
  /** Half-width wanted. */
  readonly until: number;
  /** The widest half-width of what was to be known. */
  readonly reached: number;
  /** Intervals that were to be known. */
  readonly intervals: number;
  /** All intervals hold together at all looks with this probability at least (Bonferroni). */
  readonly level: number;
  readonly looks: number;
}
