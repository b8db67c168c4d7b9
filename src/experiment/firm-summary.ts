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
import { clusterShare, independentOnes } from '../statistics/cluster-share.js';
import { cumulativeIncidence } from '../statistics/cumulative-incidence.js';
import { kaplanMeier } from '../statistics/kaplan-meier.js';
import { logLogInterval } from '../statistics/log-log-interval.js';
import type { Sample } from '../statistics/sample.js';
import type { Family } from './families.js';
import { clustersOf, collectLives, type Lives } from './lives.js';
import type { MakeSample } from './sample-maker.js';
import { endPasses, makeSeries } from './series.js';
import type { Fan, FirmSummary, MeanRange } from './summary.js';

const ENDS = STATUS.slice(1) as FirmEnd[];
const COLUMN = Object.fromEntries(MONTH_COLUMNS.map((name, k) => [name, k])) as Record<MonthColumn, number>;
const ALIVE = STATUS.indexOf('alive');
/** Worlds drawn as hairlines. */
const HAIRLINES = 3;

export interface FirmCollector {
  add(outcome: Outcome): void;
  /** Ends a pass over all worlds; true if they must come once more. */
  endPass(): boolean;
  finish(): FirmSummary;
}

/** The size of the batch, and the colour slot of the firm or family, from 1. */
export interface BatchShape {
  readonly slot: number;
  readonly firms: number;
  readonly months: number;
  /** Makes a sample of one number a world. */
  readonly make: MakeSample;
}

/** Samples of a firm or family with so many copies. */
export function samplesOfFirm(copies: number, months: number): number {
  return FANS.length * months + copies * (2 * LEDGER_LINES.length + 4);
}

const FANS = ['cash', 'users', 'payers', 'price', 'advertising', 'cac', 'runway'] as const;
type Fans = Record<(typeof FANS)[number], Fan>;

/** Fans of a firm. Flows and users are 0 after the end; price, CAC and runway count worlds where it is alive. */
function makeFans(shape: BatchShape): {
  add(months: Float64Array, row: FirmOutcome, index: number): void;
  endPass(): boolean;
  finish(): Fans;
} {
  const [cash, users, payers, price, advertising, cac, runway] = FANS.map(() =>
    makeSeries(shape.months, shape.make),
  );
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
    },
    endPass: () => endPasses(Object.values(all)),
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

