/** The ledger's own arithmetic, on a firm that is filled in by hand: amounts in currency, kept in cents. */
import { describe, expect, it } from 'vitest';
import { poisson } from '../../../sim/core/distributions.js';
import { keyOf, uniform } from '../../../sim/core/draws.js';
import { normalQuantile } from '../../../sim/core/numerics.js';
import { STREAM } from '../../../sim/core/streams.js';
import { planRevenue, recallContracts } from '../../../sim/firms/annual-plans.js';
import { closeBooks, settleBooks } from '../../../sim/firms/books.js';
import { fallDue } from '../../../sim/firms/calendar.js';
import { owedCompute, payJolts, paySeverance } from '../../../sim/firms/commitments.js';
import { bookLine, burnOf, type FirmState, lineOf, receivables, runwayOf } from '../../../sim/firms/firm.js';
import { type LedgerLine, startMarket } from '../../../sim/index.js';
import type { Market } from '../../../sim/market-state.js';
import type { Served } from '../../../sim/serve.js';
import { legal, oneBurner, type Raw, twoApps } from '../made-scenario.js';

/** A market before its first month, and its first firm. */
function opened(raw: Raw): { market: Market; firm: FirmState } {
  const { state } = startMarket(legal(raw), '1', 0);
  return { market: state, firm: state.firms[0] };
}

/** A firm without an app: cash 10 M, fixed cost 1 M a month. */
const burner = (own: Raw = {}): FirmState => opened(oneBurner(own)).firm;

/** Lines of the month that are not 0, in cents. */
function booked(firm: FirmState): Partial<Record<LedgerLine, number>> {
  const lines: LedgerLine[] = [
    ...(['subscriptions', 'storeFee', 'api', 'orders', 'adSales', 'gacha', 'harvest'] as const),
    ...(['delivery', 'inference', 'advertising', 'research', 'fixedCost', 'severance'] as const),
    ...(['shock', 'jolts', 'rounds', 'listing', 'parent'] as const),
  ];
  return Object.fromEntries(
    lines.map((line) => [line, lineOf(firm, line)]).filter(([, minor]) => minor !== 0),
  );
}

/** Settles month 1 of a firm; `served` undefined for one without an app. */
function settle({ market, firm }: { market: Market; firm: FirmState }, served?: Served): void {
  settleBooks(firm, served, { luck: market.luck, month: 1, world: market.world, freeCost: 0 });
}

describe('an entry of the ledger', () => {
  it('is rounded once to cents, moves the cash by as much and adds to its line', () => {
    const firm = burner();
    expect(bookLine(firm, 'advertising', -12.344)).toBe(-1234);
    expect(bookLine(firm, 'advertising', -0.016)).toBe(-2);
    expect(lineOf(firm, 'advertising')).toBe(-1236);
    expect(lineOf(firm, 'research')).toBe(0);
    expect(firm.cash).toBe(1_000_000_000 - 1236);
  });

  it.each([Number.NaN, Infinity, -Infinity])('of %d is refused with its line and firm', (amount) => {
    const firm = burner();
    expect(() => bookLine(firm, 'orders', amount)).toThrow(`bookLine: orders is ${amount} (firm burner)`);
    expect(firm.cash).toBe(1_000_000_000);
  });
});

describe('a calendar of payments', () => {
  it('pays its first month, moves on by one and ends empty', () => {
    const due = Float64Array.of(5, 7, 11);
    expect([fallDue(due), fallDue(due), fallDue(due), fallDue(due)]).toEqual([5, 7, 11, 0]);
    expect([...due]).toEqual([0, 0, 0]);
  });

  it('of orders and of the app store are what a firm is still owed', () => {
    const firm = burner();
    firm.due.fill(0);
    firm.storeDue.fill(0);
    firm.due[0] = 3;
    firm.due[firm.due.length - 1] = 20;
    firm.storeDue[1] = 100;
    expect(receivables(firm)).toBe(123);
  });
});

describe('burn and runway', () => {
  it('are what is planned before the first month: 10 M of cash over 1 M + .25 M a month', () => {
    const firm = burner({ research: 250_000 });
    expect(burnOf(firm)).toBe(1_250_000);
    expect(runwayOf(firm)).toBe(8);
  });

  it('are the mean of the last three months: (3 + 6 + 9)/3 M, and 10/6 months', () => {
    const firm = burner();
    firm.outflow.splice(0, firm.outflow.length, 3e6, 6e6, 9e6, 1e9);
    expect(burnOf(firm)).toBe(6e6);
    expect(runwayOf(firm)).toBeCloseTo(10 / 6, 12);
    firm.outflow.length = 2;
    expect(burnOf(firm)).toBe(4.5e6);
  });

  it('are endless for a firm that earns or breaks even, and 0 without cash, even for one that earns', () => {
    const firm = burner();
    firm.outflow.splice(0, firm.outflow.length, -1);
    expect([burnOf(firm), runwayOf(firm)]).toEqual([-1, Infinity]);
    firm.outflow[0] = 0;
    expect(runwayOf(firm)).toBe(Infinity);
    firm.cash = 0;
    expect(runwayOf(firm)).toBe(0);
    firm.cash = -1;
    firm.outflow[0] = -1;
    expect(runwayOf(firm)).toBe(0);
  });
});

