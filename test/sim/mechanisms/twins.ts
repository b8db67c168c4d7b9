/** A market and its twin without one mechanism, with the same luck. */
import { type RunningMarket, startMarket } from '../../../sim/index.js';
import { legal, type Raw } from '../made-scenario.js';

/** A market that lives the raw scenario for `months`. */
export function lived(raw: Raw, months: number, seed = 'twins'): RunningMarket {
  const market = startMarket(legal(raw), seed, 0);
  for (let month = 0; month < months; month++) market.step();
  return market;
}

/** The market after `months`, and the one in which `mechanism` is switched off. */
export function twins(raw: Raw, mechanism: string, months: number): [RunningMarket, RunningMarket] {
  return [lived(raw, months), lived({ ...raw, without: [mechanism] }, months)];
}

/** People with the firm's app as their first or second app. */
export function usersOf({ state }: RunningMarket, id: string): number {
  return state.firms.find((firm) => firm.id === id)?.users[0] ?? 0;
}
