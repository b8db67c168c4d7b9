/**
 * Research buys quality, and standing still loses it (M25): d Q = rho ln(1 + R / R0) - omega a month, R0 declared in USD.
 * The frontier, from which users count quality, moves besides (`world.frontier`). Our assumption.
 */
import { log } from '../core/numerics.js';
import type { DrawnScenario } from '../scenario/drawn.js';

type Law = DrawnScenario['world']['research'];

/** Utils a month from `spend`, currency a month; `exchangeRate`: currency per USD. */
export function researchGain({ rate, scale }: Law, spend: number, exchangeRate: number): number {
  return rate * log(1 + spend / (scale * exchangeRate));
}

/** Utils a month that a model loses as it ages. */
export function obsolescence(law: Law): number {
  return law.obsolescence;
}
