/**
 * A small free tier as the shop window of a paid one (article S0: "quotas, free trials, tiers, so that revenue
 * covers the cost of each service"). The free quota moves slowly towards what the payers can carry: the
 * break-even condition of freemium, chi p (1 - f) = cost of the free + cost of the payers, as a rule. Users take
 * every cut as an occasion to look around, so the quota moves only every few months.
 * Loses when free users cost next to nothing and pay by ads, while hardly anybody buys: each cut of the quota drives
 * out those who carry the firm.
 */
import { money, months, tokens, wholeMonths } from './parameters.js';
import { definePolicy, type FirmView } from './policy.js';

interface Carried {
  /** What free users cost to serve, currency a month. */
  readonly free: number;
  /** What payers leave after their own serving cost, currency a month. */
  readonly payers: number;
}

/** Splits last month's serving cost: a free user takes at most her quota, the payers take the rest. */
function whoCarriesWhom(view: FirmView, quota: number): Carried {
  const users = view.users[0];
  const served = users * view.usePerUser * view.unitCost;
  const perFree = Math.min(view.usePerUser, quota) * view.unitCost;
  const free = Math.min(served, Math.max(0, users - view.payers) * perFree);
  const { subscriptions, storeFee, adSales } = view.lastMonth;
  return { free, payers: subscriptions + storeFee + adSales - (served - free) };
}

/** Free quota x (1 - step) while the free cost more than payers leave, x (1 + step) while less than `relaxAt` of it. */
export const freemium = definePolicy({
  name: 'freemium',
  about: 'Keeps a small free tier beside a paid one and moves its quota to what the payers can carry.',
  source: 'article S0; break-even of freemium',
  parameters: {
    ads: money({
      default: 0,
      about: 'Advertising a month while the runway is long.',
      source: 'our assumption',
    }),
    adsRunway: months({
      default: 6,
      about: 'Advertises only with at least this runway.',
      source: 'our assumption: 6-24',
    }),
    every: wholeMonths({
      default: 3,
      about: 'Months between two moves of the free quota.',
      source: 'our assumption: 1-6',
    }),
    step: {
      unit: 'share of the quota',
      min: 0,
      max: 0.9,
      default: 0.1,
      about: 'How far the free quota moves.',
      source: 'our assumption: .05-.2',
    },
    relaxAt: {
      unit: 'share of what payers leave',
      min: 0,
      max: 1,
      default: 0.5,
      about: 'The free quota grows again while free users cost less than this.',
      source: 'our assumption',
    },
    leastQuota: tokens({
      default: 0.01,
      about: 'The free quota never falls below this.',
      source: 'our assumption: some six calls of 1,500 tokens',
    }),
    mostQuota: tokens({
      default: 0.1,
      about: 'The free quota never rises above this.',
      source: 'our assumption: the mean use of a user',
    }),
  },
  memory: () => ({ waited: 0 }),
  decide(view, parameters, memory) {
    const { leastQuota, mostQuota, step } = parameters;
    const users = view.users.length > 0 ? view.users[0] : 0;
    memory.waited += 1;
    const moves = users > 0 && memory.waited > parameters.every;
    if (moves) memory.waited = 1;
    const quotas = view.tiers.map(({ price, quota }) => {
      if (price > 0) return quota;
      const now = Math.min(quota, mostQuota);
      if (!moves) return now;
      const { free, payers } = whoCarriesWhom(view, now);
      if (free > payers) return Math.max(leastQuota, now * (1 - step));
      return free > parameters.relaxAt * payers ? now : Math.min(mostQuota, now * (1 + step));
    });
    return { quotas, ads: view.runway >= parameters.adsRunway ? parameters.ads : 0 };
  },
});
