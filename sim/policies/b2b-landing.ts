/**
 * Lives on orders from businesses and the state (article S3: tenders are the main profit source of the model
 * makers). Consumers get no advertising. Research is what gives when cash gets short (S3: at least two of six
 * will give up pre-training); orders pay late, so receivables count for the runway only in part.
 * Loses when the firm has a product for consumers that is still unknown: without advertising few find it.
 */
import { tighten } from './belt.js';
import { months, planShare } from './parameters.js';
import { definePolicy, type FirmView } from './policy.js';

/** Months of cash with a part of what customers owe; as long as nothing burns, without end. */
function runwayWithReceivables(view: FirmView, counted: number): number {
  return view.burn > 0 ? (view.cash + counted * view.receivables) / view.burn : view.runway;
}

/** Research = plan x level; no consumer advertising. */
export const b2bLanding = definePolicy({
  name: 'b2bLanding',
  about: 'Sells to businesses and the state, buys no users, and cuts research when the runway is short.',
  source: 'article S3 on Zhipu and the six tigers',
  parameters: {
    researchBelow: months({
      default: 9,
      about: 'Cuts research below this runway.',
      source: 'our assumption: 6-12',
    }),
    cut: planShare({
      default: 0.2,
      about: 'Part of the research plan that is cut in a month.',
      source: 'our assumption: .1-.5',
    }),
    restore: planShare({
      default: 0.05,
      about: 'Part of the research plan that comes back in a month.',
      source: 'our assumption: .02-.1',
    }),
    leastResearch: planShare({
      default: 0.3,
      about: 'Research never falls below this.',
      source: 'stopping pre-training saves 60-80 % of research',
    }),
    receivablesCounted: {
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      about: 'Part of the receivables that the firm counts as cash when it looks at its runway.',
      source: 'our assumption',
    },
  },
  memory: () => ({ research: 1 }),
  decide(view, p, level) {
    const runway = runwayWithReceivables(view, p.receivablesCounted);
    const belt = { below: p.researchBelow, least: p.leastResearch, cut: p.cut, restore: p.restore };
    level.research = tighten(level.research, runway, belt);
    return { ads: 0, research: view.research * level.research };
  },
});
