/**
 * Which kind of sample a summary uses. Small batches keep their numbers; a large one walks over its worlds several times
 * instead, so that memory does not grow with them. Both give the same bits, so the limit changes no result.
 */
import { countedSample } from '../statistics/counted-sample.js';
import { heldSample, type Sample } from '../statistics/sample.js';

/** Bytes that the numbers of one point may take. */
const MOST_BYTES = 128 * 2 ** 20;
/** Buckets that a counted sample has at a time, at most. */
const BUCKETS = 10;

/** Makes a sample for some probabilities. */
export type MakeSample = (probabilities: readonly number[]) => Sample;

/**
 * @param samples how many there will be
 * @param worlds numbers in each
 */
export function sampleMaker(samples: number, worlds: number): MakeSample {
  if (samples * worlds * 8 <= MOST_BYTES) return () => heldSample(worlds);
  const bits = Math.floor(Math.log2(MOST_BYTES / (samples * BUCKETS * 4)));
  return (probabilities) => countedSample(probabilities, Math.max(4, Math.min(12, bits)));
}
