// An own policy: spends half of what came in last month on ads, and a trickle before anything comes in.
import { definePolicy } from 'afterburn';

export const policy = definePolicy({
  name: 'halfOfIncome',
  about: 'Advertises with half of last month’s income.',
  source: 'example',
  parameters: {
    trickle: { unit: 'currency a month', min: 0, max: 1e9, default: 100_000, about: 'Least advertising.' },
  },
  decide({ lastMonth, runway }, { trickle }) {
    const income = lastMonth.subscriptions + lastMonth.storeFee + lastMonth.adSales + lastMonth.harvest;
    return { ads: runway > 6 ? Math.max(trickle, income / 2) : 0 };
  },
});
