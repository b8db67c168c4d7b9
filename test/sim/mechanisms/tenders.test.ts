import { describe, expect, it } from 'vitest';
import { LEDGER_LINES, MONTH_COLUMNS, parseScenario, simulate } from '../../../sim/index.js';
import { legal, oneBurner, type Raw, twoApps } from '../made-scenario.js';
import { JOIN_AND_STAY } from './twin.js';

const MONTHS = 12;

/** Firms that live on public tenders of one kind of buyers: 1,000 orders of 1 a month, delivered at no margin left. */
function bidders(firms: Record<string, Raw>, state: Raw = {}, rest: Raw = {}): Raw {
  const made = Object.entries(firms).map(([id, business]) => [
    id,
    {
      cash: 1e9,
      fixedCost: 1,
      shock: 0,
      policy: 'steady',
      business: { margin: 0, paidAfter: 1, ...business },
    },
  ]);
  const buyers = { state: { tenders: 1000, size: 1, sizeSpread: 0, nobody: 0, ...state } };
  return { ...oneBurner(), months: MONTHS, firms: Object.fromEntries(made), buyers, ...rest };
}

/** Orders won by firm and month, read from what delivery cost. */
function won(raw: Raw): Record<string, number[]> {
  const { firms, months } = simulate(legal(raw), 'tenders', 0);
  const column = MONTH_COLUMNS.indexOf('delivery');
  const at = (month: number, firm: number) =>
    0 - months[(month * firms.length + firm) * MONTH_COLUMNS.length + column];
  const T = months.length / firms.length / MONTH_COLUMNS.length;
  return Object.fromEntries(
    firms.map(({ firm }, j) => [firm, Array.from({ length: T }, (_, month) => at(month, j))]),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);
/** Part of about 12,000 tenders; bounds of four standard errors (.018) fail one honest seed in 16,000. */
const NEAR = 4 * Math.sqrt(0.25 / 11_000);
const share = (raw: Raw, firm: string) => sum(won(raw)[firm]) / 12_000;

const LN2 = Math.log(2);

describe('public tenders', () => {
  it('are won by the logit: bids ln 2 and 0 against nobody at 0 win 1/2 and 1/4', () => {
    const raw = bidders({ a: { bids: { state: LN2 } }, b: { bids: { state: 0 } } });
    expect(Math.abs(share(raw, 'a') - 1 / 2)).toBeLessThan(NEAR);
    expect(Math.abs(share(raw, 'b') - 1 / 4)).toBeLessThan(NEAR);
  });

  it('go to those who bid only', () => {
    const raw = bidders({ a: { bids: { state: 0 } }, b: {} });
    expect(sum(won(raw).b)).toBe(0);
  });

  it('a new bidder takes tenders away and moves none between the others', () => {
    const two = { a: { bids: { state: 0 } }, b: { bids: { state: 0 } } };
    const before = won(bidders(two));
    const after = won(bidders({ ...two, c: { bids: { state: 1 } } }));
    for (const firm of ['a', 'b']) {
      after[firm].forEach((orders, month) => {
        expect(orders).toBeLessThanOrEqual(before[firm][month]);
      });
    }
    expect(sum(after.c)).toBeGreaterThan(4000);
  });

  it('a state background is worth its bonus: odds of 2', () => {
    const raw = bidders(
      { a: { bids: { state: 0 }, stateBacked: 1 }, b: { bids: { state: 0 } } },
      { state: LN2 },
    );
    expect(Math.abs(share(raw, 'a') - 1 / 2)).toBeLessThan(NEAR);
  });

  it('that must be delivered on premise are out of reach without that capability, and half of it halves the odds', () => {
    const firms = (onPremise: number) => ({ a: { bids: { state: 0 }, onPremise } });
    expect(share(bidders(firms(0), { onPremise: 1 }), 'a')).toBe(0);
    // Odds of 1/2 against nobody at 0: 1/3.
    expect(Math.abs(share(bidders(firms(0.5), { onPremise: 1 }), 'a') - 1 / 3)).toBeLessThan(NEAR);
    // Half of the tenders need it: .5 x 0 + .5 x 1/2.
    expect(Math.abs(share(bidders(firms(0), { onPremise: 0.5 }), 'a') - 1 / 4)).toBeLessThan(NEAR);
  });

  it('know a firm by its users: with 1 M users and a weight of 1 ln(1 + 1) doubles the odds, a free rival takes them back', () => {
    const stay = { ...JOIN_AND_STAY, withApp: 1, ever: 1 };
    const raw = (rival: Raw) =>
      twoApps(
        { lapse: 0, users: 1e6, business: { margin: 0, bids: { state: 0 } } },
        { lapse: 0, users: 1e6, tiers: [{ price: 0 }], ...rival },
        {
          segment: stay,
          top: { people: 2e6, buyers: { state: { tenders: 1000, size: 1, sizeSpread: 0, brand: 1 } } },
        },
      );
    expect(Math.abs(share(raw({}), 'a') - 2 / 3)).toBeLessThan(NEAR);
    const parent = { monthlyCap: 1, topUpTo: 1, stopHazard: 0 };
    const hit = raw({ parent });
    const firms = hit.firms as Record<string, { business: Raw }>;
    firms.a.business = { ...firms.a.business, freeRivalHit: LN2 };
    expect(Math.abs(share(hit, 'a') - 1 / 2)).toBeLessThan(NEAR);
  });

  it('grow: 100 % a year gives 1,000 in month 1 and 2,000 in month 13', () => {
    const raw = bidders({ a: { bids: { state: 20 } } }, { growth: 1 }, { months: 13 });
    const months = won(raw).a;
    expect(Math.abs(months[0] - 1000)).toBeLessThan(4 * Math.sqrt(1000));
    expect(Math.abs(months[12] - 2000)).toBeLessThan(4 * Math.sqrt(2000));
  });

  it('have a past: month 1 is paid for the orders of the month before, and receivables balance', () => {
    const raw = bidders({ a: { bids: { state: 20 } } });
    const { months, firms } = simulate(legal(raw), 'tenders', 0);
    const at = (name: (typeof MONTH_COLUMNS)[number], month: number) =>
      months[month * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf(name)];
    expect(Math.abs(at('orders', 0) - 1000)).toBeLessThan(4 * Math.sqrt(1000));
    for (let month = 1; month < MONTHS; month++) {
      expect(at('orders', month)).toBe(0 - at('delivery', month - 1));
      expect(at('receivables', month)).toBe(0 - at('delivery', month));
    }
    expect(firms[0].ledger[LEDGER_LINES.indexOf('orders')]).toBeGreaterThan(11_000);
  });

  it('are off without the mechanism, on the same luck', () => {
    const raw = bidders({ a: { bids: { state: 20 } } }, {}, { without: ['tenders'] });
    expect(sum(won(raw).a)).toBe(0);
  });

  it('a bid for unknown buyers is refused', () => {
    const parsed = parseScenario(bidders({ a: { bids: { stat: 0 } } }));
    expect('problems' in parsed && parsed.problems).toMatchObject([
      { path: ['firms', 'a', 'business', 'bids', 'stat'], atKey: true, hint: 'did you mean `state`?' },
    ]);
  });
});
