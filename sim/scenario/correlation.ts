/**
 * Rank correlation between uncertain fields by a Gaussian copula (Li 2000; rank to Pearson by Kruskal 1958:
 * r = 2 sin(pi rho / 6)). The matrix is factored once (Cholesky); it must be positive definite.
 */
import type { Fields } from './scenario.js';

/** Correlated fields by dotted path, and the lower triangle L with L L' = their Pearson matrix. */
export interface Copula {
  readonly paths: readonly string[];
  readonly lower: readonly (readonly number[])[];
}

/** sin(x) for |x| <= pi / 6, by its series to x^15: exact to the last bits, and the same on every machine. */
export function smallSine(x: number): number {
  const s = x * x;
  let sum = 1;
  for (let k = 14; k >= 2; k -= 2) sum = 1 - (s / (k * (k + 1))) * sum;
  return x * sum;
}

/** Pearson correlation of the normals whose ranks correlate by `rank` (-1..1). */
export function pearsonOf(rank: number): number {
  return 2 * smallSine((Math.PI * rank) / 6);
}

/** The copula of all correlations, or undefined if their matrix is not positive definite. Empty list: no paths. */
export function copulaOf(correlations: Fields['correlations']): Copula | undefined {
  const paths = [...new Set(correlations.flatMap(({ between }) => between))];
  const matrix: number[][] = paths.map((_, i) => paths.map((_, j) => (i === j ? 1 : 0)));
  for (const { between, rank } of correlations) {
    const [i, j] = between.map((path) => paths.indexOf(path));
    const law = rank.law;
    if (law.kind !== 'constant') throw new Error(`copulaOf: rank is a ${law.kind}`);
    matrix[i][j] = pearsonOf(law.value);
    matrix[j][i] = matrix[i][j];
  }
  const lower = cholesky(matrix);
  return lower && { paths, lower };
}

/** Lower triangle L with L L' = matrix, or undefined if the matrix is not positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      if (i === j && !(rest > 1e-12)) return undefined;
      lower[i][j] = i === j ? Math.sqrt(rest) : rest / lower[j][j];
    }
  }
  return lower;
}
