import { describe, expect, it } from 'vitest';
import { startMarket } from '../../../sim/index.js';
import { legal, type Raw, twoApps } from '../made-scenario.js';
import { type Life, live, twins, usersOf } from './twin.js';

/** All have app a and would take b if they looked; nobody looks without a reason, nobody lapses. */
const STUCK = {
  review: 0,
  lapseFreeB: 1e6,
  activation: 1,
  secondApp: 0,
  withApp: 1,
  ever: 1,
  switchingCost: 0,
};

/** In month 2 the field of app a changes. */
function changed(field: string, value: number, more: { segment?: Raw; firm?: Raw } = {}): Raw {
  return twoApps(
    { users: 1, lapse: 0, tiers: [{ price: 10, quota: 100 }], ...more.firm },
    { quality: 20, tiers: [{ price: 0 }] },
    {
      segment: { ...STUCK, priceSensitivity: 0.01, ...more.segment },
      top: { interventions: [{ month: 2, path: `firms.a.${field}`, value }] },
    },
  );
}

/** Part of a's users who are gone after month 3, of 10,000 agents: standard error .005. */
const gone = (market: Life) => 1 - usersOf(market, 'a') / 100_000;

describe('backlash (M31)', () => {
  // Tolerance .02 is four standard errors or more: false alarms below 1e-4 each.
  it.each([
    ['a price rise by a tenth: 1 - 1/1.1^5 = .379 look around', 'tiers.0.price', 11, 0.379],
    ['a quota cut: .5', 'tiers.0.quota', 50, 0.5],
    ['half of the features lost: .6 x .5 = .3', 'features', 0.5, 0.3],
    ['all of the features lost: .6', 'features', 0, 0.6],
    ['more quota: nobody', 'tiers.0.quota', 200, 0],
  ])('%s in the next month, nobody in the twin', (_, field, value, share) => {
    const [market, twin] = twins(changed(field, value), 'backlash', 3);
    expect(gone(live(changed(field, value), { months: 2 }))).toBeCloseTo(0, 6);
    expect(Math.abs(gone(market) - share)).toBeLessThan(0.02);
    expect(gone(twin)).toBeCloseTo(0, 6);
  });

  it('features that come back are no event', () => {
    const raw = changed('features', 1, { firm: { features: 0.5 } });
    expect(gone(live(raw, { months: 3 }))).toBeCloseTo(0, 6);
  });

  it('a segment with a backlash of .4 feels .4 of it: .24 after all features are lost', () => {
    const raw = changed('features', 0, { segment: { backlash: 0.4 } });
    expect(Math.abs(gone(live(raw, { months: 3 })) - 0.24)).toBeLessThan(0.02);
  });

  /** Two changes of one field of app a in month 2: one of the scenario, one of an arm. */
  function twice(field: string, [first, last]: [number, number], more: { segment?: Raw; firm?: Raw } = {}) {
    const overrides = [{ month: 2, path: `firms.a.${field}`, value: last }];
    const raw = { ...changed(field, first, more), arms: { again: { overrides } } };
    const market = startMarket(legal(raw), '1', 0, { arm: 'again' });
    for (let month = 0; month < 3; month++) market.step();
    return market.state.firms[0].backlash[0];
  }

  it('an intervention and an arm that change one field in one month are one change: from the first value to the last', () => {
    const half = { firm: { features: 0.5 } };
    // Down and back up is nothing; down to 8 and up to 11 is a rise by a tenth; 12 and back to 11 too.
    expect(twice('tiers.0.price', [5, 10])).toBe(0);
    expect(twice('tiers.0.price', [8, 11])).toBeCloseTo(0.379, 3);
    expect(twice('tiers.0.price', [12, 11])).toBeCloseTo(0.379, 3);
    expect(twice('tiers.0.price', [12, 9])).toBe(0);
    expect(twice('tiers.0.quota', [50, 100])).toBe(0);
    expect(twice('tiers.0.quota', [200, 50])).toBe(0.5);
    expect(twice('features', [0, 0.5], half)).toBe(0);
    expect(twice('features', [0.25, 0], half)).toBeCloseTo(0.3, 12);
  });

  it('a dated cut that the decision of the same month takes back is no event', () => {
    const market = startMarket(legal(changed('tiers.0.price', 5)), '1', 0);
    for (const month of [1, 2, 3]) market.step(month === 2 ? { a: { prices: [10] } } : {});
    expect(market.state.firms[0].tiers[0].price).toBe(10);
    expect(market.state.firms[0].backlash).toEqual([0]);
  });

  it('users of every tier feel a lost feature', () => {
    const tiers = [
      { price: 0, quota: 0 },
      { price: 5, premium: 5 },
    ];
    const raw = changed('features', 0, { firm: { tiers }, segment: { priceSensitivity: 1, priceSpread: 2 } });
    const before = live(raw, { months: 2 }).state;
    const { hazard } = live(raw, { months: 3 }).state.sheet;
    expect(before.firms[0].payers).toBeGreaterThan(10_000);
    expect(before.firms[0].payers).toBeLessThan(90_000);
    for (const tier of [0, 1]) expect(hazard[(4 | tier) * 3 + 2]).toBeCloseTo(0.4, 6);
  });
});
