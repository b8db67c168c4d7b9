/**
 * Fits the free fields of a scenario to its targets: CMA-ES on the sum of squared standardised errors over a batch
 * with common random numbers, Gauss-Newton steps at its end, then what the targets tell about the values. The search
 * knows only the fitted targets; held-out ones are measured along and reported.
 */
import type { Scenario } from '../../../sim/index.js';
import { armsNamed } from '../formula-check.js';
import type { Failure, Pool, Values } from '../job.js';
import { pointsOf } from '../plan.js';
import { type Aim, errorsOf, lossOf } from './aims.js';
import { type Information, informationOf, inverseInformation, product } from './information.js';
import { coordinateOf, type Parameter, valueAt, valuesAt } from './parameters.js';
import { refine, reserveOf } from './refine.js';
import { type SearchEnd, search } from './search.js';
import { runTrials, type Trial } from './trials.js';

/** What is to be fitted, and with what. */
export interface CalibrationJob {
  readonly scenario: Scenario;
  readonly parameters: readonly Parameter[];
  readonly aims: readonly Aim[];
  /** Threads that know the scenario; closed at the end. */
  readonly pool: Pool;
  /** Worlds of each set of values. */
  readonly replicates: number;
  /** Most sets of values that the search tries. */
  readonly evaluations: number;
  readonly seed: string;
  /** Also the least loss over a coarse grid of each parameter. */
  readonly profile: boolean;
  readonly onProgress?: (at: CalibrationProgress) => void;
  /** Stops it; the best so far is the result. */
  readonly signal?: AbortSignal;
}

/** Where a calibration stands. */
export interface CalibrationProgress extends SearchEnd {
  readonly worlds: number;
  /** `search`, then `information`. */
  readonly stage: 'search' | 'information';
}

/** Loss along a parameter, the others following by one linear step; `value` is what was tried. */
export interface ProfilePoint {
  readonly value: number;
  readonly loss: number;
}

export interface CalibrationResult {
  /** In the order of the parameters. */
  readonly point: readonly number[];
  readonly values: Values;
  /** What the aims find at the optimum, and in the scenario as it was, in their order. */
  readonly found: readonly number[];
  readonly foundBefore: readonly number[];
  readonly loss: number;
  readonly lossBefore: number;
  readonly search: SearchEnd;
  readonly worlds: number;
  /** Missing if it was stopped. */
  readonly information?: Information;
  /** Standard deviation of what each aim finds, from the luck of as many worlds; missing if it was stopped. */
  readonly luck?: readonly number[];
  /** A list for each parameter. */
  readonly profile?: readonly (readonly ProfilePoint[])[];
  readonly failures: readonly Failure[];
}

/** Rest of the search: a tenth of a percent of the loss that one standard deviation makes, a 5,000th of the ranges. */
const REST = { lossRest: 1e-3, stepRest: 2e-4 };
/** Half of a central difference, in ranges: wide, because a loss over few worlds is rough, and roughness looks like information. */
const HALF = 0.05;
/** Groups of worlds on each side of a central difference, because noise in it would count as information. */
const SIDES = 4;
/** Groups of other worlds that tell the luck. */
const GROUPS = 8;
/** Coordinates of a profile. */
const GRID = [0, 0.25, 0.5, 0.75, 1];
/** Failures that are kept. */
const MOST_FAILURES = 1000;

interface Bench {
  readonly job: CalibrationJob;
  /** What aims find at points of the box; undefined if it was stopped. */
  tryAt(points: readonly (readonly number[])[], firsts?: readonly number[]): Promise<number[][] | undefined>;
  worlds(): number;
  readonly failures: Failure[];
}

function makeBench(job: CalibrationJob): Bench {
  const { scenario, parameters, aims, pool, replicates, signal } = job;
  let worlds = 0;
  const failures: Failure[] = [];
  const setup = {
    pool,
    aims,
    points: pointsOf(
      armsNamed(
        aims.map(({ formula }) => formula),
        scenario,
      ),
    ),
    replicates,
    onWorld: () => {
      worlds++;
    },
    onFailures: (more: readonly Failure[]) => {
      failures.push(...more.slice(0, MOST_FAILURES - failures.length));
    },
  };
  return {
    job,
    failures,
    worlds: () => worlds,
    async tryAt(points, firsts = []) {
      if (signal?.aborted) return undefined;
      const trials = points.map(
        (point, k): Trial => ({ values: valuesAt(parameters, point), first: firsts[k] ?? 0 }),
      );
      const found = await runTrials(setup, trials);
      return signal?.aborted ? undefined : found;
    },
  };
}

/** Finds what is most like the targets. Closes the pool in any case. @throws what the pool throws */
export async function calibrate(job: CalibrationJob): Promise<CalibrationResult> {
  const stop = () => void job.pool.close();
  job.signal?.addEventListener('abort', stop, { once: true });
  try {
    return await searchAndInform(makeBench(job));
  } finally {
    job.signal?.removeEventListener('abort', stop);
    await job.pool.close();
  }
}

