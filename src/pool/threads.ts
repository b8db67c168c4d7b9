/**
 * The pool on worker threads, own and small: piscina rejects a whole task when its thread dies, we want to keep
 * the worlds that were finished and to go on behind the one that killed it (seats.ts).
 */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type { JobSetup, Pool } from '../experiment/job.js';
import { makeSeat } from './seat.js';
import { poolOfSeats } from './seats.js';
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

/** The compiled worker, found through the package's own name, because tests run from TypeScript sources. */
function packageWorker(): string {
  return createRequire(import.meta.url).resolve('afterburn/worker');
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
  return poolOfSeats(seats, { seed: options.setup.seed, suspected: suspects(options.setup) });
}
