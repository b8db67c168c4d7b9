/**
 * Answers a rival's price cut (China, May 2024: after DeepSeek's cut six suppliers followed within 16 days, down
 * to zero; three did not). A cut of at least `trigger` is followed with a probability and after a lag, in the
 * same proportion, down to a floor that may lie below cost: cuts of subscriptions on its tiers, cuts of token prices on
 * its own list price. Rivals' prices are seen a month late, so a lag of 0 answers in the month after the cut.
 * Loses when users hardly look at prices (or are held by habit): it gives away the margin and keeps nobody by it.
 */
import { money } from './parameters.js';
import { definePolicy } from './policy.js';
import { cutApiPrice, cutPrices, deepestCuts } from './price-cuts.js';

/** Memory: `due` is the month of the answer (0 = none), `cut` and `apiCut` its depth on tiers and on tokens. */
export const priceWarFollower = definePolicy({
  name: 'priceWarFollower',
  about: "Follows a rival's price cut after a lag and with a probability, to zero if it must.",
  source: 'price war of May 2024; logit Bertrand best responses',
  parameters: {
    ads: money({ default: 0, about: 'Advertising a month.', source: 'our assumption' }),
    trigger: {
      unit: 'share of the price',
      min: 0,
      max: 1,
      default: 0.2,
      about: 'Smallest cut of a rival that is answered.',
      source: 'our assumption: .1-.5',
    },
    probability: {
      unit: 'probability',
      min: 0,
      max: 1,
      default: 0.7,
      about: 'Chance that a cut is answered.',
      source: 'press chronologies of May 2024: six of nine suppliers followed',
    },
    lag: {
      unit: 'months',
      min: 0,
      max: 60,
      default: 0,
      whole: true,
      about: 'Months between seeing the cut and answering it.',
      source: 'press chronologies of May 2024: 5 to 16 days',
    },
    depth: {
      unit: "share of the rival's cut",
      min: 0,
      max: 1,
      default: 1,
      about: 'How much of the cut is followed.',
      source: 'our assumption',
    },
    floor: {
      unit: 'share of the cost of a mean user, or of a token',
      min: 0,
      max: 10,
      default: 0,
      about: 'No price is cut below this; 0 goes to zero, 1 to cost.',
      source: 'press chronologies of May 2024: three suppliers went to zero',
    },
  },
  memory: () => ({ due: 0, cut: 0, apiCut: 0 }),
  decide(view, parameters, memory, luck) {
    const { ads, depth, floor } = parameters;
    const seen = deepestCuts(view);
    const deepest = Math.max(seen.tiers, seen.api);
    if (deepest > 0 && deepest >= parameters.trigger && luck(0) < parameters.probability) {
      if (memory.due === 0) memory.due = view.month + parameters.lag;
      if (seen.tiers >= parameters.trigger) memory.cut = Math.max(memory.cut, seen.tiers);
      if (seen.api >= parameters.trigger) memory.apiCut = Math.max(memory.apiCut, seen.api);
    }
    if (memory.due === 0 || view.month < memory.due) return { ads };
    const { cut, apiCut } = memory;
    Object.assign(memory, { due: 0, cut: 0, apiCut: 0 });
    return {
      ads,
      ...(cut > 0 ? { prices: cutPrices(view, cut * depth, floor) } : {}),
      ...(apiCut > 0 && view.apiPrice > 0 ? { apiPrice: cutApiPrice(view, apiCut * depth, floor) } : {}),
    };
  },
});
