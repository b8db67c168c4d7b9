/** A batch held in memory: for the library and for `check`, where nothing is to be left on disk. */
import { type Outcome, type Scenario, startWarnings } from '../../sim/index.js';
import type { Failure, Pool } from './job.js';
import { chunkLength, planChunks, pointsOf, span } from './plan.js';
import { type Progress, runChunks } from './run.js';
import { summarise, type Worlds } from './summarise.js';
import type { Summary } from './summary.js';

export interface MemoryBatchOptions {
  /** Replicates 0 to replicates - 1 of every point. */
  readonly replicates: number;
  /** Names of arms besides the base. */
  readonly arms: readonly string[];
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  readonly maxFailures?: number;
}

/** What a batch in memory gives. */
export interface BatchResult {
  readonly summary: Summary;
  /** Worlds that finished, by point (`base` or the name of an arm), in replicate order. */
  readonly outcomes: Readonly<Record<string, readonly Outcome[]>>;
  /** Worlds that could not be simulated; they leave n. */
  readonly failures: readonly Failure[];
  /** `complete`, or `PARTIAL n of N` if it was stopped. */
  readonly state: string;
  /** The last of the worlds that hung one after the other, if that stopped it. */
  readonly hung?: Failure;
}

/** `complete`, or how many of all worlds a stopped batch has. */
export function stateOf(complete: boolean, finished: number, wanted: number): string {
  return complete ? 'complete' : `PARTIAL ${finished} of ${wanted}`;
}

/** Simulates all points on the pool and summarises. Costs about 100 kB a world of 14 firms and 36 months. */
export async function runInMemory(
  scenario: Scenario,
  pool: Pool,
  options: MemoryBatchOptions,
): Promise<BatchResult> {
  const { replicates } = options;
  const points = pointsOf(options.arms);
  const wanted = points.map((point) => ({ point, replicates: span(0, replicates - 1) }));
  const kept = new Map<string, Outcome[]>(points.map((point) => [point, []]));
  const end = await runChunks(planChunks(wanted, chunkLength(replicates, pool.width)), pool, {
    ...options,
    keep: ({ chunk, outcomes }) => void kept.get(chunk.point)?.push(...outcomes),
  });
  for (const outcomes of kept.values()) outcomes.sort((a, b) => a.replicate - b.replicate);
  const worlds: Worlds = { points, replicates, outcomes: (point) => kept.get(point) ?? [] };
  const finished = [...kept.values()].reduce((sum, outcomes) => sum + outcomes.length, 0);
  return {
    summary: summarise(scenario, worlds, { failed: end.failures, warnings: startWarnings(scenario) }),
    outcomes: Object.fromEntries(kept),
    failures: end.failures,
    state: stateOf(end.complete, finished, points.length * replicates),
    ...(end.hung ? { hung: end.hung } : {}),
  };
}
