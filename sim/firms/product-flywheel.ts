/**
 * Feedback of payers improves the product (M21): d Q = beta_p sqrt(payers / 1 M) a month. Our assumption: who pays asks
 * for more than who does not, so it counts sooner than the feedback of all users and flattens later.
 */
import type { DrawnScenario } from '../scenario/drawn.js';

/** Utils a month from last month's `payers`, people. */
export function payersFeedback({ payers: beta }: DrawnScenario['world']['research'], payers: number): number {
  return beta * Math.sqrt(payers / 1e6);
}
