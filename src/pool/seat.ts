/**
 * One place at the pool: a thread that is started when it is needed, kept between chunks, and replaced when it
 * died. Any end of the thread while it holds work is a loss: an error, a rejected promise, `process.exit(0)`
 * (which gives no error at all), a full heap, the end of a helper, or silence for longer than the patience of the
 * watchdog.
 */
import { type Transferable, Worker } from 'node:worker_threads';
import type { Chunk, JobSetup, Sink } from '../experiment/job.js';
import { makeBlackBox, readBlackBox } from './black-box.js';
import { type Helpers, startHelpers } from './helpers.js';
import type { Seat, WorkEnd } from './seats.js';
import type { FromWorker } from './serve.js';
import { suspects } from './suspects.js';

export interface SeatOptions {
  readonly setup: JobSetup;
  /** Script of the thread. */
  readonly workerFile: string;
  /** Longest silence within one world, milliseconds of the wall clock. */
  readonly patienceMs: number;
  /** Old-generation heap of the thread, MiB; typed arrays are not counted by V8. */
  readonly heapMb: number;
  /** Threads that help the one of the seat with its world, at least 0. */
  readonly helpers: number;
}

/** A thread that starts is given at least this time, milliseconds: a busy machine is no fault of a world. */
const START_PATIENCE = 30_000;

/** Text that worlds print belongs to stderr: stdout is for results. */
function startWorker(
  { workerFile, heapMb }: SeatOptions,
  workerData: object,
  transferList: Transferable[] = [],
): Worker {
  const worker = new Worker(workerFile, {
    workerData,
    transferList,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    stdout: true,
    stderr: true,
  });
  worker.stdout.on('data', (bytes) => process.stderr.write(bytes));
  worker.stderr.on('data', (bytes) => process.stderr.write(bytes));
  return worker;
}

/** Starts the thread of a seat, and its helpers. */
function startThread(options: SeatOptions): Pick<Thread, 'worker' | 'helpers' | 'blackBox'> {
  const blackBox = makeBlackBox();
  const setup = { ...options.setup, blackBox };
  if (options.helpers === 0) return { worker: startWorker(options, setup), helpers: undefined, blackBox };
  const helpers = startHelpers(options.helpers, (post, transfer) =>
    startWorker(options, post, [...transfer]),
  );
  const { crew } = helpers;
  return { worker: startWorker(options, { ...setup, crew }, [...crew.ports]), helpers, blackBox };
}

/** The latest state of a thread, so that `work` can be written as one promise. */
interface Thread {
  readonly worker: Worker;
  readonly helpers: Helpers | undefined;
  readonly blackBox: Int32Array;
  ready: boolean;
  hear: (message: FromWorker) => void;
  lose: (reason: Error) => void;
}

function listen(
  { worker, helpers, blackBox }: ReturnType<typeof startThread>,
  suspected: (blackBox: Int32Array) => string,
  onGone: () => void,
): Thread {
  const thread: Thread = { worker, helpers, blackBox, ready: false, hear: () => {}, lose: () => {} };
  let error: Error | undefined;
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') thread.ready = true;
    thread.hear(message);
  });
  worker.on('messageerror', (problem) => {
    error = problem;
    void worker.terminate();
  });
  worker.on('error', (problem) => {
    error = problem instanceof Error ? problem : new Error(String(problem));
  });
  worker.on('exit', (code) => {
    onGone();
    void helpers?.stop();
    const when = thread.ready ? 'in the middle of a world' : 'before it was ready';
    const said = error?.message ?? `the thread ended with exit code ${code} ${when}`;
    const suspect = suspected(blackBox);
    thread.lose(error && suspect === '' ? error : new Error(`${said}${suspect}`, { cause: error }));
  });
  return thread;
}

/** Makes a seat; no thread is started before the first work. */
export function makeSeat(options: SeatOptions): Seat {
  let thread: Thread | undefined;
  const guessed = suspects(options.setup);
  const suspected = (box: Int32Array) => readBlackBox(box, options.setup) || guessed;
  const take = async () => {
    if (thread?.helpers?.broken()) await thread.worker.terminate();
    if (thread) return thread;
    const fresh = listen(startThread(options), suspected, () => {
      if (thread === fresh) thread = undefined;
    });
    thread = fresh;
    return fresh;
  };
  return {
    work: async (chunk, sink) =>
      workOn(await take(), { chunk, sink, patienceMs: options.patienceMs, suspected }),
    async stop() {
      await Promise.all([thread?.worker.terminate(), thread?.helpers?.stop()]);
    },
  };
}

function workOn(
  thread: Thread,
  task: { chunk: Chunk; sink: Sink; patienceMs: number; suspected: (blackBox: Int32Array) => string },
): Promise<WorkEnd> {
  return new Promise((resolve) => {
    let ended: Error | undefined;
    let isLate = false;
    const giveUp = (ms: number) => () => {
      isLate = true;
      const seconds = Math.round(ms / 100) / 10;
      const what = thread.ready ? 'the world hangs' : 'the thread does not start';
      ended = new Error(`no sign of life for ${seconds} s: ${what}${task.suspected(thread.blackBox)}`);
      void thread.worker.terminate();
    };
    const wait = (ms: number) => setTimeout(giveUp(ms), ms);
    let patience = wait(thread.ready ? task.patienceMs : Math.max(START_PATIENCE, task.patienceMs));
    const end = (how: WorkEnd) => {
      clearTimeout(patience);
      thread.hear = () => {};
      thread.lose = () => {};
      resolve(how);
    };
    thread.lose = (reason) =>
      end({
        ...{ kind: 'lost', reason: ended ?? reason, started: thread.ready },
        ...(isLate ? { hung: true } : {}),
      });
    thread.hear = (message) => {
      clearTimeout(patience);
      patience = wait(task.patienceMs);
      if (message.kind === 'failure' && thread.helpers?.broken()) {
        ended = new Error(message.failure.message);
        thread.hear = () => {};
        void thread.worker.terminate();
        return;
      }
      if (message.kind === 'outcome') task.sink.outcome(message.outcome);
      else if (message.kind === 'failure') task.sink.failure(message.failure);
      else if (message.kind === 'done') end({ kind: 'done' });
    };
    thread.worker.postMessage(task.chunk);
  });
}
