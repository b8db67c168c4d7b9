/** One firm over all worlds of a point: how it ended, when, why, and its months as fans. */
import {
  type FirmEnd,
  type FirmOutcome,
  LEDGER_LINES,
  type LedgerLine,
  MONTH_COLUMNS,
  type MonthColumn,
  type Outcome,
  type Scenario,
  STATUS,
} from '../../sim/index.js';
import { cumulativeIncidence } from '../statistics/cumulative-incidence.js';
import { kaplanMeier } from '../statistics/kaplan-meier.js';
import { meanRange } from '../statistics/mean-range.js';
import { quantile } from '../statistics/quantile.js';
import { wilson } from '../statistics/wilson.js';
import { makeSeries } from './series.js';
import type { Fan, FirmSummary, MeanRange } from './summary.js';

const ENDS = STATUS.slice(1) as FirmEnd[];
const COLUMN = Object.fromEntries(MONTH_COLUMNS.map((name, k) => [name, k])) as Record<MonthColumn, number>;
const ALIVE = STATUS.indexOf('alive');
/** Worlds drawn as hairlines. */
const HAIRLINES = 3;

export interface FirmCollector {
  add(outcome: Outcome): void;
  finish(): FirmSummary;
}

/** Where a firm stands in the scenario, and the size of the batch. */
export interface FirmPlace {
  readonly index: number;
  readonly firms: number;
  readonly months: number;
  readonly worlds: number;
}

const FANS = ['cash', 'users', 'payers', 'price', 'advertising', 'cac', 'runway'] as const;
type Fans = Record<(typeof FANS)[number], Fan>;

/** Fans of a firm. Flows and users are 0 after the end; price, CAC and runway count worlds where it is alive. */
function makeFans(place: FirmPlace): { add(months: Float64Array, row: FirmOutcome): void; finish(): Fans } {
  const [cash, users, payers, price, advertising, cac, runway] = FANS.map(() => makeSeries(place));
  const all = { cash, users, payers, price, advertising, cac, runway };
  return {
    add(months, row) {
      const end = row.exitMonth ?? Infinity;
      for (let month = 0; month < place.months; month++) {
        const at = (month * place.firms + place.index) * MONTH_COLUMNS.length;
        const over = month >= end;
        const alive = months[at + COLUMN.status] === ALIVE;
        cash.put(month, month >= end - 1 ? row.finalCash : months[at + COLUMN.cash]);
        users.put(month, over ? 0 : months[at + COLUMN.users]);
        payers.put(month, over ? 0 : months[at + COLUMN.payers]);
        advertising.put(month, over ? 0 : 0 - months[at + COLUMN.advertising]);
        price.put(month, alive ? months[at + COLUMN.price] : Number.NaN);
        cac.put(month, alive ? months[at + COLUMN.cac] : Number.NaN);
        runway.put(month, alive ? months[at + COLUMN.runway] : Number.NaN);
      }
      for (const name of FANS) all[name].next();
    },
    finish: () => Object.fromEntries(FANS.map((name) => [name, all[name].fan()])) as Fans,
  };
}

function cashByMonth(outcome: Outcome, place: FirmPlace): number[] {
  const row = outcome.firms[place.index];
  return Array.from({ length: place.months }, (_, month) => {
    if (row.exitMonth !== null && month >= row.exitMonth - 1) return row.finalCash;
    return outcome.months[(month * place.firms + place.index) * MONTH_COLUMNS.length + COLUMN.cash];
  });
}

function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

function tails(values: readonly number[]) {
  const ascending = sorted(values);
  return { q05: quantile(ascending, 0.05), q50: quantile(ascending, 0.5), q95: quantile(ascending, 0.95) };
}

function money(rows: readonly FirmOutcome[]): Record<LedgerLine, MeanRange> {
  return Object.fromEntries(
    LEDGER_LINES.map((line, k) => [line, meanRange(rows.map(({ ledger }) => ledger[k]))]),
  ) as Record<LedgerLine, MeanRange>;
}

