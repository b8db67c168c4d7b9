/** Orders of one market, by hand: orders of one size are worth their number times the size. */
import { describe, expect, it } from 'vitest';
import { columnOf, ordersAt } from '../../../src/studio/market/history.js';
import { liveWorld } from '../../../src/studio/market/live.js';
import { tradeOf } from '../../../src/studio/market/trade.js';
import { legal, oneBurner } from '../../sim/made-scenario.js';

const business = {
  tenders: 3,
  win: 20,
  freeRivalHit: 0,
  size: 2e5,
  sizeSpread: 0,
  margin: 0.6,
  paidAfter: 2,
};
const months = Array.from({ length: 9 }, (_, k) => k + 1);

describe('firms that sell by order', () => {
  it('show the orders that the model booked: their value, delivery at 40 %, paid two months later', () => {
    const world = liveWorld(legal(oneBurner({ business, fixedCost: 0 })), 's', 0);
    expect(world.firms).toMatchObject([{ sells: true, family: 'burner' }]);
    const won = months.map((month) => ordersAt(world, month, 0).count);
    // nine months of Poisson(3): none at all in 2e-12 of worlds
    expect(won.reduce((sum, one) => sum + one)).toBeGreaterThan(0);
    for (const [k, month] of months.entries()) {
      const { there, value, paid, owed } = tradeOf(world, world.firms, month);
      expect([there, value]).toEqual([1, won[k] * 2e5]);
      expect(columnOf(world, 0, month, 'delivery')).toBeCloseTo(-0.4 * value, 6);
      if (month > 2) expect([paid, owed]).toEqual([won[k - 2] * 2e5, (won[k] + won[k - 1]) * 2e5]);
    }
  });

  it('that are copies share a row, and one that sells none has nothing to show', () => {
    const copies = liveWorld(legal(oneBurner({ business, fixedCost: 0, copies: 3 })), 's', 0);
    const each = [0, 1, 2].map((firm) => ordersAt(copies, 4, firm).count);
    expect(new Set(copies.firms.map(({ family }) => family))).toEqual(new Set(['burner']));
    expect(tradeOf(copies, copies.firms, 4).won).toBe(each[0] + each[1] + each[2]);
    const plain = liveWorld(legal(oneBurner()), 's', 0);
    expect([plain.firms[0].sells, ordersAt(plain, 4, 0)]).toEqual([false, { count: 0, value: 0 }]);
  });
});
