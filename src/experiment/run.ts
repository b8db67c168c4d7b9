/**
 * Runs a plan on a pool: hands out chunks from a queue, gives each finished chunk to `keep`, counts, stops.
 * One chunk more than the pool can compute is in flight, so no thread waits while another's part is written.
 */
import type { Chunk, ChunkResult, Failure, Pool } from './job.js';
import { keepStretches, type Soon } from './stretches.js';

/** Where a run stands. Worlds are counted over all points. */
export interface Progress {
  /** Worlds finished or failed by now, without those found in the folder. */
  readonly done: number;
  /** Worlds this run has to simulate. */
  readonly total: number;
  readonly failed: number;
}

export interface RunOptions {
  /** Writes down what a chunk gave; the next chunk of the same lane waits for it. An error stops the run. */
  readonly keep: (result: ChunkResult) => void | Promise<void>;
  /** Keeps worlds of a long chunk before its end; whole chunks unless given. */
  readonly soon?: Soon;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run; what was finished is still given to `keep`. */
  readonly signal?: AbortSignal;
  /** The run stops when more replicates than this have failed. */
  readonly maxFailures?: number;
}

export interface RunEnd {
  readonly failures: readonly Failure[];
  /** False if the signal, too many failures or a pool that gave up stopped it. */
  readonly complete: boolean;
  /** The last of the hung worlds that made the pool give up before the end. */
  readonly hung?: Failure;
}

/**
 * Simulates all chunks. Closes the pool in any case.
 * @throws what `keep` throws, or the pool if no thread can start
 */
export async function runChunks(chunks: readonly Chunk[], pool: Pool, options: RunOptions): Promise<RunEnd> {
  try {
    return await runOpen(chunks, pool, options);
  } finally {
    await pool.close();
  }
}

/** Simulates all chunks on a pool that is left open for more, unless the run was stopped or broke. */
export async function runOpen(chunks: readonly Chunk[], pool: Pool, options: RunOptions): Promise<RunEnd> {
  let next = 0;
  const total = chunks.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const failures: Failure[] = [];
  let done = 0;
  let stopped = options.signal?.aborted ?? false;
  const stop = () => {
    stopped = true;
    void pool.close();
  };
  const work = async () => {
    const mayGoOn = () => !stopped && !pool.hung?.aborted;
    for (let chunk = chunks[next++]; chunk && mayGoOn(); chunk = chunks[next++]) {
      const stretches = keepStretches(chunk, { ...options, onBroken: stop });
      const running = pool.run(chunk, (outcome) => {
        done++;
        options.onProgress?.({ done, total, failed: failures.length });
        stretches.ended(outcome);
      });
      const result = await running.finally(stretches.kept);
      failures.push(...result.failures);
      await stretches.rest(result);
      if (failures.length > (options.maxFailures ?? Infinity)) stop();
    }
  };
  const lane = async () => {
    try {
      await work();
    } catch (error) {
      stop();
      throw error;
    }
  };
  options.signal?.addEventListener('abort', stop, { once: true });
  const ends = await Promise.allSettled(Array.from({ length: pool.width + 1 }, lane));
  options.signal?.removeEventListener('abort', stop);
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
  const end = { failures: inOrder(failures, chunks), complete: done === total };
  return pool.hung?.aborted && !end.complete ? { ...end, hung: pool.hung.reason as Failure } : end;
}

/** Failures arrive as threads finish; they are told in the order of the plan. */
function inOrder(failures: readonly Failure[], chunks: readonly Chunk[]): Failure[] {
  const points = [...new Set(chunks.map(({ point }) => point))];
  const place = (failure: Failure) => points.indexOf(failure.point);
  return [...failures].sort((a, b) => place(a) - place(b) || a.replicate - b.replicate);
}
