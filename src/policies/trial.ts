/**
 * Reads a policy module in a thread first: at levels fenced and trusted nothing but a watchdog stops a module that loops
 * when it is read (or, fenced, fills its heap), and the main thread has none. What came through there may be read here.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PolicyLevel } from '../experiment/policy-level.js';
import { BadPolicy } from '../source/policy-module.js';

/** The interpreter of level untrusted has a watchdog of its own. */
export type TriedLevel = Exclude<PolicyLevel, 'untrusted'>;

/** What the thread is given. */
export interface Trial {
  readonly url: string;
  readonly level: TriedLevel;
}

/** What it tells: nothing is wrong, or what. */
export interface Verdict {
  readonly fault?: { readonly expected?: string; readonly received: string };
}

/** Longest reading, milliseconds, with the start of the thread on a busy machine; a trusted module may import many files. */
const PATIENCE: Readonly<Record<TriedLevel, number>> = { fenced: 10_000, trusted: 30_000 };
/** Heap at level fenced, MiB. */
const HEAP = 128;

/** The compiled script, found through the package's own name, because tests run from sources. */
function script(): string {
  return join(dirname(createRequire(import.meta.url).resolve('afterburn')), 'policies/trial-thread.js');
}

function asError({ expected, received }: NonNullable<Verdict['fault']>): Error {
  return expected === undefined ? new Error(received) : new BadPolicy(expected, received);
}

/** @param url of the module @throws BadPolicy, Error that says why it cannot be read at this level */
export function tryToRead(url: string, level: TriedLevel): Promise<void> {
  const workerData: Trial = { url, level };
  const patience = PATIENCE[level];
  const worker = new Worker(script(), {
    workerData,
    ...(level === 'fenced' ? { resourceLimits: { maxOldGenerationSizeMb: HEAP } } : {}),
    stdout: true,
    stderr: true,
  });
  return new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`one that takes more than ${patience / 1000} s to read`));
      void worker.terminate();
    }, patience);
    worker.on('message', ({ fault }: Verdict) => {
      if (fault) reject(asError(fault));
      else resolve();
      // a trusted module may have begun something that keeps its thread alive
      void worker.terminate();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(isFull ? new Error(`one that needs more than ${HEAP} MB to read`) : error);
    });
    worker.on('exit', () => {
      clearTimeout(late);
      // whoever imports it tells how it ended the process, or what it waits for
      if (level === 'trusted') resolve();
      reject(new Error('one that ends the thread that reads it'));
    });
  });
}