/** Survival and ways out, from all lives. */
function curves({ times, causes, worlds }: Lives, months: number, copies: number) {
  const left = Uint8Array.from(causes, (cause) => (cause > 0 ? 1 : 0));
  const { standardError, median, medianInterval, ...survival } = kaplanMeier(times, left, months);
  const shape = { horizon: months, causeCount: ENDS.length - 1 };
  const [cashOut, acquired, woundDown, paused] = cumulativeIncidence(times, causes, shape);
  const isWide = copies > 1 && times.length > 0;
  const independent = isWide ? independentOnes(clustersOf(worlds, left, 1)) : times.length;
  const wide = (curve: { estimate: number[]; standardError: number[]; low: number[]; high: number[] }) =>
    isWide ? widened(curve, independent, times.length) : curve;
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

/** How the lives of a firm or family ended, when, why and with what. */
function collectEnds(shape: BatchShape, copies: number) {
  const { months } = shape;
  const lives = collectLives();
  const [cash, users] = [shape.make([...QUARTILES, ...TAILS]), shape.make(TAILS)];
  const [exits, cashOfDead] = [shape.make([...QUARTILES, 0.5]), shape.make(QUARTILES)];
  const [ofAll, ofDead] = [makeMoney(shape.make), makeMoney(shape.make)];
  const reasons = new Map<string, number>();
  let startMinor = 0;
  const addOnce = (world: number, row: FirmOutcome) => {
    const { exitMonth, entryMonth, outcome, finalCash, ledger, proximateCause } = row;
    const time = (exitMonth ?? months) - (entryMonth ?? 1) + 1;
    lives.add(world, time, ENDS.indexOf(outcome as FirmEnd));
    startMinor += ledger.reduce((sum, amount) => sum - Math.round(amount * 100), Math.round(finalCash * 100));
    if (outcome === 'cash-out') reasons.set(proximateCause, (reasons.get(proximateCause) ?? 0) + 1);
  };
  return {
    add(world: number, row: FirmOutcome, isFirst: boolean) {
      if (isFirst) addOnce(world, row);
      cash.put(row.finalCash);
      users.put(row.finalUsers);
      ofAll.add(row);
      if (row.outcome !== 'cash-out') return;
      exits.put(row.exitMonth as number);
      cashOfDead.put(row.finalCash);
      ofDead.add(row);
    },
    endPass: () => endPasses([cash, users, exits, cashOfDead, ofAll, ofDead]),
    finish() {
      const all = lives.finish();
      const share = (end: FirmEnd) => clusterShare(clustersOf(all.worlds, all.causes, ENDS.indexOf(end)));
      const isDead = exits.count() > 0;
      return {
        cashOut: share('cash-out'),
        outcomes: Object.fromEntries(ENDS.map((end) => [end, share(end)])) as FirmSummary['outcomes'],
        medianExitMonth: isDead ? exits.quantile(0.5) : null,
        exitQuartiles: isDead ? ([exits.quantile(0.25), exits.quantile(0.75)] as const) : null,
        ...curves(all, months, copies),
        finalCash: tails(cash),
        finalUsers: tails(users),
        startCash: startMinor / 100 / all.times.length,
        money: {
          all: ofAll.finish(),
          cashOut: isDead ? ofDead.finish() : null,
          endAll: rangeOf(cash),
          endCashOut: isDead ? rangeOf(cashOfDead) : null,
        },
        causes: Object.fromEntries([...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
      };
    },
  };
}

const QUARTILES = [0.25, 0.75];
const TAILS = [0.05, 0.5, 0.95];

function tails(sample: Sample) {
  return { q05: sample.quantile(0.05), q50: sample.quantile(0.5), q95: sample.quantile(0.95) };
}

function rangeOf(sample: Sample): MeanRange {
  return { mean: sample.mean(), q25: sample.quantile(0.25), q75: sample.quantile(0.75) };
}

/** Every line of the ledger over lives. */
function makeMoney(make: MakeSample) {
  const lines = LEDGER_LINES.map(() => make(QUARTILES));
  return {
    add: ({ ledger }: FirmOutcome) => lines.forEach((line, k) => void line.put(ledger[k])),
    endPass: () => endPasses(lines),
    finish: () =>
      Object.fromEntries(LEDGER_LINES.map((name, k) => [name, rangeOf(lines[k])])) as Record<
        LedgerLine,
        MeanRange
      >,
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
  const ends = collectEnds(shape, members.length);
  const worlds: { replicate: number; cash: number[] }[] = [];
  let isFirst = true;
  return {
    add(outcome) {
      const { replicate, firms } = outcome;
      for (const member of members) {
        if (firms[member].outcome !== 'absent') ends.add(replicate, firms[member], isFirst);
      }
      const shown = members[replicate % members.length];
      fans.add(outcome.months, firms[shown], shown);
      if (isFirst && replicate < HAIRLINES)
        worlds.push({ replicate, cash: cashByMonth(outcome, shown, shape) });
    },
    endPass() {
      isFirst = false;
      return endPasses([fans, ends]);
    },
    finish: () => ({
      name: nameOf(firm.name ?? id, members.length),
      copies: members.length,
      slot: shape.slot,
      hasParent: firm.parent !== undefined,
      hasApp: firm.tiers.length > 0,
      policy: firm.policy.name,
      ...ends.finish(),
      ...fans.finish(),
      worlds: [...worlds],
    }),
  };
}
