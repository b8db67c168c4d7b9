import { describe, expect, test } from 'vitest';
import {
  LEDGER_LINES,
  MARKET_COLUMNS,
  MONTH_COLUMNS,
  type MonthColumn,
  type Outcome,
  STATUS,
} from '../../sim/index.js';
import { FATE_MEASURES } from '../../src/experiment/fate-measures.js';

import { MEASURES } from '../../src/experiment/measures.js';
import { firmOutcome } from './firm-outcome.js';

type Row = Partial<Record<MonthColumn, number>>;
type Fate = Partial<Outcome['firms'][number]>;

/** A world of hand-made firms: by firm its fate and its rows by month. `climates`: by month. */
function worldOf(
  firms: readonly { fate?: Fate; rows: readonly Row[] }[],
  climates = [1, 1, 1, 1],
): { world: Outcome; shape: { firms: number; channels: number; months: number } } {
  const T = climates.length;
  const months = new Float64Array(T * firms.length * MONTH_COLUMNS.length);
  const market = new Float64Array(T * MARKET_COLUMNS.length);
  climates.forEach((climate, m) => {
    market[m * MARKET_COLUMNS.length + MARKET_COLUMNS.indexOf('climate')] = climate;
  });
  firms.forEach(({ rows }, f) => {
    rows.forEach((row, m) => {
      const at = (m * firms.length + f) * MONTH_COLUMNS.length;
      for (const [column, value] of Object.entries({ status: STATUS.indexOf('alive'), ...row }))
        months[at + MONTH_COLUMNS.indexOf(column as MonthColumn)] = value;
    });
  });
  const outcomes = firms.map(({ fate }, k) => firmOutcome(`f${k}`, fate));
  const nothing = new Float64Array(0);
  const world = { replicate: 0, firms: outcomes, months, market, moves: nothing, origins: nothing };
  return { world, shape: { firms: firms.length, channels: 0, months: T } };
}

function measured(name: string, values: (number | string | number[])[], made: ReturnType<typeof worldOf>) {
  return FATE_MEASURES[name].make(values, made.shape)(made.world);
}

