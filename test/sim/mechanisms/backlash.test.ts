import { describe, expect, it } from 'vitest';
import { type Raw, twoApps } from '../made-scenario.js';
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
