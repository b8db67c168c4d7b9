/**
 * An interval of the mean of unbounded values for looking at often, valid as the central limit theorem is: in the limit
 * only. Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024, "Time-uniform central limit theory and asymptotic confidence
 * sequences", Annals of Statistics 52, 2613-2640, theorem 2.2: mean -+ sd sqrt(2 (n r + 1) / (n² r) ln(sqrt(n r + 1) /
 * (1 - level))), r = rho². Its coverage of all n from a first look on comes near `level` as that first look is later; a
 * first look after some dozens of values is our advice, hundreds if they are skewed. Where bounds of the values are
 * known, makeBettingSequence holds without a limit.
 */
import type { MeanInterval } from './betting-sequence.js';
import { expectLevel, expectThat, expectWhole } from './expect.js';

/** What is known of the values so far; `variance` with n - 1 below. */
export interface SampleMoments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * @param options.tightestAt number of values at which the interval is to be narrowest; 100 unless given, and to be chosen
 * before looking. Within 10 % of that from a quarter to ten times the number
 * @returns -Infinity..Infinity below two values
 * @throws RangeError on n or tightestAt that are not whole, a variance below 0, or a level outside 0..1
 */
export function asymptoticSequence(
  { n, mean, variance }: SampleMoments,
  options: { readonly level?: number; readonly tightestAt?: number } = {},
): MeanInterval {
  const { level = 0.95, tightestAt = 100 } = options;
  expectWhole(n, 0, 'asymptoticSequence: expected n');
  expectWhole(tightestAt, 1, 'asymptoticSequence: expected tightestAt');
  expectLevel(level, 'asymptoticSequence');
  if (n < 2) return { estimate: mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, n };
  expectThat(variance >= 0, 'asymptoticSequence: expected variance of at least 0', variance);
  const doubt = -2 * Math.log(1 - level);
  const rate = (doubt + Math.log(doubt + 1)) / tightestAt;
  const grown = n * rate + 1;
  const half = Math.sqrt(((2 * variance * grown) / (n * n * rate)) * (Math.log(grown) / 2 + doubt / 2));
  return { estimate: mean, low: mean - half, high: mean + half, n };
}
