/**
 * A pool made of seats, whatever sits on them: threads of Node, workers of a browser. Chunks wait for a free seat. A
 * world that takes its thread with it is tried once more in a fresh one; if that dies too, the world is a Failure. A
 * world that throws is a Failure at once, because it would throw again. After several hung worlds the pool closes itself.
 */
import { type Chunk, type ChunkResult, failureOf, type Pool, type Sink } from '../experiment/job.js';
import { type Collector, collect } from './collect.js';
import { countHangs } from './hangs.js';

/** How a stretch of work ended. `hung`: the watchdog ended it. */
export type WorkEnd = { kind: 'done' } | { kind: 'lost'; reason: Error; started: boolean; hung?: true };

/** One place at the pool. */
export interface Seat {
  /** Works through a chunk; resolves also when the thread is lost. */
  work(chunk: Chunk, sink: Sink): Promise<WorkEnd>;
  /** Ends the work in hand, which then counts as lost or done. */
  stop(): Promise<void>;
}

/** What all seats work on. `suspected`: whom to suspect when a thread goes away, empty or `; the reason may be ...`. */
export interface SeatWork {
  readonly seed: string;
  readonly suspected: string;
}

/** A thread that died before it could simulate anything. */
export class ThreadError extends Error {
  constructor(cause: Error, suspected: string) {
    const who = cause.message.endsWith(suspected) ? '' : suspected;
    super(`a thread could not start: ${cause.message}${who}`, { cause });
    this.name = 'ThreadError';
  }
}

async function runOnSeat(
  seat: Seat,
  got: Collector,
  job: SeatWork & { chunk: Chunk; stopped: () => boolean },
): Promise<ChunkResult> {
  let retried = -1;
  while (got.next() <= job.chunk.last && !job.stopped()) {
    const end = await seat.work({ ...job.chunk, first: got.next() }, got.sink);
    if (end.kind === 'done' || job.stopped()) break;
    if (!end.started) throw new ThreadError(end.reason, job.suspected);
    const replicate = got.next();
    if (retried === replicate) {
      const failure = failureOf(end.reason, { point: job.chunk.point, replicate, seed: job.seed });
      got.sink.failure(end.hung ? { ...failure, hung: end.hung } : failure);
    }
    retried = replicate;
  }
  return got.result();
}

/** Hands chunks to seats, one each at a time; `close` stops them all. */
export function poolOfSeats(seats: readonly Seat[], work: SeatWork): Pool {
  const free = [...seats];
  const waiting: ((seat: Seat) => void)[] = [];
  let closed = false;
  const take = () =>
    new Promise<Seat>((resolve) => {
      const seat = free.pop();
      if (seat) resolve(seat);
      else waiting.push(resolve);
    });
  const giveBack = (seat: Seat) => {
    const next = waiting.shift();
    if (next) next(seat);
    else free.push(seat);
  };
  const close = async () => {
    closed = true;
    await Promise.all(seats.map((seat) => seat.stop()));
  };
  const hung = new AbortController();
  const count = countHangs((last) => {
    hung.abort(last);
    void close();
  });
  return {
    width: seats.length,
    hung: hung.signal,
    async run(chunk, onReplicate) {
      const seat = await take();
      const got = collect(chunk, (outcome, failure) => {
        onReplicate?.(outcome, failure);
        count(chunk.point, failure);
      });
      try {
        return await runOnSeat(seat, got, { ...work, chunk, stopped: () => closed });
      } finally {
        giveBack(seat);
      }
    },
    close,
  };
}
