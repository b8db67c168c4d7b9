/**
 * For every burn strategy the market in which it is at home and the one in which its header says it loses, both beside
 * `steady` with the same firm, the same rival and the same plan of advertising. Small made-up markets: two apps (or one
 * firm that sells to businesses), a million people, quiet research. They were found by some 150 trials
 * on another seed, so they show that such markets exist, not how often a policy pays; on survival blitzscale was never
 * better, so it is judged by cash. Where prices are at stake the list price that `steady` keeps decides. Worlds of 80 in which
 * a policy did better and worse, by list price: priceWarLeader 0 and 80 at 7, 76 and 4 at 10, 80 and 0 at 20; wrapper 22 and
 * 58 at 9, 77 and 3 at 12, 80 and 0 at 25; runwayPricing 44 and 3 at 4, 9 and 22 at 20.
 */
type Raw = Record<string, unknown>;

/** Own policy against `steady` with `ads` a month, judged by cash at the end or by the month of death. */
export interface Situation {
  readonly market: Raw;
  readonly policy: Raw;
  readonly ads?: number;
  readonly by: 'cash' | 'life';
}

interface Parts {
  readonly other?: Raw;
  readonly segment?: Raw;
  readonly world?: Raw;
  readonly feed?: Raw;
  readonly top?: Raw;
}

const QUIET = { rate: 0, users: 0, payers: 0, obsolescence: 0 };
/** Users who differ little in what a price means to them and seldom lapse, so that a month's decision matters for long. */
const LOYAL = {
  lapsePaidA: 0.5,
  lapsePaidB: 20,
  lapseFreeA: 0.5,
  lapseFreeB: 20,
  activation: 0.95,
  priceSpread: 0.1,
  priceSensitivity: 0.15,
  review: 0.3,
  zeroPrice: 0,
};
const APP = { shock: 0.2, quality: 1, funding: { shift: -50 }, channels: ['feed'], policy: 'steady' };
const KNOWN = { awareness: 0.8, press: 0.1 };
const UNKNOWN = { awareness: 0.1, press: 0.01 };
/** People with an app before month 1, share of all. */
const start = (share: number) => ({ withApp: share, ever: share });

function market(own: Raw, { other, segment, world, feed, top }: Parts = {}): Raw {
  return {
    title: 'A situation',
    question: 'Does the policy pay?',
    currency: 'USD',
    start: '2024-01',
    months: 24,
    people: 1e6,
    agents: 1500,
    world: { inferenceCost: { start: 5 }, research: QUIET, ...world },
    channels: { feed: { otherSpend: 1e6, reach: { all: 0.8 }, ...feed } },
    segments: { all: { ...LOYAL, ...segment } },
    firms: {
      own: { ...APP, ...KNOWN, cash: 5e6, tiers: [{ price: 10 }], ...own },
      other: { ...APP, ...KNOWN, cash: 1e9, tiers: [{ price: 10 }], ...other },
    },
    ...top,
  };
}

/** Free to all in a large market: growth costs ads and brings rounds, if investors listen. */
function landGrab(shift: number, cash: number): Raw {
  const own = { fixedCost: 1e5, cash, users: 2e4, awareness: 0.02, press: 0.001, tiers: [{ price: 0 }] };
  return market(
    { ...own, funding: { shift } },
    {
      other: { users: 8e4 },
      segment: { ...start(0.1), imitation: 0.02, wordOfMouth: 0.1 },
      world: { inferenceCost: { start: 2 }, funding: { growth: 4, base: -3 } },
      top: { months: 30, people: 1e7, agents: 3000 },
    },
  );
}

/** A product of 8 a month that could be free; each user above a fifth of the people brings `harvest` elsewhere. */
function giant(harvest: number): Raw {
  return market(
    { fixedCost: 1e5, cash: 2e7, users: 1e5, tiers: [{ price: 8 }], harvest, harvestShare: 0.2 },
    {
      other: { users: 1e5, policy: { name: 'steady', ads: 2e5 } },
      segment: { ...start(0.2), zeroPrice: 1 },
      world: { inferenceCost: { start: 1 } },
    },
  );
}

/** A free tier beside a paid one; serving it costs `cost`, its ads bring `adRevenue`. */
function freeAndPaid(at: { cost: number; adRevenue: number; price: number; alpha: number }): Raw {
  const tiers = [
    { price: 0, quota: 1, adRevenue: at.adRevenue },
    { price: at.price, premium: 0.5 },
  ];
  return market(
    { fixedCost: 1e5, cash: 4e6, users: 2e5, tiers },
    {
      other: { users: 2e5, tiers: [{ price: 5 }] },
      segment: {
        ...start(0.4),
        priceSensitivity: at.alpha,
        use: 0.4,
        useSpread: 1,
        zeroPrice: 0.5,
        quotaAversion: 2,
      },
      world: { inferenceCost: { start: at.cost } },
    },
  );
}

