/**
 * The least loss in the unit box within a number of evaluations: CMA-ES, started again with twice the candidates when
 * it has come to rest (IPOP, Auger & Hansen 2005), so that a local minimum is not the end. The first start is at the
 * given point, the later ones anywhere in the box. Random numbers are addressed by (seed, restart, generation).
 */
import { exp, keyOf, log, makeLuck, normalQuantile, uniform } from '../../../sim/index.js';
import { startCma } from '../../statistics/cma-es.js';
import { usualPopulation } from '../../statistics/cma-weights.js';

/** A point in the unit box and its loss. */
export interface Tried {
  readonly point: readonly number[];
  readonly loss: number;
}

export interface SearchOptions {
  /** Where to begin, each coordinate from 0 to 1; its loss is the first evaluation. */
  readonly start: readonly number[];
  /** Any string. */
  readonly seed: string;
  /** Most evaluations, at least 1. */
  readonly evaluations: number;
  /** A start is at rest when losses of the last generations differ by less than this ... */
  readonly lossRest: number;
  /** ... or when steps are shorter than this share of the box. */
  readonly stepRest: number;
  /** Losses of some points, in their order; undefined if the search is to stop. */
  readonly evaluate: (points: readonly (readonly number[])[]) => Promise<readonly number[] | undefined>;
  readonly onGeneration?: (at: SearchEnd) => void;
}

export interface SearchEnd {
  readonly best: Tried;
  readonly evaluations: number;
  /** Starts after the first. */
  readonly restarts: number;
  /** False if `evaluate` stopped it. */
  readonly complete: boolean;
}

/** First step, as a share of the box (Hansen 2016, appendix A: .3 of the range). */
const FIRST_STEP = 0.3;
/** More starts that find nothing better are in vain. */
const VAIN_STARTS = 2;
/** Streams of the search under its own seed. */
const STREAMS = { step: 1, start: 2 };

interface Run {
  readonly options: SearchOptions;
  best: Tried;
  evaluations: number;
  restarts: number;
  stopped: boolean;
}

/** Finds the least loss. @throws what `evaluate` throws */
export async function search(options: SearchOptions): Promise<SearchEnd> {
  const run: Run = {
    options,
    best: { point: options.start, loss: Number.POSITIVE_INFINITY },
    evaluations: 0,
    restarts: 0,
    stopped: false,
  };
  await tryAll(run, [options.start]);
  let vain = 0;
  while (!run.stopped && vain < VAIN_STARTS) {
    const before = run.best.loss;
    if (!(await oneStart(run))) break;
    vain = run.restarts > 0 && !(run.best.loss < before - options.lossRest) ? vain + 1 : 0;
    run.restarts++;
  }
  return endOf(run);
}

function endOf({ best, evaluations, restarts, stopped }: Run): SearchEnd {
  return { best, evaluations, restarts, complete: !stopped };
}

/** Evaluates points and keeps the best; undefined if the search is to stop. */
async function tryAll(run: Run, points: readonly (readonly number[])[]) {
  const losses = await run.options.evaluate(points);
  if (!losses) {
    run.stopped = true;
    return undefined;
  }
  run.evaluations += points.length;
  for (const [k, loss] of losses.entries()) if (loss < run.best.loss) run.best = { point: points[k], loss };
  run.options.onGeneration?.(endOf(run));
  return losses;
}

/** One start until it is at rest; false if the evaluations are used up or the search was stopped. */
async function oneStart(run: Run): Promise<boolean> {
  const { start, seed, evaluations, lossRest, stepRest } = run.options;
  const n = start.length;
  const luck = makeLuck(`search/${seed}`, run.restarts);
  const lambda = usualPopulation(n) * 2 ** run.restarts;
  const anywhere = keyOf(luck, STREAMS.start, 0);
  const cma = startCma({
    mean: run.restarts === 0 ? start : start.map((_, i) => uniform(anywhere, i)),
    sigma: FIRST_STEP,
    lambda,
    functions: { exp, log },
    normal: (generation, candidate, coordinate) =>
      normalQuantile(uniform(keyOf(luck, STREAMS.step, generation), candidate, coordinate)),
  });
  const remembered = 10 + Math.ceil((30 * n) / lambda);
  const bests: number[] = [];
  while (run.evaluations + lambda <= evaluations) {
    const points = cma.ask();
    const losses = await tryAll(run, points);
    if (!losses) return false;
    cma.tell(losses);
    bests.push(Math.min(...losses));
    if (cma.spread() < stepRest || cma.stretch() > 1e7) return true;
    const recent = [...bests.slice(-remembered), ...losses];
    const range = Math.max(...recent) - Math.min(...recent);
    if (bests.length >= remembered && !(range >= lossRest)) return true;
  }
  return false;
}
