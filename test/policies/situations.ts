/**
 * For every burn strategy the market in which it is at home and the one in which its header says it loses, both beside
 * `steady` with the same firm, the same rival and the same plan of advertising. They were found by some 150 trials on
 * another seed, so they show that such markets exist, not how often a policy pays. On survival blitzscale was never
 * better, so it is judged by cash. Where prices are at stake the list price that `steady` keeps decides. Worlds of 80 in
 * which a policy did better and worse, by list price: priceWarLeader 0 and 80 at 7, 76 and 4 at 10, 80 and 0 at 20;
 * wrapper 22 and 58 at 9, 77 and 3 at 12, 80 and 0 at 25; runwayPricing 44 and 3 at 4, 9 and 22 at 20.
 */
import {
  attention,
  bought,
  experiment,
  freeAndPaid,
  giant,
  lab,
  landGrab,
  lockIn,
  loudRival,
  market,
  metered,
  type Raw,
  resale,
  shortPurse,
  start,
  UNKNOWN,
  underpriced,
  war,
} from './markets.js';

/** Own policy against `steady` with `ads` a month, judged by cash at the end or by the month of death. */
export interface Situation {
  readonly market: Raw;
  readonly policy: Raw;
  readonly ads?: number;
  readonly by: 'cash' | 'life';
}

const freeWithAds = [
  { price: 0, quota: 1, adRevenue: 2 },
  { price: 20, premium: 0.3 },
];

/** By policy. */
export const SITUATIONS: Readonly<Record<string, { readonly wins: Situation; readonly loses: Situation }>> = {
  blitzscale: {
    wins: { market: landGrab(4, 2e6), policy: { base: 5e4, growth: 1.3, cap: 2e6 }, ads: 5e4, by: 'cash' },
    loses: { market: landGrab(-50, 8e6), policy: { base: 5e4, growth: 1.3, cap: 2e6 }, ads: 5e4, by: 'life' },
  },
  bigTechSubsidy: {
    wins: { market: giant(8), policy: { base: 1e5, growth: 1.05, share: 0.2 }, ads: 1e5, by: 'cash' },
    loses: { market: giant(0), policy: { base: 1e5, growth: 1.05, share: 0.2 }, ads: 1e5, by: 'cash' },
  },
  freemium: {
    wins: { market: freeAndPaid({ cost: 5, adRevenue: 0, price: 8, alpha: 0.1 }), policy: {}, by: 'life' },
    loses: {
      market: freeAndPaid({ cost: 0.1, adRevenue: 1, price: 20, alpha: 0.5 }),
      policy: {},
      by: 'cash',
    },
  },
  subscriptionFirst: {
    wins: {
      market: bought([{ price: 6 }], { otherSpend: 5e7, cost: 5, alpha: 0.1 }),
      policy: { ads: 3e5 },
      ads: 3e5,
      by: 'cash',
    },
    loses: {
      market: bought(freeWithAds, { otherSpend: 1e6, cost: 0.1, alpha: 0.5 }),
      policy: { ads: 5e4 },
      ads: 5e4,
      by: 'cash',
    },
  },
  meteredValue: {
    wins: { market: metered(2, { useSpread: 1, cost: 10, alpha: 0.1 }), policy: {}, by: 'cash' },
    loses: { market: metered(20, { useSpread: 0.3, cost: 1, alpha: 0.5 }), policy: {}, by: 'cash' },
  },
  runwayGuard: {
    wins: {
      market: shortPurse(
        { fixedCost: 5e5, research: 2e5, cash: 6e6, tiers: [{ price: 5 }] },
        { otherSpend: 1e8 },
        { priceSensitivity: 0.05 },
      ),
      policy: { ads: 3e5 },
      ads: 3e5,
      by: 'life',
    },
    loses: {
      market: shortPurse(
        { fixedCost: 1e5, cash: 1e6, users: 5e3, awareness: 0, press: 0.0005, tiers: [{ price: 12 }] },
        { otherSpend: 1e5, contacts: 3 },
        { priceSensitivity: 0.05, wordOfMouth: 0.05 },
      ),
      policy: { ads: 1e4 },
      ads: 1e4,
      by: 'cash',
    },
  },
  priceWarFollower: {
    wins: { market: war(0.3, 10, true), policy: { probability: 1, floor: 1 }, by: 'cash' },
    loses: { market: war(0.02, 10, true), policy: { probability: 1, floor: 1 }, by: 'cash' },
  },
  adFollower: {
    wins: { market: loudRival(2e5), policy: { base: 2e4, share: 0.2 }, ads: 2e4, by: 'cash' },
    loses: { market: loudRival(3e7), policy: { base: 2e4, share: 0.2 }, ads: 2e4, by: 'cash' },
  },
  b2bLanding: {
    wins: { market: lab(), policy: {}, by: 'life' },
    loses: {
      market: market(
        { ...UNKNOWN, press: 0.005, fixedCost: 1e5, research: 1e4, cash: 3e6, tiers: [{ price: 8 }] },
        {
          other: { users: 2e5 },
          segment: start(0.4),
          top: { months: 36 },
        },
      ),
      policy: {},
      ads: 2e5,
      by: 'cash',
    },
  },
  stopEarly: {
    wins: {
      market: experiment({ fixedCost: 1e5, tiers: [{ price: 0 }] }, 40, 500),
      policy: { ads: 5e4 },
      ads: 5e4,
      by: 'cash',
    },
    loses: {
      market: experiment({ fixedCost: 2e4, tiers: [{ price: 2 }] }, 100, 14),
      policy: { ads: 2e4 },
      ads: 2e4,
      by: 'cash',
    },
  },
  runwayPricing: {
    wins: {
      market: underpriced({ fixedCost: 6.8e5, cash: 4e6 }, 4, 0.05),
      policy: { raise: 1.05 },
      by: 'life',
    },
    loses: {
      market: underpriced({ fixedCost: 3e5, cash: 1.5e6 }, 3, 0.6),
      policy: { raise: 1.05 },
      by: 'life',
    },
  },
  adsAndGacha: {
    wins: { market: attention({ fixedCost: 3e5, cash: 3e6 }, { adAversion: 0.2 }), policy: {}, by: 'life' },
    loses: {
      market: attention({ fixedCost: 2e4 }, { adAversion: 0.2, switchingCost: 0, habit: 0, review: 0.8 }),
      policy: {},
      by: 'cash',
    },
  },
  priceWarLeader: {
    wins: { market: war(0.2, 20, false), policy: {}, by: 'cash' },
    loses: { market: war(0.02, 20, false), policy: {}, by: 'cash' },
  },
  bargainThenHarvest: {
    wins: { market: lockIn(1.5, 3), policy: { bargain: 0.5, harvestFrom: 8, share: 0.6 }, by: 'cash' },
    loses: { market: lockIn(0, 0), policy: { bargain: 0.5, harvestFrom: 8, share: 0.6 }, by: 'cash' },
  },
  wrapper: {
    wins: { market: resale(0, 0.5), policy: { alpha: 0.15 }, by: 'cash' },
    loses: { market: resale(1.2, 3), policy: { alpha: 0.15 }, by: 'cash' },
  },
};