async function searchAndInform(bench: Bench): Promise<CalibrationResult> {
  const { job } = bench;
  const { parameters, aims } = job;
  const start = parameters.map((parameter) => coordinateOf(parameter, parameter.start));
  let best = { loss: Number.POSITIVE_INFINITY, found: aims.map(() => Number.NaN) };
  let before: typeof best | undefined;
  const evaluate = async (points: readonly (readonly number[])[], all: number[][] = []) => {
    const founds = await bench.tryAt(points);
    all.push(...(founds ?? []));
    return founds?.map((found) => {
      const loss = lossOf(aims, found);
      before ??= { loss, found };
      if (loss < best.loss || before.found === found) best = { loss, found };
      return loss;
    });
  };
  const found = await search({
    start,
    seed: job.seed,
    evaluations: job.evaluations - reserveOf(parameters.length, job.evaluations),
    ...REST,
    evaluate: (points) => evaluate(points),
    onGeneration: (at) => job.onProgress?.({ ...at, worlds: bench.worlds(), stage: 'search' }),
  });
  const errorsAt = async (points: readonly (readonly number[])[]) => {
    const founds: number[][] = [];
    const losses = await evaluate(points, founds);
    return losses && founds.map((each, k) => ({ loss: losses[k], errors: toldErrors(aims, each) }));
  };
  const refined = await refine(found, { errorsAt, evaluations: job.evaluations, lossRest: REST.lossRest });
  const end = { ...found, ...refined };
  const { point } = end.best;
  if (end.complete) job.onProgress?.({ ...end, worlds: bench.worlds(), stage: 'information' });
  const told = end.complete && Number.isFinite(best.loss) ? await inform(bench, point, best.found) : {};
  return {
    point,
    values: valuesAt(parameters, point),
    ...{ found: best.found, loss: best.loss },
    foundBefore: before?.found ?? best.found,
    lossBefore: before?.loss ?? best.loss,
    search: end,
    worlds: bench.worlds(),
    ...told,
    failures: bench.failures,
  };
}

/** Fitted errors only, because only these tell about the values. */
function fittedErrors(aims: readonly Aim[], found: readonly number[]): number[] {
  return errorsOf(aims, found).filter((_, k) => aims[k].fit);
}

function moved(point: readonly number[], k: number, to: number): number[] {
  return point.map((x, i) => (i === k ? Math.min(1, Math.max(0, to)) : x));
}

/** Standardised fitted errors; one that could not be measured tells nothing. */
function toldErrors(aims: readonly Aim[], found: readonly number[]): number[] {
  return fittedErrors(aims, found).map((z) => (Number.isFinite(z) ? z : 0));
}

/** Central differences of the errors by the coordinates, M x K, each the mean over `SIDES` groups of worlds. */
async function jacobianAt(bench: Bench, point: readonly number[]): Promise<number[][] | undefined> {
  const { aims, replicates } = bench.job;
  const sides = point.flatMap((x, k) => [moved(point, k, x - HALF), moved(point, k, x + HALF)]);
  const tries = sides.flatMap((side) =>
    Array.from({ length: SIDES }, (_, g) => ({ side, first: g * replicates })),
  );
  const founds = await bench.tryAt(
    tries.map(({ side }) => side),
    tries.map(({ first }) => first),
  );
  if (!founds) return undefined;
  const errors = founds.map((found) => toldErrors(aims, found));
  const mean = (side: number, m: number) =>
    errors.slice(side * SIDES, (side + 1) * SIDES).reduce((sum, each) => sum + each[m], 0) / SIDES;
  return errors[0].map((_, m) =>
    point.map((__, k) => {
      const width = sides[2 * k + 1][k] - sides[2 * k][k];
      return (mean(2 * k + 1, m) - mean(2 * k, m)) / width;
    }),
  );
}

async function inform(bench: Bench, point: readonly number[], found: readonly number[]) {
  const { aims, replicates, profile } = bench.job;
  const jacobian = await jacobianAt(bench, point);
  const firsts = Array.from({ length: GROUPS }, (_, g) => (g + 1) * replicates);
  const groups = await bench.tryAt(
    firsts.map(() => point),
    firsts,
  );
  if (!groups || !jacobian) return {};
  const errors = groups.map((group) => toldErrors(aims, group));
  const information = informationOf(jacobian, errors);
  const luck = aims.map((_, m) => deviation([found, ...groups].map((each) => each[m])));
  if (!profile) return { information, luck };
  const profiled = await profileOf(bench, point, jacobian);
  return { information, luck, ...(profiled ? { profile: profiled } : {}) };
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** The least loss with one parameter held: the others take the step that undoes its effect, to first order. */
async function profileOf(bench: Bench, point: readonly number[], jacobian: readonly (readonly number[])[]) {
  const { parameters, aims } = bench.job;
  const tries = parameters.flatMap((_, k) =>
    GRID.map((to) => ({ k, at: followed(point, jacobian, { k, to }) })),
  );
  const founds = await bench.tryAt(tries.map(({ at }) => at));
  if (!founds) return undefined;
  const points = tries.map(({ k, at }, i) => ({
    k,
    value: valueAt(parameters[k], at[k]),
    loss: lossOf(aims, founds[i]),
  }));
  return parameters.map((_, own) =>
    points.flatMap(({ k, value, loss }): ProfilePoint[] => (k === own ? [{ value, loss }] : [])),
  );
}

function followed(
  point: readonly number[],
  jacobian: readonly (readonly number[])[],
  { k, to }: { k: number; to: number },
): number[] {
  const others = point.map((_, i) => i).filter((i) => i !== k);
  const rest = jacobian.map((row) => others.map((i) => row[i]));
  const effect = jacobian.map((row) => [row[k] * (to - point[k])]);
  const transposed = others.map((_, i) => rest.map((row) => row[i]));
  const steps = product(inverseInformation(rest), product(transposed, effect));
  const at = moved(point, k, to);
  for (const [i, other] of others.entries()) at[other] = Math.min(1, Math.max(0, point[other] - steps[i][0]));
  return at;
}
