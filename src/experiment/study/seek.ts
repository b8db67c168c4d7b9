/** The best point for some factors, by the search that suits them: all levels, one range, or several. */
import { gridDesign } from '../../statistics/grid-design.js';
import { boxSearch } from './box-search.js';
import type { Factor } from './factor.js';
import { lineSearch } from './line-search.js';
import { race } from './race.js';
import type { Trials } from './trials.js';

/** What a search may spend. */
export interface SeekOptions {
  readonly factors: readonly Factor[];
  /** Coordinates of the present plan. */
  readonly start: readonly number[];
  readonly replicates: number;
  /** Most points; 0: as many as the factors need. */
  readonly points: number;
  readonly seed: string;
}

/** Points of a line, and of each dimension of a box. */
const LINE = 33;
const BOX = 60;
/** Combinations of levels that are all tried. */
const MOST_COMBINATIONS = 256;

/** Every combination of the levels, each in the middle of its part; undefined if a factor is a range or there are too many. */
function combinations(factors: readonly Factor[], most: number): number[][] | undefined {
  const counts = factors.map(({ levels }) => levels?.length ?? Number.POSITIVE_INFINITY);
  const all = counts.reduce((product, count) => product * count, 1);
  if (all > most) return undefined;
  return gridDesign(counts).map((row) => row.map((u, k) => (u * (counts[k] - 1) + 0.5) / counts[k]));
}

/** The winner's place among the trials. */
export async function seek(trials: Trials, options: SeekOptions): Promise<number> {
  const { factors, start, replicates, points, seed } = options;
  const rows = combinations(factors, points || MOST_COMBINATIONS);
  if (rows) return race(trials, [start, ...rows], replicates);
  const [only, ...others] = factors;
  if (others.length === 0 && !only.levels)
    return lineSearch(trials, { start: start[0], replicates, points: points || LINE });
  return boxSearch(trials, { start, replicates, points: points || BOX * factors.length, seed });
}
