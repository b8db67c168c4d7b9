/**
 * What the targets tell about the fitted values. J is the matrix of the standardised errors by the scaled parameters,
 * from central differences at the optimum with the same luck; J'J is half the Hessian of the loss where errors are
 * small (Gauss-Newton), and never has a direction of negative curvature, as second differences of a rough loss do.
 * Covariance of the estimate (simulated minimum distance, Gourieroux, Monfort & Renault 1993, without weights for
 * simulation noise): (J'J)^-1 for the errors of the targets plus A S A', A = (J'J)^-1 J', for the luck of our own
 * worlds, S being the covariance of the errors among groups of other replicates.
 */
import { symmetricEigen } from '../../statistics/symmetric-eigen.js';

/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/** Scaled parameters: a unit is the whole range, in the parameter's scale. K parameters, M fitted targets. */
export interface Information {
  /** Eigenvalues of J'J, falling, length K: 1 / sqrt(value) is how far the loss lets a direction go before it rises by 1. */
  readonly eigenvalues: readonly number[];
  /** Directions of the eigenvalues, K x K, each of length 1. */
  readonly directions: Matrix;
  /** Standard errors, in ranges, length K. */
  readonly errors: readonly number[];
  /** Correlations of the estimates, K x K. */
  readonly correlations: Matrix;
}

/** Eigenvalues below this count as this: the direction is free over 1e4 ranges. */
const LEAST = 1e-8;

/** Rows as columns. */
export function transpose(a: Matrix): number[][] {
  return (a[0] ?? []).map((_, k) => a.map((row) => row[k]));
}

/** Matrix product, skipping nothing. */
export function product(a: Matrix, b: Matrix): number[][] {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => row.reduce((sum, part, k) => sum + part * column[k], 0)));
}

/** (J'J + damping x its mean eigenvalue)^-1 by eigenvalues, those near 0 held at `LEAST`. */
export function inverseInformation(jacobian: Matrix, damping = 0): number[][] {
  const { values, vectors } = symmetricEigen(product(transpose(jacobian), jacobian));
  const more = (damping * values.reduce((sum, value) => sum + value, 0)) / values.length;
  return vectors.map((_, i) =>
    vectors.map((__, j) =>
      values.reduce(
        (sum, value, k) => sum + (vectors[k][i] * vectors[k][j]) / Math.max(value + more, LEAST),
        0,
      ),
    ),
  );
}

/** Covariance of columns among rows (n - 1); zeros for fewer than two rows. */
function covarianceOf(rows: Matrix): number[][] {
  const columns = transpose(rows);
  const means = columns.map((column) => column.reduce((sum, part) => sum + part, 0) / column.length);
  const off = columns.map((column, k) => column.map((part) => part - means[k]));
  return off.map((a) =>
    off.map((b) => a.reduce((sum, part, k) => sum + part * b[k], 0) / Math.max(1, rows.length - 1)),
  );
}

/**
 * @param jacobian M x K, errors by scaled parameters
 * @param luck errors of the optimum in groups of other worlds, groups x M
 */
export function informationOf(jacobian: Matrix, luck: Matrix): Information {
  const { values, vectors } = symmetricEigen(product(transpose(jacobian), jacobian));
  const inverse = inverseInformation(jacobian);
  const back = product(inverse, transpose(jacobian));
  const own = product(product(back, covarianceOf(luck)), transpose(back));
  const covariance = inverse.map((row, i) => row.map((part, k) => part + own[i][k]));
  const errors = covariance.map((row, k) => Math.sqrt(Math.max(0, row[k])));
  return {
    eigenvalues: values,
    directions: vectors,
    errors,
    correlations: covariance.map((row, i) => row.map((part, k) => part / (errors[i] * errors[k]))),
  };
}
