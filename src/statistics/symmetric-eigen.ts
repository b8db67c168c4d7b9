/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan 2013, section 8.5).
 * Costs about 10 n^3 a sweep and fewer than ten sweeps; meant for n up to some dozens, where it is exact to rounding.
 */

const SWEEPS = 60;

/** Eigenvalues, falling, and the vector of each: `vectors[k]` has length 1 and belongs to `values[k]`. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/** Rotates rows and columns p and q so that a[p][q] becomes 0; v gathers the rotations by columns. */
function rotate(a: number[][], v: number[][], [p, q]: readonly [number, number]): void {
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
  for (let k = 0; k < a.length; k++) {
    [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
  }
  for (const row of v) [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
}

/** @param matrix n x n, symmetric, finite; it is not changed */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, i) => matrix.map((_, k) => (i === k ? 1 : 0)));
  const largest = Math.max(0, ...a.flat().map(Math.abs));
  const isSmall = (i: number, k: number) => !(Math.abs(a[i][k]) > 1e-17 * largest);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let isDone = true;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (isSmall(p, q)) continue;
        isDone = false;
        rotate(a, v, [p, q]);
      }
    }
    if (isDone) break;
  }
  const order = a.map((_, i) => i).sort((i, k) => a[k][k] - a[i][i]);
  return { values: order.map((i) => a[i][i]), vectors: order.map((i) => v.map((row) => row[i])) };
}
