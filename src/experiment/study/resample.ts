/**
 * Percentile bootstrap over worlds (Efron 1979) for formulas that need not be numbers: a median exit month is infinite
 * where most worlds have no exit, and a mean over worlds without the thing is undefined. `src/statistics/bootstrap.ts` refuses both.
 */
import { randomStream } from '../../statistics/random-stream.js';
import { gather } from '../gatherers.js';

const SAMPLES = 1000;
const TAIL = 0.025;

/**
 * What a statistic gives for places drawn again with replacement; the same seed draws the same places.
 * @param n places, from 0 to n - 1
 */
export function resamples<T>(n: number, seed: string, statistic: (places: readonly number[]) => T): T[] {
  const stream = randomStream('bootstrap', seed);
  const draw = () => Array.from({ length: n }, () => stream.below(n));
  return Array.from({ length: SAMPLES }, () => statistic(draw()));
}

/** The 95 % interval of what resamples gave; NaN if more of them than a tail holds are undefined. */
export function spanOf(seen: readonly number[]): { low: number; high: number } {
  const undefinedOnes = seen.filter(Number.isNaN).length;
  if (undefinedOnes > TAIL * seen.length) return { low: Number.NaN, high: Number.NaN };
  return { low: gather('quantile', seen, TAIL), high: gather('quantile', seen, 1 - TAIL) };
}
