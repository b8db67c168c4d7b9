/**
 * Keeps prices, quotas and spending as they are. The yardstick: whatever another strategy gains or loses is
 * measured against it.
 */
import { money } from './parameters.js';
import { definePolicy } from './policy.js';

/** Constant advertising, nothing else. */
export const steady = definePolicy({
  name: 'steady',
  about: 'Keeps prices and quotas, and spends the same on advertising every month.',
  source: 'our assumption: the null strategy',
  parameters: {
    ads: money({ default: 0, about: 'Advertising a month.', source: 'our assumption' }),
  },
  decide: (_view, { ads }) => ({ ads }),
});
