import { describe, expect, it } from 'vitest';
import { apiLoss, orderMargin } from '../../../sim/firms/cloud-orders.js';
import { startMarket } from '../../../sim/index.js';
import { legal, oneBurner, type Raw } from '../made-scenario.js';
import { live, sum } from './twin.js';

const business = {
  tenders: 20,
  win: 0,
  size: 1e6,
  sizeSpread: 0,
  margin: 0.6,
  paidAfter: 0,
  cloudShare: 0.5,
  cloudMargin: 0.76,
};
const priceAt = (unitCost: number, index: number, of: Raw = {}) => {
  const market = startMarket(legal(oneBurner({ business: { ...business, ...of } })), '1', 0);
  const { world, firms } = market.state;
  world.firstUnitCost = 1;
  world.unitCost = unitCost;
  world.api.index = index;
  return {
    world,
    business: firms[0].fields.business as NonNullable<(typeof firms)[0]['fields']['business']>,
  };
};

/** A seller of tokens at 1, cut to a tenth in month 7, beside a firm that sells to businesses. */
const beside = (of: Raw, cut = true): Raw => {
  const raw = oneBurner({ cash: 1e9, business: { ...business, ...of } }, { months: 12 });
  const lab = { cash: 1e9, shock: 0, policy: 'steady', funding: { shift: -50 }, api: { price: 1 } };
  return {
    ...raw,
    world: { inferenceCost: { start: 1, floor: 1 } },
    firms: { ...(raw.firms as Raw), lab },
    interventions: cut ? [{ month: 7, path: 'firms.lab.api.price', value: 0.1 }] : [],
  };
};

describe('cloud orders (M09, M17)', () => {
  it('.5 on premise at .6 and .5 from the cloud at .76 leave .68 in month 1', () => {
    const { world, business: own } = priceAt(1, 1);
    expect(orderMargin(own, world)).toBeCloseTo(0.68, 12);
  });

  it('prices at a quarter and costs at a half double the cost of a cloud order: .52, so .56 in all', () => {
    const { world, business: own } = priceAt(0.5, 0.25);
    expect(orderMargin(own, world)).toBeCloseTo(0.56, 12);
  });

  it('takes apiHit for every e-fold of the price', () => {
    const { world, business: own } = priceAt(1, Math.exp(-2), { apiHit: 0.4 });
    expect(apiLoss(own, world)).toBeCloseTo(0.8, 12);
    expect(apiLoss({ ...own, apiHit: 0 }, world)).toBe(0);
  });

  it('a price war of a rival makes cloud orders cost .24 x 10 of their value, and on-premise ones what they cost', () => {
    const life = live(beside({}));
    const cost = (t: number) => -life.column('burner', 'delivery')[t] / life.column('burner', 'orders')[t];
    expect(cost(5)).toBeCloseTo(0.32, 9);
    expect(cost(6)).toBeCloseTo(0.5 * 0.4 + 0.5 * 2.4, 9);
    const local = live(beside({ cloudShare: 0 }));
    expect(-local.column('burner', 'delivery')[6] / local.column('burner', 'orders')[6]).toBeCloseTo(0.4, 9);
  });

  it('and fewer tenders are won than in the same life without it, from its month on', () => {
    const hit = live(beside({ apiHit: 1 })).column('burner', 'orders');
    const peace = live(beside({ apiHit: 1 }, false)).column('burner', 'orders');
    expect(hit.slice(0, 6)).toEqual(peace.slice(0, 6));
    // Of 120 tenders 60 are won in peace and 1/11 = 11 after the cut to a tenth; 4.5 s.e.: 28 around 49.
    expect(sum(peace.slice(6)) - sum(hit.slice(6))).toBeGreaterThan(21e6);
  });
});
