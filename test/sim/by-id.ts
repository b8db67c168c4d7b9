/** An outcome by names instead of places, to compare worlds whose files name the same things in another order. */
import { MARKET_COLUMNS, MONTH_COLUMNS, type Outcome } from '../../sim/index.js';
import type { Raw } from './made-scenario.js';

/** What happened to one firm: its end, its months (T x columns), its users' moves by firm. */
export interface Fate {
  readonly end: unknown;
  readonly months: number[];
  readonly moves: Record<string, number>;
}

/** Fates by id, and the market by month with price indices by channel. */
export interface ById {
  readonly firms: Record<string, Fate>;
  readonly market: Record<string, number>[];
}

/** `raw`: the scenario the outcome comes from. */
export function byId(outcome: Outcome, raw: Raw): ById {
  const ids = outcome.firms.map(({ firm }) => firm);
  const side = ids.length + 1;
  const width = ids.length * MONTH_COLUMNS.length;
  const columns = [...MARKET_COLUMNS, ...Object.keys(raw.channels ?? {})];
  const months = outcome.months.length / width;
  const monthsOf = (j: number) =>
    Array.from({ length: months }, (_, t) => {
      const from = t * width + j * MONTH_COLUMNS.length;
      return Array.from(outcome.months.subarray(from, from + MONTH_COLUMNS.length));
    }).flat();
  const movesOf = (row: number) =>
    Object.fromEntries(
      ['none', ...ids].flatMap((to, k) => [
        [`to ${to}`, outcome.moves[row * side + k]],
        [`origin, now ${to}`, outcome.origins[row * side + k]],
      ]),
    );
  return {
    firms: Object.fromEntries(
      ids.map((id, j) => [id, { end: outcome.firms[j], months: monthsOf(j), moves: movesOf(j + 1) }]),
    ),
    market: Array.from({ length: months }, (_, t) =>
      Object.fromEntries(columns.map((name, k) => [name, outcome.market[t * columns.length + k]])),
    ),
  };
}

/** A column of one firm by month. */
export function monthsOf({ firms }: ById, firm: string, name: (typeof MONTH_COLUMNS)[number]): number[] {
  const column = MONTH_COLUMNS.indexOf(name);
  return firms[firm].months.filter((_, k) => k % MONTH_COLUMNS.length === column);
}