/** A paid product on a channel where others spend `otherSpend`. */
function bought(tiers: Raw[], at: { otherSpend: number; cost: number; alpha: number }): Raw {
  return market(
    { ...UNKNOWN, fixedCost: 1e5, cash: 1e7, users: 5e4, tiers },
    {
      other: { users: 5e4, tiers: [{ price: 5 }] },
      segment: { ...start(0.1), priceSensitivity: at.alpha, zeroPrice: 0.5, quotaAversion: 2 },
      world: { inferenceCost: { start: at.cost } },
      feed: { otherSpend: at.otherSpend },
    },
  );
}

/** A subscription of 4 with a quota. */
function metered(quota: number, at: { useSpread: number; cost: number; alpha: number }): Raw {
  return market(
    { fixedCost: 1e5, cash: 4e6, users: 1e5, tiers: [{ price: 4, quota }] },
    {
      other: { users: 1e5 },
      segment: { ...start(0.2), priceSensitivity: at.alpha, use: 0.6, useSpread: at.useSpread },
      world: { inferenceCost: { start: at.cost } },
    },
  );
}

/** A firm whose plan is too large for its purse; advertising is dear, or brings most of what it earns. */
function shortPurse(own: Raw, feed: Raw, segment: Raw): Raw {
  return market(
    { ...UNKNOWN, users: 5e4, ...own },
    { other: { users: 5e4 }, segment: { ...start(0.1), ...segment }, feed, top: { months: 30 } },
  );
}

/** Two apps with 200,000 users each at the same price; the rival cuts to 5 in month 4, or not. */
function war(alpha: number, price: number, isCut: boolean): Raw {
  const cut = { interventions: [{ month: 4, path: 'firms.other.tiers.0.price', value: 5 }] };
  return market(
    { fixedCost: 5e4, cash: 2e7, users: 2e5, tiers: [{ price }] },
    {
      other: { users: 2e5, tiers: [{ price }] },
      segment: { ...start(0.4), priceSensitivity: alpha, switchingCost: 0.3, habit: 0.5 },
      top: isCut ? cut : {},
    },
  );
}

/** An unknown app of 12 a month against one that is heard everywhere, on a channel where others spend `otherSpend`. */
function loudRival(otherSpend: number): Raw {
  return market(
    { fixedCost: 1e5, cash: 6e6, users: 2e4, awareness: 0.02, press: 0.001, tiers: [{ price: 12 }] },
    {
      other: { users: 8e4, awareness: 0.1, press: 0.002, policy: { name: 'steady', ads: 4e5 } },
      segment: { ...start(0.1), priceSensitivity: 0.05 },
      feed: { otherSpend, contacts: 3 },
      top: { months: 30 },
    },
  );
}

/** A lab that lives on orders. */
function lab(): Raw {
  const business = { tenders: 1.5, size: 1e6, sizeSpread: 1.2, paidAfter: 4 };
  return market(
    { fixedCost: 3e5, research: 4e5, cash: 3e6, tiers: [], business },
    { other: { users: 2e5 }, segment: start(0.4), top: { months: 36 } },
  );
}

/** An app that nobody knows yet; serving costs `cost` and falls to a tenth in `tenfold` months. */
function experiment(own: Raw, cost: number, tenfold: number): Raw {
  return market(
    { awareness: 0.2, press: 0.01, cash: 5e6, ...own },
    {
      other: { users: 1e5 },
      segment: start(0.1),
      world: { inferenceCost: { start: cost, tenfold, floor: 0.01 } },
      top: { months: 48 },
    },
  );
}

/** A subscription of 4 that does not cover the fixed cost, against one of `rival`. */
function underpriced(own: Raw, rival: number, alpha: number): Raw {
  return market(
    { users: 1e5, tiers: [{ price: 4 }], ...own },
    {
      other: { users: 1e5, tiers: [{ price: rival }] },
      segment: { ...start(0.2), priceSensitivity: alpha },
    },
  );
}

/** Free for ads of .8 a user at the usual load, against an app with a tenth of them. */
function attention(own: Raw, segment: Raw): Raw {
  return market(
    { fixedCost: 1e5, cash: 2e6, users: 2e5, tiers: [{ price: 0, adLoad: 1, adRevenue: 0.8 }], ...own },
    {
      other: { users: 2e5, tiers: [{ price: 0, adLoad: 0.1 }] },
      segment: { ...start(0.4), ...segment },
      world: { inferenceCost: { start: 2 } },
    },
  );
}

/** A market that fills, at a list price of 8 for both. */
function lockIn(switchingCost: number, habit: number): Raw {
  return market(
    { fixedCost: 5e4, tiers: [{ price: 8 }] },
    {
      other: { tiers: [{ price: 8 }] },
      segment: { priceSensitivity: 0.2, switchingCost, habit, innovation: 0.15 },
      top: { months: 36 },
    },
  );
}

/** A list price of 25 where equal users would bear some 9. */
function resale(priceSpread: number, habit: number): Raw {
  return market(
    { fixedCost: 5e4, users: 2e5, tiers: [{ price: 25 }] },
    { other: { users: 2e5 }, segment: { ...start(0.4), priceSpread, habit } },
  );
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
