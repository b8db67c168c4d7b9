/**
 * Laws that tie two worlds together: what must not change when a scenario is told differently. On random scenarios.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MECHANISMS, MONTH_COLUMNS, type MonthColumn } from '../../sim/index.js';
import { type ById, monthsOf } from './by-id.js';
import type { Raw } from './made-scenario.js';
import { appsOf, forAll, last, live, PATIENCE, RUNS } from './random-law.js';
import { changed, labsMarket, randomScenario, wholeMoney } from './random-scenario.js';
import { inCurrency, withPeople } from './scaled-scenario.js';
import { FAR, signs } from './sign-test.js';

/** The entries of a map in reverse. */
function reversed(map: unknown): Raw {
  return Object.fromEntries(Object.entries(map as Raw).reverse());
}

describe('the order of the file means nothing', () => {
  it.each(['firms', 'channels', 'segments', 'buyers'])(
    'reordering %s changes no byte of any firm and of the market',
    (part) => {
      forAll(
        randomScenario,
        (raw) => {
          expect(live({ ...raw, [part]: reversed(raw[part]) })).toEqual(live(raw));
        },
        RUNS / 4,
      );
    },
    PATIENCE,
  );

  it(
    'a mechanism switched off twice is off once, and the order of `without` means nothing',
    () => {
      const names = fc.subarray(Object.keys(MECHANISMS), { minLength: 1, maxLength: 5 });
      const off = fc.tuple(randomScenario, names).map(([raw, without]): Raw => ({ ...raw, without }));
      forAll(off, (raw) => {
        const without = raw.without as string[];
        expect(live({ ...raw, without: [...without, ...without].reverse() })).toEqual(live(raw));
      });
    },
    PATIENCE,
  );

  /** What becomes of the others if a copy of the first app, under this id, stays away for the whole world. */
  function expectNobodyMinds(raw: Raw, id: string): void {
    const [, firm] = appsOf(raw)[0];
    const absent = { ...firm, entersAt: (raw.months as number) + 1, users: 0 };
    const { firms, market } = live({ ...raw, firms: { ...(raw.firms as Raw), [id]: absent } });
    const alone = live(raw);
    expect(market).toEqual(alone.market);
    for (const [other, fate] of Object.entries(alone.firms)) {
      expect(firms[other].months).toEqual(fate.months);
      expect(firms[other].end).toEqual(fate.end);
    }
  }

  it(
    'a firm that is absent for the whole world changes no byte of the others (agents)',
    () => {
      // Which apps an agent has heard of is drawn by the place of the app among all ids, so a name that comes first moves
      // that luck, unless everybody knows every app.
      const agents = randomScenario.map((raw): Raw => ({ ...raw, population: {} }));
      forAll(agents, (raw) => expectNobodyMinds(raw, 'zwilling'), RUNS / 2);
      const known = agents.map((raw) => changed(raw, { app: { press: 1 } }));
      forAll(known, (raw) => expectNobodyMinds(raw, 'aaa'), RUNS / 2);
    },
    PATIENCE,
  );

  it.each(['aaa', 'zwilling'])(
    'nor does it in cohorts, whatever its name (%s)',
    (id) => {
      const cohorts = randomScenario.map(
        (raw): Raw => ({ ...raw, population: { engine: 'cohorts', types: 40 } }),
      );
      forAll(cohorts, (raw) => expectNobodyMinds(raw, id), RUNS / 4);
    },
    PATIENCE,
  );
});

/** Columns in money of the whole firm, in money per head, and in people or tokens. */
const HEADS: readonly MonthColumn[] = ['users', 'firstUsers', 'payers', 'joins', 'paidJoins', 'tokens'];
const PER_HEAD: readonly MonthColumn[] = ['price', 'cac', 'apiPrice'];
const BARE: readonly MonthColumn[] = [
  'status',
  'blocked',
  'quality',
  'awareness',
  'priceIndex',
  'runway',
  'growth',
  'stage',
];

function expectScaled(raw: Raw, other: Raw, factorOf: (column: MonthColumn) => number): void {
  const [before, after] = [live(raw), live(other)];
  for (const [id] of appsOf(raw)) {
    for (const column of MONTH_COLUMNS) {
      const k = factorOf(column);
      expect([column, ...monthsOf(after, id, column)]).toEqual([
        column,
        ...monthsOf(before, id, column).map((x) => x * k),
      ]);
    }
  }
}

