/**
 * The process that a worker of a cluster starts for a shard: `shard-process.js <batch file> <id> <index> <threads>`. It tells
 * its standing by messages and ends as `afterburn shard` does; it ends at once when its worker is gone.
 */

import { span } from '../experiment/plan.js';
import { worldsOfShard } from '../experiment/shards.js';
import { type BatchRecord, readBatch } from '../store/batch-file.js';
import { realDisk } from '../store/disk.js';
import { fingerprintOf, identify } from '../store/fingerprint.js';
import { FolderRefused } from '../store/refusal.js';
import { recallScenario, userPoliciesOf } from '../store/scenario-file.js';
import { EXIT, exitOf } from './exits.js';
import { failureText } from './failure-text.js';
import { orAgain, type ShardedBatch, simulateShard } from './shard-job.js';
import { sizeOf } from './simulate-missing.js';
import { listenForStop } from './stop-signals.js';
import { packageVersion } from './version.js';

/** Standings are told at least this far apart, ms. */
const TELL_EVERY = 500;

/** @throws FolderRefused if policy modules or model are not those of the batch */
async function recallBatch(file: string, record: BatchRecord, threads: number): Promise<ShardedBatch> {
  const { raw, seed, stem, points, replicates, force, maxFailures, patienceMs, command, out } = record;
  const scenario = await recallScenario(record);
  const own = { raw, ...identify(raw, seed, userPoliciesOf(scenario)) };
  if (fingerprintOf(own) !== record.fingerprint)
    throw new FolderRefused(`${file}: a policy module or the model is another on this machine`);
  const run = { scenario, stem, seed, threads, replicates, sets: [], overlays: [] };
  const job = {
    ...{ run, points, replicates: span(0, replicates - 1), quiet: true, force, maxFailures, command },
    ...(patienceMs === undefined ? {} : { patienceMs }),
  };
  return { job, own, out };
}

/** Tells how many worlds are there, now and then. */
function teller(total: number) {
  let next = 0;
  return (at: { readonly done: number; readonly total: number; readonly failed: number }) => {
    const now = performance.now();
    if (now < next) return;
    next = now + TELL_EVERY;
    process.send?.({ held: total - at.total + at.done - at.failed, failed: at.failed });
  };
}

async function makeShard(file: string, id: string, at: { index: number; threads: number }): Promise<number> {
  const record = readBatch(realDisk, { file, id });
  const share = { index: at.index, count: record.count };
  const batch = await recallBatch(file, record, at.threads);
  const stop = listenForStop();
  const { points, replicates } = record;
  const onProgress = teller(sizeOf(worldsOfShard({ points, replicates }, share)));
  const { code, held, total, failures } = await simulateShard(batch, share, { stop, onProgress });
  process.send?.({ held, failed: failures.length });
  if (code === EXIT.never) process.stderr.write(`${failureText(failures, total)}\n`);
  return code;
}

async function main([file, id, index, threads]: readonly string[]): Promise<number> {
  try {
    const at = { index: Number(index), threads: Number(threads) };
    return await orAgain(() => makeShard(file, id, at));
  } catch (error) {
    const exit = exitOf(error, { version: packageVersion(), command: `shard ${index} of ${file}` });
    process.stderr.write(`${exit.text}\n`);
    return exit.code;
  }
}

const onOrphaned = () => process.exit(EXIT.again);
process.once('disconnect', onOrphaned);
process.exitCode = await main(process.argv.slice(2));
process.off('disconnect', onOrphaned).disconnect?.();
