/** The work of `afterburn cluster status`: workers, batches in the queue, and shards that were lost. */
import { dirname } from 'node:path';
import { openQueue, type ShardErrand, type ShardQueue, type Standing } from '../cluster/queue.js';
import { openRedis, type RedisLink, settingFaults } from '../cluster/redis.js';
import { toldReason } from '../cluster/watch.js';
import { hashEngine } from '../store/fingerprint.js';
import { jsonText } from '../store/results.js';
import { readLink } from './cluster-link.js';
import { EXIT } from './exits.js';
import type { Options } from './open-run.js';

/** State in the queue -> what a reader calls it. */
const STATES = {
  completed: 'done',
  active: 'being made',
  waiting: 'waiting',
  delayed: 'to be tried again',
  failed: 'lost',
} as const;

interface BatchStatus {
  readonly batch: string;
  /** Folder of the shards. */
  readonly out: string;
  /** Shards in each state. */
  readonly shards: Record<string, number>;
  /** Worlds that the shards in the queue hold. */
  worlds: number;
  readonly lost: { readonly index: number; readonly reason: string }[];
}

interface ClusterStatus {
  readonly place: string;
  /** Version of the model that this queue is of. */
  readonly engine: string;
  /** Addresses of the workers that listen. */
  readonly workers: readonly string[];
  readonly batches: readonly BatchStatus[];
  readonly faults: readonly string[];
}

function addErrand(batches: Map<string, BatchStatus>, job: ShardErrand, state: string): void {
  const { batch, file, index } = job.data;
  const known = batches.get(batch);
  const own = known ?? { batch, out: dirname(file), shards: {}, worlds: 0, lost: [] };
  batches.set(batch, own);
  own.shards[state] = (own.shards[state] ?? 0) + 1;
  const standing = (job.returnvalue ?? job.progress) as Standing | number;
  own.worlds += typeof standing === 'object' ? standing.held : 0;
  if (state === STATES.failed) own.lost.push({ index, reason: toldReason(job.failedReason) });
}

async function readStatus(link: RedisLink, queue: ShardQueue, engine: string): Promise<ClusterStatus> {
  const batches = new Map<string, BatchStatus>();
  for (const [state, told] of Object.entries(STATES)) {
    const jobs = await queue.getJobs([state as keyof typeof STATES]);
    for (const job of jobs) if (job) addErrand(batches, job as ShardErrand, told);
  }
  const workers = (await queue.getWorkers()).map(({ addr }) => addr ?? 'unknown');
  const faults = await settingFaults(link);
  return { place: link.place, engine: engine.slice(0, 12), workers, batches: [...batches.values()], faults };
}

function statusText({ place, engine, workers, batches, faults }: ClusterStatus): string {
  const from = workers.length > 0 ? `, from ${workers.join(', ')}` : '';
  const lines = [...faults, `${place}: ${workers.length} workers of version ${engine} listen${from}`];
  if (batches.length === 0) lines.push('no shards in the queue');
  for (const { batch, out, shards, worlds, lost } of batches) {
    const told = Object.entries(shards).map(([state, n]) => `${n} ${state}`);
    lines.push(`batch ${batch} in ${out}: shards ${told.join(', ')}; ${worlds} worlds`);
    lines.push(...lost.map(({ index, reason }) => `  shard ${index} is lost: ${reason}`));
  }
  return `${lines.join('\n')}\n`;
}

/** Runs the command; returns its exit code. @throws RedisAway, RedisRefused, UsageError */
export async function tellStatus(options: Options, json: boolean): Promise<number> {
  const { url, patienceMs } = readLink(options);
  const link = await openRedis(url, { patienceMs, say: () => {} });
  try {
    const engine = hashEngine();
    const status = await readStatus(link, openQueue(link, engine), engine);
    process.stdout.write(json ? jsonText(status) : statusText(status));
    return EXIT.done;
  } finally {
    link.close();
  }
}
