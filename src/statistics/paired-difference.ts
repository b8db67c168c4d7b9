/**
 * Mean difference of two outcomes measured on the same luck, with Student's interval of the differences ("Student" 1908),
 * and what the pairing was worth: with common random numbers the variance of a difference is var a + var b - 2 cov,
 * without them var a + var b (Law 2015, Simulation Modeling and Analysis, section 11.2). The interval holds for one
 * look; to look often use makeBettingSequence or asymptoticSequence.
 */
import { expectLevel, expectThat } from './expect.js';
import { studentQuantile } from './student-quantile.js';

export interface PairedDifference {
  /** Mean of a - b. */
  readonly estimate: number;
  /** Two-sided t interval; -Infinity..Infinity of one pair. */
  readonly low: number;
  readonly high: number;
  /** Of a and b, -1..1; NaN if either never varies. */
  readonly correlation: number;
  /**
   * (var a + var b) / var(a - b): so many times fewer runs than with independent ones. 1 without any correlation, below
   * 1 if it is negative; Infinity if all differences are the same but a and b vary; NaN if nothing varies or n < 2.
   */
  readonly varianceReduction: number;
  /** Pairs. */
  readonly n: number;
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Mean product of the deviations, n - 1 below; two passes, so that large means do no harm. */
function covariance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - meanA) * (b[i] - meanB);
  return sum / (a.length - 1);
}

function refuse(a: ArrayLike<number>, b: ArrayLike<number>): void {
  expectThat(a.length === b.length, `pairedDifference: expected ${a.length} values in b as in a`, b.length);
  expectThat(a.length > 0, 'pairedDifference: expected at least one pair', a.length);
  for (let i = 0; i < a.length; i++) {
    const isFit = Number.isFinite(a[i]) && Number.isFinite(b[i]);
    expectThat(isFit, `pairedDifference: expected finite numbers in pair ${i}`, `${a[i]}, ${b[i]}`);
  }
}

/**
 * Mean of a - b over pairs, in the unit of the values.
 * @throws RangeError unless both are finite, of one length of at least 1, and `level` is between 0 and 1
 */
export function pairedDifference(a: ArrayLike<number>, b: ArrayLike<number>, level = 0.95): PairedDifference {
  refuse(a, b);
  expectLevel(level, 'pairedDifference');
  const n = a.length;
  const differences = Float64Array.from(a, (value, i) => value - b[i]);
  const estimate = mean(differences);
  if (n === 1) {
    const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    return { estimate, low, high, correlation: Number.NaN, varianceReduction: Number.NaN, n };
  }
  const isSame = differences.every((value) => value === differences[0]);
  const variance = isSame ? 0 : covariance(differences, differences);
  const [varA, varB] = [covariance(a, a), covariance(b, b)];
  const half = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n);
  const isFlat = varA === 0 || varB === 0;
  const raw = covariance(a, b) / Math.sqrt(varA * varB);
  return {
    estimate: isSame ? differences[0] : estimate,
    low: isSame ? differences[0] : estimate - half,
    high: isSame ? differences[0] : estimate + half,
    correlation: isFlat ? Number.NaN : Math.min(1, Math.max(-1, raw)),
    varianceReduction: (varA + varB) / variance,
    n,
  };
}
