/**
 * Small made-up markets in which burn strategies stand beside `steady`: two apps (or one firm that sells to businesses), a
 * million people, quiet research.
 */
export type Raw = Record<string, unknown>;

/** What is different in the rival, the people, the world, the channel, the scenario. */
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
/** Hardly anybody knows the app. */
export const UNKNOWN = { awareness: 0.1, press: 0.01 };
/** People with an app before month 1, share of all. */
export const start = (share: number) => ({ withApp: share, ever: share });

/** Firm `own` with a subscription of 10 beside an equal one with a large purse, changed by parts. */
export function market(own: Raw, { other, segment, world, feed, top }: Parts = {}): Raw {
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
export function landGrab(shift: number, cash: number): Raw {
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
export function giant(harvest: number): Raw {
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
export function freeAndPaid(at: { cost: number; adRevenue: number; price: number; alpha: number }): Raw {
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
export function bought(tiers: Raw[], at: { otherSpend: number; cost: number; alpha: number }): Raw {
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
export function metered(quota: number, at: { useSpread: number; cost: number; alpha: number }): Raw {
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
export function shortPurse(own: Raw, feed: Raw, segment: Raw): Raw {
  return market(
    { ...UNKNOWN, users: 5e4, ...own },
    { other: { users: 5e4 }, segment: { ...start(0.1), ...segment }, feed, top: { months: 30 } },
  );
}

/** Two apps with 200,000 users each at the same price; the rival cuts to 5 in month 4, or not. */
export function war(alpha: number, price: number, isCut: boolean): Raw {
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
export function loudRival(otherSpend: number): Raw {
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
export function lab(): Raw {
  const business = { tenders: 1.5, size: 1e6, sizeSpread: 1.2, paidAfter: 4 };
  return market(
    { fixedCost: 3e5, research: 4e5, cash: 3e6, tiers: [], business },
    { other: { users: 2e5 }, segment: start(0.4), top: { months: 36 } },
  );
}

/** An app that nobody knows yet; serving costs `cost` and falls to a tenth in `tenfold` months. */
export function experiment(own: Raw, cost: number, tenfold: number): Raw {
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
export function underpriced(own: Raw, rival: number, alpha: number): Raw {
  return market(
    { users: 1e5, tiers: [{ price: 4 }], ...own },
    {
      other: { users: 1e5, tiers: [{ price: rival }] },
      segment: { ...start(0.2), priceSensitivity: alpha },
    },
  );
}

/** Free for ads of .8 a user at the usual load, against an app with a tenth of them. */
export function attention(own: Raw, segment: Raw): Raw {
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
export function lockIn(switchingCost: number, habit: number): Raw {
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
export function resale(priceSpread: number, habit: number): Raw {
  return market(
    { fixedCost: 5e4, users: 2e5, tiers: [{ price: 25 }] },
    { other: { users: 2e5 }, segment: { ...start(0.4), priceSpread, habit } },
  );
}
