import { describe, expect, it } from 'vitest';
import { roundHazard } from '../../../sim/firms/funding.js';
import {
  LEDGER_LINES,
  type LedgerLine,
  type MonthColumn,
  simulate,
  startMarket,
} from '../../../sim/index.js';
import { legal, oneBurner, type Raw, twoApps } from '../made-scenario.js';
import { JOIN_AND_STAY, live } from '../mechanisms/twin.js';

/** A column of firm j (0 = first in the file) by month. */
function series(raw: Raw, column: MonthColumn, j = 0): number[] {
  return live(raw).column(Object.keys(raw.firms as object)[j], column);
}

const line = (raw: Raw, name: LedgerLine, j = 0) => series(raw, name, j);

describe('books', () => {
  it('credits pay compute first: 2.5 M of credits carry research of 1 M for two and a half months', () => {
    const raw = oneBurner({ cash: 50e6, fixedCost: 0, research: 1e6, credits: 2.5e6 });
    expect(line(raw, 'research').slice(0, 4)).toEqual([0, 0, -5e5, -1e6]);
    expect(series(raw, 'credits').slice(0, 4)).toEqual([1.5e6, 5e5, 0, 0]);
  });

  it('ad revenue follows the load: 100,000 users x .2 x 1.5 / .5; a declared load of next to nothing is none', () => {
    const sales = (adLoad: number, adRevenue: number) => {
      const own = { tiers: [{ price: 0, adLoad, adRevenue }], lapse: 0, policy: 'adsAndGacha' };
      const segment = { ...JOIN_AND_STAY, adAversion: 0 };
      return line(twoApps(own, { entersAt: 2 }, { segment, top: { months: 1 } }), 'adSales')[0];
    };
    expect(sales(0.5, 0.2)).toBeCloseTo(60_000, 6);
    expect(sales(5e-324, 0)).toBe(0);
    expect(sales(5e-324, 0.2)).toBeCloseTo(20_000, 6);
  });

  it('a business pays `paidAfter` months after delivery, and delivery is paid at once', () => {
    const business = { tenders: 5, win: 20, size: 1e6, sizeSpread: 0, margin: 0.6, paidAfter: 2 };
    const raw = oneBurner({ cash: 50e6, business }, { months: 6 });
    const delivery = line(raw, 'delivery');
    const orders = line(raw, 'orders');
    // Months 1 and 2 bring what the orders of the two months before the start still owe.
    for (let t = 0; t < 2; t++) expect(orders[t] / 1e6).toBe(Math.round(orders[t] / 1e6));
    expect(orders[0] + orders[1]).toBeGreaterThan(0);
    // Delivery costs .4 of an order of 1 M.
    for (let t = 0; t < 4; t++) expect(orders[t + 2]).toBeCloseTo((-delivery[t] / 0.4) * 1, 2);
    expect(delivery.some((x) => x < 0)).toBe(true);
    const owed = series(raw, 'receivables');
    expect(owed[5]).toBeCloseTo(-(delivery[4] + delivery[5]) / 0.4, 2);
  });

  it('an app store keeps its fee and pays a month later: 100,000 payers x 10 x .7', () => {
    const tiers = [{ price: 10 }];
    const segment = { ...JOIN_AND_STAY, priceSensitivity: 0 };
    const raw = twoApps(
      { tiers, lapse: 0, storeFee: 0.3, storeDelay: 1 },
      { entersAt: 12 },
      { segment, top: { months: 4 } },
    );
    expect(line(raw, 'subscriptions')).toEqual([0, 7e5, 7e5, 7e5]);
    const now = twoApps(
      { tiers, lapse: 0, storeFee: 0.3 },
      { entersAt: 12 },
      { segment, top: { months: 2 } },
    );
    expect(line(now, 'subscriptions')).toEqual([1e6, 1e6]);
    expect(line(now, 'storeFee')).toEqual([-3e5, -3e5]);
  });

  it('every served call costs: use .1 x unit cost 2 x 100,000 users, half of it under a quota of .05', () => {
    const segment = { ...JOIN_AND_STAY, useSpread: 0, contextGrowth: 0, quotaAversion: 0 };
    const world = { inferenceCost: { start: 2, floor: 1 } };
    const app = (quota: number) =>
      twoApps({ lapse: 0, tiers: [{ quota }] }, { entersAt: 12 }, { segment, world, top: { months: 2 } });
    // Weights are multiples of 2^-20 people, hence cents.
    expect(line(app(1), 'inference')[1]).toBeCloseTo(-20_000, 0);
    expect(line(app(0.05), 'inference')[1]).toBeCloseTo(-10_000, 0);
  });

  it('context grows with tenure: after 12 months (1 + 12 k)/(1 + k) times the use of the first', () => {
    const segment = { ...JOIN_AND_STAY, contextGrowth: 0.05 };
    const raw = twoApps({ lapse: 0 }, { entersAt: 30 }, { segment, top: { months: 30 } });
    const tokens = series(raw, 'tokens');
    expect(tokens[12] / tokens[1]).toBeCloseTo((1 + 12 * 0.05) / (1 + 0.05), 6);
    // Growth ends at a tenure of 24 months.
    expect(tokens[28] / tokens[24]).toBeCloseTo(1, 9);
  });

  it('what capacity cannot serve is blocked and costs nothing', () => {
    const segment = { ...JOIN_AND_STAY, contextGrowth: 0 };
    const raw = twoApps({ lapse: 0, capacity: 4000 }, { entersAt: 12 }, { segment, top: { months: 3 } });
    expect(series(raw, 'tokens')[1]).toBeCloseTo(4000, 6);
    expect(series(raw, 'blocked')[1]).toBeCloseTo(0.6, 2); // demand 10,000
  });
});

