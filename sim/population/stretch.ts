/**
 * A population in stretches: each is a whole population of neighbouring users with a memory of its own, and all of
 * them together do what one would do, to the bit. A draw is a hash of user + key, so a stretch only adds the number
 * of its first user to the keys; a tally is whole numbers (people are multiples of 2^-20), so sums have no order.
 */
import type { Cells, MonthKeys, Tally } from './contract.js';

/** Users between two possible cuts: those that share a bound of the lapse rate in the kernel. */
const GRAIN = 64;

/**
 * The cells of users `first` (a multiple of 64) to `end` (excluded), counted from there. All cells are kept, also
 * empty ones, so that tallies of all stretches have the same shape.
 */
function cut(cells: Cells, first: number, end: number): Cells {
  const within = (user: number) => Math.min(Math.max(user, first), end) - first;
  const start = cells.start.map(within);
  const ends = cells.end.map(within);
  return {
    ...cells,
    start,
    end: ends,
    length: end - first,
    agents: ends.reduce((sum, one, cell) => sum + one - start[cell], 0),
    stretch: { of: cells, first },
  };
}

/** `count` (at least 1) stretches of about the same length that follow each other; the last ones may be empty. */
export function cutCells(cells: Cells, count: number): Cells[] {
  const length = Math.ceil(cells.length / count / GRAIN) * GRAIN;
  const at = (k: number) => Math.min(cells.length, k * length);
  return Array.from({ length: count }, (_, k) => cut(cells, at(k), at(k + 1)));
}

/** The keys under which a stretch draws what its users draw in the whole; `first` is its first user's number there. */
export function keysFrom(first: number, keys: MonthKeys): MonthKeys {
  const moved = ([k0, k1, k2]: MonthKeys['sift'], by: number) => [(k0 + by) | 0, k1, k2] as const;
  return {
    sift: moved(keys.sift, first >> 2),
    verdict: moved(keys.verdict, first),
    consider: moved(keys.consider, first << 4),
    choice: moved(keys.choice, first),
    second: moved(keys.second, first),
    secondChoice: moved(keys.secondChoice, first),
    cohort: keys.cohort,
  };
}

/** Adds a tally to another of the same shape. */
export function addTally(into: Tally, more: Tally): void {
  for (const name of Object.keys(into) as (keyof Tally)[]) {
    const sums = into[name];
    const parts = more[name];
    for (let i = 0; i < sums.length; i++) sums[i] += parts[i];
  }
}
