/**
 * What a batch will simulate: points (the base and chosen arms) x replicates, in chunks. A replicate is a pure
 * function of scenario, seed, point and replicate, so the cuts between chunks change no result; they only decide
 * how well the threads are kept busy and how much a crash can cost.
 */
import { BASE, type Chunk } from './job.js';

/** At most this many replicates in a chunk: a part stays a few megabytes. */
const MOST = 16;
/** Aim at this many chunks for each thread, so that the last ones end together. */
const PER_THREAD = 8;

/** Replicates of one point that are wanted, ascending. */
export interface Wanted {
  readonly point: string;
  readonly replicates: readonly number[];
}

/** Replicates in a chunk, from 1 to 16. */
export function chunkLength(replicates: number, threads: number): number {
  return Math.max(1, Math.min(MOST, Math.ceil(replicates / (threads * PER_THREAD))));
}

/** The points of a batch: the base first, then the arms in the order given, each once. */
export function pointsOf(arms: readonly string[]): string[] {
  return [BASE, ...new Set(arms)];
}

/**
 * Cuts what is wanted into chunks of neighbouring replicates.
 * @param length most replicates in a chunk
 */
export function planChunks(wanted: readonly Wanted[], length: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (const { point, replicates } of wanted) {
    let first = 0;
    for (let i = 1; i <= replicates.length; i++) {
      const goesOn = i < replicates.length && replicates[i] === replicates[i - 1] + 1 && i - first < length;
      if (goesOn) continue;
      chunks.push({ point, first: replicates[first], last: replicates[i - 1] });
      first = i;
    }
  }
  return chunks;
}

/** Whole numbers from `first` to `last`, both included. */
export function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
