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

/** Errands that are not over, with the state of each. */
async function openErrands(queue: ShardQueue) {
  const open: { readonly data: Errand; readonly isActive: boolean; remove(): Promise<unknown> }[] = [];
  for (const state of ['waiting', 'delayed', 'active'] as const)
    for (const job of await queue.getJobs([state]))
      if (job) open.push({ data: job.data, isActive: state === 'active', remove: () => job.remove() });
  return open;
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
  for (const { data, isActive, remove } of await openErrands(queue)) {
    if (!isMeant(data)) continue;
    const own = found.get(data.batch) ?? { file: data.file, removed: 0, active: 0 };
    if (!found.has(data.batch)) await link.client.set(markOf(data.batch), '1', 'EX', FORGET);
    found.set(data.batch, own);
    // a worker may have taken it in the meantime, and then sees the mark
    const isRemoved =
      !isActive &&
      (await remove().then(
        () => true,
        () => false,
      ));
    if (isRemoved) own.removed++;
    else own.active++;
  }
  return [...found].map(([batch, own]) => ({ batch, ...own }));
}
