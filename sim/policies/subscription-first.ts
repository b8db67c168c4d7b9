/**
 * Paid from day one (article S0: "launch membership early"; Wawa Writer, Replika): a free tier is a trial at
 * most, and a user is bought only for less than she will earn. Without advertising the measured acquisition
 * cost runs out after three months; then the firm tries again, which is how it finds out that ads got cheaper.
 * Loses when a free tier lives on ads and few will pay: held at a trial, it loses the users who earn.
 */
import { lifetimeValue } from './lifetime-value.js';
import { money, months, ratio, tokens } from './parameters.js';
import { definePolicy } from './policy.js';

/** Advertising while runway >= adsRunway and (no cost known yet, or ratio x CAC < lifetime value). */
export const subscriptionFirst = definePolicy({
  name: 'subscriptionFirst',
  about: 'Sells subscriptions from day one and advertises only while a user costs less than she earns.',
  source: 'article S0; Wawa Writer and Replika',
  parameters: {
    ads: money({ default: 0, about: 'Advertising a month while it pays.', source: 'our assumption' }),
    ratio: ratio({
      default: 1,
      about: 'Lifetime value must be at least this multiple of the acquisition cost.',
      source: 'break-even is 1; textbook advice 3',
    }),
    adsRunway: months({
      default: 6,
      about: 'Advertises only with at least this runway.',
      source: 'our assumption: 6-24',
    }),
    freeQuota: tokens({
      default: 0,
      about: 'Most that a free tier serves: a trial.',
      source: 'our assumption',
    }),
  },
  decide(view, parameters) {
    const quotas = view.tiers.map(({ price, quota }) =>
      price > 0 ? quota : Math.min(quota, parameters.freeQuota),
    );
    const unknown = view.cac <= 0;
    const pays = unknown || parameters.ratio * view.cac < lifetimeValue(view);
    return { quotas, ads: pays && view.runway >= parameters.adsRunway ? parameters.ads : 0 };
  },
});
