/**
 * The best values of several fields at once: CMA-ES in the unit cube (`statistics/cma-es.ts`). Candidates of a generation
 * meet the same few worlds; where odd and even worlds rank them differently, luck decides, and the next generations get
 * twice as many (after Hansen, Niederberger, Guzzella & Koumoutsakos 2009, IEEE Transactions on Evolutionary Computation
 * 13, 180-197, who re-evaluate). The best of the last generations, the best tried in all and the start then run a race.
 */
import { exp, log, normalQuantile } from '../../../sim/index.js';
import { startCma } from '../../statistics/cma-es.js';
import { randomStream } from '../../statistics/random-stream.js';
import { rankCorrelation } from '../../statistics/rank-correlation.js';
import { race } from './race.js';
import type { Trials } from './trials.js';

/** What a box search may spend. */
export interface BoxOptions {
  /** Coordinates in [0, 1] of the present plan. */
  readonly start: readonly number[];
  /** Worlds of a point at most. */
  readonly replicates: number;
  /** Most points. */
  readonly points: number;
  readonly seed: string;
}

/** Steps as small as this share of the ranges end the search. */
const AT_REST = 0.005;
/** Finalists of the race. */
const FINALISTS = 8;
/** Rank correlation of odd and even worlds below which luck decides. */
const AGREED = 0.5;

function fewest(replicates: number): number {
  return Math.min(replicates, Math.max(4, 2 * Math.ceil(replicates / 8)));
}

/** Spearman's correlation of the candidates' values in even and in odd worlds; 1 if nothing varies. */
function agreement(trials: Trials, places: readonly number[]): number {
  const halves = ([0, 1] as const).map((parity) => places.map((at) => trials.half(at, parity)));
  if (!halves.flat().every(Number.isFinite)) return 1;
  const { estimate } = rankCorrelation(halves[0], halves[1]);
  return Number.isNaN(estimate) ? 1 : estimate;
}

/** The best point's place among the trials; it has `replicates` worlds. */
export async function boxSearch(trials: Trials, options: BoxOptions): Promise<number> {
  const { start, replicates, points, seed } = options;
  const stream = randomStream('boxSearch', seed);
  const cma = startCma({
    mean: start,
    functions: { exp, log },
    normal: () => normalQuantile(stream.uniform()),
  });
  let worlds = fewest(replicates);
  await trials.measure([start], worlds);
  let last: number[] = [];
  for (let asked = 0; asked < points && cma.spread() > AT_REST; asked += last.length) {
    last = await trials.measure(cma.ask(), worlds);
    const values = last.map((at) => trials.value(at));
    cma.tell(values.map((value) => -value));
    if (agreement(trials, last) < AGREED) worlds = Math.min(replicates, 2 * worlds);
  }
  const all = trials.list.map((_, at) => at);
  const best = all.sort((a, b) => trials.value(b) - trials.value(a) || a - b).slice(0, FINALISTS);
  const finalists = [...new Set([...best, ...last])].map((at) => trials.list[at].row);
  return race(trials, [start, ...finalists], replicates);
}