describe('the close of a month', () => {
  it('adds the lines to the totals and takes rounds, listing and parent out of the burn', () => {
    const firm = burner();
    bookLine(firm, 'fixedCost', -1e6);
    bookLine(firm, 'orders', 2e5);
    bookLine(firm, 'rounds', 4e6);
    bookLine(firm, 'listing', 3e6);
    bookLine(firm, 'parent', 5e5);
    closeBooks(firm);
    expect(firm.outflow[0]).toBe(8e5);
    expect([...firm.totals]).toEqual([...firm.ledger]);
    closeBooks(firm);
    expect([...firm.totals]).toEqual([...firm.ledger].map((minor) => 2 * minor));
  });

  it('remembers the lowest cash', () => {
    const firm = burner();
    bookLine(firm, 'fixedCost', -1e6);
    closeBooks(firm);
    expect(firm.lowestCash).toBe(900_000_000);
    bookLine(firm, 'rounds', 5e6);
    closeBooks(firm);
    expect(firm.lowestCash).toBe(900_000_000);
  });
});

describe('the month of a firm without an app', () => {
  it('pays fixed cost, research after credits, and advertising; sells tokens and orders', () => {
    const at = opened(oneBurner({ research: 3e5, credits: 1e5 }));
    const { firm } = at;
    firm.apiTokens = 1000;
    firm.apiPrice = 2;
    firm.paidByWrappers = 50_000;
    firm.due[0] = 700;
    Object.assign(firm, { adSpend: Float64Array.of(100, 20) });
    firm.paidJoins = 40;
    settle(at);
    const found = booked(firm);
    expect(found).toMatchObject({
      api: 250_000,
      orders: 700,
      advertising: -12_000,
      research: -20_000_000,
      fixedCost: -100_000_000,
    });
    expect(firm.credits).toBe(0);
    expect([firm.lastAds, firm.adsPaid[0], firm.joinsPaid[0]]).toEqual([120, 120, 40]);
    const sum = Object.values(found).reduce((a, b) => a + b, 0);
    expect(firm.cash).toBe(1_000_000_000 + sum);
  });

  it('pays for compute that it has reserved, though it serves nobody: half of the 400 of two months ago', () => {
    const at = opened(oneBurner({ reserved: 0.5, notice: 3 }));
    at.firm.serving.splice(0, at.firm.serving.length, 0, 400);
    settle(at);
    expect(booked(at.firm).inference).toBe(-20_000);
  });

  it('has a shock of as many times its fixed cost and research as the luck says, up or down', () => {
    const shocks = Array.from({ length: 40 }, (_, replicate) => {
      const { state } = startMarket(legal(oneBurner({ shock: 0.1, research: 1e6 })), '1', replicate);
      const [firm] = state.firms;
      settle({ market: state, firm });
      // A high draw is a month that costs more.
      const z = normalQuantile(uniform(keyOf(state.luck, STREAM.shock, 1), firm.address));
      expect(lineOf(firm, 'shock')).toBe(Math.round(-2e7 * z));
      return lineOf(firm, 'shock') / 100;
    });
    // 40 normals of standard deviation .1 x 2 M: their own is within .56 and 1.55 of it (false alarm 1e-5)
    const deviation = Math.sqrt(shocks.reduce((sum, x) => sum + x * x, 0) / 40);
    expect(deviation).toBeGreaterThan(0.5 * 2e5);
    expect(deviation).toBeLessThan(1.6 * 2e5);
    expect(shocks.some((x) => x > 0)).toBe(true);
    expect(shocks.some((x) => x < 0)).toBe(true);
  });
});

