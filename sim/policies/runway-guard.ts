/**
 * Keeps the plan until cash gets short, then cuts in the order in which cuts hurt least: advertising, research,
 * fixed cost. What is cut comes back slowly. Cuts take a while to show, because runway is cash over the mean
 * burn of three months: that is how boards see it too.
 * Loses when advertising is what fills the purse and pays back later than the runway it looks at: it cuts the cure.
 */
import { tighten } from './belt.js';
import { money, months, planShare } from './parameters.js';
import { definePolicy } from './policy.js';

/** Each budget is plan x level; a level falls by `cut` a month below its runway and rises by `restore` above. */
export const runwayGuard = definePolicy({
  name: 'runwayGuard',
  about: 'Steady, but cuts advertising, then research, then fixed cost when the runway gets short.',
  source: 'textbook: staged cost cutting',
  parameters: {
    ads: money({ default: 0, about: 'Planned advertising a month.', source: 'our assumption' }),
    adsBelow: months({
      default: 12,
      about: 'Cuts advertising below this runway.',
      source: 'our assumption: 9-18',
    }),
    researchBelow: months({
      default: 9,
      about: 'Cuts research below this runway.',
      source: 'our assumption: 6-12',
    }),
    fixedBelow: months({
      default: 6,
      about: 'Cuts fixed cost below this runway.',
      source: 'our assumption: 3-9',
    }),
    cut: planShare({
      default: 0.25,
      about: 'Part of the plan that is cut in a month.',
      source: 'our assumption: .1-.5',
    }),
    restore: planShare({
      default: 0.05,
      about: 'Part of the plan that comes back in a month.',
      source: 'our assumption: .02-.1',
    }),
    leastResearch: planShare({
      default: 0.2,
      about: 'Research never falls below this.',
      source: 'stopping pre-training saves 60-80 % of research',
    }),
    leastFixed: planShare({
      default: 0.4,
      about: 'Fixed cost never falls below this.',
      source: 'our assumption: .3-.6',
    }),
  },
  memory: () => ({ ads: 1, research: 1, fixed: 1 }),
  decide(view, p, level) {
    const steps = { cut: p.cut, restore: p.restore };
    level.ads = tighten(level.ads, view.runway, { ...steps, below: p.adsBelow, least: 0 });
    level.research = tighten(level.research, view.runway, {
      ...steps,
      below: p.researchBelow,
      least: p.leastResearch,
    });
    level.fixed = tighten(level.fixed, view.runway, { ...steps, below: p.fixedBelow, least: p.leastFixed });
    return {
      ads: p.ads * level.ads,
      research: view.research * level.research,
      fixedCost: view.fixedCost * level.fixed,
    };
  },
});
