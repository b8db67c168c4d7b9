/**
 * Does an outcome rise with a factor, in whatever shape? Spearman's rank correlation, and the partial one (PRCC) with the
 * other factors held: Marino, Hogue, Ray & Kirschner 2008, Journal of Theoretical Biology 254, 178-196. Both miss effects
 * that go up and down. p-values by Student's t (their eq. 4). Intervals by Fisher's z; for Spearman's with the variance
 * (1 + r²/2) / (n - 3) of Bonett & Wright 2000 (Psychometrika 65, 23-28), as 1 / (n - 3) is too narrow for ranks.
 */
import { expectLevel, expectThat } from './expect.js';
import { betaCdf } from './incomplete-beta.js';
import { normalQuantile } from './normal-quantile.js';
import { correlation, ranks } from './ranks.js';
import { symmetricEigen } from './symmetric-eigen.js';

/** A correlation, -1..1, with its interval; NaN if a column never varies. */
export interface RankCorrelation {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Probability of one at least as far from 0 if there is none. */
  readonly p: number;
  readonly n: number;
}

/** Two-sided p of Student's t: P(|T| >= t) = I(df / (df + t²); df/2, 1/2), where df / (df + t²) = 1 - r². */
function pOf(r: number, df: number): number {
  return Number.isNaN(r) ? Number.NaN : betaCdf(1 - r * r, df / 2, 0.5);
}

function withInterval(
  r: number,
  { n, held, spread, level }: { n: number; held: number; spread: number; level: number },
): RankCorrelation {
  const step = normalQuantile((1 + level) / 2) * Math.sqrt(spread / (n - 3 - held));
  const z = Math.atanh(r);
  const isEnd = Math.abs(r) === 1;
  return {
    estimate: r,
    low: isEnd ? r : Math.tanh(z - step),
    high: isEnd ? r : Math.tanh(z + step),
    p: pOf(r, n - 2 - held),
    n,
  };
}

function expectFinite(values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++)
    expectThat(Number.isFinite(values[i]), `${name}: expected value ${i} to be a finite number`, values[i]);
}

/**
 * Spearman's rank correlation of two columns.
 * @param x at least 4 finite numbers @param y as many @param options.level between 0 and 1; .95 unless given
 * @throws RangeError on other columns
 */
export function rankCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly level?: number } = {},
): RankCorrelation {
  const { level = 0.95 } = options;
  const n = x.length;
  expectLevel(level, 'rankCorrelation');
  expectThat(n === y.length, `rankCorrelation: expected ${n} values in both columns`, y.length);
  expectThat(n >= 4, 'rankCorrelation: expected at least 4 values', n);
  for (const column of [x, y]) expectFinite(column, 'rankCorrelation');
  const r = correlation(ranks(x), ranks(y));
  return withInterval(r, { n, held: 0, spread: 1 + (r * r) / 2, level });
}

/** Inverse of a correlation matrix; RangeError if a column follows from the others. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const { values, vectors } = symmetricEigen(matrix);
  const smallest = values[values.length - 1];
  const name =
    'partialRankCorrelation: expected no factor to follow from the others, smallest eigenvalue above 0';
  expectThat(smallest > 1e-10, name, smallest);
  return matrix.map((row, i) =>
    row.map((_, j) => values.reduce((sum, value, k) => sum + (vectors[k][i] * vectors[k][j]) / value, 0)),
  );
}

/** Partial correlations of y with each column: beta_j / sqrt(P_jj) against what no column explains. */
function partials(columns: readonly Float64Array[], y: Float64Array): number[] {
  const precision = inverse(
    columns.map((x) => columns.map((other) => (x === other ? 1 : correlation(x, other)))),
  );
  const toOutcome = columns.map((x) => correlation(x, y));
  const betas = precision.map((row) => row.reduce((sum, value, j) => sum + value * toOutcome[j], 0));
  const left = Math.max(0, 1 - betas.reduce((sum, beta, j) => sum + beta * toOutcome[j], 0));
  return betas.map((beta, j) => {
    const own = beta ** 2 / precision[j][j];
    const r = Math.sqrt(own / (own + (left < 1e-12 ? 0 : left)));
    return own < 1e-24 ? 0 : Math.sign(beta) * r;
  });
}

/**
 * Partial rank correlation of an outcome with each factor, the others held. A factor that never varies gives NaN.
 * @param rows one a case, of d factors; at least d + 4 cases
 * @param values the outcome of each case
 * @param options.level between 0 and 1; .95 unless given
 * @returns one entry a factor
 * @throws RangeError on other shapes, and if a factor's ranks follow from the others'
 */
export function partialRankCorrelation(
  rows: readonly (readonly number[])[],
  values: ArrayLike<number>,
  options: { readonly level?: number } = {},
): RankCorrelation[] {
  const { level = 0.95 } = options;
  const n = rows.length;
  const d = n > 0 ? rows[0].length : 0;
  expectLevel(level, 'partialRankCorrelation');
  expectThat(d >= 1 && n >= d + 4, `partialRankCorrelation: expected at least ${d + 4} rows`, n);
  expectThat(n === values.length, `partialRankCorrelation: expected ${n} values`, values.length);
  for (const column of [values, ...rows]) expectFinite(column, 'partialRankCorrelation');
  const y = ranks(values);
  const columns = rows[0].map((_, j) => ranks(rows.map((row) => row[j])));
  const varying = columns.filter((x) => !Number.isNaN(correlation(x, x)));
  const isFlat = Number.isNaN(correlation(y, y));
  const found = isFlat || varying.length === 0 ? varying.map(() => Number.NaN) : partials(varying, y);
  return columns.map((x) => {
    const r = found[varying.indexOf(x)] ?? Number.NaN;
    return withInterval(r, { n, held: varying.length - 1, spread: 1, level });
  });
}
