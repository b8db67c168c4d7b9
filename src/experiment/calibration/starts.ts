/**
 * Independent starts of a fit: the first where the scenario stands, the others anywhere. Each is CMA-ES over few worlds,
 * then Gauss-Newton steps over several times as many, because the luck of few worlds moves the optimum. The best is
 * chosen on fresh worlds: on its own each start looks better than it is.
 */
import { keyOf, makeLuck, uniform } from '../../../sim/index.js';
import type { Bench } from './bench.js';
import { objectiveOf, pullsOf, toldErrors } from './objective.js';
import { coordinateOf } from './parameters.js';
import { refine, reserveOf } from './refine.js';
import { type SearchEnd, search } from './search.js';

/** Most starts, and the evaluations below which another one is not worth it. */
const MOST_STARTS = 3;
const LEAST_EVALUATIONS = 150;
/** Rest of a search: a tenth of a percent of the loss that one standard deviation makes, a 5,000th of the ranges. */
const REST = { lossRest: 1e-3, stepRest: 2e-4 };
/** Gauss-Newton steps, and what is told of the optimum, take this many times the worlds of the search. */
const POLISH = 4;
/** Starts are compared on this many times the worlds of the search, and the best is reported on as many others. */
const FRESH = 16;

/** Worlds of the last steps of a start. */
export function polishWorlds(replicates: number): number {
  return POLISH * replicates;
}

/** Fresh worlds that a point is reported on. */
export function freshWorlds(replicates: number): number {
  return FRESH * replicates;
}

/** How many starts so many evaluations allow. */
export function startsFor(evaluations: number): number {
  return Math.min(MOST_STARTS, Math.max(1, Math.floor(evaluations / LEAST_EVALUATIONS)));
}

/** The end of a start; `chosenBy` is its objective on fresh worlds. */
export interface StartEnd extends SearchEnd {
  readonly chosenBy: number;
}

/** All starts that were begun, in their order; `best` has the least objective on fresh worlds. */
export interface StartsEnd {
  readonly best: StartEnd;
  readonly all: readonly StartEnd[];
}

/** Where a start begins. */
function beginningOf({ seed, parameters }: Bench['job'], start: number): number[] {
  const luck = makeLuck(`calibration starts/${seed}`, start);
  return parameters.map((parameter, k) =>
    start === 0 ? coordinateOf(parameter, parameter.start) : uniform(keyOf(luck, 1, 0), k),
  );
}

/** Runs the starts one after the other. @param onProgress told of the start, from 0, and how far it is */
export async function runStarts(
  bench: Bench,
  onProgress: (start: number, at: SearchEnd) => void,
): Promise<StartsEnd> {
  const { evaluations } = bench.job;
  const count = startsFor(evaluations);
  const all: StartEnd[] = [];
  for (let start = 0; start < count; start++) {
    const share = Math.floor(evaluations / count) + (start < evaluations % count ? 1 : 0);
    const end = await runStart(bench, { start, share, onProgress: (at) => onProgress(start, at) });
    all.push({ ...end, chosenBy: count > 1 && end.complete ? await freshObjective(bench, end) : 0 });
    if (!end.complete) break;
  }
  const compared = all.filter(({ complete }) => complete);
  const best = (compared.length > 0 ? compared : all).reduce((least, each) =>
    each.chosenBy < least.chosenBy ? each : least,
  );
  return { best, all };
}

async function freshObjective({ job, fresh }: Bench, { best }: SearchEnd): Promise<number> {
  const worlds = freshWorlds(job.replicates);
  const founds = await fresh([best.point], { worlds, first: worlds });
  return founds ? objectiveOf(job.aims, founds[0], best.point) : Number.POSITIVE_INFINITY;
}

async function runStart(
  { job, fitted, own }: Bench,
  { start, share, onProgress }: { start: number; share: number; onProgress: (at: SearchEnd) => void },
): Promise<SearchEnd> {
  const { replicates, seed, parameters } = job;
  const errorsOn = async (points: readonly (readonly number[])[], worlds: number) => {
    const founds = await own(points, { worlds });
    return founds?.map((found, k) => ({
      loss: objectiveOf(fitted, found, points[k]),
      errors: [...toldErrors(fitted, found), ...pullsOf(points[k])],
    }));
  };
  const begun = beginningOf(job, start);
  const found = await search({
    ...{ start: begun, seed: `${seed}/${start}`, ...REST },
    evaluations: share - reserveOf(parameters.length, share),
    evaluate: async (points) => (await errorsOn(points, replicates))?.map(({ loss }) => loss),
    onGeneration: onProgress,
  });
  const refined = await refine(found, {
    errorsAt: (points) => errorsOn(points, polishWorlds(replicates)),
    evaluations: share,
    lossRest: REST.lossRest,
  });
  const end = { ...found, ...refined };
  onProgress(end);
  return end;
}
