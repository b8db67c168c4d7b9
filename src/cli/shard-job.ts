/**
 * One share of a batch, simulated in a folder of its own: what `afterburn shard` does, and every worker of a cluster. Nothing
 * here depends on which machine does it.
 */
import { join, normalize } from 'node:path';
import type { Failure } from '../experiment/job.js';
import { pointsOf, span } from '../experiment/plan.js';
import type { Progress, RunEnd } from '../experiment/run.js';
import type { Share } from '../experiment/shards.js';
import { printable } from '../source/printable.js';
import { DiskError, realDisk } from '../store/disk.js';
import { fingerprintOf, identify } from '../store/fingerprint.js';
import { openFolder } from '../store/folder.js';
import { type Belonging, FolderBusy } from '../store/refusal.js';
import { userPoliciesOf } from '../store/scenario-file.js';
import { writeShard } from '../store/shard-file.js';
import { once, whole } from './arguments.js';
import { commandText } from './command-text.js';
import { EXIT, UsageError } from './exits.js';
import { chosenArms, type Options, openRun } from './open-run.js';
import { MOST_FAILURES } from './run-batch.js';
import type { Job } from './run-results.js';
import { sayUnless } from './say.js';
import { missingOf, simulateMissing, sizeOf, wantedOf } from './simulate-missing.js';
import type { StopSignals } from './stop-signals.js';

/** A batch that is made in shares, before one is chosen. */
export interface ShardedBatch {
  readonly job: Job;
  /** What its folders belong to. */
  readonly own: Belonging;
  /** Folder of all shards. */
  readonly out: string;
}

/** How a shard ended. */
export interface ShardEnd {
  /** Exit code: 0, 42, or that of a signal. */
  readonly code: number;
  /** Worlds that its folder holds, of so many. */
  readonly held: number;
  readonly total: number;
  readonly failures: readonly Failure[];
  /** The last of the hung worlds that stopped it. */
  readonly hung?: Failure;
  readonly path: string;
}

/** The command that makes a shard, without index, count and place. */
export function againText(command: string): string {
  return command.replace('afterburn run', 'afterburn shard');
}

/** Reads the batch of a command line. @throws UsageError, ScenarioError */
export async function readSharded(
  file: string,
  options: Options,
  flags: { readonly quiet: boolean; readonly force: boolean },
): Promise<ShardedBatch> {
  const patience = whole('patience', options.patience, { least: 1 });
  const maxFailures = whole('max-failures', options.maxFailures, { least: 0 }) ?? MOST_FAILURES;
  const run = await openRun(file, options);
  const { scenario, seed, stem, replicates } = run;
  const arms = chosenArms(scenario, options.arm);
  const own = { raw: scenario.raw, ...identify(scenario.raw, seed, userPoliciesOf(scenario)) };
  const name = `${stem}-${fingerprintOf(own).slice(0, 12)}-shards`;
  const job: Job = {
    ...{ run, points: pointsOf(arms), replicates: span(0, replicates - 1), ...flags, maxFailures },
    ...(patience === undefined ? {} : { patienceMs: patience * 1000 }),
    command: commandText(file, run, { arms }),
  };
  return { job, own, out: normalize(once('out', options.out) ?? join('output', name)) };
}

/** A shard without a world is none. @throws UsageError */
export function refuseEmptyShards(count: number, { job: { points, replicates } }: ShardedBatch): void {
  const worlds = points.length * replicates.length;
  if (count > worlds)
    throw new UsageError(`--shards: expected at most ${worlds}, as many as there are worlds, got ${count}`);
}

/** Where a shard lies among the others. */
export function shardFolder(out: string, { index, count }: Share): string {
  return join(out, `${index}-of-${count}`);
}

/**
 * Simulates what a shard lacks. Worlds that fail are recorded; they would fail again on any machine.
 * @param watch.onProgress is told of every world that ends
 * @throws UsageError if the price is too high; FolderRefused, DiskError
 */
export async function simulateShard(
  batch: ShardedBatch,
  share: Share,
  watch: { readonly stop: StopSignals; readonly onProgress?: (progress: Progress) => void },
): Promise<ShardEnd> {
  const by = { say: sayUnless(batch.job.quiet), signal: watch.stop.signal };
  const folder = await openFolder(realDisk, shardFolder(batch.out, share), batch.own, by);
  try {
    const job = { ...batch.job, share };
    const { points, replicates, command, run } = job;
    const record = {
      ...{ ...share, points, replicates: replicates.length, stem: run.stem, raw: run.scenario.raw },
      ...{ command, again: againText(command), failures: [] },
    };
    await writeShard(realDisk, folder.path, record);
    const isDone = sizeOf(missingOf(job, folder)) === 0;
    const nothing: RunEnd = { failures: [], complete: true };
    const end = isDone ? nothing : await simulateMissing({ job, folder, ...watch });
    await writeShard(realDisk, folder.path, { ...record, failures: end.failures });
    const total = sizeOf(wantedOf(job));
    const held = total - sizeOf(missingOf(job, folder));
    const code = watch.stop.code() ?? (end.complete ? EXIT.done : EXIT.never);
    const { failures, hung } = end;
    return { code, held, total, failures, path: folder.path, ...(hung ? { hung } : {}) };
  } finally {
    folder.close();
  }
}

/** Tells trouble that may be over the next time, as exit code 75, or that of the signal which came before it. */
export async function orAgain(act: () => Promise<number>, stop?: StopSignals): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DiskError) && !(error instanceof FolderBusy)) throw error;
    process.stderr.write(`${printable(error.message)}\n`);
    return stop?.code() ?? EXIT.again;
  }
}
