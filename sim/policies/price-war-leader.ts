/**
 * Opens a price war: cuts the price of tokens, of subscriptions, or both, once its purse is long enough, and cuts again
 * as long as rivals follow (China, May 2024: DeepSeek's price of 1 and 2 CNY per million tokens on the sixth, six
 * followers down to zero by the twenty-second). The bet is on volume: with switching costs a low price today buys users
 * who stay, and rivals may run out of money first (long purse: Telser 1966; Klemperer 1995).
 * Loses when users hardly look at prices, when prices are near the static best response already, or when a rival with a
 * longer purse follows every cut: then the margin goes and little comes back.
 */
import { calendarMonth, money, months, ratio } from './parameters.js';
import { definePolicy } from './policy.js';
import { cutApiPrice, cutPrices, deepestCuts } from './price-cuts.js';

const depth = { unit: 'share of the price', min: 0, max: 1 } as const;

/** Memory: `next` is the month of the next cut (0 = the first is still to come), `followed` 1 if a rival has cut since. */
export const priceWarLeader = definePolicy({
  name: 'priceWarLeader',
  about: 'Cuts its prices by a part when the purse is long, and again every few months while rivals follow.',
  source: 'price war of May 2024; Telser 1966; Klemperer 1995',
  parameters: {
    ads: money({ default: 0, about: 'Advertising a month.', source: 'our assumption' }),
    month: calendarMonth({
      default: 1,
      about: 'Month of the first cut, at the earliest.',
      source: 'our assumption',
    }),
    cut: {
      ...depth,
      default: 0.5,
      about: 'How far subscriptions are cut; 0 leaves them.',
      source: 'our assumption: .3-1',
    },
    apiCut: {
      ...depth,
      default: 0.5,
      about: 'How far the price of tokens is cut; 0 leaves it.',
      source: 'press chronologies of May 2024: .8-.99',
    },
    every: {
      unit: 'months',
      min: 0,
      max: 600,
      default: 3,
      whole: true,
      about: 'Months until the next cut if a rival has followed; 0 cuts once.',
      source: 'our assumption: 1-6',
    },
    floor: months({
      default: 9,
      about: 'Cuts only with at least this runway.',
      source: 'our assumption: 6-18',
    }),
    least: ratio({
      default: 0,
      about: 'No price falls below this part of its serving cost; 1 is cost.',
      source: 'press chronologies of May 2024: some went to zero',
    }),
  },
  memory: () => ({ next: 0, followed: 0 }),
  decide(view, parameters, memory) {
    const { ads, every, least } = parameters;
    const seen = deepestCuts(view);
    if (memory.next > 0 && Math.max(seen.tiers, seen.api) > 0) memory.followed = 1;
    const first = memory.next === 0;
    const due = first
      ? view.month >= parameters.month
      : every > 0 && view.month >= memory.next && memory.followed === 1;
    if (!due || view.runway < parameters.floor) return { ads };
    memory.next = view.month + every;
    memory.followed = 0;
    return {
      ads,
      ...(parameters.cut > 0 ? { prices: cutPrices(view, parameters.cut, least) } : {}),
      ...(parameters.apiCut > 0 && view.apiPrice > 0
        ? { apiPrice: cutApiPrice(view, parameters.apiCut, least) }
        : {}),
    };
  },
});
