/**
 * Reads a policy module in a thread first: at level fenced nothing but a watchdog stops a module that loops or fills
 * its heap when it is read, and the main thread has none. What came through there may be read here.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BadPolicy } from '../source/policy-module.js';

/** What the thread is given. */
export interface Trial {
  readonly url: string;
}

/** What it tells: nothing is wrong, or what. */
export interface Verdict {
  readonly fault?: { readonly expected?: string; readonly received: string };
}

/** Longest reading, milliseconds, with the start of the thread on a busy machine. */
const PATIENCE = 10_000;
/** Heap, MiB. */
const HEAP = 128;

/** The compiled script, found through the package's own name, because tests run from sources. */
function script(): string {
  return join(dirname(createRequire(import.meta.url).resolve('afterburn')), 'policies/trial-thread.js');
}

function asError({ expected, received }: NonNullable<Verdict['fault']>): Error {
  return expected === undefined ? new Error(received) : new BadPolicy(expected, received);
}

/** @param url of the module @throws BadPolicy, Error that says why it cannot be read at level fenced */
export function tryToRead(url: string): Promise<void> {
  const workerData: Trial = { url };
  const worker = new Worker(script(), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    stdout: true,
    stderr: true,
  });
  return new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`one that takes more than ${PATIENCE / 1000} s to read`));
      void worker.terminate();
    }, PATIENCE);
    worker.on('message', ({ fault }: Verdict) => (fault ? reject(asError(fault)) : resolve()));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isFull ? new Error(`one that needs more than ${HEAP} MB to read`) : error);
    });
    worker.on('exit', () => {
      clearTimeout(late);
      reject(new Error('one that ends the thread that reads it'));
    });
  });
}
