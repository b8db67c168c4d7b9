/**
 * Takes a batch out of the queue. Shards that wait are removed; those that are being made cannot be, because their workers
 * hold them, so a mark in Redis says that the batch is cancelled: workers and `submit` look at it now and then. Worlds that
 * are finished stay in their folders. The mark goes with the next submission, or after a day.
 */

import type { Errand, ShardQueue } from './queue.js';
import type { RedisLink } from './redis.js';

/** Why a shard of a cancelled batch is lost. */
export const CANCELLED = 'cancelled by afterburn cluster cancel';

/** Seconds after which a mark is forgotten, as finished errands are. */
const FORGET = 86_400;
const markOf = (batch: string) => `afterburn:cancelled:${batch}`;

type Client = Pick<RedisLink, 'client'>;

/** Has somebody cancelled this batch? */
export async function isCancelled({ client }: Client, batch: string): Promise<boolean> {
  return (await client.exists(markOf(batch))) > 0;
}

/** Forgets that it was cancelled. */
export async function unmark({ client }: Client, batch: string): Promise<void> {
  await client.del(markOf(batch));
}

/** A batch that was cancelled. */
export interface Cancelled {
  readonly batch: string;
  /** Its batch file. */
  readonly file: string;
  /** Shards that were taken out, and shards that workers are stopping. */
  readonly removed: number;
  readonly active: number;
}

/**
 * Cancels the batches that are meant.
 * @param isMeant asked of every batch with a shard that is not over
 */
export async function cancelBatches(
  link: Client,
  queue: ShardQueue,
  isMeant: (errand: Errand) => boolean,
): Promise<Cancelled[]> {
  const found = new Map<string, { file: string; removed: number; active: number }>();
  // in one question, so that none is missed that changes its state
  for (const job of await queue.getJobs(['waiting', 'delayed', 'active'])) {
    if (!job || !isMeant(job.data)) continue;
    const { batch, file } = job.data;
    const own = found.get(batch) ?? { file, removed: 0, active: 0 };
    if (!found.has(batch)) await link.client.set(markOf(batch), '1', 'EX', FORGET);
    found.set(batch, own);
    // one that a worker holds cannot be, and the worker sees the mark
    const what = await job.remove().then(
      () => 'removed' as const,
      () => 'active' as const,
    );
    own[what]++;
  }
  return [...found].map(([batch, own]) => ({ batch, ...own }));
}
