/** Where a parameter at its end must leave: on random scenarios. */
import { describe, expect, it } from 'vitest';
import { monthsOf } from './by-id.js';
import { appsOf, forAll, last, live, PATIENCE } from './random-law.js';
import { changed, randomScenario } from './random-scenario.js';

describe('limits', () => {
  it(
    'a switching cost without bound freezes the shares: nobody goes from app to app, users of living apps stay',
    () => {
      const segment = {
        switchingCost: 20,
        switchingSpread: 0,
        habit: 20,
        novelty: 0,
        quit: 1,
        priceSensitivity: 0.02,
        priceSpread: 0,
        withApp: 0.6,
        ever: 0.6,
        innovation: 0,
        imitation: 0,
        back: 0,
        orphan: 0,
        secondApp: 0,
      };
      forAll(randomScenario, (raw) => {
        const frozen = changed(raw, { segment, app: { lapse: 0 } });
        const world = live(frozen);
        for (const [id] of appsOf(frozen)) {
          const users = monthsOf(world, id, 'firstUsers');
          const alive = monthsOf(world, id, 'status').map((status) => status === 1);
          users.forEach((n, t) => {
            if (t > 0 && alive[t] && alive[t - 1]) expect(n).toBe(users[t - 1]);
          });
          for (const [other] of appsOf(frozen))
            if (other !== id) expect(world.firms[id].moves[`to ${other}`]).toBe(0);
        }
      });
    },
    PATIENCE,
  );

  it(
    'price sensitivity 0 makes prices irrelevant to users, not to the books',
    () => {
      let paid = 0;
      forAll(randomScenario, (raw) => {
        const careless = changed(raw, {
          segment: { priceSensitivity: 0, zeroPrice: 0, backlash: 0, lapsePaidA: 0.8, lapsePaidB: 2.5 },
          app: { policy: 'steady', acquisition: {}, annualShare: 0, api: { price: 1 }, supplied: 0 },
          world: { insolvency: 0, research: { payers: 0 } },
        });
        const priced = (price: number) =>
          live(changed(careless, { app: { tiers: [{ price, quota: 1, adLoad: 0.5 }] } }));
        const [free, dear] = [priced(0), priced(19)];
        for (const [id] of appsOf(careless)) {
          for (const column of ['users', 'firstUsers', 'joins', 'tokens', 'quality', 'awareness'] as const)
            expect([column, ...monthsOf(dear, id, column)]).toEqual([column, ...monthsOf(free, id, column)]);
          paid += Math.abs(last(dear, id, 'cash') - last(free, id, 'cash'));
        }
      });
      expect(paid).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  it(
    'with no app alive everybody has none',
    () => {
      const broke = {
        cash: 0,
        minCash: 1e5,
        credits: 0,
        entersAt: 1,
        fixedCost: 1e6,
        shock: 0,
        jolts: {},
        eCPM: 0,
        gacha: {},
        api: { price: 0 },
        listing: undefined,
        funding: { shift: -50 },
        harvest: 0,
        tiers: [{ price: 0 }],
        policy: 'steady',
      };
      forAll(randomScenario, (raw) => {
        const { market, firms } = live(
          changed(raw, { app: broke, world: { insolvency: 1 }, top: { months: 4 } }),
        );
        for (const [id] of appsOf(raw)) {
          expect(
            monthsOf({ market, firms }, id, 'status')
              .slice(1)
              .every((status) => status !== 1),
          ).toBe(true);
        }
        for (const { people } of market.slice(1)) expect(people).toBe(0);
      });
    },
    PATIENCE,
  );
});
