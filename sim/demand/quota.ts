/** A quota leaves a part of her use unserved, and she minds it (M12): omega max(0, 1 - quota/use). */

/** Part of the use of a new user that the quota leaves unserved, 0 to 1; both in million tokens a month. */
export function shortfallOf(use: number, quota: number): number {
  return use > quota ? 1 - quota / use : 0;
}
