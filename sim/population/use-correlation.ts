/**
 * Heavy users who mind a price more (or less): rank correlation of use and price sensitivity (M22). Both are lognormal
 * with normal scores that correlate by r = 2 sin(pi rho / 6) (Kruskal 1958). Use comes in fixed bands, so in a band whose
 * score of use has mean m and variance v the score of the price taste has
 *   mean r m,  variance 1 - r^2 (1 - v).
 * It is taken as normal there. Over all bands mean 0 and variance 1 come out exactly, and with the usual six edges no
 * quantile moves by more than .0005 in probability at rho = .5, .014 at .95. The mean goes into the price coefficient of
 * the offer sheet, the spread into the drawn tastes: nothing more a user.
 */
import { exp, normalQuantile } from '../core/numerics.js';
import { pearsonOf } from '../scenario/correlation.js';

/** Mean and variance of the standard normal law between two quantiles. */
export interface BandScore {
  readonly mean: number;
  readonly variance: number;
}

function density(z: number): number {
  return exp(-0.5 * z * z) * 0.3989422804014327;
}

/** Scores of use by band, for bands parted at the quantiles `edges` (truncated normal law); length edges.length + 1. */
export function bandScores(edges: readonly number[]): BandScore[] {
  const z = edges.map(normalQuantile);
  return [...edges, 1].map((to, k) => {
    const [low, lowAt] = k > 0 ? [density(z[k - 1]), z[k - 1]] : [0, 0];
    const [high, highAt] = k < z.length ? [density(z[k]), z[k]] : [0, 0];
    const people = to - (k > 0 ? edges[k - 1] : 0);
    const mean = (low - high) / people;
    return { mean, variance: 1 + (lowAt * low - highAt * high) / people - mean * mean };
  });
}

/** Price taste of a usage class: median relative to that of the segment, and log standard deviation. */
export interface PriceTaste {
  readonly median: number;
  readonly spread: number;
}

/** Price tastes by usage class, for a rank correlation `rank` (-1..1) and a log standard deviation `spread` over all. */
export function priceTastes(edges: readonly number[], rank: number, spread: number): PriceTaste[] {
  const r = pearsonOf(rank);
  return bandScores(edges).map(({ mean, variance }) => ({
    median: exp(r * spread * mean),
    spread: spread * Math.sqrt(1 - r * r * (1 - variance)),
  }));
}
