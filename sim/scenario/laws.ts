/**
 * Quantile functions of the laws a number may have.
 * A draw is the quantile of one uniform, so two strategies that meet the same uniform meet the same world.
 */
import { exp, log, normalQuantile } from '../core/numerics.js';
import type { Law, QuantitySpec } from './quantity.js';

/** 95 % quantile of the standard normal: `5 to 10` are the 5 % and 95 % quantiles. */
const Z95 = 1.6448536269514722;

/**
 * The value of a law at u in (0, 1).
 * Interval: lognormal with median sqrt(low high) and sigma ln(high / low) / 2 z if both ends are above 0,
 * else normal with mean (low + high) / 2 and sd (high - low) / 2 z; z = 1.6449.
 */
export function quantileOf(law: Law, u: number): number {
  switch (law.kind) {
    case 'constant':
      return law.value;
    case 'interval':
      return intervalQuantile(law.low, law.high, u);
    case 'normal':
      return law.mean + law.sd * normalQuantile(u);
    case 'lognormal':
      return law.median * exp(law.sigma * normalQuantile(u));
    case 'uniform':
      return law.low + (law.high - law.low) * u;
    case 'triangular':
      return triangularQuantile(law, u);
  }
}

function intervalQuantile(low: number, high: number, u: number): number {
  const z = normalQuantile(u) / Z95;
  if (low > 0) return Math.sqrt(low) * Math.sqrt(high) * exp((log(high / low) / 2) * z);
  return (low + high) / 2 + ((high - low) / 2) * z;
}

function triangularQuantile(law: Extract<Law, { kind: 'triangular' }>, u: number): number {
  const { low, mode, high } = law;
  const width = high - low;
  const turn = (mode - low) / width;
  if (u < turn) return low + Math.sqrt(u * width * (mode - low));
  return high - Math.sqrt((1 - u) * width * (high - mode));
}

/** The value at u, held within the range of the field and rounded if the field is whole. */
export function drawWithin(law: Law, spec: QuantitySpec, u: number): number {
  if (law.kind === 'constant') return law.value;
  const value = quantileOf(law, u);
  const held = Math.min(spec.max, Math.max(spec.min, value));
  return spec.whole ? Math.round(held) : held;
}
