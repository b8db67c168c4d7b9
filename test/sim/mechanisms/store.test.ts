import { describe, expect, it } from 'vitest';
import { keyOf, makeLuck, uniform } from '../../../sim/core/draws.js';
import { delistingHazard, passStore, storeReach } from '../../../sim/firms/store.js';
import { startMarket } from '../../../sim/index.js';
import { legal, type Raw, twoApps } from '../made-scenario.js';
import { ALIKE, live, sum, twins } from './twin.js';

const daring = (store: Raw, app: Raw = {}): Raw => ({ edginess: 2, lapse: 0, store, ...app });
const firmOf = (store: Raw) => startMarket(legal(twoApps(daring(store))), '1', 0).state.firms[0];

describe('the store gate (M14)', () => {
  it('the hazard is delisting x edginess x mobile, at most 1', () => {
    expect(delistingHazard(firmOf({ mobile: 0.8, delisting: 0.01 }).fields)).toBeCloseTo(0.016, 12);
    expect(delistingHazard(firmOf({ mobile: 1, delisting: 1 }).fields)).toBe(1);
    expect(delistingHazard(firmOf({ delisting: 1 }).fields)).toBe(0);
  });

  it('an app comes back after its months out, and is not drawn meanwhile', () => {
    const firm = firmOf({ mobile: 1, delisting: 0.2, delistedFor: 3 });
    const luck = makeLuck('store', 0);
    const out: boolean[] = [];
    for (let month = 1; month <= 40; month++) {
      const free = month >= firm.listedAgain;
      passStore(firm, luck, month);
      const struck = free && uniform(keyOf(luck, 25, month), firm.address) < 0.4;
      out.push(storeReach(firm, month) === 0);
      if (struck) expect(firm.listedAgain).toBe(month + 3);
    }
    expect(out.filter(Boolean).length).toBeGreaterThan(10);
    expect(out.some((gone) => !gone)).toBe(true);
  });

  it('new users fall by the mobile part, those she has stay: joins of .25 instead of 1 of those who know', () => {
    // Every month a tenth of the people looks, and a is the only app. So many agents need no pool of tastes, which is quicker.
    const segment = { ...ALIKE, innovation: 0.1, imitation: 0 };
    const raw = twoApps(
      daring({ mobile: 0.75, delisting: 1, delistedFor: 600 }),
      { entersAt: 12 },
      {
        segment,
        top: { months: 2, agents: 300_000 },
      },
    );
    const [out, without] = twins(raw, 'store-gate');
    const ratio = out.column('a', 'joins')[0] / without.column('a', 'joins')[0];
    // 28,500 look; 4.5 s.e. of a share of .25 of them: .0116; false alarms 7e-6.
    expect(Math.abs(ratio - 0.25)).toBeLessThan(0.0116);
    expect(out.column('a', 'users')[1]).toBeGreaterThan(out.column('a', 'users')[0]);
    expect(out.column('a', 'awareness')).toEqual(without.column('a', 'awareness'));
  });

  it('daring content pulls: edginess 2 at a pull of .4 raises the odds by e^.8', () => {
    const odds = (edgePull: number) => {
      const raw = twoApps(
        { lapse: 0, edginess: 2 },
        { lapse: 0 },
        {
          segment: { ...ALIKE, edgePull },
          top: { months: 1 },
        },
      );
      const life = live(raw);
      return life.column('a', 'users')[0] / life.column('b', 'users')[0];
    };
    // S.e. of the log odds of 10,000 users about .02 each; 4.5 s.e. of the difference: .13.
    expect(Math.abs(Math.log(odds(0.4) / odds(0)) - 0.8)).toBeLessThan(0.13);
  });

  it('without it neither fee nor delay is left', () => {
    const app = daring({}, { storeFee: 0.3, storeDelay: 2, tiers: [{ price: 5 }] });
    const [gate, without] = twins(
      twoApps(app, { entersAt: 12 }, { segment: ALIKE, top: { months: 3 } }),
      'store-gate',
    );
    expect(sum(gate.column('a', 'subscriptions'))).toBeCloseTo(350_000, 0);
    expect(sum(without.column('a', 'subscriptions'))).toBeCloseTo(1_500_000, 0);
  });
});
