import { describe, expect, test } from 'vitest';
import { adsAndGacha } from '../../sim/policies/ads-and-gacha.js';
import { bargainThenHarvest } from '../../sim/policies/bargain-then-harvest.js';
import { priceWarFollower } from '../../sim/policies/price-war-follower.js';
import { priceWarLeader } from '../../sim/policies/price-war-leader.js';
import { bertrandPrice, wrapper } from '../../sim/policies/wrapper.js';
import { makeRival, makeView, noLuck, withDefaults } from './view.js';

const tier = (price: number, changes = {}) => ({ price, quota: 1e9, adLoad: 0, ...changes });

describe('adsAndGacha', () => {
  const parameters = withDefaults(adsAndGacha.parameters, { ads: 5, step: 0.5, start: 1, most: 2 });
  const loads = (memory: { load: number }, changes: object) =>
    adsAndGacha.decide(
      makeView({ tiers: [tier(0), tier(9, { adLoad: 0.1 })], ...changes }),
      parameters,
      memory,
      noLuck,
    ).adLoads;

  test('starts with its load on free tiers and leaves paid ones: 1 and .1', () => {
    expect(loads({ load: -1 }, { runway: 1 })).toEqual([1, 0.1]);
  });

  test('turns the load up by half a month on a short runway, to its limit: 1.5, 2, 2', () => {
    const memory = { load: 1 };
    expect([1, 2, 3].map(() => loads(memory, { runway: 11 })?.[0])).toEqual([1.5, 2, 2]);
  });

  test('turns it down by half while more than a quarter leave, not below its least: 1 becomes .5, .5', () => {
    const memory = { load: 1 };
    expect([1, 2].map(() => loads(memory, { runway: 20, churn: 0.3 })?.[0])).toEqual([0.5, 0.5]);
  });

  test('cash comes first: a short runway raises the load whatever users do', () => {
    expect(loads({ load: 1 }, { runway: 5, churn: 0.9 })?.[0]).toBe(1.5);
  });

  test('leaves it while the runway is long and users stay, and advertises only with six months', () => {
    expect(loads({ load: 1 }, { runway: 20, churn: 0.2 })?.[0]).toBe(1);
    const ads = (runway: number) =>
      adsAndGacha.decide(makeView({ runway }), parameters, { load: 1 }, noLuck).ads;
    expect([ads(5.9), ads(6)]).toEqual([0, 5]);
  });
});

describe('priceWarLeader', () => {
  const decide = (changes: object, given = {}, memory = { next: 0, followed: 0 }) =>
    priceWarLeader.decide(
      makeView({ runway: 20, tiers: [tier(20), tier(0)], usePerUser: 0.5, unitCost: 4, ...changes }),
      withDefaults(priceWarLeader.parameters, { month: 3, cut: 0.5, apiCut: 0.8, every: 2, ...given }),
      memory,
      noLuck,
    );

  test('cuts subscriptions by half and tokens by four fifths in its month: 20 to 10, 50 to 10', () => {
    expect(decide({ month: 2, apiPrice: 50 })).toEqual({ ads: 0 });
    const { prices, apiPrice } = decide({ month: 3, apiPrice: 50 });
    expect(prices).toEqual([10, 0]);
    expect(apiPrice).toBeCloseTo(10, 12);
  });

  test('sells no tokens, cuts no tokens; a cut of 0 leaves a price out of it', () => {
    expect(decide({ month: 3 })).toEqual({ ads: 0, prices: [10, 0] });
    expect(decide({ month: 3, apiPrice: 50 }, { cut: 0, apiCut: 1 })).toEqual({ ads: 0, apiPrice: 0 });
  });

  test('waits for a long purse', () => {
    expect(decide({ month: 3, runway: 8.9 })).toEqual({ ads: 0 });
    expect(decide({ month: 5, runway: 9 }).prices).toEqual([10, 0]);
  });

  test('stops at cost if told to: .5 x 4 = 2 for a mean user, 4 for a million tokens', () => {
    const { prices, apiPrice } = decide({ month: 3, apiPrice: 50 }, { cut: 1, apiCut: 1, least: 1 });
    expect([prices?.[0], apiPrice]).toEqual([2, 4]);
  });

  test('cuts again two months later only if a rival has followed in between, and then waits anew', () => {
    const follows = [makeRival('b', { prices: [8], pricesBefore: [16] })];
    const months = (rivalsIn: number) => {
      const memory = { next: 0, followed: 0 };
      return [3, 4, 5, 6, 7].map((month) =>
        decide({ month, rivals: month === rivalsIn ? follows : [] }, {}, memory).prices ? month : 0,
      );
    };
    expect(months(0)).toEqual([3, 0, 0, 0, 0]);
    expect(months(4)).toEqual([3, 0, 5, 0, 0]);
    expect(months(6)).toEqual([3, 0, 0, 6, 0]);
  });
});

