/**
 * Which simulated users are drawn as dots. Systematic sampling proportional to size (Madow 1949): users lie one after
 * another on a line, each as long as the people she stands for, and a comb of equal steps picks those it hits. So every
 * dot stands for the same number of people, and a group's number of dots is off by less than one from its part of the
 * people. No draw: the comb begins half a step in. Linear in cells and dots.
 */
import type { watchUsers } from '../../../sim/index.js';

type Cells = Parameters<typeof watchUsers>[0]['cells'];

export interface Sample {
  /** Places in the columns of the population, rising. */
  readonly places: Int32Array;
  /** Number of each user among all simulated users, from 1. */
  readonly numbers: Int32Array;
  /** People for whom each of them stands here. */
  readonly each: number;
}

/** Most dots that the comb can pick without hitting anyone twice: a step is at least the greatest weight. */
function mostOf({ weight }: Cells, people: number): number {
  const greatest = weight.reduce((most, one) => Math.max(most, one), 0);
  return greatest > 0 ? Math.floor(people / greatest) : 0;
}

/** Picks at most `wanted` users, in proportion to the people they stand for; nobody twice. */
export function sampleUsers(cells: Cells, wanted: number): Sample {
  const { count, start, end, weight } = cells;
  const sizeOf = (cell: number) => end[cell] - start[cell];
  let people = 0;
  for (let cell = 0; cell < count; cell++) people += weight[cell] * sizeOf(cell);
  const n = Math.min(wanted, cells.agents, mostOf(cells, people));
  const [places, numbers] = [new Int32Array(n), new Int32Array(n)];
  const each = n > 0 ? people / n : 0;
  let [before, users, picked] = [0, 0, 0];
  for (let cell = 0; cell < count; cell++) {
    const size = sizeOf(cell);
    for (; picked < n; picked++) {
      const within = Math.floor(((picked + 0.5) * each - before) / weight[cell]);
      if (within >= size) break;
      places[picked] = start[cell] + within;
      numbers[picked] = users + within + 1;
    }
    before += weight[cell] * size;
    users += size;
  }
  return { places, numbers, each };
}
