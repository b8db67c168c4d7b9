/**
 * Puts a face on somebody else's model: pays for every token and adds the markup that competition leaves,
 *   p = c + 1 / (alpha (1 - s))
 * the best response in a Bertrand game with logit demand (Anderson, de Palma & Thisse 1992, chapter 7), c what a user of
 * the tier costs at the supplier's price and s the share of the people who use it. If all do it, prices settle where
 * nobody gains by moving. Without a network or data of its own a user is worth what she pays until she goes, so users are
 * bought only below that.
 * Loses when users differ much in what a price means to them, or are held by habit: then the rule of equal users asks
 * less than they would pay. Nor does it beat a list price that is near the rule already, because it counts only this month
 * and not the users whom a lower price would keep.
 */
import { lifetimeValue } from './lifetime-value.js';
import { money, months, ratio } from './parameters.js';
import { definePolicy, type FirmView } from './policy.js';

/** Best response to the rivals' offers: unit cost + 1 / (alpha (1 - share)); share 0 to 1 (below 1). */
export function bertrandPrice(unitCost: number, share: number, alpha: number): number {
  return unitCost + 1 / (alpha * Math.max(1e-6, 1 - share));
}

/** Paid tiers move to the rule when they are further off than `band`; unknown costs (nobody served yet) leave them. */
function rulePrices(view: FirmView, alpha: number, band: number): number[] {
  return view.tiers.map(({ price, quota }) => {
    if (price <= 0 || view.usePerUser <= 0) return price;
    const rule = bertrandPrice(Math.min(quota, view.usePerUser) * view.unitCost, view.share, alpha);
    return Math.abs(rule / price - 1) > band ? rule : price;
  });
}

/** Price by the rule; advertising while runway >= adsRunway and (no cost of a user known, or CAC < lifetime value). */
export const wrapper = definePolicy({
  name: 'wrapper',
  about:
    "Resells a supplier's model at the markup of logit competition and buys users only below what they earn.",
  source: 'Anderson, de Palma & Thisse 1992; article S1 on wrappers',
  parameters: {
    ads: money({ default: 0, about: 'Advertising a month while it pays.', source: 'our assumption' }),
    alpha: {
      unit: 'utils per currency-month',
      min: 1e-6,
      max: 1000,
      default: 0.1,
      about: 'What the firm takes for the price weight of its users.',
      source: 'tuned to elasticities -1 to -2.6 (Bijmolt et al. 2005)',
    },
    band: {
      unit: 'share of the price',
      min: 0,
      max: 1,
      default: 0.03,
      about: 'A price closer than this to the rule stays: every rise makes users look around.',
      source: 'our assumption: .01-.1',
    },
    ratio: ratio({
      default: 1,
      about: 'Lifetime value must be at least this multiple of the acquisition cost.',
      source: 'break-even is 1; textbook advice 3',
    }),
    adsRunway: months({
      default: 3,
      about: 'Advertises only with at least this runway.',
      source: 'our assumption: 3-12',
    }),
  },
  decide(view, parameters) {
    const pays = view.cac <= 0 || parameters.ratio * view.cac < lifetimeValue(view);
    return {
      prices: rulePrices(view, parameters.alpha, parameters.band),
      ads: pays && view.runway >= parameters.adsRunway ? parameters.ads : 0,
    };
  },
});
