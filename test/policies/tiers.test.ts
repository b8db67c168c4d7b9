import { describe, expect, test } from 'vitest';
import { freemium } from '../../sim/policies/freemium.js';
import { meteredValue } from '../../sim/policies/metered-value.js';
import { priceWarFollower } from '../../sim/policies/price-war-follower.js';
import { runwayPricing } from '../../sim/policies/runway-pricing.js';
import { subscriptionFirst } from '../../sim/policies/subscription-first.js';
import { makeRival, makeView, noLuck, withDefaults } from './view.js';

const freeAndPaid = [
  { price: 0, quota: 0.08, adLoad: 0 },
  { price: 10, quota: 1e9, adLoad: 0 },
];

describe('freemium', () => {
  // 1,000 users, 50 payers, .2 M tokens each at cost 1: 200 served, 950 x .08 = 76 of it for free users.
  const busy = { tiers: freeAndPaid, users: [1000], payers: 50, usePerUser: 0.2, unitCost: 1 };
  const quota = (subscriptions: number, changes: object = {}) =>
    freemium.decide(
      makeView({ ...busy, ...changes, lastMonth: { subscriptions } }),
      withDefaults(freemium.parameters),
      { waited: 3 },
      noLuck,
    ).quotas;

  test('cuts the free quota by a tenth when payers leave less than the free cost: 199 - 124 < 76', () => {
    expect(quota(199)).toEqual([0.08 * 0.9, 1e9]);
  });

  test('leaves it while free users cost between half and all of what payers leave: 201 - 124 = 77', () => {
    expect(quota(201)).toEqual([0.08, 1e9]);
  });

  test('lets it grow by a tenth when they cost less than half: 300 - 124 = 176 > 2 x 76', () => {
    expect(quota(300)).toEqual([0.08 * (1 + 0.1), 1e9]);
  });

  test('keeps the free quota between .01 and .1 million tokens', () => {
    const tiers = (free: number) => [{ price: 0, quota: free, adLoad: 0 }];
    expect(quota(0, { tiers: tiers(0.0105) })).toEqual([0.01]);
    expect(quota(1e6, { tiers: tiers(0.095) })).toEqual([0.1]);
    expect(quota(0, { tiers: tiers(1e9) })).toEqual([0.1 * 0.9]);
  });

  test('moves the quota every third month only', () => {
    const memory = { waited: 0 };
    const parameters = withDefaults(freemium.parameters);
    const quotas = [1, 2, 3, 4, 5, 6, 7].map(() => {
      const { quotas } = freemium.decide(makeView(busy), parameters, memory, noLuck);
      return quotas?.[0];
    });
    expect(quotas.map((free) => free?.toFixed(3)).join(' ')).toBe(
      '0.080 0.080 0.080 0.072 0.080 0.080 0.072',
    );
  });

  test('advertises only with six months of runway', () => {
    const ads = (runway: number) =>
      freemium.decide(
        makeView({ runway }),
        withDefaults(freemium.parameters, { ads: 5 }),
        { waited: 0 },
        noLuck,
      ).ads;
    expect([ads(5.9), ads(6)]).toEqual([0, 5]);
  });
});

describe('subscriptionFirst', () => {
  // 100 users bring 300, cost .5 x 2 each: margin 2 a month; churn .1: lifetime value 20.
  const paying = { churn: 0.1, unitCost: 2, usePerUser: 0.5, lastMonth: { subscriptions: 300 } };
  const ads = (changes: object, parameters = {}) =>
    subscriptionFirst.decide(
      makeView({ ...paying, ...changes }),
      withDefaults(subscriptionFirst.parameters, { ads: 5, ...parameters }),
      {},
      noLuck,
    ).ads;

  test('advertises while a user costs less than the 20 she earns', () => {
    expect([ads({ cac: 19.9 }), ads({ cac: 20 }), ads({ cac: 25 })]).toEqual([5, 0, 0]);
  });

  test('tries advertising while it does not know what a user costs', () => {
    expect(ads({ cac: 0, churn: 0 })).toBe(5);
  });

  test('asks for three times the cost if told to: 3 x 7 > 20', () => {
    expect([ads({ cac: 7 }, { ratio: 3 }), ads({ cac: 6 }, { ratio: 3 })]).toEqual([0, 5]);
  });

  test('does not advertise on a short runway', () => {
    expect(ads({ cac: 1, runway: 5 })).toBe(0);
  });

  test('holds a free tier at the trial quota and leaves paid tiers alone', () => {
    const parameters = withDefaults(subscriptionFirst.parameters, { freeQuota: 0.02 });
    const { quotas } = subscriptionFirst.decide(makeView({ tiers: freeAndPaid }), parameters, {}, noLuck);
    expect(quotas).toEqual([0.02, 1e9]);
  });
});

