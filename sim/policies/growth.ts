/** Growth of users as a manager reads it from her own books: over three months, or as many as she has. */
import type { FirmView } from './policy.js';

/** Relative growth of users over up to three months, -1 to Infinity; 0 while there is no earlier month. */
export function recentGrowth(view: FirmView): number {
  const back = Math.min(3, view.users.length - 1);
  if (back < 1) return 0;
  const now = view.users[0];
  const before = view.users[back];
  if (before > 0) return now / before - 1;
  return now > 0 ? Number.POSITIVE_INFINITY : 0;
}
