/**
 * The best of some points by a race (Maron & Moore 1994; Birattari et al. 2002): all run a few worlds, those clearly
 * worse than the leader drop out, the rest run twice as many, until all worlds are used. Pairs meet the same luck, so a
 * hopeless point costs an eighth of a good one. An unlucky best can drop out (each test errs in 2.5 %): what wins is
 * confirmed on fresh worlds by whoever asks.
 */
import { isClearlyWorse, type Trials } from './trials.js';

/** Worlds of the first heat. */
function firstHeat(replicates: number): number {
  return Math.max(2, Math.ceil(replicates / 8));
}

/** The trial with the largest value over the first worlds; the first of equals. */
function leader(trials: Trials, places: readonly number[], worlds: number): number {
  return places.reduce((best, at) => (trials.value(at, worlds) > trials.value(best, worlds) ? at : best));
}

/** The winner's place among the trials. @param rows at least one @param replicates worlds of those that stay to the end */
export async function race(
  trials: Trials,
  rows: readonly (readonly number[])[],
  replicates: number,
): Promise<number> {
  let left = rows;
  for (let worlds = firstHeat(replicates); ; worlds = Math.min(replicates, 2 * worlds)) {
    const places = [...new Set(await trials.measure(left, worlds))];
    const best = leader(trials, places, worlds);
    if (worlds >= replicates) return best;
    left = places
      .filter((at) => at === best || !isClearlyWorse(trials.difference(at, best, worlds)))
      .map((at) => trials.list[at].row);
  }
}
