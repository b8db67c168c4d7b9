/**
 * Fits the free fields of a scenario to its targets: independent starts of CMA-ES and Gauss-Newton on the sum of squared
 * standardised errors over a batch with common random numbers (`starts.ts`), then the fit on fresh worlds of another
 * seed, then what the targets tell about the values (`identify.ts`). Held-out targets are measured on fresh worlds only.
 */
import type { Scenario } from '../../../sim/index.js';
import type { Failure, Pool } from '../job.js';
import { type Aim, lossOf } from './aims.js';
import { type Bench, makeBench } from './bench.js';
import { type Identified, identify } from './identify.js';
import { coordinateOf, type Parameter, valuesAt } from './parameters.js';
import type { SearchEnd } from './search.js';
import { manyWorlds, runStarts } from './starts.js';

/** What is to be fitted, and with what. */
export interface CalibrationJob {
  readonly scenario: Scenario;
  readonly parameters: readonly Parameter[];
  readonly aims: readonly Aim[];
  /** Threads that know the scenario and the seed of the worlds that are fitted; closed at the end. */
  readonly pool: Pool;
  /** The same with another seed: worlds that the search never sees; closed at the end. */
  readonly freshPool: Pool;
  /** Worlds of each set of values in the search; the last steps take 4 and 16 times as many, the report 16 times. */
  readonly replicates: number;
  /** Most sets of values that all starts together try. */
  readonly evaluations: number;
  /** Of the search's own steps; worlds have those of the pools. */
  readonly seed: string;
  /** Also the least loss over a coarse grid of each parameter. */
  readonly profile: boolean;
  readonly onProgress?: (at: CalibrationProgress) => void;
  /** Stops it; the best so far is the result. */
  readonly signal?: AbortSignal;
}

/** Where a calibration stands: `evaluations` and `restarts` of all starts so far, `best` of this one. */
export interface CalibrationProgress extends SearchEnd {
  readonly worlds: number;
  /** From 0. */
  readonly start: number;
  /** `search`, then `information`. */
  readonly stage: 'search' | 'information';
}

/** What was found at a point: aims in their order (NaN: not measured), and the loss of the fitted ones. */
export interface Measured {
  readonly found: readonly number[];
  readonly loss: number;
}

export interface CalibrationResult extends Partial<Identified> {
  /** In the order of the parameters. */
  readonly point: readonly number[];
  readonly values: Readonly<Record<string, number>>;
  /** At the optimum on fresh worlds, on the worlds of its last steps, and in the scenario as it was on fresh worlds. */
  readonly fresh: Measured;
  readonly own: Measured;
  readonly before: Measured;
  /** Objectives of the starts on fresh worlds, in their order; empty for a lone one. */
  readonly starts: readonly number[];
  readonly search: SearchEnd;
  readonly worlds: number;
  readonly failures: readonly Failure[];
}

/** Finds what is most like the targets. Closes the pools in any case. @throws what the pools throw */
export async function calibrate(job: CalibrationJob): Promise<CalibrationResult> {
  const close = async () => void (await Promise.all([job.pool.close(), job.freshPool.close()]));
  const stop = () => void close();
  job.signal?.addEventListener('abort', stop, { once: true });
  try {
    return await searchAndInform(makeBench(job));
  } finally {
    job.signal?.removeEventListener('abort', stop);
    await close();
  }
}

async function searchAndInform(bench: Bench): Promise<CalibrationResult> {
  const { job } = bench;
  const tell = (start: number, stage: CalibrationProgress['stage'], at: SearchEnd) =>
    job.onProgress?.({ ...at, start, worlds: bench.worlds(), stage });
  const { compared, ...search } = await runStarts(bench, (start, at) => tell(start, 'search', at));
  const { point } = search.best;
  if (search.complete) tell(0, 'information', search);
  const measured = await measure(bench, point);
  const told = Number.isFinite(measured.fresh.loss) ? await identify(bench, point) : undefined;
  return {
    ...{ point, values: valuesAt(job.parameters, point), ...measured, ...told },
    starts: compared,
    search: { ...search, complete: search.complete && !job.signal?.aborted },
    worlds: bench.worlds(),
    failures: bench.failures,
  };
}

/** The optimum and the scenario as it was; what a stopped calibration cannot measure any more is NaN. */
async function measure({ job, fitted, own, fresh }: Bench, point: readonly number[]) {
  const { aims, parameters, replicates } = job;
  const as = (all: readonly Aim[], found: readonly number[] | undefined): Measured => ({
    found: found ?? all.map(() => Number.NaN),
    loss: found ? lossOf(all, found) : Number.POSITIVE_INFINITY,
  });
  const before = parameters.map((parameter) => coordinateOf(parameter, parameter.start));
  const worlds = manyWorlds(replicates);
  const ownFound = await own([point], { worlds });
  const found = await fresh([point, before], { worlds });
  return {
    fresh: as(aims, found?.[0]),
    before: as(aims, found?.[1]),
    own: as(fitted, ownFound?.[0]),
  };
}
