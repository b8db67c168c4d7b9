/**
 * One firm, or all copies of one, over all worlds of a point: how it ended, when, why, and its months as fans.
 * Only worlds in which a firm entered count, and curves of survival count months from its entry. Copies are pooled:
 * shares, money and curves are over copies and worlds, with intervals that know that copies of one world meet the
 * same luck (cluster-share.ts); fans show one copy a world, in turn.
 */
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
import { type Cluster, clusterShare, independentOnes } from '../statistics/cluster-share.js';
import { cumulativeIncidence } from '../statistics/cumulative-incidence.js';
import { kaplanMeier } from '../statistics/kaplan-meier.js';
import { logLogInterval } from '../statistics/log-log-interval.js';
import { meanRange } from '../statistics/mean-range.js';
import { quantile } from '../statistics/quantile.js';
import type { Family } from './families.js';
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

/** The size of the batch, and the colour slot of the firm or family, from 1. */
export interface BatchShape {
  readonly slot: number;
  readonly firms: number;
  readonly months: number;
  readonly worlds: number;
}

/** A firm in one world. */
interface Life {
  readonly world: number;
  readonly row: FirmOutcome;
}

const FANS = ['cash', 'users', 'payers', 'price', 'advertising', 'cac', 'runway'] as const;
type Fans = Record<(typeof FANS)[number], Fan>;

/** Fans of a firm. Flows and users are 0 after the end; price, CAC and runway count worlds where it is alive. */
function makeFans(shape: BatchShape): {
  add(months: Float64Array, row: FirmOutcome, index: number): void;
  finish(): Fans;
} {
  const [cash, users, payers, price, advertising, cac, runway] = FANS.map(() => makeSeries(shape));
  const all = { cash, users, payers, price, advertising, cac, runway };
  return {
    add(months, row, index) {
      const end = row.exitMonth ?? Infinity;
      for (let month = 0; month < shape.months; month++) {
        const at = (month * shape.firms + index) * MONTH_COLUMNS.length;
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

function cashByMonth(outcome: Outcome, index: number, { months, firms }: BatchShape): number[] {
  const row = outcome.firms[index];
  return Array.from({ length: months }, (_, month) => {
    if (row.exitMonth !== null && month >= row.exitMonth - 1) return row.finalCash;
    return outcome.months[(month * firms + index) * MONTH_COLUMNS.length + COLUMN.cash];
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

/** Observations of each world: how many firms entered, and how many of them meet the condition. */
function clustersOf(lives: readonly Life[], isHit: (row: FirmOutcome) => boolean): Cluster[] {
  const worlds = new Map<number, { k: number; n: number }>();
  for (const { world, row } of lives) {
    const cluster = worlds.get(world) ?? { k: 0, n: 0 };
    worlds.set(world, cluster);
    cluster.n++;
    if (isHit(row)) cluster.k++;
  }
  return [...worlds.values()];
}

/** What copies of one world share widens the interval of a curve: its variance times Kish's design effect. */
function widened(
  curve: { readonly estimate: readonly number[]; readonly standardError: readonly number[] },
  independent: number,
  total: number,
): { low: number[]; high: number[] } {
  const factor = Math.sqrt(total / independent);
  const bounds = curve.estimate.map((p, month) =>
    logLogInterval(p, curve.standardError[month] * factor, independent),
  );
  return { low: bounds.map(([low]) => low), high: bounds.map(([, high]) => high) };
}

function curves(lives: readonly Life[], months: number, copies: number) {
  const rows = lives.map(({ row }) => row);
  const times = rows.map(({ exitMonth, entryMonth }) => (exitMonth ?? months) - (entryMonth ?? 1) + 1);
  const causes = rows.map(({ outcome }) => ENDS.indexOf(outcome as FirmEnd));
  const left = causes.map((cause) => cause > 0);
  const { standardError, median, medianInterval, ...survival } = kaplanMeier(times, left, months);
  const shape = { horizon: months, causeCount: ENDS.length - 1 };
  const [cashOut, acquired, woundDown, paused] = cumulativeIncidence(times, causes, shape);
  const independent = independentOnes(clustersOf(lives, ({ outcome }) => outcome !== 'alive'));
  const wide = (curve: { estimate: number[]; standardError: number[]; low: number[]; high: number[] }) =>
    copies > 1 && lives.length > 0 ? widened(curve, independent, lives.length) : curve;
  const outs = wide(cashOut);
  const { low, high } = wide({ ...survival, standardError });
  return {
    survival: { ...survival, low, high },
    incidence: {
      cashOut: cashOut.estimate,
      cashOutLow: outs.low,
      cashOutHigh: outs.high,
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

function endings(lives: readonly Life[], months: number, copies: number) {
  const rows = lives.map(({ row }) => row);
  const died = rows.filter(({ outcome }) => outcome === 'cash-out');
  const share = (end: FirmEnd) => clusterShare(clustersOf(lives, ({ outcome }) => outcome === end));
  return {
    cashOut: share('cash-out'),
    outcomes: Object.fromEntries(ENDS.map((end) => [end, share(end)])) as FirmSummary['outcomes'],
    ...exitMonths(died),
    ...curves(lives, months, copies),
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

/** What a line is called: copies say how many they are. */
function nameOf(name: string, copies: number): string {
  return copies > 1 ? `${name} (${copies} copies)` : name;
}

/** Collects one firm or family; outcomes must come in replicate order. */
export function collectFirm(scenario: Scenario, { id, members }: Family, shape: BatchShape): FirmCollector {
  const firm = Object.values(scenario.firms)[members[0]];
  const fans = makeFans(shape);
  const lives: Life[] = [];
  const worlds: { replicate: number; cash: number[] }[] = [];
  return {
    add(outcome) {
      const { replicate, firms } = outcome;
      for (const member of members) {
        if (firms[member].outcome !== 'absent') lives.push({ world: replicate, row: firms[member] });
      }
      const shown = members[replicate % members.length];
      fans.add(outcome.months, firms[shown], shown);
      if (replicate < HAIRLINES) worlds.push({ replicate, cash: cashByMonth(outcome, shown, shape) });
    },
    finish: () => ({
      name: nameOf(firm.name ?? id, members.length),
      copies: members.length,
      slot: shape.slot,
      hasParent: firm.parent !== undefined,
      hasApp: firm.tiers.length > 0,
      policy: firm.policy.name,
      ...endings(lives, shape.months, members.length),
      ...fans.finish(),
      worlds,
    }),
  };
}