describe('units mean nothing', () => {
  it(
    'where no amount is rounded, money times a power of two changes not a bit of anything else',
    () => {
      forAll(wholeMoney, (raw) => {
        const still = [...HEADS, ...BARE, 'apiTokens'];
        expectScaled(raw, inCurrency(raw, 8), (column) => (still.includes(column) ? 1 : 8));
      });
    },
    PATIENCE,
  );

  it(
    'money times a power of two changes no bit of what developers buy, nor of orders beyond the rounding of their entries',
    () => {
      let delivered = 0;
      forAll(labsMarket, (raw) => {
        const [before, after] = [live(raw), live(inCurrency(raw, 8))];
        for (const id of Object.keys(raw.firms as Raw)) {
          for (const column of ['apiTokens', 'quality', 'status'] as const)
            expect([id, column, ...monthsOf(after, id, column)]).toEqual([
              id,
              column,
              ...monthsOf(before, id, column),
            ]);
          for (const column of ['delivery', 'orders', 'api', 'inference', 'receivables'] as const) {
            const was = monthsOf(before, id, column);
            // Half a cent here, and half a cent there times 8, of each entry: own and public orders apart.
            const entries = { receivables: 6, orders: 2, delivery: 1, api: 1, inference: 1 }[column];
            monthsOf(after, id, column).forEach((money, t) => {
              expect(Math.abs(money - 8 * was[t])).toBeLessThanOrEqual(
                0.0451 * entries + 1e-12 * Math.abs(money),
              );
            });
            if (column === 'delivery') delivered += was.filter((money) => money !== 0).length;
          }
        }
      });
      expect(delivered).toBeGreaterThan(5 * RUNS);
    },
    PATIENCE,
  );

  it(
    'where no amount is rounded, people and money times a power of two change not a bit of anything per head',
    () => {
      // Exact only without the data and product flywheels and with `research.scale` scaled too: those have units in people.
      forAll(wholeMoney, (raw) => {
        const still = [...BARE, ...PER_HEAD];
        expectScaled(raw, withPeople(raw, 4), (column) => (still.includes(column) ? 1 : 4));
      });
    },
    PATIENCE,
  );
});

/** Differences in users and in cash between random scenarios, made `plain`, and what they are when retold, with money `money` times as large; each with its own luck. */
function differences(
  retell: (raw: Raw) => Raw,
  read: (world: ById, raw: Raw) => number[],
  { plain = (raw: Raw) => raw, money = 1 } = {},
): number[][] {
  const all = fc.sample(randomScenario, { seed: 77, numRuns: RUNS }).map((made, k) => {
    const raw = plain(made);
    const other = retell(raw);
    const before = read(live(raw, `a ${k}`), raw);
    const [users, cash] = read(live(other, `b ${k}`), other);
    return [users - before[0], cash / money - before[1]];
  });
  return all[0].map((_, i) => all.map((row) => row[i]));
}

describe('in distribution (sign tests over random scenarios, each of them wrong with probability 1e-4)', () => {
  const ofFirst = (id: string) => (world: ById, raw: Raw) => [
    last(world, id, 'users') / (raw.people as number),
    last(world, id, 'cash'),
  ];

  it(
    'a currency worth 7.3 times less changes nothing',
    () => {
      for (const d of differences((raw) => inCurrency(raw, 7.3), ofFirst('firm0'), { money: 7.3 }))
        expect(Math.abs(signs(d))).toBeLessThan(FAR);
    },
    PATIENCE,
  );

  it(
    'three times the people with three times the money change nothing',
    () => {
      // The flywheels and the size that investors look at count users in millions, whatever the market.
      const world = { research: { users: 0, payers: 0 }, funding: { size: 0 } };
      const plain = (raw: Raw) => changed(raw, { world });
      for (const d of differences((raw) => withPeople(raw, 3), ofFirst('firm0'), { plain, money: 3 }))
        expect(Math.abs(signs(d))).toBeLessThan(FAR);
    },
    PATIENCE,
  );

  it(
    'names that turn the order of the apps around change nothing',
    () => {
      const renamed = (raw: Raw): Raw => ({
        ...raw,
        firms: Object.fromEntries(
          Object.entries(raw.firms as Raw).map(([id, firm]) => [
            id.replace(/^firm(\d)$/, (_, k) => `f${9 - k}`),
            firm,
          ]),
        ),
      });
      const read = (world: ById, raw: Raw) => ofFirst('firm0' in world.firms ? 'firm0' : 'f9')(world, raw);
      for (const d of differences(renamed, read)) expect(Math.abs(signs(d))).toBeLessThan(FAR);
    },
    PATIENCE,
  );

  it(
    'identical firms have exchangeable fates',
    () => {
      const pairs = fc.sample(randomScenario, { seed: 79, numRuns: RUNS }).map((raw, k) => {
        const firms = raw.firms as Record<string, Raw>;
        const world = live({ ...raw, firms: { ...firms, zwilling: firms.firm0 } }, `twins ${k}`);
        return (['users', 'cash', 'status', 'joins'] as const).map(
          (column) => last(world, 'firm0', column) - last(world, 'zwilling', column),
        );
      });
      for (const i of [0, 1, 2, 3]) expect(Math.abs(signs(pairs.map((row) => row[i])))).toBeLessThan(FAR);
    },
    PATIENCE,
  );
});
