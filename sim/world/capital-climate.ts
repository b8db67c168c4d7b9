/**
 * Investors are hot or cold together (M19): one two-state Markov chain for all firms, which leaves its state after `stay`
 * months in the mean. A hot climate adds a3 to the log odds of every round, a cold one takes it off, and nobody is listed
 * in the cold. Our assumption.
 */
import type { DrawnScenario } from '../scenario/drawn.js';

type Funding = DrawnScenario['world']['funding'];

/** +1 hot, -1 cold. */
export type Climate = 1 | -1;

/** The climate of `month` after that of the month before; `u` uniform. */
export function nextClimate(funding: Funding, before: Climate, at: { month: number; u: number }): Climate {
  if (at.month === 1) return at.u < funding.hotAtStart ? 1 : -1;
  if (at.u >= 1 / funding.stay) return before;
  return before === 1 ? -1 : 1;
}

/** Log odds of a round that the climate adds. */
export function climateAppeal(funding: Funding, climate: Climate): number {
  return funding.climate * climate;
}

/** Does the exchange take new firms? */
export function canList(climate: Climate): boolean {
  return climate > 0;
}
