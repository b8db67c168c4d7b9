/**
 * The work of `afterburn shard`. The exit code tells a scheduler what to do: 0 done (worlds that fail are recorded; they
 * would fail again), 2 bad input, 42 this shard can never work, 75 try it again (disk, or another task has its folder).
 */
import { join, normalize } from 'node:path';
import type { Failure } from '../experiment/job.js';
import { chunkLength, planChunks, pointsOf, type Wanted } from '../experiment/plan.js';
import { type RunEnd, runChunks } from '../experiment/run.js';
import { type Share, worldsOfShard } from '../experiment/shards.js';
import { DiskError, realDisk } from '../store/disk.js';
import { fingerprintOf, identify } from '../store/fingerprint.js';
import { openFolder, type RunFolder } from '../store/folder.js';
import { FolderBusy } from '../store/refusal.js';
import { userPoliciesOf } from '../store/scenario-file.js';
import { type ShardRecord, writeShard } from '../store/shard-file.js';
import { once, whole } from './arguments.js';
import { commandText } from './command-text.js';
import { EXIT, UsageError } from './exits.js';
import { failureText } from './failure-text.js';
import {
  chosenArms,
  longestPart,
  type OpenRun,
  type Options,
  openRun,
  poolFor,
  userMonths,
} from './open-run.js';
import { showProgress } from './progress.js';
import { MOST_FAILURES } from './run-batch.js';
import { shardFromEnv } from './shard-from-env.js';
import { listenForStop, type StopSignals } from './stop-signals.js';

/** As many shards as anybody has tasks. */
const MOST_SHARDS = 1e6;

interface ShardJob {
  readonly run: OpenRun;
  readonly record: ShardRecord;
  readonly folder: RunFolder;
  readonly patienceMs: number | undefined;
  readonly maxFailures: number;
  readonly quiet: boolean;
}

/** Which shard: as the options say, the rest from the scheduler, and where it was read. */
export function shareOf(
  options: Options,
  env: Readonly<Record<string, string | undefined>>,
): Share & { from: string } {
  const own = whole('index', options.index, { least: 0 });
  const wanted = whole('count', options.count, { least: 1, most: MOST_SHARDS });
  const task = own === undefined ? shardFromEnv(env) : undefined;
  const index = own ?? task?.index;
  if (index === undefined) throw new UsageError('--index: expected which shard, got none and no job array');
  if (task?.count !== undefined && wanted !== undefined && wanted !== task.count)
    throw new UsageError(
      `--index: expected which of ${wanted} shards, because the job array has ${task.count}`,
    );
  const count = wanted ?? task?.count;
  const from = task ? task.variable : '--index';
  if (count === undefined)
    throw new UsageError(`--count: expected how many shards, got none; ${from} does not tell`);
  if (index < count && Number.isInteger(index)) return { index, count, from };
  throw new UsageError(`${from}: expected a shard from 0 to ${count - 1}, got ${index}`);
}

async function openShard(file: string, options: Options, share: Share): Promise<Omit<ShardJob, 'quiet'>> {
  const patience = whole('patience', options.patience, { least: 1 });
  const maxFailures = whole('max-failures', options.maxFailures, { least: 0 }) ?? MOST_FAILURES;
  const run = await openRun(file, options);
  const { scenario, seed, stem } = run;
  const arms = chosenArms(scenario, options.arm);
  const own = { raw: scenario.raw, ...identify(scenario.raw, seed, userPoliciesOf(scenario)) };
  const name = `${stem}-${fingerprintOf(own).slice(0, 12)}-shards`;
  const out = normalize(once('out', options.out) ?? join('output', name));
  const command = commandText(file, run, { arms });
  const record = {
    ...{ index: share.index, count: share.count, points: pointsOf(arms), replicates: run.replicates },
    ...{ stem, raw: scenario.raw, command, again: command.replace('afterburn run', 'afterburn shard') },
    failures: [],
  };
  const folder = await openFolder(realDisk, join(out, `${share.index}-of-${share.count}`), own);
  return { run, record, folder, patienceMs: patience && patience * 1000, maxFailures };
}

async function simulate(job: ShardJob, missing: readonly Wanted[], stop: StopSignals): Promise<RunEnd> {
  const { run, folder, quiet, maxFailures } = job;
  const total = missing.reduce((sum, { replicates }) => sum + replicates.length, 0);
  const progress = showProgress({ quiet, userMonths: userMonths(run.scenario), total });
  try {
    const chunks = planChunks(missing, chunkLength(total, run.threads, longestPart(run.scenario)));
    return await runChunks(chunks, poolFor(run, chunks.length, job.patienceMs), {
      keep: (result) => folder.keep(result),
      onProgress: progress.update,
      signal: stop.signal,
      maxFailures,
    });
  } finally {
    progress.stop();
  }
}

function endText({ record, folder }: ShardJob, failures: readonly Failure[]): string {
  const wanted = worldsOfShard(record, record);
  const total = wanted.reduce((sum, { replicates }) => sum + replicates.length, 0);
  const held = wanted.reduce(
    (sum, { point, replicates }) => sum + replicates.filter((r) => folder.has(point, r)).length,
    0,
  );
  const lines = [`shard ${record.index} of ${record.count}: ${held} of ${total} worlds in ${folder.path}`];
  if (failures.length > 0) lines.push(failureText(failures, total));
  if (failures.length > 0) lines.push('they are recorded; merge leaves them out');
  return lines.join('\n');
}

async function finishShard(job: ShardJob, stop: StopSignals): Promise<number> {
  const { record, folder } = job;
  await writeShard(realDisk, folder.path, record);
  const missing = worldsOfShard(record, record).map(({ point, replicates }) => ({
    point,
    replicates: replicates.filter((replicate) => !folder.has(point, replicate)),
  }));
  const isDone = missing.every(({ replicates }) => replicates.length === 0);
  const end = isDone ? { failures: [], complete: true } : await simulate(job, missing, stop);
  await writeShard(realDisk, folder.path, { ...record, failures: end.failures });
  process.stdout.write(`${endText(job, end.failures)}\n`);
  return stop.code() ?? (end.complete ? EXIT.done : EXIT.never);
}

/** Runs the command; returns its exit code. @throws UsageError, ScenarioError, FolderRefused */
export async function runShard(file: string, options: Options, quiet: boolean): Promise<number> {
  const share = shareOf(options, process.env);
  if (!quiet) process.stderr.write(`shard ${share.index} of ${share.count}, from ${share.from}\n`);
  try {
    const job = { ...(await openShard(file, options, share)), quiet };
    const stop = listenForStop();
    try {
      return await finishShard(job, stop);
    } finally {
      stop.release();
      job.folder.close();
    }
  } catch (error) {
    if (!(error instanceof DiskError) && !(error instanceof FolderBusy)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.again;
  }
}
