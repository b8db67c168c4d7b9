/**
 * Simulates sets of values on a pool whose threads keep running: a job carries its values (`Chunk.values`), so a
 * thread parses the scenario again but is not started again. All sets meet the same replicates: common random numbers.
 */
import type { Outcome } from '../../../sim/index.js';
import type { Chunk, Failure, Pool, Values } from '../job.js';
import { measureAll } from '../measure-batch.js';
import { planChunks, span } from '../plan.js';
import type { Aim } from './aims.js';

/** A set of values, and the replicates in which it is tried. */
export interface Trial {
  readonly values: Values;
  /** First replicate, from 0. */
  readonly first: number;
}

export interface TrialSetup {
  readonly pool: Pool;
  readonly aims: readonly Aim[];
  /** `base` and the arms that aims name. */
  readonly points: readonly string[];
  /** Worlds of each trial and point. */
  readonly replicates: number;
  readonly onWorld?: () => void;
  readonly onFailures?: (failures: readonly Failure[]) => void;
}

/** Chunks of a thread in one round, so that the last ones end together. */
const PER_THREAD = 4;
/** Fewest worlds in a chunk: each chunk may cost a thread a parse. */
const LEAST = 4;

/**
 * What every aim finds under each set of values, in the order of the trials; NaN where it could not be measured.
 * The numbers do not depend on the threads.
 */
export async function runTrials(setup: TrialSetup, trials: readonly Trial[]): Promise<number[][]> {
  const { pool, points, replicates } = setup;
  const worlds = trials.length * points.length * replicates;
  const length = Math.min(replicates, Math.max(LEAST, Math.ceil(worlds / (pool.width * PER_THREAD))));
  const queue = trials.map(({ values, first }) => {
    const wanted = points.map((point) => ({ point, replicates: span(first, first + replicates - 1) }));
    return planChunks(wanted, length).map((chunk): Chunk => ({ ...chunk, values }));
  });
  return Promise.all(queue.map((chunks) => runTrial(setup, chunks)));
}

async function runTrial({ pool, aims, onWorld, onFailures }: TrialSetup, chunks: readonly Chunk[]) {
  const results = await Promise.all(chunks.map((chunk) => pool.run(chunk, onWorld)));
  const worlds = new Map<string, Outcome[]>();
  for (const { chunk, outcomes, failures } of results) {
    if (failures.length > 0) onFailures?.(failures);
    worlds.set(chunk.point, [...(worlds.get(chunk.point) ?? []), ...outcomes]);
  }
  const batch = { outcomes: (point: string) => worlds.get(point) ?? [] };
  return measureAll(
    aims.map(({ formula }) => formula),
    batch,
  ).map(({ found }) => found);
}
