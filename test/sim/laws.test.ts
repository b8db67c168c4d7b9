import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FirmState } from '../../sim/firms/firm.js';
import {
  LEDGER_LINES,
  MARKET_COLUMNS,
  MONTH_COLUMNS,
  type Outcome,
  POLICIES,
  startMarket,
} from '../../sim/index.js';
import type { Market } from '../../sim/market-state.js';
import { legal, type Raw } from './made-scenario.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Every shipped strategy with its defaults, and one that buys users. */
const POLICY = fc.constantFrom<unknown>(...Object.keys(POLICIES), { name: 'steady', ads: 2e5 });

const tier = fc.record({
  price: fc.oneof(fc.constant(0), number(0, 40)),
  quota: number(0.001, 5),
  premium: number(-1, 2),
  adLoad: number(0, 2),
  adRevenue: number(0, 1),
  impressions: number(0, 200),
});

/** Mostly off, as in most scenarios. */
const rarely = <T>(off: T, on: fc.Arbitrary<T>) => fc.oneof(fc.constant(off), on);

/** The money side of a firm: what it sells besides subscriptions, what it owes, who pays it. */
const moneySide = {
  distil: rarely(0, number(0, 0.95)),
  servers: rarely(0, number(0, 1e6)),
  supplier: fc.constantFrom('office', 'lab'),
  supplied: rarely(0, number(0, 1)),
  edginess: number(0, 3),
  eCPM: number(0, 20),
  brandSafety: number(0, 1.5),
  gacha: fc.record({ payers: rarely(0, number(0, 1)), spend: number(0, 50), tail: number(1.01, 5) }),
  api: fc.record({ price: rarely(0, number(0, 20)), appeal: number(-2, 2) }),
  store: fc.record({
    mobile: number(0, 1),
    delisting: number(0, 1),
    delistedFor: fc.integer({ min: 1, max: 4 }),
  }),
  annualShare: rarely(0, number(0, 1)),
  annualDiscount: number(0, 1),
  reserved: rarely(0, number(0, 1)),
  notice: fc.integer({ min: 0, max: 36 }),
  severance: number(0, 6),
  jolts: fc.record({ rate: rarely(0, number(0, 5)), size: number(0, 1e6) }),
  funding: fc.record({
    shift: number(-3, 3),
    strategic: number(0, 0.5),
    creditShare: number(0, 1),
    tranches: fc.integer({ min: 1, max: 12 }),
  }),
  listing: fc.record({ revenue: number(0, 1e6), chance: number(0, 1), proceeds: number(0, 1e7) }),
};

const firm = fc.record({
  cash: number(0, 2e7),
  minCash: number(0, 1e5),
  credits: fc.oneof(fc.constant(0), number(0, 1e6)),
  entersAt: fc.integer({ min: 1, max: 6 }),
  fixedCost: number(0, 2e6),
  research: number(0, 5e5),
  shock: number(0, 1),
  capacity: fc.oneof(fc.constant(0), number(1, 1e4)),
  storeFee: number(0, 0.3),
  storeDelay: fc.integer({ min: 0, max: 2 }),
  quality: number(-1, 3),
  awareness: number(0, 1),
  press: number(0, 0.2),
  users: number(0, 5e4),
  tiers: fc.array(tier, { minLength: 1, maxLength: 3 }),
  channels: fc.constant(['net']),
  acquisition: fc.record({ hazard: number(0, 0.1), always: rarely(0, number(0, 0.1)) }),
  ...moneySide,
  policy: POLICY,
});

const business: Raw = {
  cash: 5e6,
  fixedCost: 3e5,
  business: {
    tenders: 2,
    win: 0,
    size: 4e5,
    margin: 0.5,
    paidAfter: 3,
    cloudShare: 0.3,
    apiHit: 0.5,
    bids: { city: 1 },
  },
  api: { price: 5 },
  listing: { revenue: 1e6, chance: 0.5, proceeds: 3e6 },
  policy: 'b2bLanding',
};

const scenario = fc
  .record({
    firms: fc.array(firm, { minLength: 1, maxLength: 5 }),
    review: number(0, 1),
    withApp: number(0, 0.9),
    secondApp: number(0, 0.6),
    novelty: number(0, 2),
    quit: number(0, 1),
    months: fc.integer({ min: 1, max: 14 }),
    world: fc.record({
      insolvency: fc.constantFrom(0, 1, 1),
      freeCost: number(0, 1),
      api: fc.record({ tokens: number(0, 1e6), growth: number(-0.5, 1), inertia: number(0, 1) }),
      inferenceCost: fc.record({ start: number(0, 5), progress: number(0.3, 1), served: number(1, 1e6) }),
      funding: fc.record({ dilution: number(0, 0.9) }),
    }),
    population: fc.constantFrom<Raw>(
      {},
      { types: 90 },
      { engine: 'cohorts' },
      { engine: 'cohorts', types: 20 },
    ),
  })
  .map(
    ({ firms, months, withApp, population, world, ...segment }): Raw => ({
      title: 'Random',
      question: 'Do the laws hold?',
      currency: 'USD',
      start: '2024-01',
      months,
      people: 1e6,
      agents: 700,
      population,
      world,
      buyers: { city: { tenders: 1, size: 2e5 } },
      channels: { net: { otherSpend: 1e6, reach: { one: 0.5, two: 0.3 } } },
      segments: {
        one: { share: 0.3, withApp, ever: Math.min(1, withApp + 0.05), ...segment },
        two: { share: 0.7, withApp: withApp / 2, ever: withApp / 2 },
      },
      firms: {
        ...Object.fromEntries(firms.map((f, k) => [`firm${k}`, f])),
        office: business,
        lab: { ...business, cash: 1e6, entersAt: 3 },
      },
    }),
  );

