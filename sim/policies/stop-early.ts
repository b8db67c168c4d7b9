/**
 * A small launch as an experiment (article S0: "if no paying point is found, end the project early"; Artifact
 * stopped after twelve months with money left): after a trial the project ends as soon as a user costs more
 * than she will earn, or users no longer grow. The money that is left is the gain over going on.
 * Loses when serving gets cheap soon after the trial: it stops just before users begin to pay for themselves.
 */
import { recentGrowth } from './growth.js';
import { lifetimeValue } from './lifetime-value.js';
import { money, ratio, wholeMonths } from './parameters.js';
import { definePolicy } from './policy.js';

/** Ends as `wound-down` once age > trial and (ratio x CAC > lifetime value, or growth <= 0). */
export const stopEarly = definePolicy({
  name: 'stopEarly',
  about: 'Launches small and stops after a trial if users cost more than they earn or no longer grow.',
  source: 'article S0; Artifact 2024',
  parameters: {
    ads: money({ default: 0, about: 'Advertising a month.', source: 'our assumption' }),
    trial: wholeMonths({
      default: 9,
      about: 'Full months before the firm judges itself.',
      source: 'our assumption: 6-18; Artifact 12',
    }),
    ratio: ratio({
      default: 1,
      about: 'Lifetime value must be at least this multiple of the acquisition cost.',
      source: 'break-even is 1',
    }),
  },
  memory: () => ({ age: 0 }),
  decide(view, parameters, memory) {
    memory.age += 1;
    if (memory.age <= parameters.trial) return { ads: parameters.ads };
    const tooDear = view.cac > 0 && lifetimeValue(view) < parameters.ratio * view.cac;
    if (tooDear || recentGrowth(view) <= 0) return { ads: 0, stop: 'wound-down' };
    return { ads: parameters.ads };
  },
});