describe('meteredValue', () => {
  const tiers = (paid: number) => [
    { price: 0, quota: 0.1, adLoad: 0 },
    { price: paid, quota: 40, adLoad: 0 },
    { price: 99, quota: 1e9, adLoad: 0 },
  ];
  const parameters = withDefaults(meteredValue.parameters, { ads: 3 });

  test('raises a tier to the cost of its quota (40 x 1.5 = 60 > 49) and returns to the list when cost falls', () => {
    const memory = meteredValue.memory?.() ?? {};
    const prices = (unitCost: number, paid: number) =>
      meteredValue.decide(makeView({ unitCost, tiers: tiers(paid) }), parameters, memory, noLuck).prices;
    expect(prices(1, 49)).toEqual([0, 49, 99]);
    expect(prices(1.5, 49)).toEqual([0, 60, 99]);
    expect(prices(1.25, 60)).toEqual([0, 50, 99]);
    expect(prices(1, 50)).toEqual([0, 49, 99]);
  });

  test('never sells a metered tier below the markup on its full quota: 1.2 x 40 x 1.25 = 60', () => {
    const dear = withDefaults(meteredValue.parameters, { markup: 1.2 });
    const view = makeView({ unitCost: 1.25, tiers: tiers(49) });
    expect(meteredValue.decide(view, dear, { list0: 0, list1: 0, list2: 0 }, noLuck).prices?.[1]).toBe(60);
  });

  test('advertises only with more than 24 months of runway', () => {
    const ads = (runway: number) =>
      meteredValue.decide(makeView({ runway }), parameters, { list0: 0, list1: 0, list2: 0 }, noLuck).ads;
    expect([ads(24), ads(25)]).toEqual([0, 3]);
  });
});

describe('priceWarFollower', () => {
  const cutTo = (price: number) => [makeRival('deepseek', { prices: [price], pricesBefore: [10] })];
  const paid = { tiers: [{ price: 20, quota: 1, adLoad: 0 }], usePerUser: 0.5, unitCost: 4 };
  const decide = (
    rivals: ReturnType<typeof cutTo>,
    changes = {},
    luck = 0.5,
    memory = { due: 0, cut: 0, apiCut: 0 },
  ) =>
    priceWarFollower.decide(
      makeView({ ...paid, rivals }),
      withDefaults(priceWarFollower.parameters, changes),
      memory,
      () => luck,
    );

  test('follows a cut of 80 % in proportion: 20 becomes 4', () => {
    expect(decide(cutTo(2)).prices?.[0]).toBeCloseTo(4, 12);
  });

  test('goes to zero behind a rival that goes to zero', () => {
    expect(decide(cutTo(0)).prices).toEqual([0]);
  });

  test('stops at the cost of a mean user (.5 x 4 = 2) if its floor says so', () => {
    expect(decide(cutTo(0), { floor: 1 }).prices).toEqual([2]);
  });

  test('does not raise a price that lies below its floor already', () => {
    expect(decide(cutTo(0), { floor: 20 }).prices).toEqual([20]);
  });

  test('ignores cuts under a fifth, dead rivals, and luck above the probability', () => {
    expect(decide(cutTo(8.1)).prices).toBeUndefined();
    expect(decide(cutTo(2).map((rival) => ({ ...rival, alive: false }))).prices).toBeUndefined();
    expect(decide(cutTo(2), {}, 0.71).prices).toBeUndefined();
  });

  test('waits out its lag: seen in month 2, answered in month 4', () => {
    const memory = { due: 0, cut: 0, apiCut: 0 };
    const parameters = withDefaults(priceWarFollower.parameters, { lag: 2 });
    const prices = [2, 3, 4, 5].map((month) => {
      const view = makeView({ ...paid, month, rivals: month === 2 ? cutTo(5) : [] });
      return priceWarFollower.decide(view, parameters, memory, () => 0.5).prices;
    });
    expect(prices).toEqual([undefined, undefined, [10], undefined]);
  });
});

describe('runwayPricing', () => {
  const prices = (changes: object) =>
    runwayPricing.decide(makeView(changes), withDefaults(runwayPricing.parameters), {}, noLuck).prices;
  const tiers = [
    { price: 20, quota: 1, adLoad: 0 },
    { price: 0, quota: 1, adLoad: 0 },
  ];

  test('raises 20 to 20.40 and 0 to 1 when cash lasts less than six months of last month: 59 / 10', () => {
    expect(prices({ tiers, cash: 59, lastMonth: { fixedCost: -10 } })).toEqual([20.4, 1]);
  });

  test('cuts by 2 % when the share fell and cash lasts: 60 / 10 is not short', () => {
    const view = { tiers, cash: 60, lastMonth: { fixedCost: -10 }, share: 0.1, shareBefore: 0.2 };
    expect(prices(view)).toEqual([19.6, 0]);
  });

  test('a firm that earns is never short, however little cash it has', () => {
    expect(prices({ tiers, cash: 1, lastMonth: { subscriptions: 11, fixedCost: -10 } })).toBeUndefined();
  });

  test("investors' money does not hide the burn: 10 out and 50 from a round is a burn of 10", () => {
    expect(prices({ tiers, cash: 50, lastMonth: { fixedCost: -10, rounds: 50 } })).toEqual([20.4, 1]);
  });

  test('changes nothing in month 1', () => {
    expect(prices({ tiers, month: 1 })).toBeUndefined();
  });
});
