/**
 * Sells what it measures (article S0: "API quotas, free trials, tiers, so that revenue covers the cost of each
 * service"): a subscriber who uses her whole quota still pays what she costs. Prices return to the list when
 * costs fall. A quota of a million (million tokens) or more counts as unlimited and cannot be priced this way.
 * Loses when quotas are large and use is even, so that the mean user costs a fraction of her quota: priced at the cost
 * of the whole quota, the tier loses buyers who were worth having.
 */
import { money, months, ratio } from './parameters.js';
import { definePolicy, type FirmView } from './policy.js';

const UNLIMITED = 1e6;

/** Prices by tier: never below markup x cost of the full quota, never below the list while that is enough. */
function coveringPrices(view: FirmView, markup: number, memory: Record<string, number>): number[] {
  return view.tiers.map(({ price, quota }, tier) => {
    if (price <= 0 || quota >= UNLIMITED) return price;
    const full = markup * quota * view.unitCost;
    // A price that is not the one set here last was changed from outside, and is the new list price.
    const list = price === memory[`set${tier}`] ? memory[`list${tier}`] : price;
    memory[`list${tier}`] = list;
    memory[`set${tier}`] = Math.max(list, full);
    return memory[`set${tier}`];
  });
}

/** Price = max(list, markup x quota x unit cost); advertising while runway > adsRunway. */
export const meteredValue = definePolicy({
  name: 'meteredValue',
  about:
    'Quotas and tiers from day one, no tier sold below the cost of its quota, ads only with a long runway.',
  source: 'article S0',
  parameters: {
    ads: money({
      default: 0,
      about: 'Advertising a month while the runway is long.',
      source: 'our assumption',
    }),
    adsRunway: months({
      default: 24,
      about: 'Advertises only with more than this runway.',
      source: 'our assumption: 12-36',
    }),
    markup: ratio({
      default: 1,
      about: 'Price of a tier over the cost of its full quota, at least.',
      source: 'break-even is 1; store fees need 1.18-1.43',
    }),
  },
  memory: (): Record<string, number> => ({}),
  decide(view, parameters, memory) {
    const ads = view.runway > parameters.adsRunway ? parameters.ads : 0;
    return { prices: coveringPrices(view, parameters.markup, memory), ads };
  },
});
