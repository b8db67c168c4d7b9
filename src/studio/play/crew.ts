/** Workers of a game: jobs in the order they were asked, urgent ones first, one at a time in each worker. */
import type { Done, FromPlayWorker, Job, ToPlayWorker } from './jobs.js';

/** A browser's Worker, as far as it is used. */
export interface PlayWorker {
  onmessage: ((event: { data: FromPlayWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: ToPlayWorker): void;
}

interface Waiting {
  readonly raw: unknown;
  readonly job: Job;
  resolve(done: never): void;
  reject(error: Error): void;
}

export interface PlayCrew {
  /** Asks for a job. A turn goes before everything that waits. @throws Error of the job */
  ask<J extends Job>(raw: unknown, job: J): Promise<Done[J['do']]>;
  /** Forgets what waits; work in hand ends unheard. Promises of forgotten jobs never settle. */
  forget(): void;
}

/** Starts workers with the first jobs. @param start starts a worker that answers to `play` */
export function playCrew(width: number, start: () => PlayWorker): PlayCrew {
  const queue: Waiting[] = [];
  const seats = Array.from({ length: width }, () => makeSeat(start, queue));
  return {
    ask: (raw, job) =>
      new Promise((resolve, reject) => {
        const waiting = { raw, job, resolve, reject };
        if (job.do === 'turn') queue.unshift(waiting);
        else queue.push(waiting);
        for (const seat of seats) seat();
      }),
    forget: () => void queue.splice(0),
  };
}

/** One worker at the queue; returns what to call when there is work. */
function makeSeat(start: () => PlayWorker, queue: Waiting[]): () => void {
  let worker: PlayWorker | undefined;
  let known: unknown;
  let hand: Waiting | undefined;
  let ticket = 0;
  const end = (settle: (hand: Waiting) => void) => {
    const ended = hand;
    hand = undefined;
    if (ended) settle(ended);
    take();
  };
  const open = () => {
    const fresh = start();
    fresh.onmessage = ({ data }) => {
      if (data.kind !== 'played' || data.ticket !== ticket) return;
      end(({ resolve, reject }) =>
        'done' in data ? resolve(data.done as never) : reject(new Error(data.problem)),
      );
    };
    fresh.onerror = ({ message }) =>
      end(({ reject }) => reject(new Error(message ?? 'the worker went away')));
    return fresh;
  };
  const take = () => {
    if (hand) return;
    hand = queue.shift();
    if (!hand) return;
    worker ??= open();
    const setup = known === hand.raw ? {} : { raw: hand.raw };
    known = hand.raw;
    ticket++;
    worker.postMessage({ kind: 'play', ticket, job: hand.job, ...setup });
  };
  return take;
}
