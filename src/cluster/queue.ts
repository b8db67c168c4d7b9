/**
 * The queue of shards: BullMQ on Redis. An errand through Redis is some 200 bytes; what is to be simulated lies in a batch
 * file and what came of it in folders of verified parts, both in a folder that all machines share. Redis may therefore
 * forget or repeat errands without harm to a result. Settings as in the BullMQ manual for long jobs, each tried by killing.
 */
import { type Job, Queue } from 'bullmq';
import type { RedisLink } from './redis.js';

/** What a worker is sent to do. */
export interface Errand {
  /** Batch file, with the folder that all machines share. */
  readonly file: string;
  /** Id of the batch: its file must have this hash. */
  readonly batch: string;
  readonly index: number;
}

/** How far a shard is: worlds in its folder, and worlds that failed. */
export interface Standing {
  readonly held: number;
  readonly failed: number;
}

export type ShardErrand = Job<Errand, Standing, 'shard'>;
export type ShardQueue = Queue<Errand, Standing, 'shard'>;

/** Silence after which a worker counts as dead, ms, unless --lock says otherwise; looked for twice as often. */
export const LOCK = 30_000;
/** So many workers may die in a shard; with one more it is poison and left alone. */
export const MOST_DEATHS = 3;
/** An attempt that fails is repeated so often in all, first after a second, then after twice as long each time. */
const ATTEMPTS = 4;
const BACKOFF = 1000;
/** Finished errands are forgotten after a day, seconds; failed ones are kept. */
const FORGET = 86_400;

/** Workers of another version of the model have another queue: they could not add to the same folders. */
export function queueName(engine: string): string {
  return `afterburn-${engine.slice(0, 12)}`;
}

/** No colon, which separates words in Redis. */
export function errandId(batch: string, index: number): string {
  return `${batch}-${index}`;
}

/** Opens the queue of this version of the model. */
export function openQueue({ client }: RedisLink, engine: string): ShardQueue {
  const queue: ShardQueue = new Queue(queueName(engine), {
    connection: client,
    // `settingFaults` tells what matters of it in our words
    skipVersionCheck: true,
    defaultJobOptions: {
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: BACKOFF },
      removeOnComplete: { age: FORGET },
      removeOnFail: false,
    },
  });
  // a lost connection is told by the link
  queue.on('error', () => {});
  return queue;
}
