/**
 * Buys users while money lasts and raises on the growth they show (article S2: "the ability to keep attracting
 * users is the best signal to capital"; S4: funding and dear advertising feed each other).
 * Two ways to set the budget: a base that grows by a factor a month while users grow and the runway is long, or
 * a part of the cash, the land-grab of the internet years. In both the budget never exceeds a cap.
 * Loses when investors do not listen: a larger budget then only empties the purse sooner.
 */
import { recentGrowth } from './growth.js';
import { factor, money, months } from './parameters.js';
import { definePolicy } from './policy.js';

/** Advertising = min(cap, base x multiple), or min(cap, cash / cashMonths). */
export const blitzscale = definePolicy({
  name: 'blitzscale',
  about: 'Buys users while money lasts: the ad budget grows while users grow; raises money on that growth.',
  source: 'articles S2 and S4 on Kimi, spring to autumn 2024',
  parameters: {
    base: money({ default: 0, about: 'Advertising in the first month.', source: 'our assumption' }),
    growth: factor({
      default: 1.4,
      about: 'What multiplies the budget every month in which users grow and the runway is long.',
      source: 'our assumption: 1-1.6; Kimi 2024 from 6 M to 200 M CNY a month',
    }),
    whileGrowth: {
      unit: 'share in three months',
      min: -1,
      max: 100,
      default: 0.02,
      about: 'Users must have grown by more than this for the budget to rise.',
      source: 'our assumption',
    },
    runwayFloor: months({
      default: 9,
      about: 'The budget rises only with at least this runway.',
      source: 'our assumption: 6-12',
    }),
    retreat: {
      unit: 'factor a month',
      min: 0,
      max: 1,
      default: 1,
      about: 'What multiplies the budget in a month with less runway than the floor; 1 keeps spending.',
      source: 'our assumption: 1 is buying users to the last cent',
    },
    cap: money({
      default: 1e13,
      about: 'Most that is spent on advertising in a month.',
      source: 'our assumption',
    }),
    cashMonths: months({
      default: 0,
      about: 'If above 0 the budget is the cash divided by this instead: the land-grab.',
      source: 'our assumption: 12-24',
    }),
    seekBelow: months({
      default: 18,
      about: 'Looks for money below this runway as long as users grow.',
      source: 'textbook: a round buys 12-30 months',
    }),
  },
  memory: () => ({ multiple: 1 }),
  decide(view, parameters, memory) {
    const { base, cap, cashMonths } = parameters;
    const growing = recentGrowth(view) > parameters.whileGrowth;
    if (view.runway < parameters.runwayFloor) memory.multiple *= parameters.retreat;
    else if (growing && base * memory.multiple < cap) memory.multiple *= parameters.growth;
    const wanted = cashMonths > 0 ? Math.max(0, view.cash) / cashMonths : base * memory.multiple;
    const asks = growing && view.runway < parameters.seekBelow;
    return { ads: Math.min(cap, wanted), ...(asks ? { seek: true } : {}) };
  },
});
