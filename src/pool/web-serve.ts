/**
 * What a worker of a browser does: becomes ready for a scenario, then works through chunks, one at a time. It outlives
 * questions: another scenario comes as another setup, and a stop ends all chunks up to a ticket at the next world.
 */
import type { Outcome } from '../../sim/index.js';
import { type Chunk, type Failure, type JobSetup, runChunk, type SimulateOne } from '../experiment/job.js';
import { buffersOf } from './outcome-buffers.js';
import { prepare } from './prepare.js';

/** What a worker hears. `setup` comes with the first chunk that needs it. Tickets ascend. */
export type ToWebWorker =
  | { kind: 'chunk'; ticket: number; chunk: Chunk; setup?: JobSetup }
  | { kind: 'stop'; ticket: number };

/** What a worker tells, each with the ticket of its chunk. `broken`: it cannot simulate this scenario. */
export type FromWebWorker = { ticket: number } & (
  | { kind: 'ready' }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'failure'; failure: Failure }
  | { kind: 'done' }
  | { kind: 'broken'; message: string }
);

/** The worker's own scope, as far as it is used. */
export interface WebScope {
  onmessage: ((event: { data: ToWebWorker }) => void) | null;
  postMessage(message: FromWebWorker, transfer?: ArrayBuffer[]): void;
}

type Task = ToWebWorker & { kind: 'chunk' };

/** What the worker adds to a world before it goes; a promise that fails makes it a failed one. */
export type Addition = (outcome: Outcome) => Promise<Outcome>;

/** Serves chunks that come as messages. @param add worked out here, so that the page need not; nothing if missing */
export function serveWeb(scope: WebScope, add?: Addition): void {
  let setup: JobSetup | undefined;
  let prepared: Promise<SimulateOne> | undefined;
  let stopped = -1;
  let turn = Promise.resolve();
  const work = async ({ ticket, chunk, setup: fresh }: Task) => {
    if (fresh) {
      setup = fresh;
      prepared = prepare(fresh);
    }
    if (!setup || !prepared) throw new Error('a chunk came before its scenario');
    const simulate = await prepared;
    scope.postMessage({ kind: 'ready', ticket });
    const sink = {
      async outcome(outcome: Outcome) {
        const whole = add ? await add(outcome) : outcome;
        scope.postMessage({ kind: 'outcome', ticket, outcome: whole }, buffersOf(whole));
      },
      failure: (failure: Failure) => scope.postMessage({ kind: 'failure', ticket, failure }),
    };
    await runChunk(chunk, sink, { simulate, seed: setup.seed, stopped: () => stopped >= ticket });
    scope.postMessage({ kind: 'done', ticket });
  };
  const tell = (ticket: number) => (error: unknown) =>
    scope.postMessage({
      kind: 'broken',
      ticket,
      message: error instanceof Error ? error.message : `${error}`,
    });
  scope.onmessage = ({ data }) => {
    if (data.kind === 'stop') stopped = Math.max(stopped, data.ticket);
    else turn = turn.then(() => work(data)).catch(tell(data.ticket));
  };
}
