/**
 * Independent starts of a fit: the first where the scenario stands, the others anywhere. Each is CMA-ES over few worlds,
 * then Gauss-Newton steps over several times as many, because the luck of few worlds moves the optimum. The best is
 * chosen on fresh worlds, because on its own each start looks better than it is, and goes on over many worlds.
 */
import { keyOf, makeLuck, uniform } from '../../../sim/index.js';
import type { Bench } from './bench.js';
import { objectiveOf, pullsOf, toldErrors } from './objective.js';
import { coordinateOf } from './parameters.js';
import { type Errors, refine, reserveOf } from './refine.js';
import { type SearchEnd, search } from './search.js';

/** Most starts, and the evaluations below which another one is not worth it. */
const MOST_STARTS = 3;
const LEAST_EVALUATIONS = 150;
/** Rest of a search: a tenth of a percent of the loss that one standard deviation makes, a 5,000th of the ranges. */
const REST = { lossRest: 1e-3, stepRest: 2e-4 };
/** The last steps of each start take this many times the worlds of the search. */
const POLISH = 4;
/** The last steps of the best, comparisons and reports take this many times. */
const MANY = 16;

/** Worlds of the last steps of each start. */
export function polishWorlds(replicates: number): number {
  return POLISH * replicates;
}

/** Own worlds of the last steps of all, and fresh worlds that a point is reported on. */
export function manyWorlds(replicates: number): number {
  return MANY * replicates;
}

/** How many starts so many evaluations allow. */
export function startsFor(evaluations: number): number {
  return Math.min(MOST_STARTS, Math.max(1, Math.floor(evaluations / LEAST_EVALUATIONS)));
}

/** What all starts came to. */
export interface StartsEnd {
  readonly best: SearchEnd['best'];
  /** Objective of each start on fresh worlds, in their order; empty for a lone start. */
  readonly compared: readonly number[];
}

/** Told of every generation: the start, from 0, and how far all starts together are. */
type Tell = (start: number, at: SearchEnd) => void;

/** Where a start begins. */
function beginningOf({ seed, parameters }: Bench['job'], start: number): number[] {
  const luck = makeLuck(`calibration starts/${seed}`, start);
  return parameters.map((parameter, k) =>
    start === 0 ? coordinateOf(parameter, parameter.start) : uniform(keyOf(luck, 1, 0), k),
  );
}

/** Runs the starts one after the other, then the last steps of the best. */
export async function runStarts(bench: Bench, tell: Tell): Promise<SearchEnd & StartsEnd> {
  const { evaluations, parameters } = bench.job;
  const count = startsFor(evaluations);
  const last = reserveOf(parameters.length, evaluations);
  const ends: SearchEnd[] = [];
  const compared: number[] = [];
  for (let start = 0; start < count; start++) {
    const share = Math.floor((evaluations - last) / count);
    const polish = count > 1 ? reserveOf(parameters.length, share) : 0;
    const before = [...ends];
    const end = await runStart(bench, { start, share, polish, tell: (at) => tell(start, sumOf(at, before)) });
    ends.push(end);
    if (!end.complete) return { ...sumOf(end, before), compared };
    if (count > 1) compared.push(await freshObjective(bench, end));
  }
  const chosen = compared.indexOf(Math.min(...compared));
  const best = ends[Math.max(0, chosen)];
  const all = sumOf(
    best,
    ends.filter((end) => end !== best),
  );
  let done = all.evaluations;
  const refined = await refine(all, {
    errorsAt: async (points) => {
      const errors = await errorsOn(bench, points, manyWorlds(bench.job.replicates));
      done += points.length;
      tell(Math.max(0, chosen), { ...all, evaluations: done });
      return errors;
    },
    ...{ evaluations, lossRest: REST.lossRest },
  });
  return { ...all, ...refined, compared };
}

/** A start's best, with the counts of others added. */
function sumOf(at: SearchEnd, others: readonly SearchEnd[]): SearchEnd {
  return {
    ...at,
    evaluations: others.reduce((sum, { evaluations }) => sum + evaluations, at.evaluations),
    restarts: others.reduce((sum, { restarts }) => sum + restarts, at.restarts),
  };
}

async function freshObjective({ job, fresh }: Bench, { best }: SearchEnd): Promise<number> {
  const worlds = manyWorlds(job.replicates);
  const founds = await fresh([best.point], { worlds, first: worlds });
  return founds ? objectiveOf(job.aims, founds[0], best.point) : Number.POSITIVE_INFINITY;
}

/** The objective at points, and the errors that it is the sum of squares of. */
async function errorsOn(
  { fitted, own }: Bench,
  points: readonly (readonly number[])[],
  worlds: number,
): Promise<Errors[] | undefined> {
  const founds = await own(points, { worlds });
  return founds?.map((found, k) => ({
    loss: objectiveOf(fitted, found, points[k]),
    errors: [...toldErrors(fitted, found), ...pullsOf(points[k])],
  }));
}

interface Start {
  readonly start: number;
  /** Evaluations, and those of them that are kept for Gauss-Newton steps. */
  readonly share: number;
  readonly polish: number;
  readonly tell: (at: SearchEnd) => void;
}

async function runStart(bench: Bench, { start, share, polish, tell }: Start): Promise<SearchEnd> {
  const { replicates, seed } = bench.job;
  const found = await search({
    ...{ start: beginningOf(bench.job, start), seed: `${seed}/${start}`, ...REST },
    evaluations: share - polish,
    evaluate: async (points) => (await errorsOn(bench, points, replicates))?.map(({ loss }) => loss),
    onGeneration: tell,
  });
  if (polish === 0) return found;
  const refined = await refine(found, {
    errorsAt: (points) => errorsOn(bench, points, polishWorlds(replicates)),
    evaluations: share,
    lossRest: REST.lossRest,
  });
  const end = { ...found, ...refined };
  tell(end);
  return end;
}
