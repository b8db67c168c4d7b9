/**
 * One place at the pool in a browser: a module worker that is kept between questions, because a fresh one loads and
 * compiles the model for a tenth of a second. A stop is asked for and takes hold at the next world; a worker that does
 * not hear it in time, because its world is long, is replaced, and what was sent after the stop is sent again.
 */
import type { Chunk, JobSetup, Sink } from '../experiment/job.js';
import type { WorkEnd } from './seats.js';
import type { FromWebWorker, ToWebWorker } from './web-serve.js';

/** A browser's Worker, as far as it is used. */
export interface WebWorker {
  onmessage: ((event: { data: FromWebWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: ToWebWorker): void;
  terminate(): void;
}

/** A chunk of one scenario. Setups are told apart by identity. */
export interface WebTask {
  readonly setup: JobSetup;
  readonly chunk: Chunk;
  readonly sink: Sink;
}

export interface WebSeat {
  work(task: WebTask): Promise<WorkEnd>;
  /** Ends the work in hand at once for the caller, in the worker at the next world. */
  stop(): void;
  /** Ends the worker. */
  end(): void;
}

/** A worker that has not stopped after this is replaced, milliseconds. */
const STOP_PATIENCE = 100;

interface Running extends WebTask {
  readonly ticket: number;
  ready: boolean;
  resolve(end: WorkEnd): void;
}

/** Makes a seat; no worker is started before the first work. @param start starts a worker with `serveWeb` in it */
export function makeWebSeat(start: () => WebWorker): WebSeat {
  let worker: WebWorker | undefined;
  let known: JobSetup | undefined;
  let ticket = 0;
  let running: Running | undefined;
  let overdue: { ticket: number; timer: ReturnType<typeof setTimeout> } | undefined;

  const finish = (end: WorkEnd) => {
    const ended = running;
    running = undefined;
    ended?.resolve(end);
  };
  const discard = () => {
    worker?.terminate();
    worker = undefined;
    known = undefined;
    clearTimeout(overdue?.timer);
    overdue = undefined;
  };
  const lose = (message: string) => {
    discard();
    finish({ kind: 'lost', reason: new Error(message), started: running?.ready ?? false });
  };
  const hear = ({ data }: { data: FromWebWorker }) => {
    if (data.kind === 'done' && overdue && data.ticket >= overdue.ticket) {
      clearTimeout(overdue.timer);
      overdue = undefined;
    }
    if (!running || data.ticket !== running.ticket) return;
    if (data.kind === 'ready') running.ready = true;
    else if (data.kind === 'outcome') running.sink.outcome(data.outcome);
    else if (data.kind === 'failure') running.sink.failure(data.failure);
    else if (data.kind === 'done') finish({ kind: 'done' });
    else lose(data.message);
  };
  const send = (task: Running) => {
    if (!worker) {
      worker = start();
      worker.onmessage = hear;
      worker.onerror = ({ message }) => lose(message ?? 'the worker went away');
    }
    const setup = known === task.setup ? {} : { setup: task.setup };
    known = task.setup;
    worker.postMessage({ kind: 'chunk', ticket: task.ticket, chunk: task.chunk, ...setup });
  };
  const replace = () => {
    discard();
    if (running) send(running);
  };
  return {
    work: (task) =>
      new Promise((resolve) => {
        ticket++;
        running = { ...task, ticket, ready: false, resolve };
        send(running);
      }),
    stop() {
      if (!running || !worker) return;
      worker.postMessage({ kind: 'stop', ticket });
      clearTimeout(overdue?.timer);
      overdue = { ticket, timer: setTimeout(replace, STOP_PATIENCE) };
      finish({ kind: 'done' });
    },
    end() {
      discard();
      finish({ kind: 'done' });
    },
  };
}
