/**
 * The pricing rule of the six-app benchmark: raises prices when cash gets short, cuts them when the share falls.
 * The benchmark applies it at the end of a month on that month's burn and share; here firms decide at the start
 * of the next month on the same books, which gives the same prices to the same users.
 * Burn is last month's net outflow, not the three-month mean, and leaves out money from investors.
 * Loses when users are sensitive to prices and a rival is cheaper, or prices are high
 * already: each rise drives out those who pay the burn.
 */
import { LEDGER_LINES } from '../metrics/columns.js';
import { months } from './parameters.js';
import { definePolicy, type FirmView } from './policy.js';

/** Net outflow of last month without rounds and parent, currency; negative if the firm earned. */
function burnLastMonth(view: FirmView): number {
  let net = 0;
  for (const line of LEDGER_LINES) net += view.lastMonth[line];
  return view.lastMonth.rounds + view.lastMonth.parent - net;
}

/** Price x raise if burn > 0 and cash / burn < months (0 becomes firstPrice); else x cut if the share fell. */
export const runwayPricing = definePolicy({
  name: 'runwayPricing',
  about: 'Raises prices when the runway is short, cuts them when the share falls.',
  source: 'six-app benchmark',
  parameters: {
    below: months({ default: 6, about: 'Runway under which prices rise.', source: 'six-app benchmark' }),
    raise: {
      unit: 'factor a month',
      min: 1,
      max: 10,
      default: 1.02,
      about: 'What multiplies prices while the runway is short.',
      source: 'six-app benchmark',
    },
    cut: {
      unit: 'factor a month',
      min: 0,
      max: 1,
      default: 0.98,
      about: 'What multiplies prices after a month in which the share fell.',
      source: 'six-app benchmark',
    },
    firstPrice: {
      unit: 'currency a month',
      min: 0,
      max: 1e6,
      default: 1,
      about: 'What a price of zero is raised to.',
      source: 'six-app benchmark',
    },
  },
  decide(view, { below, raise, cut, firstPrice }) {
    const burn = burnLastMonth(view);
    const short = burn > 0 && view.cash / burn < below;
    if (!short && !(view.share < view.shareBefore)) return {};
    const move = (price: number) => (short ? (price === 0 ? firstPrice : price * raise) : price * cut);
    return { prices: view.tiers.map(({ price }) => move(price)) };
  },
});
