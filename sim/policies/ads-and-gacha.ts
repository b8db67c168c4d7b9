/**
 * Free for users, paid by attention: many ads a day, and chances sold to the few who spend (article S1 and MiniMax
 * prospectus 2025 on Talkie: some .10 USD per monthly user from ads and cards). The load of ads is its throttle: up
 * while the runway is short, down while more users leave in a month than `highChurn`.
 * Tiers with a price keep the load they have. What gacha earns is a matter of the scenario (`gacha`), not of decisions.
 * Loses when users come and go whatever the ads (no switching costs, many reviews): it takes their churn for a verdict on
 * the ads and gives away what they bring. Aversion alone does not beat it where users are held.
 */
import { money, months } from './parameters.js';
import { definePolicy } from './policy.js';

const load = { unit: 'share of the usual load', min: 0, max: 10 } as const;
const share = { unit: 'share', min: 0, max: 1 } as const;

/** Memory: `load` of ads on free tiers, in usual loads; below 0 before the first month. */
export const adsAndGacha = definePolicy({
  name: 'adsAndGacha',
  about: 'Free with many ads and gacha: more ads while the runway is short, fewer while users leave.',
  source: 'article S1; MiniMax prospectus 2025',
  parameters: {
    ads: money({
      default: 0,
      about: 'Own advertising a month while the runway is long.',
      source: 'our assumption',
    }),
    adsRunway: months({
      default: 6,
      about: 'Advertises only with at least this runway.',
      source: 'our assumption: 6-24',
    }),
    start: { ...load, default: 1.5, about: 'Load of ads in the first month.', source: 'our assumption: 1-2' },
    least: { ...load, default: 0.5, about: 'The load never falls below this.', source: 'our assumption' },
    most: { ...load, default: 3, about: 'The load never rises above this.', source: 'our assumption: 2-4' },
    step: {
      ...share,
      default: 0.15,
      about: 'Part of the load by which it moves in a month.',
      source: 'our assumption: .05-.3',
    },
    shortRunway: months({
      default: 12,
      about: 'Below this runway the load rises.',
      source: 'our assumption: 6-18',
    }),
    highChurn: {
      ...share,
      unit: 'share of the users a month',
      default: 0.25,
      about: 'With a long runway the load falls while more than this leave.',
      source: 'Hailuo D1-D60 retention (order of size)',
    },
  },
  memory: () => ({ load: -1 }),
  decide(view, parameters, memory) {
    const { start, least, most, step } = parameters;
    if (memory.load < 0) memory.load = start;
    else if (view.runway < parameters.shortRunway) memory.load *= 1 + step;
    else if (view.churn > parameters.highChurn) memory.load *= 1 - step;
    memory.load = Math.min(most, Math.max(least, memory.load));
    return {
      adLoads: view.tiers.map(({ price, adLoad }) => (price > 0 ? adLoad : memory.load)),
      ads: view.runway >= parameters.adsRunway ? parameters.ads : 0,
    };
  },
});
