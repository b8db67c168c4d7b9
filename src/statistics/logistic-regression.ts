/**
 * Logistic regression by maximum likelihood: Newton's method, which for the logit is iteratively reweighted least
 * squares (McCullagh & Nelder 1989, section 4.4). Costs rows x columns^2 a step; six to eight steps are usual. Why not
 * gradient descent: with two or three columns a step of Newton's costs no more and needs no step length.
 */

/** Coefficients with standard errors, the intercept first. */
export interface LogitFit {
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
}

const MOST_STEPS = 50;
const SMALL_STEP = 1e-10;
/** Beyond this the data part the outcomes without error, and the likelihood has no maximum. */
const SEPARATED = 1e3;

/** Solves a x = b for a symmetric positive definite `a` and inverts it, by Gauss-Jordan elimination; null if singular. */
function solve(a: readonly number[][], b: readonly number[]): { x: number[]; inverse: number[][] } | null {
  const n = b.length;
  const rows = a.map((row, i) => [...row, b[i], ...row.map((_, k) => (k === i ? 1 : 0))]);
  for (let k = 0; k < n; k++) {
    if (!(rows[k][k] > 1e-12)) return null;
    rows[k] = rows[k].map((value) => value / rows[k][k]);
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = rows[i][k];
      rows[i] = rows[i].map((value, column) => value - factor * rows[k][column]);
    }
  }
  return { x: rows.map((row) => row[n]), inverse: rows.map((row) => row.slice(n + 1)) };
}

/** Score and information of the log likelihood at `beta`. */
function derivatives(
  rows: readonly (readonly number[])[],
  hits: readonly boolean[],
  beta: readonly number[],
) {
  const score = beta.map(() => 0);
  const information = beta.map(() => beta.map(() => 0));
  for (let r = 0; r < rows.length; r++) {
    const x = rows[r];
    const p = 1 / (1 + Math.exp(-beta.reduce((sum, b, k) => sum + b * x[k], 0)));
    for (let i = 0; i < x.length; i++) {
      score[i] += x[i] * (Number(hits[r]) - p);
      for (let k = 0; k < x.length; k++) information[i][k] += x[i] * x[k] * p * (1 - p);
    }
  }
  return { score, information };
}

/**
 * Fits P(hit) = 1 / (1 + e^-(b0 + b1 x1 + ...)).
 * @param inputs one row a case, all of the same length, without the constant
 * @param hits what happened, as long as `inputs`
 * @returns null if there is no maximum: too few cases, collinear columns, or outcomes that the inputs part without error
 */
export function logisticRegression(
  inputs: readonly (readonly number[])[],
  hits: readonly boolean[],
): LogitFit | null {
  if (inputs.length !== hits.length)
    throw new Error(`logisticRegression: ${inputs.length} rows, ${hits.length} outcomes`);
  if (inputs.length === 0) return null;
  const rows = inputs.map((row) => [1, ...row]);
  let beta = rows[0].map(() => 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { score, information } = derivatives(rows, hits, beta);
    const solved = solve(information, score);
    if (!solved) return null;
    beta = beta.map((b, k) => b + solved.x[k]);
    if (beta.some((b) => Math.abs(b) > SEPARATED)) return null;
    if (Math.max(...solved.x.map(Math.abs)) < SMALL_STEP)
      return { coefficients: beta, errors: solved.inverse.map((row, k) => Math.sqrt(row[k])) };
  }
  return null;
}
