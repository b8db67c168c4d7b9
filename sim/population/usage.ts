/**
 * Usage classes: quantile bands of a lognormal law of use, each with its conditional mean. With
 * ln X ~ N(m, s^2), the part of the total held below the quantile z is Phi(z - s) (validation: the top 1 % hold
 * .3721 at s = 2).
 */
import { exp, log, normalQuantile } from '../core/numerics.js';

/** One band: its share of the people, and its share of all tokens. */
export interface UsageBand {
  readonly people: number;
  readonly tokens: number;
}

/** Distribution function of the standard normal law, absolute error below 1e-15 (series and continued fraction). */
export function normalDistribution(z: number): number {
  const x = Math.abs(z);
  if (x > 38) return z > 0 ? 1 : 0;
  const density = exp(-0.5 * x * x) * 0.3989422804014327;
  let tail: number;
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let k = 1; k < 80; k++) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    tail = 0.5 - density * sum;
  } else {
    let fraction = x;
    for (let k = 120; k > 0; k--) fraction = x + k / fraction;
    tail = density / fraction;
  }
  return z > 0 ? 1 - tail : tail;
}

/**
 * Bands of a lognormal law with log standard deviation `spread`, parted at the quantiles `edges` (rising, in
 * (0, 1)); length edges.length + 1. Mean use of a band = mean x tokens / people.
 */
export function usageBands(edges: readonly number[], spread: number): UsageBand[] {
  const all = [0, ...edges, 1];
  const held = all.map((p) => (p === 0 ? 0 : p === 1 ? 1 : normalDistribution(normalQuantile(p) - spread)));
  return all.slice(1).map((p, k) => ({ people: p - all[k], tokens: held[k + 1] - held[k] }));
}

/** Median of a lognormal law from its mean and spread. */
export function medianFromMean(mean: number, spread: number): number {
  return exp(log(mean) - 0.5 * spread * spread);
}
