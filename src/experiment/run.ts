/**
 * Runs a plan on a pool: hands out chunks from a queue, gives each finished chunk to `keep`, counts, stops.
 * One chunk more than the pool can compute is in flight, so no thread waits while another's part is written.
 */
import type { Outcome } from '../../sim/index.js';
import type { Chunk, ChunkResult, Failure, Pool } from './job.js';

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
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run; what was finished is still given to `keep`. */
  readonly signal?: AbortSignal;
  /** The run stops when more replicates than this have failed. */
  readonly maxFailures?: number;
  /** The run stops when so many worlds of one point have hung and none came to its end in between. */
  readonly mostHung?: number;
}

export interface RunEnd {
  readonly failures: readonly Failure[];
  /** False if the signal, too many failures or too many hung worlds stopped it. */
  readonly complete: boolean;
  /** The last of the hung worlds that stopped it. */
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
  const hangs = countHangs(options.mostHung ?? Infinity, stop);
  const count = (point: string) => (outcome?: Outcome, failure?: Failure) => {
    done++;
    options.onProgress?.({ done, total, failed: failures.length });
    hangs.add(point, outcome ?? failure);
  };
  const work = async () => {
    for (let chunk = chunks[next++]; chunk && !stopped; chunk = chunks[next++]) {
      const result = await pool.run(chunk, count(chunk.point));
      failures.push(...result.failures);
      if (result.outcomes.length > 0) await options.keep(result);
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
  const hung = hangs.last();
  return hung ? { ...end, hung } : end;
}

/** Counts the hung worlds of each point since the last that came to its end; a world that throws is neither. */
function countHangs(most: number, stop: () => void) {
  const inARow = new Map<string, number>();
  let last: Failure | undefined;
  return {
    add(point: string, end: Outcome | Failure | undefined) {
      if (!end || last) return;
      if (!('message' in end)) inARow.delete(point);
      else if (end.hung) inARow.set(point, (inARow.get(point) ?? 0) + 1);
      if ((inARow.get(point) ?? 0) < most) return;
      last = end as Failure;
      stop();
    },
    /** The world that was one too many. */
    last: () => last,
  };
}

/** Failures arrive as threads finish; they are told in the order of the plan. */
function inOrder(failures: readonly Failure[], chunks: readonly Chunk[]): Failure[] {
  const points = [...new Set(chunks.map(({ point }) => point))];
  const place = (failure: Failure) => points.indexOf(failure.point);
  return [...failures].sort((a, b) => place(a) - place(b) || a.replicate - b.replicate);
}
