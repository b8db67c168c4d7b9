/** Random scenarios as plain values, with every strategy and most mechanisms, for laws that hold whatever the numbers. */
import fc from 'fast-check';
import { POLICIES } from '../../sim/index.js';
import type { Raw } from './made-scenario.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Every shipped strategy with its defaults, and one that buys users. */
const POLICY = fc.constantFrom<unknown>(...Object.keys(POLICIES), { name: 'steady', ads: 2e5 });

const tier = fc.record({
  price: fc.oneof(fc.constant(0), number(0, 40)),
  quota: number(0.001, 5),
  premium: number(-1, 2),
  adLoad: number(0, 2),
  adRevenue: number(0, 1),
  impressions: number(0, 200),
});

/** Mostly off, as in most scenarios. */
const rarely = <T>(off: T, on: fc.Arbitrary<T>) => fc.oneof(fc.constant(off), on);

/** The money side of a firm: what it sells besides subscriptions, what it owes, who pays it. */
const moneySide = {
  distil: rarely(0, number(0, 0.95)),
  servers: rarely(0, number(0, 1e6)),
  supplier: fc.constantFrom('office', 'lab'),
  supplied: rarely(0, number(0, 1)),
  edginess: number(0, 3),
  eCPM: number(0, 20),
  brandSafety: number(0, 1.5),
  gacha: fc.record({ payers: rarely(0, number(0, 1)), spend: number(0, 50), tail: number(1.01, 5) }),
  api: fc.record({ price: rarely(0, number(0, 20)), appeal: number(-2, 2) }),
  store: fc.record({
    mobile: number(0, 1),
    delisting: number(0, 1),
    delistedFor: fc.integer({ min: 1, max: 4 }),
  }),
  annualShare: rarely(0, number(0, 1)),
  annualDiscount: number(0, 1),
  reserved: rarely(0, number(0, 1)),
  notice: fc.integer({ min: 0, max: 36 }),
  severance: number(0, 6),
  jolts: fc.record({ rate: rarely(0, number(0, 5)), size: number(0, 1e6) }),
  funding: fc.record({
    shift: number(-3, 3),
    strategic: number(0, 0.5),
    creditShare: number(0, 1),
    tranches: fc.integer({ min: 1, max: 12 }),
  }),
  listing: fc.record({ revenue: number(0, 1e6), chance: number(0, 1), proceeds: number(0, 1e7) }),
};

const firm = fc.record({
  cash: number(0, 2e7),
  minCash: number(0, 1e5),
  credits: fc.oneof(fc.constant(0), number(0, 1e6)),
  entersAt: fc.integer({ min: 1, max: 6 }),
  fixedCost: number(0, 2e6),
  research: number(0, 5e5),
  shock: number(0, 1),
  capacity: fc.oneof(fc.constant(0), number(1, 1e4)),
  storeFee: number(0, 0.3),
  storeDelay: fc.integer({ min: 0, max: 2 }),
  quality: number(-1, 3),
  awareness: number(0, 1),
  press: number(0, 0.2),
  users: number(0, 5e4),
  tiers: fc.array(tier, { minLength: 1, maxLength: 3 }),
  channels: fc.constantFrom(['net'], ['net', 'air'], ['air', 'net']),
  acquisition: fc.record({ hazard: number(0, 0.1), always: rarely(0, number(0, 0.1)) }),
  ...moneySide,
  policy: POLICY,
});

const business: Raw = {
  cash: 5e6,
  fixedCost: 3e5,
  business: {
    tenders: 2,
    win: 0,
    size: 4e5,
    margin: 0.5,
    paidAfter: 3,
    cloudShare: 0.3,
    apiHit: 0.5,
    bids: { city: 1, army: 0.5 },
  },
  api: { price: 5 },
  listing: { revenue: 1e6, chance: 0.5, proceeds: 3e6 },
  policy: 'b2bLanding',
};

/** A market of two segments, two channels, one to five apps of random strategies and two firms without an app. */
export const randomScenario: fc.Arbitrary<Raw> = fc
  .record({
    firms: fc.array(firm, { minLength: 1, maxLength: 5 }),
    review: number(0, 1),
    withApp: number(0, 0.9),
    secondApp: number(0, 0.6),
    novelty: number(0, 2),
    quit: number(0, 1),
    months: fc.integer({ min: 1, max: 14 }),
    world: fc.record({
      insolvency: fc.constantFrom(0, 1, 1),
      freeCost: number(0, 1),
      api: fc.record({ tokens: number(0, 1e6), growth: number(-0.5, 1), inertia: number(0, 1) }),
      inferenceCost: fc.record({ start: number(0, 5), progress: number(0.3, 1), served: number(1, 1e6) }),
      funding: fc.record({ dilution: number(0, 0.9) }),
    }),
    population: fc.constantFrom<Raw>(
      {},
      { types: 90 },
      { engine: 'cohorts' },
      { engine: 'cohorts', types: 20 },
    ),
  })
  .map(
    ({ firms, months, withApp, population, world, ...segment }): Raw => ({
      title: 'Random',
      question: 'Do the laws hold?',
      currency: 'USD',
      start: '2024-01',
      months,
      people: 1e6,
      agents: 700,
      population,
      world,
      buyers: { city: { tenders: 1, size: 2e5 }, army: { tenders: 0.5, size: 3e5 } },
      channels: {
        net: { otherSpend: 1e6, reach: { one: 0.5, two: 0.3 } },
        air: { otherSpend: 3e6, contacts: 0.7, reach: { one: 0.2, two: 0.6 } },
      },
      segments: {
        one: { share: 0.3, withApp, ever: Math.min(1, withApp + 0.05), ...segment },
        two: { share: 0.7, withApp: withApp / 2, ever: withApp / 2 },
      },
      firms: {
        ...Object.fromEntries(firms.map((f, k) => [`firm${k}`, f])),
        office: business,
        lab: { ...business, cash: 1e6, entersAt: 3 },
      },
    }),
  );

