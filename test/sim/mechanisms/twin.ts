/** A market and its twin without a mechanism, on the same luck, for tests of one mechanism. */
import {
  type FirmOutcome,
  MONTH_COLUMNS,
  type MonthColumn,
  type RunningMarket,
  startMarket,
} from '../../../sim/index.js';
import { legal, type Raw } from '../made-scenario.js';

/** Everybody takes an app in month 1 and keeps it. */
export const JOIN_AND_STAY: Raw = {
  innovation: 50,
  review: 0,
  back: 0,
  activation: 1,
  secondApp: 0,
  outside: -40,
};

/** Everybody joins and stays, uses .1 M tokens a month for ever, and pays whatever it costs. */
export const ALIKE: Raw = { ...JOIN_AND_STAY, useSpread: 0, contextGrowth: 0, priceSensitivity: 0 };

/** What the lived months of a scenario leave: the last state, month columns by firm, and outcomes. */
export interface Life {
  readonly state: RunningMarket['state'];
  readonly column: (firm: string, name: MonthColumn) => number[];
  readonly firm: (id: string) => FirmOutcome;
}

/** Lives a raw scenario: its first `months`, all of them if none are given. */
export function live(raw: Raw, at: { months?: number; replicate?: number } = {}): Life {
  const market = startMarket(legal(raw), '1', at.replicate ?? 0);
  const lived = at.months ?? market.months;
  for (let month = 0; month < lived; month++) market.step();
  const { firms, months } = market.outcome();
  if (lived === market.months) market.state.population.release();
  const firm = (id: string) => firms[firms.findIndex((one) => one.firm === id)];
  return {
    state: market.state,
    firm,
    column(id, name) {
      const at = firms.indexOf(firm(id)) * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf(name);
      return Array.from({ length: lived }, (_, t) => months[t * firms.length * MONTH_COLUMNS.length + at]);
    },
  };
}

/** The life of a scenario with a mechanism and without it. */
export function twins(raw: Raw, mechanism: string, months?: number): [Life, Life] {
  const at = months === undefined ? {} : { months };
  return [live(raw, at), live({ ...raw, without: [mechanism] }, at)];
}

/** People with the firm's app as their first or second app. */
export function usersOf({ state }: Life, id: string): number {
  return state.firms.find((firm) => firm.id === id)?.users[0] ?? 0;
}

/** Sum of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