describe('fates of firms, by hand', () => {
  test('rounds closed by a month count those of firms that died before it', () => {
    const made = worldOf([
      { fate: { outcome: 'cash-out', exitMonth: 2 }, rows: [{ stage: 1 }, { stage: 2 }] },
      { rows: [{}, { stage: 1 }, { stage: 1 }, { stage: 3 }] },
    ]);
    expect(measured('closed', [[0, 1], 1, 1], made)).toBe(1);
    expect(measured('closed', [[0, 1], 1, 4], made)).toBe(2);
    expect(measured('closed', [[0, 1], 2, 4], made)).toBe(2);
    expect(measured('closed', [[0, 1], 3, 4], made)).toBe(1);
  });

  test('investors put in the cash of the start and the rounds', () => {
    const ledger = LEDGER_LINES.map((line) => (line === 'rounds' ? 6 : line === 'fixedCost' ? -9 : 0));
    const sale = { outcome: 'acquired' as const, finalCash: 1, raised: 6, ledger }; // cash of the start: 4
    const made = worldOf([
      { fate: { ...sale, proceeds: 12 }, rows: [] },
      { fate: { ...sale, proceeds: 9 }, rows: [] },
      { fate: { ...sale, outcome: 'cash-out', proceeds: 12 }, rows: [] },
    ]);
    expect(measured('returned', [[0, 1, 2], 1, 1.5], made)).toBe(1);
    expect(measured('returned', [[0, 1, 2], 0.9, 1.5], made)).toBe(2);
  });

  test('users after an exit are a share of those of the month of the exit', () => {
    const rows = [{ users: 80 }, { users: 100 }, { users: 0 }, { users: 5 }];
    const made = worldOf([{ fate: { outcome: 'acquired', exitMonth: 2 }, rows }, { rows }]);
    expect(measured('afterExit', [[0], 2], made)).toBe(0.05);
    expect(measured('afterExit', [[0], 3], made)).toBeNaN();
    expect(measured('afterExit', [[1], 1], made)).toBeNaN();
  });

  test('the median life counts from entry, takes the living as censored and leaves out who never entered', () => {
    const ended = { outcome: 'cash-out' as const };
    const made = worldOf([
      { fate: { ...ended, entryMonth: 1, exitMonth: 2 }, rows: [] }, // life 2: 3 at risk, S = 2/3
      { fate: { ...ended, entryMonth: 2, exitMonth: 4 }, rows: [] }, // life 3: 2 at risk, S = 1/3
      { fate: { entryMonth: 1 }, rows: [] }, // 4 months and alive
      { fate: { outcome: 'absent', entryMonth: null }, rows: [] },
    ]);
    expect(measured('medianLife', [[0, 1, 2, 3]], made)).toBe(3);
    expect(measured('medianLife', [[0, 2, 3]], made)).toBe(2); // S = 1/2
    expect(measured('medianLife', [[2]], made)).toBe(Infinity);
    expect(measured('medianLife', [[3]], made)).toBeNaN();
  });

  test('the life of one firm is the month of its exit, the last month if it lives, and nothing if it never came', () => {
    const { world, shape } = worldOf([
      { fate: { outcome: 'cash-out', exitMonth: 2 }, rows: [] },
      { rows: [] },
      { fate: { outcome: 'absent', entryMonth: null }, rows: [] },
    ]);
    expect([0, 1, 2].map((firm) => MEASURES.life.make([[firm]], shape)(world))).toEqual([2, 4, Number.NaN]);
  });

  test('listings are counted', () => {
    expect(
      measured('listed', [[0, 1]], worldOf([{ fate: { listedMonth: 3 }, rows: [] }, { rows: [] }])),
    ).toBe(1);
  });

  test('the root of a cash-out is cost, no demand, rivals or investors, by the first rule that holds', () => {
    const died = { outcome: 'cash-out' as const, exitMonth: 8 };
    const firm = (growth: (month: number) => number, serving: Row = {}) => ({
      fate: died,
      rows: Array.from({ length: 8 }, (_, m) => ({ growth: growth(m + 1), fixedCost: -10, ...serving })),
    });
    const made = worldOf(
      [
        firm(() => 1, { inference: -5, subscriptions: 1 }), // serving lost 4 of 14
        firm(() => 1, { inference: -3, subscriptions: 1 }), // 2 of 12: not a quarter; it grew to the end
        firm(() => -0.1),
        firm((month) => (month <= 2 ? 1 : -0.1)), // mean (2 - .6) / 8 > 0, last six months below
        { ...firm(() => -1), fate: { outcome: 'acquired', exitMonth: 8 } },
      ],
      Array(8).fill(1),
    );
    const everybody = [0, 1, 2, 3, 4];
    for (const [root, firms] of [
      ['cost', [0]],
      ['funding', [1]],
      ['no-demand', [2]],
      ['outcompeted', [3]],
    ] as const) {
      expect(measured('rootCause', [everybody, root], made)).toBe(1);
      expect(measured('rootCause', [[...firms], root], made)).toBe(1);
    }
  });
});

describe('the growth slope of rounds', () => {
  /** Eight firms a group: growth .5 raises in 3 of 4, growth .1 in 1 of 4, in every month and at every runway. */
  function groups(runways: readonly number[]) {
    return runways.flatMap((runway) =>
      Array.from({ length: 8 }, (_, k) => {
        const strong = k < 4;
        const growth = strong ? 0.5 : 0.1;
        const rounds = k % 4 < (strong ? 3 : 1) ? 1e6 : 0;
        return { rows: [{ runway }, { runway, growth, rounds }, { runway, growth, rounds }] };
      }),
    );
  }

  test('is the log odds ratio over the difference of growth: 2 ln 3 / .4', () => {
    const firms = groups([5, 10]);
    const made = worldOf(firms, [1, 1, -1]);
    const slope = measured('raiseSlope', [firms.map((_, k) => k)], made);
    expect(slope).toBeCloseTo((2 * Math.log(3)) / 0.4, 8);
  });

  test('is not moved by firms that do not look for money', () => {
    const seekers = groups([5, 10]);
    const rich = groups([40]).map(({ rows }) => ({ rows: rows.map((row) => ({ ...row, rounds: 0 })) }));
    const made = worldOf([...seekers, ...rich], [1, 1, -1]);
    const slope = measured('raiseSlope', [[...seekers, ...rich].map((_, k) => k)], made);
    expect(slope).toBeCloseTo((2 * Math.log(3)) / 0.4, 8);
  });

  test('is undefined where nobody looks for money', () => {
    const firms = groups([40]);
    expect(measured('raiseSlope', [firms.map((_, k) => k)], worldOf(firms, [1, 1, -1]))).toBeNaN();
  });
});