/** The same changes to every app, to every segment, to the rest of a random scenario. */
export function changed(raw: Raw, changes: { app?: Raw; segment?: Raw; world?: Raw; top?: Raw }): Raw {
  const firms = Object.entries(raw.firms as Record<string, Raw>);
  const segments = Object.entries(raw.segments as Record<string, Raw>);
  return {
    ...raw,
    world: { ...(raw.world as Raw), ...changes.world },
    segments: Object.fromEntries(segments.map(([id, s]) => [id, { ...s, ...changes.segment }])),
    firms: Object.fromEntries(firms.map(([id, f]) => [id, f.tiers ? { ...f, ...changes.app } : f])),
    ...changes.top,
  };
}

/** Money that no month rounds: whole amounts, weights of two people, use in whole tokens, nothing random in the books. */
export const wholeMoney: fc.Arbitrary<Raw> = fc
  .record({
    firms: fc.array(
      fc.record({
        cash: fc.integer({ min: 0, max: 50_000 }),
        credits: fc.integer({ min: 0, max: 5000 }),
        fixedCost: fc.integer({ min: 0, max: 5000 }),
        research: fc.integer({ min: 0, max: 5000 }),
        storeFee: fc.constantFrom(0, 0.25),
        storeDelay: fc.integer({ min: 0, max: 2 }),
        quality: number(-1, 3),
        press: number(0, 0.5),
        entersAt: fc.integer({ min: 1, max: 4 }),
        tiers: fc.array(
          fc.record({
            price: fc.integer({ min: 0, max: 30 }),
            adRevenue: fc.integer({ min: 0, max: 2 }),
            adLoad: fc.constantFrom(0, 1),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        ads: fc.integer({ min: 0, max: 3000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    cost: fc.integer({ min: 0, max: 3 }),
    review: number(0, 1),
    innovation: number(0.05, 1),
    secondApp: number(0, 0.6),
  })
  .map(
    ({ firms, cost, ...segment }): Raw => ({
      title: 'Whole money',
      question: 'Do the laws hold?',
      currency: 'USD',
      start: '2024-01',
      months: 10,
      people: 1024,
      agents: 512,
      usageEdges: [],
      world: {
        inferenceCost: { start: cost, floor: 1 },
        research: { users: 0, payers: 0, scale: 1024 },
      },
      channels: { net: { otherSpend: 5000, reach: { all: 0.5 } } },
      segments: { all: { use: 4, secondUse: 0.25, contextGrowth: 0, ...segment } },
      firms: Object.fromEntries(
        firms.map(({ ads, ...one }, k) => [
          `firm${k}`,
          { ...one, shock: 0, funding: { shift: -50 }, channels: ['net'], policy: { name: 'steady', ads } },
        ]),
      ),
    }),
  );

/** Sellers of tokens and of cloud orders that cannot run out of cash, some of them free, with dated prices; no amount so small that it underflows. */
export const labsMarket: fc.Arbitrary<Raw> = fc
  .record({
    firms: fc.array(
      fc.record({
        api: fc.record({ price: rarely(0, number(1e-3, 20)), appeal: number(-2, 2) }),
        quality: number(-1, 3),
        entersAt: fc.integer({ min: 1, max: 4 }),
        tenders: number(0, 5),
        cloudShare: number(0, 1),
        cloudMargin: number(-1, 1),
        apiHit: number(0, 2),
        size: number(1e3, 1e6),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    later: rarely(0, number(1e-3, 20)),
    api: fc.record({
      tokens: number(0, 1e6),
      growth: number(-0.5, 1),
      inertia: number(0, 1),
      elasticity: number(0, 3),
    }),
    inferenceCost: fc.record({
      start: rarely(0, number(1e-3, 5)),
      progress: number(0.3, 1),
      served: number(1, 1e6),
    }),
  })
  .map(
    ({ firms, later, ...world }): Raw => ({
      title: 'Labs',
      question: 'Do the laws hold?',
      currency: 'USD',
      start: '2024-01',
      months: 10,
      world,
      buyers: { city: { tenders: 1, size: 2e5 } },
      interventions: [{ month: 5, path: 'firms.lab0.api.price', value: later }],
      firms: Object.fromEntries(
        firms.map(({ api, quality, entersAt, ...business }, k) => [
          `lab${k}`,
          {
            ...{ cash: 1e12, shock: 0, fixedCost: 1e4, api, quality, entersAt },
            funding: { shift: -50 },
            policy: 'steady',
            business: { win: 0, paidAfter: 2, bids: { city: 1 }, ...business },
          },
        ]),
      ),
    }),
  );
