// The chain of choices under a switching cost.
import { logitShares } from '../../dist/src/statistics/logit-shares.js';

/** P(i -> j) = logit(V_j - s 1{j != i}). */
export function chain(values, s) {
  return values.map((_, i) => logitShares(values.map((v, j) => v - (j === i ? 0 : s))));
}

/**
 * Stationary law, second eigenvalue with its left and right eigenvectors, and repeat rate of the chain. It is reversible
 * with pi_i ~ e^(V_i) Z_i, so D^(1/2) P D^(-1/2) is symmetric, and power iteration after deflation finds the second.
 */
export function chainLaw(values, s) {
  const P = chain(values, s);
  const n = values.length;
  const mass = values.map((v, i) => {
    const Z = values.reduce((sum, w, j) => sum + Math.exp(w - (j === i ? 0 : s)), 0);
    return Math.exp(v) * Z;
  });
  const total = mass.reduce((a, b) => a + b, 0);
  const pi = mass.map((m) => m / total);
  const root = pi.map(Math.sqrt);
  let x = root.map((_, i) => (i === 0 ? 1 : -0.3 / i));
  let second = 0;
  for (let round = 0; round < 2000; round++) {
    const along = x.reduce((sum, v, i) => sum + v * root[i], 0);
    x = x.map((v, i) => v - along * root[i]);
    const length = Math.hypot(...x);
    x = x.map((v) => v / length);
    const y = x.map((_, i) => x.reduce((sum, v, j) => sum + ((root[i] * P[i][j]) / root[j]) * v, 0));
    second = x.reduce((sum, v, i) => sum + v * y[i], 0);
    if (Math.hypot(...y) < 1e-12) break;
    x = y;
  }
  const length = Math.hypot(...x) || 1;
  const unit = x.map((v) => v / length);
  return {
    P,
    pi,
    second,
    left: unit.map((v, i) => v * root[i]),
    right: unit.map((v, i) => v / root[i]),
    repeat: pi.reduce((sum, p, i) => sum + p * P[i][i], 0),
    size: n,
  };
}
