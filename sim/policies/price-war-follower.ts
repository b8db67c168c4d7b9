/**
 * Answers a rival's price cut (China, May 2024: after DeepSeek's cut six suppliers followed within 16 days, down
 * to zero; three did not). A cut of at least `trigger` is followed with a probability and after a lag, in the
 * same proportion, down to a floor that may lie below cost. Rivals' prices are seen a month late, so a lag of 0
 * answers in the month after the cut.
 */
import { money } from './parameters.js';
import { definePolicy, type FirmView } from './policy.js';

/** Deepest cut of any living rival on any tier between the last two months, 0-1. */
function deepestCut(view: FirmView): number {
  let deepest = 0;
  for (const rival of view.rivals) {
    if (!rival.alive) continue;
    for (let tier = 0; tier < Math.min(rival.prices.length, rival.pricesBefore.length); tier++) {
      const before = rival.pricesBefore[tier];
      if (before > 0) deepest = Math.max(deepest, 1 - rival.prices[tier] / before);
    }
  }
  return deepest;
}

/** Prices after following a cut: in proportion, not below `floor` x the cost of serving a mean user. */
function followedPrices(view: FirmView, cut: number, floor: number): number[] {
  return view.tiers.map(({ price, quota }) => {
    const least = floor * Math.min(quota, view.usePerUser) * view.unitCost;
    return Math.min(price, Math.max(least, price * (1 - cut)));
  });
}

/** Memory: `due` is the month of the answer (0 = none), `cut` its depth. */
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
      unit: 'share of the cost of a mean user',
      min: 0,
      max: 10,
      default: 0,
      about: 'No price is cut below this; 0 goes to zero, 1 to cost.',
      source: 'press chronologies of May 2024: three suppliers went to zero',
    },
  },
  memory: () => ({ due: 0, cut: 0 }),
  decide(view, parameters, memory, luck) {
    const seen = deepestCut(view);
    if (seen > 0 && seen >= parameters.trigger && luck(0) < parameters.probability) {
      if (memory.due === 0) memory.due = view.month + parameters.lag;
      memory.cut = Math.max(memory.cut, seen);
    }
    if (memory.due === 0 || view.month < memory.due) return { ads: parameters.ads };
    const prices = followedPrices(view, memory.cut * parameters.depth, parameters.floor);
    memory.due = 0;
    memory.cut = 0;
    return { ads: parameters.ads, prices };
  },
});
