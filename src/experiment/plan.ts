/**
 * What a batch will simulate: points (the base and chosen arms) x replicates, in chunks. A replicate is a pure
 * function of scenario, seed, point and replicate, so the cuts between chunks change no result; they only decide
 * how well the threads are kept busy and how much a crash can cost.
 */
import { BASE, type Chunk } from './job.js';

/** At most this many replicates in a chunk: a part stays a few megabytes. */
const MOST = 16;
/** Of worlds that take next to no time: writing a part safely takes some 5 ms, which shorter chunks would not hide. */
const MOST_OF_TINY = 256;
/** What a thread simulates in about a second where markets are rich, user-months; and what a month of a firm costs besides. */
const SECOND = 2e7;
const FIRM_MONTH = 500;
/** Doubles that a part should not exceed by much, and those of a month of a firm. */
const PART = 5e5;
const CELL = 40;
/** Aim at this many chunks for each thread, so that the last ones end together. */
const PER_THREAD = 8;

/** Replicates of one point that are wanted, ascending. */
export interface Wanted {
  readonly point: string;
  readonly replicates: readonly number[];
}

/**
 * Replicates in a chunk, from 1 to 16, more if worlds are tiny.
 * @param most as `longestChunk` says, 16 unless given
 */
export function chunkLength(replicates: number, threads: number, most: number = MOST): number {
  return Math.max(1, Math.min(most, Math.ceil(replicates / (threads * PER_THREAD))));
}

/** Most replicates in a chunk of a scenario: 16, and up to 256 where they take less than a second and a few megabytes. */
export function longestChunk(world: { readonly userMonths: number; readonly firmMonths: number }): number {
  const byTime = SECOND / (world.userMonths + FIRM_MONTH * world.firmMonths);
  const byBytes = PART / (CELL * world.firmMonths);
  return Math.max(MOST, Math.min(MOST_OF_TINY, Math.floor(Math.min(byTime, byBytes))));
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
