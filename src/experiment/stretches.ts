/**
 * Keeps what a chunk gives in stretches, so that a crash costs little where worlds take long: when a world ends so and so
 * long after the last keeping, what has ended since is kept, while the thread is at the next world. A chunk that is quicker
 * is kept whole, so parts are hardly smaller than they need to be: waiting for a thread counts, so where chunks take long the
 * first world of each is a part alone. The cuts change no result.
 */
import type { Outcome } from '../../sim/index.js';
import type { Chunk, ChunkResult } from './job.js';

/** How long worlds may wait to be kept. */
export interface Soon {
  /** Milliseconds, at least 0. */
  readonly ms: number;
  /** Milliseconds of a clock that only goes on. */
  readonly now: () => number;
}

interface Keeping {
  readonly keep: (result: ChunkResult) => void | Promise<void>;
  /** Whole chunks unless given. */
  readonly soon?: Soon;
  /** Is told at once that `keep` threw; `kept` throws it then. */
  readonly onBroken: () => void;
}

/** The keeping of one chunk. */
export interface Stretches {
  /** The next world has ended. */
  ended(outcome?: Outcome): void;
  /** Waits for what was begun. @throws what `keep` throws */
  kept(): Promise<void>;
  /** Keeps what is left. @throws what `keep` throws */
  rest(result: ChunkResult): Promise<void>;
}

/** Begins when a chunk is handed to the pool. */
export function keepStretches(chunk: Chunk, { keep, soon, onBroken }: Keeping): Stretches {
  let [first, next, since] = [chunk.first, chunk.first, soon?.now() ?? 0];
  let outcomes: Outcome[] = [];
  let begun: Promise<void> | undefined;
  const cut = (now: number) => {
    const stretch = { chunk: { ...chunk, first, last: next - 1 }, outcomes, failures: [] };
    [first, outcomes, since] = [next, [], now];
    begun = (begun ?? Promise.resolve()).then(() => keep(stretch));
    begun.catch(onBroken);
  };
  return {
    ended(outcome) {
      next++;
      if (!soon) return;
      if (outcome) outcomes.push(outcome);
      const now = soon.now();
      if (now - since >= soon.ms && outcomes.length > 0 && next <= chunk.last) cut(now);
    },
    kept: async () => begun,
    async rest(result) {
      if (begun && outcomes.length > 0) cut(since);
      else if (!begun && result.outcomes.length > 0) await keep(result);
      await begun;
    },
  };
}
