/**
 * The pool on worker threads, own and small: piscina rejects a whole task when its thread dies, we want to keep
 * the worlds that were finished and to go on behind the one that killed it.
 *
 * A thread that dies in a world is replaced and the world is tried once more in the fresh thread; if that dies
 * too, the world is a Failure. A world that throws is a Failure at once, because it would throw again.
 */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { type Chunk, type ChunkResult, failureOf, type JobSetup, type Pool } from '../experiment/job.js';
import { type Collector, collect } from './collect.js';
import { makeSeat, type Seat } from './seat.js';
import { suspects } from './suspects.js';

export interface ThreadPoolOptions {
  readonly setup: JobSetup;
  /** At least 1; more than `usefulThreads` are not started. */
  readonly threads: number;
  /** Worlds at a time, `threads` unless given. With fewer worlds than threads several threads share each world. */
  readonly worlds?: number;
  /** Longest silence within one world, milliseconds of the wall clock; 600,000 unless given. */
  readonly patienceMs?: number;
  /** Heap of each thread, MiB; 1,024 unless given. */
  readonly heapMb?: number;
  /** Script of the threads; the package's own unless given. */
  readonly workerFile?: string;
}

/** Threads for each core at most: more only take memory and time to start. */
const MOST_PER_CORE = 4;

/** How many threads are of use here: at most four for each core. */
export function usefulThreads(wanted: number): number {
  return Math.min(wanted, MOST_PER_CORE * availableParallelism());
}

/** A thread that died before it could simulate anything. */
export class ThreadError extends Error {
  constructor(cause: Error, suspected: string) {
    const who = cause.message.endsWith(suspected) ? '' : suspected;
    super(`a thread could not start: ${cause.message}${who}`, { cause });
    this.name = 'ThreadError';
  }
}

/** The compiled worker, found through the package's own name, because tests run from TypeScript sources. */
function packageWorker(): string {
  return createRequire(import.meta.url).resolve('afterburn/worker');
}

async function runOnSeat(
  seat: Seat,
  got: Collector,
  job: { chunk: Chunk; seed: string; suspected: string; stopped: () => boolean },
): Promise<ChunkResult> {
  let retried = -1;
  while (got.next() <= job.chunk.last && !job.stopped()) {
    const end = await seat.work({ ...job.chunk, first: got.next() }, got.sink);
    if (end.kind === 'done' || job.stopped()) break;
    if (!end.started) throw new ThreadError(end.reason, job.suspected);
    const replicate = got.next();
    if (retried === replicate) {
      got.sink.failure(failureOf(end.reason, { point: job.chunk.point, replicate, seed: job.seed }));
    }
    retried = replicate;
  }
  return got.result();
}

/** Starts nothing yet; threads begin with the first chunks and live until `close`. */
export function threadPool(options: ThreadPoolOptions): Pool {
  const seatOptions = {
    setup: options.setup,
    workerFile: options.workerFile ?? packageWorker(),
    patienceMs: options.patienceMs ?? 600_000,
    heapMb: options.heapMb ?? 1024,
  };
  const threads = usefulThreads(options.threads);
  const width = Math.min(threads, options.worlds ?? threads);
  const seats = Array.from({ length: width }, (_, k) =>
    makeSeat({ ...seatOptions, helpers: Math.floor((threads + width - 1 - k) / width) - 1 }),
  );
  const free = [...seats];
  const waiting: ((seat: Seat) => void)[] = [];
  const { seed } = options.setup;
  const suspected = suspects(options.setup);
  let closed = false;
  const take = () =>
    new Promise<Seat>((resolve) => {
      const seat = free.pop();
      if (seat) resolve(seat);
      else waiting.push(resolve);
    });
  const giveBack = (seat: Seat) => {
    const next = waiting.shift();
    if (next) next(seat);
    else free.push(seat);
  };
  return {
    width,
    async run(chunk, onReplicate) {
      const seat = await take();
      try {
        const job = { chunk, seed, suspected, stopped: () => closed };
        return await runOnSeat(seat, collect(chunk, onReplicate), job);
      } finally {
        giveBack(seat);
      }
    },
    async close() {
      closed = true;
      await Promise.all(seats.map((seat) => seat.stop()));
    },
  };
}