/** Cash before the first month, mean over worlds: what is left when the whole ledger is taken back. */
function startCash(rows: readonly FirmOutcome[]): number {
  const minor = rows.map(({ finalCash, ledger }) =>
    ledger.reduce((sum, amount) => sum - Math.round(amount * 100), Math.round(finalCash * 100)),
  );
  return minor.reduce((sum, amount) => sum + amount, 0) / 100 / rows.length;
}

function exitMonths(rows: readonly FirmOutcome[]): Pick<FirmSummary, 'medianExitMonth' | 'exitQuartiles'> {
  const months = sorted(rows.map(({ exitMonth }) => exitMonth as number));
  if (months.length === 0) return { medianExitMonth: null, exitQuartiles: null };
  return {
    medianExitMonth: quantile(months, 0.5),
    exitQuartiles: [quantile(months, 0.25), quantile(months, 0.75)] as const,
  };
}

function curves(rows: readonly FirmOutcome[], months: number) {
  const times = rows.map(({ exitMonth }) => exitMonth ?? months);
  const causes = rows.map(({ outcome }) => ENDS.indexOf(outcome));
  const { atRisk, exits, estimate, low, high } = kaplanMeier(
    times,
    causes.map((cause) => cause > 0),
    months,
  );
  const shape = { horizon: months, causeCount: ENDS.length - 1 };
  const [cashOut, acquired, woundDown, paused] = cumulativeIncidence(times, causes, shape);
  return {
    survival: { atRisk, exits, estimate, low, high },
    incidence: {
      cashOut: cashOut.estimate,
      cashOutLow: cashOut.low,
      cashOutHigh: cashOut.high,
      acquired: acquired.estimate,
      woundDown: woundDown.estimate,
      paused: paused.estimate,
    },
  };
}

function causesOf(rows: readonly FirmOutcome[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { proximateCause } of rows) counts.set(proximateCause, (counts.get(proximateCause) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function endings(rows: readonly FirmOutcome[], months: number) {
  const n = rows.length;
  const died = rows.filter(({ outcome }) => outcome === 'cash-out');
  const share = (end: FirmEnd) => wilson(rows.filter(({ outcome }) => outcome === end).length, n);
  return {
    cashOut: wilson(died.length, n),
    outcomes: Object.fromEntries(ENDS.map((end) => [end, share(end)])) as FirmSummary['outcomes'],
    ...exitMonths(died),
    ...curves(rows, months),
    finalCash: tails(rows.map(({ finalCash }) => finalCash)),
    finalUsers: tails(rows.map(({ finalUsers }) => finalUsers)),
    startCash: startCash(rows),
    money: {
      all: money(rows),
      cashOut: died.length > 0 ? money(died) : null,
      endAll: meanRange(rows.map(({ finalCash }) => finalCash)),
      endCashOut: died.length > 0 ? meanRange(died.map(({ finalCash }) => finalCash)) : null,
    },
    causes: causesOf(died),
  };
}

/** Collects one firm; outcomes must come in replicate order. */
export function collectFirm(scenario: Scenario, id: string, place: FirmPlace): FirmCollector {
  const firm = scenario.firms[id];
  const fans = makeFans(place);
  const rows: FirmOutcome[] = [];
  const worlds: { replicate: number; cash: number[] }[] = [];
  return {
    add(outcome) {
      const row = outcome.firms[place.index];
      rows.push(row);
      fans.add(outcome.months, row);
      if (outcome.replicate < HAIRLINES) {
        worlds.push({ replicate: outcome.replicate, cash: cashByMonth(outcome, place) });
      }
    },
    finish: () => ({
      name: firm.name ?? id,
      slot: place.index + 1,
      hasParent: firm.parent !== undefined,
      hasApp: firm.tiers.length > 0,
      policy: firm.policy.name,
      ...endings(rows, place.months),
      ...fans.finish(),
      worlds,
    }),
  };
}
