/**
 * Puts a batch into the queue and follows it to its end. How a shard stands is asked of Redis again and again, not told by
 * it: an answer that is lost is asked for once more, and an errand that Redis has forgotten is put again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { CANCELLED } from './cancel.js';
import { type Errand, errandId, MOST_DEATHS, type ShardQueue, type Standing } from './queue.js';

/** What came of a shard. */
export interface ShardFate extends Standing {
  /** Undefined while it is not over. */
  readonly end?: 'done' | 'lost';
  /** Why it is lost. */
  readonly reason?: string;
}

/** Errands that are asked for or put at a time. */
const SLICE = 500;
/** Standings are asked for at least this far apart, ms, and for each unfinished shard so much more. */
const ASK_EVERY = 500;
const ASK_SHARD = 1;

async function inSlices<T>(all: readonly T[], act: (slice: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += SLICE) await act(all.slice(at, at + SLICE));
}

function put(queue: ShardQueue, errands: readonly Errand[]): Promise<unknown> {
  return queue.addBulk(
    errands.map((data) => ({ name: 'shard', data, opts: { jobId: errandId(data.batch, data.index) } })),
  );
}

/**
 * Puts the errands of a batch. Those that wait or are being made stay as they are; those that are over are put again, which
 * costs next to nothing where their folders are whole.
 */
export async function putErrands(queue: ShardQueue, errands: readonly Errand[]): Promise<void> {
  await inSlices(errands, async (slice) => {
    const known = await Promise.all(slice.map(({ batch, index }) => queue.getJob(errandId(batch, index))));
    await Promise.all(known.map((job) => (job?.finishedOn === undefined ? undefined : job.remove())));
    await put(queue, slice);
  });
}

/** Why a shard is lost, as BullMQ says it, in our words. */
export function toldReason(reason: string): string {
  if (!/stalled more than/.test(reason)) return reason;
  return `poison: ${MOST_DEATHS + 1} workers have died or fallen silent in it`;
}

async function fateOf(queue: ShardQueue, errand: Errand): Promise<ShardFate | undefined> {
  const job = await queue.getJob(errandId(errand.batch, errand.index));
  if (!job) return undefined;
  const standing = typeof job.progress === 'object' ? (job.progress as Standing) : { held: 0, failed: 0 };
  if (job.finishedOn === undefined) return standing;
  const state = await job.getState();
  if (state === 'completed') return { ...job.returnvalue, end: 'done' };
  if (state === 'failed') return { ...standing, end: 'lost', reason: toldReason(job.failedReason) };
  return standing;
}

/**
 * Follows the errands until all are over.
 * @param watch.isCancelled asked before errands that are gone are put again; a cancelled batch gets none
 * @param watch.onFates is given the fates of all shards by index, after each round of questions
 * @throws the reason of the signal if it is aborted
 */
export async function followErrands(
  queue: ShardQueue,
  errands: readonly Errand[],
  watch: {
    readonly signal: AbortSignal;
    isCancelled(): Promise<boolean>;
    onFates(fates: readonly ShardFate[]): void;
  },
): Promise<readonly ShardFate[]> {
  const fates: ShardFate[] = errands.map(() => ({ held: 0, failed: 0 }));
  const look = async () => {
    const open = [...fates.keys()].filter((at) => fates[at].end === undefined);
    const forgotten: number[] = [];
    await inSlices(open, (slice) =>
      Promise.all(
        slice.map(async (at) => {
          const fate = await fateOf(queue, errands[at]);
          if (fate) fates[at] = fate;
          else forgotten.push(at);
        }),
      ),
    );
    // only now: the mark of a cancelled batch stands before its first errand goes
    const isCancelled = forgotten.length > 0 && (await watch.isCancelled());
    for (const at of isCancelled ? forgotten : [])
      fates[at] = { ...fates[at], end: 'lost', reason: CANCELLED };
    const again = isCancelled ? [] : forgotten.map((at) => errands[at]);
    await inSlices(again, (slice) => put(queue, slice));
    watch.onFates(fates);
    return open.length;
  };
  while (fates.some(({ end }) => end === undefined)) {
    const open = await unlessAborted(watch.signal, look());
    // an abort ends the pause, and is thrown below
    await pause(ASK_EVERY + ASK_SHARD * open, undefined, { signal: watch.signal }).catch(() => {});
    watch.signal.throwIfAborted();
  }
  return fates;
}

/** What a promise gives, unless the signal comes first: an answer of Redis may never come. */
export function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
