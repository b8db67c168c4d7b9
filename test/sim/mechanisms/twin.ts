/** A market and its twin without a mechanism, on the same luck, for tests of one mechanism. */
import { type FirmOutcome, MONTH_COLUMNS, type MonthColumn, simulate } from '../../../sim/index.js';
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

/** What one life of a scenario leaves: month columns by firm, and outcomes. */
export interface Life {
  readonly column: (firm: string, name: MonthColumn) => number[];
  readonly firm: (id: string) => FirmOutcome;
}

/** Lives replicate `replicate` of a raw scenario. */
export function live(raw: Raw, replicate = 0): Life {
  const { firms, months } = simulate(legal(raw), '1', replicate);
  const width = firms.length * MONTH_COLUMNS.length;
  const firm = (id: string) => firms[firms.findIndex((one) => one.firm === id)];
  return {
    firm,
    column(id, name) {
      const at = firms.indexOf(firm(id)) * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf(name);
      return Array.from({ length: months.length / width }, (_, t) => months[t * width + at]);
    },
  };
}

/** The life of a scenario with a mechanism and without it. */
export function twins(raw: Raw, mechanism: string, replicate = 0): { with: Life; without: Life } {
  return { with: live(raw, replicate), without: live({ ...raw, without: [mechanism] }, replicate) };
}

/** Sum of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
