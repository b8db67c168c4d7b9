/**
 * Usage classes: quantile bands of a lognormal law of use, each with its conditional mean. With
 * ln X ~ N(m, s^2), the part of the total held below the quantile z is Phi(z - s) (validation: the top 1 % hold
 * .3721 at s = 2).
 */
import { normalDistribution } from '../core/distributions.js';
import { normalQuantile } from '../core/numerics.js';

/** One band: its share of the people, and its share of all tokens. */
export interface UsageBand {
  readonly people: number;
  readonly tokens: number;
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
