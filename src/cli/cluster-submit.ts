/**
 * The work of `afterburn cluster submit`: writes the batch file, puts an errand for each shard into the queue, shows the
 * progress of all workers as `run` shows its own, and merges. Exit code as of `merge`; 75 if Redis is away.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCancelled, unmark } from '../cluster/cancel.js';
import { type Errand, openQueue, type ShardQueue, type Standing } from '../cluster/queue.js';
import { openRedis, type RedisLink, settingFaults } from '../cluster/redis.js';
import { followErrands, putErrands, type ShardFate, unlessAborted } from '../cluster/watch.js';
import { writeBatch } from '../store/batch-file.js';
import { makeFolder, realDisk } from '../store/disk.js';
import { fingerprintOf } from '../store/fingerprint.js';
import { userPoliciesOf } from '../store/scenario-file.js';
import { whole } from './arguments.js';
import { readLink } from './cluster-link.js';
import { shellWord } from './command-text.js';
import { EXIT, UsageError } from './exits.js';
import { mergeShards } from './merge-shards.js';
import { type Options, userMonths } from './open-run.js';
import { showProgress } from './progress.js';
import { readSharded, refuseEmptyShards, type ShardedBatch, shardFolder } from './shard-job.js';
import { listenForStop, type StopSignals } from './stop-signals.js';

/** More errands than this are too many for a queue that is asked about each of them. */
const MOST_SHARDS = 100_000;
/** Lost shards that are told by name. */
const MOST_TOLD = 20;

export interface SubmitFlags {
  readonly quiet: boolean;
  readonly json: boolean;
  readonly force: boolean;
  readonly noWait: boolean;
}

async function writeErrands({ job, own, out }: ShardedBatch, count: number): Promise<Errand[]> {
  const { run, points, replicates, force, maxFailures, patienceMs, command } = job;
  makeFolder(realDisk, out);
  const { file, id } = await writeBatch(realDisk, {
    ...{
      out,
      count,
      stem: run.stem,
      raw: run.scenario.raw,
      seed: run.seed,
      ...userPoliciesOf(run.scenario),
    },
    ...{
      fingerprint: fingerprintOf(own),
      points,
      replicates: replicates.length,
      force,
      maxFailures,
      command,
    },
    ...(patienceMs === undefined ? {} : { patienceMs }),
  });
  return Array.from({ length: count }, (_, index) => ({ file, batch: id, index }));
}

/** Lines between progress and its bar. */
interface Voice {
  say(text: string): void;
}

/** Follows the shards, with the bar of `run`. */
async function follow(
  { job }: ShardedBatch,
  errands: readonly Errand[],
  at: {
    readonly link: RedisLink;
    readonly queue: ShardQueue;
    readonly signal: AbortSignal;
    readonly voice: Voice;
  },
): Promise<readonly ShardFate[]> {
  const { scenario } = job.run;
  const total = job.points.length * job.replicates.length;
  const progress = showProgress({ quiet: job.quiet, userMonths: userMonths(scenario), total });
  at.voice.say = progress.say;
  const sum = (fates: readonly ShardFate[], key: keyof Standing) =>
    fates.reduce((all, fate) => all + fate[key], 0);
  try {
    return await followErrands(at.queue, errands, {
      signal: at.signal,
      isCancelled: () => isCancelled(at.link, errands[0].batch),
      onFates(fates) {
        const failed = sum(fates, 'failed');
        progress.update({ done: sum(fates, 'held') + failed, total, failed });
      },
    });
  } finally {
    progress.stop();
  }
}

function lostText(fates: readonly ShardFate[]): string {
  const lines = fates.flatMap(({ end, reason }, index) =>
    end === 'lost' ? [`  shard ${index}: ${reason}`] : [],
  );
  if (lines.length === 0) return '';
  const more = lines.length > MOST_TOLD ? [`  and ${lines.length - MOST_TOLD} more`] : [];
  const head = `${lines.length} of ${fates.length} shards are lost; the same command tries them again:`;
  return [head, ...lines.slice(0, MOST_TOLD), ...more, ''].join('\n');
}

/** Puts together what there is. */
async function mergeAll(
  { out }: ShardedBatch,
  given: { readonly file: string; readonly count: number; readonly json: boolean },
): Promise<number> {
  const folders = Array.from({ length: given.count }, (_, index) =>
    shardFolder(out, { index, count: given.count }),
  ).filter((folder) => existsSync(join(folder, 'shard.json')));
  if (folders.length === 0) return EXIT.failures;
  const modules = dirname(resolve(given.file.startsWith('file:') ? fileURLToPath(given.file) : given.file));
  const asked = { options: { modules }, quiet: true, json: given.json };
  return mergeShards(join(out, 'merged'), folders, asked);
}

/** How to go on after a stop. */
function stopped(stop: StopSignals, error: unknown): number {
  const code = stop.code();
  if (code === undefined) throw error;
  process.stderr.write('stopped waiting; the workers go on, and the same command waits for them again\n');
  return code;
}

/** Tells what a user should know before waiting. */
async function warn(link: RedisLink, queue: ShardQueue, voice: Voice): Promise<void> {
  for (const fault of await settingFaults(link)) process.stderr.write(`${fault}\n`);
  const workers = await queue.getWorkersCount();
  const what = workers === 0 ? 'no worker of this version listens' : `${workers} of this version listen`;
  voice.say(`${link.place}: ${what}; afterburn cluster worker starts one`);
}

async function submit(
  batch: ShardedBatch,
  given: { readonly file: string; readonly count: number; readonly flags: SubmitFlags },
  at: { readonly link: RedisLink; readonly voice: Voice },
): Promise<number> {
  const { file, count, flags } = given;
  const queue = openQueue(at.link, batch.own.engine);
  const stop = listenForStop();
  const signal = AbortSignal.any([stop.signal, at.link.gone]);
  try {
    const errands = await writeErrands(batch, count);
    await unlessAborted(signal, warn(at.link, queue, at.voice));
    await unlessAborted(signal, unmark(at.link, errands[0].batch));
    await unlessAborted(signal, putErrands(queue, errands));
    if (flags.noWait) {
      const out = shellWord(batch.out);
      process.stdout.write(`${count} shards wait; then: npx afterburn merge ${out}/merged ${out}\n`);
      return EXIT.done;
    }
    const fates = await follow(batch, errands, { ...at, queue, signal });
    process.stderr.write(lostText(fates));
    return await mergeAll(batch, { file, count, json: flags.json });
  } catch (error) {
    return stopped(stop, error);
  } finally {
    stop.release();
  }
}

/** Runs the command; returns its exit code. @throws UsageError, ScenarioError, RedisAway, RedisRefused, FolderRefused */
export async function submitBatch(file: string, options: Options, flags: SubmitFlags): Promise<number> {
  const count = whole('shards', options.shards, { least: 1, most: MOST_SHARDS });
  if (count === undefined) throw new UsageError('--shards: expected into how many pieces, got none');
  const { url, patienceMs } = readLink(options);
  const batch = await readSharded(file, options, flags);
  refuseEmptyShards(count, batch);
  const voice: Voice = { say: (text) => flags.quiet || process.stderr.write(`${text}\n`) };
  const link = await openRedis(url, { patienceMs, say: (text) => voice.say(text) });
  try {
    return await submit({ ...batch, out: resolve(batch.out) }, { file, count, flags }, { link, voice });
  } finally {
    link.close();
  }
}
