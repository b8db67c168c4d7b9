/**
 * Investors follow the growth and number of users (M06): log odds of a round rise by a1 clamp(g, -1, 1) +
 * a2 ln(1 + MAU / 1 M). Form: discrete-time hazard, our assumption; traffic raises the hazard of a round: Bradic 2012.
 */
import { log } from '../core/numerics.js';
import type { DrawnScenario } from '../scenario/drawn.js';

type Funding = DrawnScenario['world']['funding'];

/** Log odds from `growth`, the log growth of three months. */
export function growthAppeal(funding: Funding, growth: number): number {
  return funding.growth * Math.max(-1, Math.min(1, growth));
}

/** Log odds from the users of a month, people. */
export function sizeAppeal(funding: Funding, users: number): number {
  return funding.size * log(1 + users / 1e6);
}
