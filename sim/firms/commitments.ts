/**
 * What a firm has promised and must pay whatever happens (M29): reserved compute, severance, and rare large payments
 * (a compound Poisson process: Cramer 1930).
 */
import { poisson } from '../core/distributions.js';
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { log } from '../core/numerics.js';
import { STREAM } from '../core/streams.js';
import { bookLine, type FirmState, remember } from './firm.js';

/** Longest notice period of reserved compute, months. */
const LONGEST_NOTICE = 36;

/** Cost of compute that is owed when serving costs `cost`: at least `reserved` x the largest of the notice period. Writes `serving`. */
export function owedCompute(firm: FirmState, cost: number): number {
  const { reserved, notice } = firm.fields;
  let largest = 0;
  for (let k = 0; k < notice && k < firm.serving.length; k++) {
    if (firm.serving[k] > largest) largest = firm.serving[k];
  }
  remember(firm.serving, cost, LONGEST_NOTICE);
  return Math.max(cost, reserved * largest);
}

/** Books what a cut of fixed cost by decision costs at once: months of the pay that is saved. */
export function paySeverance(firm: FirmState): void {
  bookLine(firm, 'severance', -firm.cut * firm.fields.severance);
}

/** Books this month's sudden payments: a Poisson number of them, each exponential. */
export function payJolts(firm: FirmState, luck: Luck, month: number): void {
  const { rate, size } = firm.fields.jolts;
  if (rate === 0 || size === 0) return;
  const key = keyOf(luck, STREAM.jolts, month);
  const n = poisson(rate, uniform(key, firm.address));
  let sum = 0;
  for (let k = 1; k <= n; k++) sum -= log(uniform(key, firm.address, k));
  bookLine(firm, 'jolts', -sum * size);
}