describe('priceWarFollower and prices of tokens', () => {
  const cutTo = (apiPrice: number) => [makeRival('deepseek', { apiPrice, apiPriceBefore: 10 })];
  const decide = (changes: object, given = {}) =>
    priceWarFollower.decide(
      makeView({ apiPrice: 50, unitCost: 4, tiers: [tier(20)], ...changes }),
      withDefaults(priceWarFollower.parameters, given),
      { due: 0, cut: 0, apiCut: 0 },
      () => 0.5,
    );

  test('follows 10 to 1 by its own 50 to 5 and leaves subscriptions alone', () => {
    const { prices, apiPrice } = decide({ rivals: cutTo(1) });
    expect(apiPrice).toBeCloseTo(5, 12);
    expect(prices).toBeUndefined();
  });

  test('follows half of the cut if told to (50 to 27.5), and not below the cost of 4', () => {
    expect(decide({ rivals: cutTo(1) }, { depth: 0.5 }).apiPrice).toBeCloseTo(27.5, 12);
    expect(decide({ rivals: cutTo(0) }, { floor: 1 }).apiPrice).toBe(4);
  });

  test('who sells no tokens has nothing to cut', () => {
    expect(decide({ apiPrice: 0, rivals: cutTo(1) })).toEqual({ ads: 0 });
  });
});

describe('bargainThenHarvest', () => {
  const given = {
    ads: 9,
    harvestAds: 1,
    bargain: 0.5,
    share: 0.2,
    harvestFrom: 10,
    every: 2,
    step: 0.25,
    most: 1.1,
  };
  const decide = (memory: Record<string, number>, changes: object, more = {}) =>
    bargainThenHarvest.decide(
      makeView({ tiers: [tier(20)], ...changes }),
      withDefaults(bargainThenHarvest.parameters, { ...given, ...more }),
      memory,
      noLuck,
    );
  const fresh = () => bargainThenHarvest.memory?.() ?? {};

  test('sells at half the list price while it wins its share: 10, with advertising of 9', () => {
    expect(decide(fresh(), { share: 0.19, month: 9 })).toEqual({ prices: [10], ads: 9 });
  });

  test('then raises by a quarter of the list every second month to 1.1 of it: 15, 15, 20, 20, 22', () => {
    const memory = fresh();
    decide(memory, { share: 0.1, month: 1 });
    const prices = [1, 2, 3, 4, 5].map(() => decide(memory, { share: 0.2, tiers: [tier(10)] }).prices?.[0]);
    expect(prices).toEqual([15, 15, 20, 20, 22]);
  });

  test('harvests from its month on even if the share is not won, and goes on if the share is lost again', () => {
    const memory = fresh();
    expect(decide(memory, { share: 0, month: 10 }).ads).toBe(1);
    expect(decide(memory, { share: 0, month: 3 }).ads).toBe(1);
  });

  test('a step adds ads and cuts quotas within their limits: .8 + .5 to 1, 1 x .5 to .6', () => {
    const tiers = [tier(20, { adLoad: 0.8, quota: 1 })];
    const more = { adStep: 0.5, mostAds: 1, quotaCut: 0.5, leastQuota: 0.6 };
    const { adLoads, quotas } = decide(fresh(), { share: 1, tiers }, more);
    expect([adLoads, quotas]).toEqual([[1], [0.6]]);
  });
});

describe('wrapper', () => {
  /** Ten equal rivals and an outside good, each answering the others until nothing moves. */
  function equilibrium(n: number, alpha = 1): number {
    let price = 2;
    for (let round = 0; round < 200; round++) {
      const weight = Math.exp(2 - alpha * price);
      price = bertrandPrice(1, weight / (1 + n * weight), alpha);
    }
    return price;
  }

  test('its rule settles in the equilibrium of logit competition with an outside good (a 2, c 1, alpha 1)', () => {
    // Fixed point and Lambert W agree: monopoly 2 + W(1) = 2.567143; 2, 3, 5 and 10 firms.
    const published = { 1: 2.567143, 2: 2.401058, 3: 2.298679, 5: 2.191882, 10: 2.09897 };
    for (const [n, price] of Object.entries(published)) expect(equilibrium(Number(n))).toBeCloseTo(price, 5);
  });

  const decide = (changes: object, given = {}) =>
    wrapper.decide(
      makeView({ tiers: [tier(9)], usePerUser: 2, unitCost: 3, share: 0.2, ...changes }),
      withDefaults(wrapper.parameters, { alpha: 0.5, ads: 7, ...given }),
      {},
      noLuck,
    );

  test('charges what a user costs plus 1 / (.5 x .8): 6 + 2.5', () => {
    expect(decide({}).prices).toEqual([8.5]);
  });

  test('counts only what the quota serves: 1 x 3 + 2.5; and leaves free tiers free', () => {
    expect(decide({ tiers: [tier(9, { quota: 1 }), tier(0)] }).prices).toEqual([5.5, 0]);
  });

  test('leaves a price within 3 % of the rule, and one whose cost it does not know', () => {
    expect(decide({ tiers: [tier(8.3)] }).prices).toEqual([8.3]);
    expect(decide({ usePerUser: 0 }).prices).toEqual([9]);
  });

  test('buys users only below what they earn: 10 - 6 a month at a churn of .1 are 40', () => {
    const earning = { users: [100], lastMonth: { subscriptions: 1000 }, churn: 0.1 };
    expect([39, 41].map((cac) => decide({ ...earning, cac }).ads)).toEqual([7, 0]);
    expect(decide({ ...earning, cac: 1, runway: 2 }).ads).toBe(0);
  });
});
