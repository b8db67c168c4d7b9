/**
 * The pool on module workers of a browser. A crew lives as long as the page; every question gets a pool of its own, and
 * asking the next one stops the one before, because its answer is stale. One core is left to the interface.
 */
import type { JobSetup, Pool } from '../experiment/job.js';
import { poolOfSeats } from './seats.js';
import { suspects } from './suspects.js';
import { makeWebSeat, type WebWorker } from './web-seat.js';

/** Workers that go from question to question. */
export interface WebCrew {
  readonly width: number;
  /** A pool for this scenario and seed; the pool before it is stopped. The same setup object spares a preparation. */
  ask(setup: JobSetup): Pool;
  /** Ends the workers. */
  end(): void;
}

/** Workers for a machine of so many cores: all but one, at least one. */
export function workersFor(cores: number): number {
  return Math.max(1, Math.floor(cores) - 1);
}

/** Starts nothing yet; workers begin with the first chunks. @param start starts a worker with `serveWeb` in it */
export function webCrew(workers: number, start: () => WebWorker): WebCrew {
  const seats = Array.from({ length: workers }, () => makeWebSeat(start));
  let last: Pool | undefined;
  return {
    width: workers,
    ask(setup) {
      void last?.close();
      let closed = false;
      const own = seats.map((seat) => ({
        work: (chunk: Parameters<Pool['run']>[0], sink: Parameters<typeof seat.work>[0]['sink']) =>
          closed ? Promise.resolve({ kind: 'done' as const }) : seat.work({ setup, chunk, sink }),
        stop: async () => {
          if (!closed) seat.stop();
        },
      }));
      const pool = poolOfSeats(own, { seed: setup.seed, suspected: suspects(setup) });
      last = {
        ...pool,
        close: async () => {
          const ending = closed ? undefined : pool.close();
          closed = true; // at once: the seats belong to the next question from here on
          await ending;
        },
      };
      return last;
    },
    end() {
      for (const seat of seats) seat.end();
    },
  };
}