describe('the month of an app', () => {
  const tiers = [{ price: 20 }, { price: 0, adLoad: 0.5, adRevenue: 0.2 }, { price: 5 }];
  const own = { tiers, storeFee: 0.3, fixedCost: 0, policy: 'steady' };
  const served = { first: [10, 1000, 7], secondUse: 500 } as unknown as Served;

  it('sells every tier to those it serves, less the fee of the store: 10 x 20 + 7 x 5', () => {
    const at = opened(twoApps(own));
    at.firm.payers = 17;
    settle(at, served);
    expect(booked(at.firm)).toMatchObject({ subscriptions: 23_500, storeFee: -7050 });
  });

  it('sells advertising to those of each tier, and to second users as those of its cheapest: (1000 + 500) x .2', () => {
    const at = opened(twoApps(own));
    at.firm.payers = 17;
    settle(at, served);
    expect(booked(at.firm).adSales).toBe(30_000);
  });

  it('is paid this month what the store owes for this month', () => {
    const at = opened(twoApps({ ...own, storeDelay: 2 }));
    at.firm.storeDue[0] = 5000;
    settle(at, { ...served, first: [0, 0, 0] } as unknown as Served);
    expect(booked(at.firm).subscriptions).toBe(5000);
  });

  it('is paid by a slow store later, less its fee, and books no fee', () => {
    const at = opened(twoApps({ ...own, storeDelay: 2 }));
    at.firm.payers = 17;
    settle(at, served);
    expect(booked(at.firm).subscriptions).toBeUndefined();
    expect(booked(at.firm).storeFee).toBeUndefined();
    // After the month has gone by, two months ahead is one.
    expect(at.firm.storeDue[1]).toBe(16_450);
    expect(receivables(at.firm)).toBe(16_450);
  });

  it('harvests its users only above the share from which it is a giant', () => {
    const at = opened(twoApps({ ...own, harvest: 2, harvestShare: 0.25 }));
    at.firm.users[0] = 300;
    at.firm.share = 0.25;
    settle(at, served);
    expect(booked(at.firm).harvest).toBeUndefined();
    at.firm.share = 0.26;
    settle(at, served);
    expect(lineOf(at.firm, 'harvest')).toBe(60_000);
  });
});

describe('commitments', () => {
  it('owe the reserved part of the dearest month within the notice period', () => {
    const firm = burner({ reserved: 0.5, notice: 2 });
    expect(owedCompute(firm, 100)).toBe(100);
    expect(owedCompute(firm, 30)).toBe(50);
    expect(owedCompute(firm, 60)).toBe(60);
    // The month of 100 is three back.
    expect(owedCompute(firm, 10)).toBe(30);
  });

  it('pay severance for what a cut saves, and sudden payments only if both rate and size are there', () => {
    const firm = burner({ severance: 3 });
    firm.cut = 1000;
    paySeverance(firm);
    expect(booked(firm)).toEqual({ severance: -300_000 });
    for (const jolts of [
      { rate: 0, size: 1e6 },
      { rate: 50, size: 0 },
    ]) {
      const { market, firm: calm } = opened(oneBurner({ jolts }));
      payJolts(calm, market.luck, 1);
      expect(booked(calm)).toEqual({});
    }
    for (let replicate = 0; replicate < 8; replicate++) {
      const { state } = startMarket(legal(oneBurner({ jolts: { rate: 1.5, size: 2 } })), '1', replicate);
      const [firm] = state.firms;
      payJolts(firm, state.luck, 1);
      // As many exponentials of mean 2 as the first draw of the month's key says, from the draws after it.
      const key = keyOf(state.luck, STREAM.jolts, 1);
      const n = poisson(1.5, uniform(key, firm.address));
      const sum = Array.from({ length: n }, (_, k) => -Math.log(uniform(key, firm.address, k + 1)));
      expect(lineOf(firm, 'jolts') / 100).toBeCloseTo(-2 * sum.reduce((a, b) => a + b, 0), 1);
    }
    const { market, firm: hit } = opened(oneBurner({ jolts: { rate: 100, size: 1 } }));
    payJolts(hit, market.luck, 1);
    // A Poisson number of mean 100 of exponentials of mean 1: 100 +- 5 x sqrt(2 x 100) (false alarm 1e-6)
    expect(Math.abs(-lineOf(hit, 'jolts') / 100 - 100)).toBeLessThan(71);
  });
});

describe('annual plans', () => {
  it('of a quarter of 1,200 payers, bought evenly before the start, run out by 25 a month', () => {
    const firm = burner({ annualShare: 0.25, annualDiscount: 0.2 });
    recallContracts(firm, 1200);
    expect([...firm.contracts]).toEqual(Array(12).fill(25));
    // 275 still run, 25 sign: 75 % pay the month of 10, 25 pay 12 months less a fifth: 9,000 + 25 x 120 x .8.
    expect(planRevenue(firm, 12_000, 1200)).toBeCloseTo(11_400, 9);
    expect(firm.contracts[11]).toBeCloseTo(25, 9);
  });

  it('bring nothing without payers, and what runs goes on running out', () => {
    const firm = burner({ annualShare: 0.5 });
    recallContracts(firm, 24);
    expect(planRevenue(firm, 0, 0)).toBe(0);
    expect([...firm.contracts]).toEqual([...Array(11).fill(1), 0]);
  });

  it('that outnumber the payers leave nobody to pay the month', () => {
    const firm = burner({ annualShare: 0.5, annualDiscount: 0 });
    recallContracts(firm, 2400);
    // 1,100 contracts run, 100 payers: none sold, none pays.
    expect(planRevenue(firm, 500, 100)).toBe(0);
  });
});
