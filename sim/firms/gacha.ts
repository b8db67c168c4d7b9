/**
 * What users bring besides subscriptions (M23): advertising, and chances that few of them buy. Spending on chances is a
 * Pareto law, so the largest spenders move the month: they are drawn one by one, the rest is its mean given them. The
 * sum is exact in the mean; it lacks the noise of the others, x_m n^(1/tail) x .49 at a tail of 1.2 (K^(1-2/tail) / (2/tail - 1) is
 * its variance over x_m² n^(2/tail) with K drawn; 64 would leave .31 at four times the cost).
 *
 * The k-th largest of n spenders has X = x_m U^(-1/tail), U the k-th smallest of n uniforms, by Renyi's gaps (1953):
 * -ln(1 - U_(k)) = sum over j <= k of E_j / (n - j + 1), E_j exponential (LePage, Woodroofe & Zinn 1981 for large n).
 */
import type { Key } from '../core/draws.js';
import { uniform } from '../core/draws.js';
import { exp, log, pow } from '../core/numerics.js';
import type { FirmState } from './firm.js';

/** A smaller load than this is none: what is declared beside it stands, whatever the load becomes. */
const LEAST_LOAD = 1e-6;

/** Spenders drawn one by one. */
const LARGEST = 16;

/** Advertising revenue of a user of a tier, currency a month; it follows the load of ads that she sees. */
export function adRevenue(firm: FirmState, tier: number): number {
  const { tiers, eCPM, brandSafety } = firm.fields;
  const { adRevenue: fixed, impressions } = tiers[tier];
  const declared = firm.declaredLoads[tier];
  const load = declared >= LEAST_LOAD ? firm.tiers[tier].adLoad / declared : 1;
  return (fixed + (impressions * eCPM) / 1000) * brandSafety * load;
}

/** 1 - e^-x without loss of digits at small x >= 0. */
function oneMinusExp(x: number): number {
  return x < 1e-5 ? x * (1 - 0.5 * x * (1 - x / 3)) : 1 - exp(-x);
}

/** The mean of x_m U^(-1/tail) for U uniform above `from`, as a multiple of x_m. */
function meanBelow(from: number, tail: number): number {
  const power = 1 - 1 / tail;
  return (1 - pow(from, power)) / (power * (1 - from));
}

/**
 * Sum of `n` Pareto numbers (whole, >= 0) with this mean and tail exponent (> 1); draws of `entity` under `key` from
 * number 1 on.
 */
export function paretoSum(
  n: number,
  law: { mean: number; tail: number },
  at: { key: Key; entity: number },
): number {
  const smallest = law.mean * (1 - 1 / law.tail);
  const drawn = Math.min(n, LARGEST);
  let gaps = 0;
  let u = 0;
  let sum = 0;
  for (let k = 1; k <= drawn; k++) {
    gaps -= log(uniform(at.key, at.entity, k)) / (n - k + 1);
    u = oneMinusExp(gaps);
    sum += pow(u, -1 / law.tail);
  }
  if (n > drawn) sum += (n - drawn) * meanBelow(u, law.tail);
  return smallest * sum;
}

/** Revenue from chances this month, currency: `users` x payers, as a whole number of people, each with a Pareto sum. */
export function gachaRevenue(firm: FirmState, users: number, key: Key): number {
  const { payers, spend, tail } = firm.fields.gacha;
  if (payers === 0 || spend === 0 || users === 0) return 0;
  const n = Math.floor(users * payers + uniform(key, firm.address));
  return paretoSum(n, { mean: spend, tail }, { key, entity: firm.address });
}
