/**
 * How a batch begins, so that its price is known soon and no world is simulated for the price alone: the first worlds stand
 * alone and are spread over the whole plan (in steps of the golden section, which leaves no gap), the rest follows in the
 * order of the plan. The order changes no result.
 */
import type { Chunk } from './job.js';

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Positions of `count` of `length` things, spread evenly, each once. */
function spread(count: number, length: number): number[] {
  const seen = new Set<number>();
  for (let k = 0; seen.size < Math.min(count, length); k++) {
    const at = Math.floor(((k * GOLDEN) % 1) * length);
    seen.add(at);
  }
  return [...seen];
}

/** The plan with `singles` worlds in front, each the first of another chunk. */
export function withOpening<T extends Chunk>(chunks: readonly T[], singles: number): T[] {
  const taken = spread(singles, chunks.length);
  const isTaken = new Set(taken);
  const rest = chunks.flatMap((chunk, at) => {
    if (!isTaken.has(at)) return [chunk];
    return chunk.first < chunk.last ? [{ ...chunk, first: chunk.first + 1 }] : [];
  });
  return [...taken.map((at) => ({ ...chunks[at], last: chunks[at].first })), ...rest];
}

/** Worlds that stand alone at the beginning, for each world that is lived at a time. */
export const SINGLES = 4;
/** The price is told so long after the first world, ms, if so many waves of worlds have ended by then; */
const TOLD_AFTER = 2000;
const WAVES = 2 * SINGLES;
/** large worlds are not waited for longer, but for the second wave. */
const TOLD_BY = 8000;

/** Watches the worlds of a batch end, until enough have. */
export interface Opening {
  /** A world has ended. @returns once, when that is enough: when each ended, ms since the beginning */
  ended(): readonly number[] | undefined;
}

/** @param now milliseconds of a clock that only goes on */
export function watchOpening(width: number, now: () => number): Opening {
  const begin = now();
  const ends: number[] = [];
  let isTold = false;
  return {
    ended() {
      if (isTold) return undefined;
      ends.push(now() - begin);
      const since = ends[ends.length - 1] - ends[0];
      const waves = ends.length / width;
      isTold = waves >= 2 && (since >= TOLD_BY || (since >= TOLD_AFTER && waves >= WAVES));
      return isTold ? ends : undefined;
    },
  };
}
