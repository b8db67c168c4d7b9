/**
 * Interval of the difference of two probabilities from pairs: Newcombe 1998, "Improved confidence intervals for the
 * difference between binomial proportions based on paired data", Statistics in Medicine 17, 2635-2650, method 10: Wilson
 * intervals of both, squared and added with the pairs' correlation. The estimate is that of McNemar's test; pairs in which
 * the same happened to both still count. Unlike the textbook interval it is not empty if no pair differs.
 */
import { type PairedCounts, pairCount } from './paired-counts.js';
import { wilson } from './wilson.js';

/** P(a) - P(b) with its interval, each in -1..1. */
export interface PairedInterval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Pairs. */
  readonly n: number;
}

/** Correlation of the two outcomes, drawn to 0 by n / 2 if positive; 0 if one of them is always the same. */
function correlation({ both, onlyA, onlyB, neither }: PairedCounts, n: number): number {
  const margins = (both + onlyA) * (onlyB + neither) * (both + onlyB) * (onlyA + neither);
  if (margins === 0) return 0;
  const excess = both * neither - onlyA * onlyB;
  return (excess > 0 ? Math.max(excess - n / 2, 0) : excess) / Math.sqrt(margins);
}

/**
 * P(a) - P(b) with its two-sided interval at `level`. No pairs: -1..1, difference NaN.
 * @throws RangeError unless counts are whole from 0 and `level` is between 0 and 1
 */
export function pairedProportions(counts: PairedCounts, level = 0.95): PairedInterval {
  const n = pairCount(counts, 'pairedProportions');
  const a = wilson(counts.both + counts.onlyA, n, level);
  const b = wilson(counts.both + counts.onlyB, n, level);
  const difference = (counts.onlyA - counts.onlyB) / n;
  if (n === 0) return { difference, low: -1, high: 1, n };
  const phi = correlation(counts, n);
  const join = (x: number, y: number) => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  return {
    difference,
    low: difference - join(a.estimate - a.low, b.high - b.estimate),
    high: difference + join(a.high - a.estimate, b.estimate - b.low),
    n,
  };
}
