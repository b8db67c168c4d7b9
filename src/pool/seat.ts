/**
 * One place at the pool: a thread that is started when it is needed, kept between chunks, and replaced when it
 * died. Any end of the thread while it holds work is a loss: an error, a rejected promise, `process.exit(0)`
 * (which gives no error at all), a full heap, or silence for longer than the patience of the watchdog.
 */
import { Worker } from 'node:worker_threads';
import type { Chunk, JobSetup, Sink } from '../experiment/job.js';
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
}

/** A thread that starts is given at least this time, milliseconds: a busy machine is no fault of a world. */
const START_PATIENCE = 30_000;

/** How a stretch of work ended. */
export type WorkEnd = { kind: 'done' } | { kind: 'lost'; reason: Error; started: boolean };

export interface Seat {
  /** Works through a chunk; resolves also when the thread is lost. */
  work(chunk: Chunk, sink: Sink): Promise<WorkEnd>;
  stop(): Promise<void>;
}

/** Text that worlds print belongs to stderr: stdout is for results. */
function startThread({ workerFile, setup, heapMb }: SeatOptions): Worker {
  const worker = new Worker(workerFile, {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    stdout: true,
    stderr: true,
  });
  worker.stdout.on('data', (bytes) => process.stderr.write(bytes));
  worker.stderr.on('data', (bytes) => process.stderr.write(bytes));
  return worker;
}

/** The latest state of a thread, so that `work` can be written as one promise. */
interface Thread {
  readonly worker: Worker;
  ready: boolean;
  hear: (message: FromWorker) => void;
  lose: (reason: Error) => void;
}

function listen(worker: Worker, suspected: string, onGone: () => void): Thread {
  const thread: Thread = { worker, ready: false, hear: () => {}, lose: () => {} };
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
    const when = thread.ready ? 'in the middle of a world' : 'before it was ready';
    thread.lose(error ?? new Error(`the thread ended with exit code ${code} ${when}${suspected}`));
  });
  return thread;
}

/** Makes a seat; no thread is started before the first work. */
export function makeSeat(options: SeatOptions): Seat {
  let thread: Thread | undefined;
  const suspected = suspects(options.setup);
  const take = () => {
    thread ??= listen(startThread(options), suspected, () => {
      thread = undefined;
    });
    return thread;
  };
  return {
    work: (chunk, sink) => workOn(take(), { chunk, sink, patienceMs: options.patienceMs, suspected }),
    async stop() {
      await thread?.worker.terminate();
    },
  };
}

function workOn(
  thread: Thread,
  task: { chunk: Chunk; sink: Sink; patienceMs: number; suspected: string },
): Promise<WorkEnd> {
  return new Promise((resolve) => {
    let silence: Error | undefined;
    const giveUp = (ms: number) => () => {
      const seconds = Math.round(ms / 100) / 10;
      const what = thread.ready ? 'the world hangs' : 'the thread does not start';
      silence = new Error(`no sign of life for ${seconds} s: ${what}${task.suspected}`);
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
    thread.lose = (reason) => end({ kind: 'lost', reason: silence ?? reason, started: thread.ready });
    thread.hear = (message) => {
      clearTimeout(patience);
      patience = wait(task.patienceMs);
      if (message.kind === 'outcome') task.sink.outcome(message.outcome);
      else if (message.kind === 'failure') task.sink.failure(message.failure);
      else if (message.kind === 'done') end({ kind: 'done' });
    };
    thread.worker.postMessage(task.chunk);
  });
}
