import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FirmState } from '../../sim/firms/firm.js';
import { LEDGER_LINES, MARKET_COLUMNS, MONTH_COLUMNS, type Outcome, startMarket } from '../../sim/index.js';
import type { Market } from '../../sim/market-state.js';
import { legal } from './made-scenario.js';
import { randomScenario } from './random-scenario.js';

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
    expect(Math.round(outcome.firms[j].startingCash * 100)).toBe(start);
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
      fc.property(randomScenario, fc.integer({ min: 0, max: 1000 }), (raw, replicate) => {
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
      fc.property(randomScenario, (raw) => {
        const market = startMarket(legal(raw), 'laws', 1);
        for (let month = 1; month <= market.months; month++) market.step();
        const { market: rows, months, firms } = market.outcome();
        const width = MARKET_COLUMNS.length + 2;
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
