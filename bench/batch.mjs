// The batch phase of `afterburn run`: from handing out the first chunk to the last part on disk. It is the command's
// own code (threads, queue, parts); reading the scenario before it and the report after it are left out, the start
// of the threads is in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longestPart } from '../dist/src/cli/open-run.js';
import { chunkLength, planChunks, span } from '../dist/src/experiment/plan.js';
import { runChunks } from '../dist/src/experiment/run.js';
import { threadPool } from '../dist/src/pool/threads.js';
import { realDisk } from '../dist/src/store/disk.js';
import { identify } from '../dist/src/store/fingerprint.js';
import { openFolder } from '../dist/src/store/folder.js';
import { cpuSeconds } from './clock.mjs';
import { watchCores } from './others.mjs';

const SEED = 'bench';

/** The chunks that `afterburn run` would cut. */
export function chunksOf(scenario, { replicates, threads }) {
  const wanted = [{ point: 'base', replicates: span(0, replicates - 1) }];
  return planChunks(wanted, chunkLength(replicates, threads, longestPart(scenario)));
}

/**
 * Simulates replicates 0 to n - 1 on threads into a temporary folder.
 * @returns CPU seconds of all threads together, and what `watchCores` tells
 * @throws Error if a replicate fails
 */
export async function timeBatch(scenario, { replicates, threads }) {
  const path = mkdtempSync(join(tmpdir(), 'batch-'));
  const folder = await openFolder(realDisk, path, {
    raw: scenario.raw,
    ...identify(scenario.raw, SEED, { modules: {} }),
  });
  const pool = threadPool({ setup: { raw: scenario.raw, seed: SEED, modules: {} }, threads });
  const watch = watchCores();
  const begin = cpuSeconds();
  try {
    const keep = (result) => folder.keep(result);
    const end = await runChunks(chunksOf(scenario, { replicates, threads }), pool, { keep });
    if (!end.complete || end.failures.length > 0) throw new Error('timeBatch: the batch is not complete');
    const cpu = cpuSeconds() - begin;
    return { cpu, ...watch(cpu) };
  } finally {
    folder.close();
    rmSync(path, { recursive: true, force: true });
  }
}
