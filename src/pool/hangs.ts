/**
 * When a pool gives up. A policy that loops hangs every world it is asked in, and each takes twice the patience; without a
 * limit one such policy holds a machine for hours, whoever asked for the worlds. Worlds that throw are quick and do not count.
 */
import type { Failure, Pool } from '../experiment/job.js';

/**
 * So many hung worlds of one plan without one that comes to its end: each took twice the patience, 30 s or more, and was
 * tried in two threads, so it is no accident of a busy machine; on one thread that is four minutes, not an hour.
 */
export const MOST_HUNG = 4;

/** Counts the hung worlds of each plan since its last that came to its end. @param stop is told of the one too many, once */
export function countHangs(stop: (last: Failure) => void) {
  const inARow = new Map<string, number>();
  let isOver = false;
  return (point: string, failure?: Failure) => {
    if (isOver || (failure && !failure.hung)) return;
    const hung = failure ? (inARow.get(point) ?? 0) + 1 : 0;
    inARow.set(point, hung);
    if (!failure || hung < MOST_HUNG) return;
    isOver = true;
    stop(failure);
  };
}

/** A signal that is also given when one of the pools gives up. */
export function orHung(signal: AbortSignal, pools: readonly Pool[]): AbortSignal {
  return AbortSignal.any([signal, ...pools.flatMap(({ hung }) => hung ?? [])]);
}

/** The world at which the first of these pools gave up, if one did. */
export function hungOf(pools: readonly Pool[]): Failure | undefined {
  return pools.find(({ hung }) => hung?.aborted)?.hung?.reason as Failure | undefined;
}