describe('tenders', () => {
  it('a firm that bids for 1,000 tenders a month and wins all gets about 1,000 orders, also in its past', () => {
    const business = { tenders: 1000, win: 20, size: 1, sizeSpread: 0, margin: 1, paidAfter: 0 };
    const orders = line(oneBurner({ cash: 1e9, business }), 'orders');
    const mean = orders.reduce((a, b) => a + b, 0) / 24;
    // Poisson mean 1,000, s.e. of a mean of 24: 6.5; 4 s.e. A count above 745 once overflowed into 2,000.
    expect(Math.abs(mean - 1000)).toBeLessThan(26);
    const past = startMarket(legal(oneBurner({ business })), '1', 0).state.firms[0].orders;
    expect(past).toHaveLength(12);
    expect(new Set(past).size).toBeGreaterThan(6);
  });
});

describe('money from outside', () => {
  it('the hazard of a round is the logit of model and scenario', () => {
    const market = startMarket(
      legal(
        oneBurner(
          { funding: { shift: 0.5 } },
          { world: { inferenceCost: { start: 1 }, funding: { frailty: 0, hotAtStart: 1, stay: 1e6 } } },
        ),
      ),
      '7',
      0,
    );
    market.step();
    const { state } = market;
    // -2.75 + .5 + 1.5 x 0 + .1 ln 1 + .2 x 1 = -2.05: runway 9 months, no growth figure, hot.
    expect(roundHazard(state, state.firms[0])).toBeCloseTo(1 / (1 + Math.exp(2.05)), 12);
    for (let month = 2; month <= 5; month++) market.step();
    // Runway 5 months: distress .8.
    expect(roundHazard(state, state.firms[0])).toBeCloseTo(1 / (1 + Math.exp(2.85)), 12);
  });

  it('after six months without growth the hazard is at most `flat`, .2 % a month', () => {
    const market = startMarket(
      legal(oneBurner({ cash: 1e9, business: { tenders: 1e-9, size: 1 }, funding: { shift: 10 } })),
      '1',
      0,
    );
    for (let month = 1; month <= 5; month++) market.step();
    expect(roundHazard(market.state, market.state.firms[0])).toBeGreaterThan(0.9);
    for (let month = 6; month <= 7; month++) market.step();
    expect(roundHazard(market.state, market.state.firms[0])).toBe(0.002);
  });

  it('a pure hazard of 5 % a month leaves .540 of firms without a round after 12 months', () => {
    const world = {
      inferenceCost: { start: 1 },
      funding: { base: Math.log(0.05 / 0.95), growth: 0, size: 0, climate: 0, distress: 0, frailty: 0 },
    };
    const scenario = legal(
      oneBurner({ cash: 10e9, funding: { seekAt: 120 }, fixedCost: 1e8 }, { months: 12, world }),
    );
    const n = 2000;
    const without = Array.from(
      { length: n },
      (_, replicate) => simulate(scenario, 'raise', replicate).firms[0],
    ).filter(({ ledger }) => ledger[LEDGER_LINES.indexOf('rounds')] === 0).length;
    // .95^12 = .5404 with s.e. .0111: 4 s.e. (false alarm 6e-5). With 100 months of runway every firm seeks and lives.
    expect(Math.abs(without / n - 0.5404)).toBeLessThan(0.0446);
  });

  it('a round is burn x lognormal(18 months): the median is 18 M for a burn of 1 M', () => {
    const world = { inferenceCost: { start: 1 }, funding: { base: 20 } };
    const scenario = legal(oneBurner({ funding: { seekAt: 120 } }, { months: 1, world }));
    const sizes = Array.from(
      { length: 1001 },
      (_, replicate) => simulate(scenario, 'size', replicate).firms[0].ledger[LEDGER_LINES.indexOf('rounds')],
    );
    const median = sizes.sort((a, b) => a - b)[500];
    // s.e. of the log median: 1.2533 x .5 / sqrt(1001) = .0198; 4 s.e.
    expect(Math.abs(Math.log(median / 18e6))).toBeLessThan(0.08);
  });

  it('a firm that raises in the month in which its cash went negative lives', () => {
    const world = { inferenceCost: { start: 1 }, funding: { base: 20, spread: 0 } };
    const [firm] = simulate(
      legal(oneBurner({ cash: 5e5, fixedCost: 1e6, funding: { seekAt: 1 } }, { world, months: 3 })),
      '1',
      0,
    ).firms;
    expect(firm).toMatchObject({ outcome: 'alive', minCash: 5e5 });
  });

  it('a firm that runs short can be bought: hazard 1 under 12 months of runway means the first month', () => {
    const [firm] = simulate(legal(oneBurner({ acquisition: { hazard: 1 } })), '1', 0).firms;
    expect(firm).toMatchObject({ outcome: 'acquired', exitMonth: 1 });
    const [rich] = simulate(
      legal(oneBurner({ cash: 100e6, acquisition: { hazard: 1 } }, { months: 24 })),
      '1',
      0,
    ).firms;
    expect(rich.outcome).toBe('alive');
  });
});