const column = (name: (typeof MONTH_COLUMNS)[number]) => MONTH_COLUMNS.indexOf(name);

/** Cash of every month = cash before + the ledger, in whole cents. */
function cashIdentity(outcome: Outcome, starts: ReadonlyMap<string, number>): void {
  const F = outcome.firms.length;
  const months = outcome.months.length / F / MONTH_COLUMNS.length;
  outcome.firms.forEach(({ firm }, j) => {
    const start = Math.round((starts.get(firm) ?? Number.NaN) * 100);
    let cash = start;
    for (let t = 0; t < months; t++) {
      const at = (t * F + j) * MONTH_COLUMNS.length;
      if (outcome.months[at] === 0) continue;
      for (let k = 0; k < LEDGER_LINES.length; k++) {
        cash += Math.round(outcome.months[at + MONTH_COLUMNS.length - LEDGER_LINES.length + k] * 100);
      }
      expect(Math.round(outcome.months[at + column('cash')] * 100)).toBe(cash);
    }
    const total = outcome.firms[j].ledger.reduce((sum, x) => sum + Math.round(x * 100), start);
    expect(Math.round(outcome.firms[j].finalCash * 100)).toBe(total);
  });
}

/** The sellers of a month share all that developers buy. */
function sharesOfDevelopers({ firms, month }: Market): void {
  const sellers = firms.filter(
    ({ exitMonth, fields, status }) =>
      fields.api && status !== 'absent' && (exitMonth === 0 || exitMonth === month),
  );
  const sold = sellers.reduce((sum, { apiShare }) => sum + apiShare, 0);
  if (sellers.length > 0) expect(sold).toBeCloseTo(1, 9);
  for (const { apiShare } of sellers) expect(apiShare).toBeGreaterThanOrEqual(0);
}

/** Cash of rounds is on its line; credits make up the rest of what was raised. */
function raisedIdentity(firm: FirmState): void {
  const cash = firm.totals[LEDGER_LINES.indexOf('rounds')];
  expect(firm.raised).toBeGreaterThanOrEqual(cash);
  if (firm.fields.funding.creditShare === 0) expect(firm.raised).toBe(cash);
  expect(firm.promised.every((minor) => Number.isInteger(minor) && minor >= 0)).toBe(true);
}

describe('laws of the market, on random scenarios of both engines', () => {
  it('every month users are conserved, cash balances to the cent, and nothing is negative that cannot be', () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 0, max: 1000 }), (raw, replicate) => {
        const market = startMarket(legal(raw), 'laws', replicate);
        const { state } = market;
        const starts = new Map(state.firms.map(({ id, cash }) => [id, cash / 100]));
        const side = state.apps.length + 1;
        for (let month = 1; month <= market.months; month++) {
          const before = state.apps.map(({ id, firstUsers, status }) => ({
            id,
            firstUsers,
            alive: status !== 'absent',
          }));
          market.step();
          for (let cell = 0; cell < state.cells.count; cell++) {
            let users = 0;
            for (let k = 0; k < 3; k++) users += state.tally.none[cell * 3 + k];
            const width = state.apps.length * 3;
            for (let k = 0; k < width; k++) users += state.tally.users[cell * width + k];
            expect(users).toBe(state.cells.end[cell] - state.cells.start[cell]);
          }
          state.apps.forEach((app, k) => {
            if (app.status !== 'alive') return;
            let flow = 0;
            for (let s = 0; s < 2; s++) {
              for (let other = 0; other < side; other++) {
                flow += state.tally.moves[(s * side + other) * side + app.slot];
                flow -= state.tally.moves[(s * side + app.slot) * side + other];
              }
            }
            // Weights are multiples of 2^-20, so the sums are exact.
            expect(app.firstUsers - (before[k].firstUsers ?? 0)).toBe(flow);
            expect(app.credits).toBeGreaterThanOrEqual(0);
            expect(app.users[0]).toBeGreaterThanOrEqual(app.firstUsers);
          });
          sharesOfDevelopers(state);
        }
        cashIdentity(market.outcome(), starts);
        for (const paid of state.firms) raisedIdentity(paid);
      }),
      { seed: 20240501, numRuns: 60 },
    );
  });

  it("users with at least one app and the sum of apps' users are two numbers: people <= sum", () => {
    fc.assert(
      fc.property(scenario, (raw) => {
        const market = startMarket(legal(raw), 'laws', 1);
        for (let month = 1; month <= market.months; month++) market.step();
        const { market: rows, months, firms } = market.outcome();
        const width = MARKET_COLUMNS.length + 1;
        for (let t = 0; t < market.months; t++) {
          let sum = 0;
          let first = 0;
          firms.forEach((_, j) => {
            const at = (t * firms.length + j) * MONTH_COLUMNS.length;
            sum += months[at + column('users')];
            first += months[at + column('firstUsers')];
          });
          expect(rows[t * width]).toBeCloseTo(first, 6);
          expect(sum).toBeGreaterThanOrEqual(first - 1e-6);
          expect(rows[t * width]).toBeLessThanOrEqual(1.001e6);
        }
      }),
      { seed: 7, numRuns: 20 },
    );
  });
});
