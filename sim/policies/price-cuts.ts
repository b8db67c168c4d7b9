/** Price cuts as everybody sees them, a month late, and what it means to make or follow one. */
import type { FirmView, RivalView } from './policy.js';

/** Deepest cut of the rival on any tier between the last two months, 0 to 1. */
function tierCut({ prices, pricesBefore }: RivalView): number {
  let deepest = 0;
  for (let tier = 0; tier < Math.min(prices.length, pricesBefore.length); tier++) {
    const before = pricesBefore[tier];
    if (before > 0) deepest = Math.max(deepest, 1 - prices[tier] / before);
  }
  return deepest;
}

/** Cut of the rival's list price of tokens between the last two months, 0 to 1. */
function apiCut({ apiPrice, apiPriceBefore }: RivalView): number {
  return apiPriceBefore > 0 ? Math.max(0, 1 - apiPrice / apiPriceBefore) : 0;
}

/** Deepest cuts of living rivals between the last two months, 0 to 1: on any tier, and of list prices of tokens. */
export function deepestCuts(view: FirmView): { readonly tiers: number; readonly api: number } {
  let tiers = 0;
  let api = 0;
  for (const rival of view.rivals) {
    if (!rival.alive) continue;
    tiers = Math.max(tiers, tierCut(rival));
    api = Math.max(api, apiCut(rival));
  }
  return { tiers, api };
}

/** Prices by tier after a cut (0 to 1), none below `floor` x the cost of serving a mean user, none raised. */
export function cutPrices(view: FirmView, cut: number, floor: number): number[] {
  return view.tiers.map(({ price, quota }) => {
    const least = floor * Math.min(quota, view.usePerUser) * view.unitCost;
    return Math.min(price, Math.max(least, price * (1 - cut)));
  });
}

/** List price of tokens after a cut (0 to 1), not below `floor` x the cost of serving them, never raised. */
export function cutApiPrice({ apiPrice, unitCost }: FirmView, cut: number, floor: number): number {
  return Math.min(apiPrice, Math.max(floor * unitCost, apiPrice * (1 - cut)));
}
