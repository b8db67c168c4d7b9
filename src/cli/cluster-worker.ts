/**
 * The work of `afterburn cluster worker`: takes errands from the queue and has each made by a process of its own; this one
 * only keeps the lock. A worker that is told to stop gives its shard back with what is finished.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { CANCELLED, isCancelled } from '../cluster/cancel.js';
import { type Errand, LOCK, MOST_DEATHS, queueName, type Standing } from '../cluster/queue.js';
import { openRedis, type RedisLink, settingFaults } from '../cluster/redis.js';
import { type ProcessEnd, runShardProcess } from '../cluster/shard-process.js';
import { counted } from '../report/counted.js';
import { hashEngine } from '../store/fingerprint.js';
import { whole } from './arguments.js';
import { readLink } from './cluster-link.js';
import { EXIT } from './exits.js';
import { type Options, threadsOf } from './open-run.js';
import { listenForStop } from './stop-signals.js';

/** Codes with which a shard ends the same way on every try. */
const HOPELESS: readonly unknown[] = [EXIT.bug, EXIT.input, EXIT.never];
/** Standings reach Redis at least this far apart, ms. */
const TELL_EVERY = 1000;
/** Whether its batch was cancelled is asked so often while a shard is made, ms. */
const ASK_EVERY = 2000;
/** Nobody waits longer for the queue to let go, ms. */
const GOODBYE = 3000;
/** Characters of a reason that go through Redis. */
const REASON = 600;

interface Duty {
  readonly link: RedisLink;
  readonly threads: number;
  readonly signal: AbortSignal;
  say(text: string): void;
}

function reasonOf({ end, said }: ProcessEnd): string {
  const how = typeof end === 'number' ? `exit code ${end}` : `ended by ${end}`;
  return (said === '' ? how : said).slice(-REASON);
}

/** Standings as they come, but not too often; one that does not arrive is followed by another. */
function tellerOf(job: Job<Errand, Standing>) {
  let next = 0;
  return (standing: Standing) => {
    const now = performance.now();
    if (now < next) return;
    next = now + TELL_EVERY;
    job.updateProgress({ ...standing }).catch(() => {});
  };
}

/** A signal that is given when the batch is cancelled. An answer that does not arrive is asked for once more. */
function watchCancel({ link }: Duty, batch: string) {
  const cancel = new AbortController();
  const ask = async () => {
    if (await isCancelled(link, batch)) cancel.abort();
  };
  const askAgain = () => void ask().catch(() => undefined);
  askAgain();
  const timer = setInterval(askAgain, ASK_EVERY);
  return { signal: cancel.signal, end: () => clearInterval(timer) };
}

/** Makes a shard. What it throws tells the queue whether to try it again. */
async function makeErrand(
  job: Job<Errand, Standing>,
  token: string | undefined,
  duty: Duty,
): Promise<Standing> {
  const { data } = job;
  duty.say(`shard ${data.index} of batch ${data.batch}: begun`);
  const entry = new URL('./shard-process.js', import.meta.url);
  const cancel = watchCancel(duty, data.batch);
  const signal = AbortSignal.any([duty.signal, cancel.signal]);
  const watch = { threads: duty.threads, signal, onStanding: tellerOf(job) };
  const ended = await runShardProcess(entry, data, watch).finally(cancel.end);
  const { held, failed, end } = ended;
  if (end === EXIT.done) {
    duty.say(`shard ${data.index} of batch ${data.batch}: done`);
    return { held, failed };
  }
  if (cancel.signal.aborted) {
    duty.say(`shard ${data.index} of batch ${data.batch}: ${CANCELLED}`);
    throw new UnrecoverableError(CANCELLED);
  }
  if (duty.signal.aborted) {
    await job.moveToWait(token);
    duty.say(`shard ${data.index} of batch ${data.batch}: given back`);
    throw new WaitingError();
  }
  const reason = reasonOf(ended);
  duty.say(`shard ${data.index} of batch ${data.batch}: ${reason}`);
  throw HOPELESS.includes(end) ? new UnrecoverableError(reason) : new Error(reason);
}

function openWorker({ client }: RedisLink, lock: number, duty: Duty): Worker<Errand, Standing> {
  const worker = new Worker<Errand, Standing>(
    queueName(hashEngine()),
    (job, token) => makeErrand(job, token, duty),
    {
      connection: client,
      autorun: false,
      skipVersionCheck: true,
      lockDuration: lock,
      stalledInterval: lock / 2,
      maxStalledCount: MOST_DEATHS,
    },
  );
  worker.on('stalled', (id) => duty.say(`${id}: its worker is silent; it will be made again`));
  // a lost connection is told by the link; a lost lock means that another worker has the errand now
  worker.on('error', ({ message }) => {
    if (!/ECONN|EPIPE|[Cc]onnection is closed|Socket timeout/.test(message)) duty.say(message);
  });
  return worker;
}

function abortOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Waits for something, but not for longer than this; false if it was not there by then. */
async function within(ms: number, promise: Promise<void>): Promise<boolean> {
  const limit = new AbortController();
  const late = pause(ms, false, { signal: limit.signal }).catch(() => false);
  const isThere = await Promise.race([promise.then(() => true), late]);
  limit.abort();
  return isThere;
}

/** Closes the worker, by force if there is no Redis to say goodbye to. */
async function letGo(worker: Worker, isAlone: boolean): Promise<void> {
  const isClosed = await within(GOODBYE, worker.close(isAlone));
  if (!isClosed || isAlone) await within(GOODBYE, worker.disconnect());
}

/** Runs the command until it is stopped; returns its exit code. @throws RedisAway, RedisRefused, UsageError */
export async function runWorker(options: Options, quiet: boolean): Promise<number> {
  const { url, patienceMs } = readLink(options);
  const lock = (whole('lock', options.lock, { least: 1, most: 3600 }) ?? LOCK / 1000) * 1000;
  const threads = threadsOf(options);
  const say = (text: string) => quiet || process.stderr.write(`${text}\n`);
  const stop = listenForStop();
  const link = await openRedis(url, { patienceMs, say });
  try {
    for (const fault of await settingFaults(link)) process.stderr.write(`${fault}\n`);
    const signal = AbortSignal.any([stop.signal, link.gone]);
    const worker = openWorker(link, lock, { link, threads, signal, say });
    say(`waiting for shards at ${link.place}, ${counted(threads, 'thread')}`);
    await Promise.race([worker.run(), abortOf(signal)]);
    await letGo(worker, link.gone.aborted);
    if (link.gone.aborted) throw link.gone.reason;
    return stop.code() ?? EXIT.done;
  } finally {
    link.close();
    stop.release();
  }
}
