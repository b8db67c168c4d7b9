/**
 * Errors of noisy evaluations, as what indices must take out: variance of each, covariance of two, and the part that all
 * points share. An evaluation that is a mean over replicates differs from the true mean at its point by chance; without
 * correction that chance looks like influence of every factor. If the replicates of all points have common luck, the part
 * of it that moves all points alike cancels in differences, so subtracting the plain variance would take out too much.
 * Both cases are unbiased here: covariances are estimated from the replicates themselves, replicate r of a point with
 * replicate r of the other, which are near 0 if the luck is not shared.
 */
import { expectThat } from './expect.js';

/** Of the evaluations' errors, by their indexes. */
export interface EvaluationErrors {
  variance(j: number): number;
  covariance(j: number, k: number): number;
  /** Variance of the error that the mean over all base points has: luck shared by all of them. */
  readonly common: number;
}

export const NO_ERRORS: EvaluationErrors = { variance: () => 0, covariance: () => 0, common: 0 };

const isVariance = (value: number) => value >= 0 && value < Infinity;

/**
 * Independent errors of known variance, the same for all evaluations or one for each.
 * @throws RangeError on what is no variance, and unless there are `count`
 */
export function knownErrors(noise: number | ArrayLike<number>, count: number): EvaluationErrors {
  const what = 'indicesFrom: expected noise to be a variance of at least 0';
  if (typeof noise === 'number') {
    expectThat(isVariance(noise), what, noise);
    return { ...NO_ERRORS, variance: () => noise };
  }
  expectThat(noise.length === count, `${what} for each of ${count} evaluations`, noise.length);
  for (let j = 0; j < count; j++) expectThat(isVariance(noise[j]), what, noise[j]);
  return { ...NO_ERRORS, variance: (j) => noise[j] };
}

/** Mean of each row. */
export function rowMeans(rows: ArrayLike<ArrayLike<number>>): Float64Array {
  return Float64Array.from(rows, (row) => {
    let sum = 0;
    for (let r = 0; r < row.length; r++) sum += row[r];
    return sum / row.length;
  });
}

/** Unbiased covariance of two rows of equal length. */
function covarianceOf(x: ArrayLike<number>, y: ArrayLike<number>, means: readonly [number, number]): number {
  let sum = 0;
  for (let r = 0; r < x.length; r++) sum += (x[r] - means[0]) * (y[r] - means[1]);
  return sum / (x.length - 1);
}

/**
 * Errors of means over replicates, estimated from the replicates.
 * @param replicates one row an evaluation, all of one length R >= 2; place r holds the same luck in all rows, or any luck
 * @param base indexes of the evaluations over which `common` is taken
 * @throws RangeError if rows differ in length
 */
export function replicateErrors(
  replicates: ArrayLike<ArrayLike<number>>,
  base: readonly number[],
): EvaluationErrors {
  const size = replicates.length > 0 ? replicates[0].length : 0;
  expectThat(size >= 2, 'indicesFromReplicates: expected at least 2 replicates of each evaluation', size);
  for (let j = 0; j < replicates.length; j++) {
    const found = replicates[j].length;
    expectThat(found === size, `indicesFromReplicates: expected ${size} replicates in row ${j}`, found);
  }
  const means = rowMeans(replicates);
  const covariance = (j: number, k: number) =>
    covarianceOf(replicates[j], replicates[k], [means[j], means[k]]) / size;
  const byReplicate = Float64Array.from({ length: size }, (_, r) => {
    return base.reduce((sum, j) => sum + replicates[j][r], 0) / base.length;
  });
  const [middle] = rowMeans([byReplicate]);
  const common = covarianceOf(byReplicate, byReplicate, [middle, middle]) / size;
  return { variance: (j) => covariance(j, j), covariance, common };
}
