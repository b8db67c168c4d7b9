/**
 * Sales to businesses and the state (M17): tenders arrive by a Poisson process, each is won with a logit
 * probability, orders have a lognormal size, delivery is paid at once and the customer pays months later.
 */

import { logistic, lognormal, poisson } from '../core/distributions.js';
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { DrawnScenario } from '../scenario/drawn.js';
import { bookLine, type FirmState, MINOR, remember } from './firm.js';

/** Months of order intake that investors compare with the same number before. */
export const ORDER_WINDOW = 6;

/** Value of the orders won in a month, currency. `draw`: first address used. */
function ordersWon(
  firm: FirmState,
  scenario: DrawnScenario,
  at: { luck: Luck; month: number; draw: number; freeRival: boolean },
): number {
  const business = scenario.firms[firm.id].business;
  if (!business || business.tenders === 0) return 0;
  const key = keyOf(at.luck, STREAM.tenders, at.month);
  const n = poisson(business.tenders, uniform(key, firm.index, at.draw));
  const chance = logistic(business.win - (at.freeRival ? business.freeRivalHit : 0));
  let value = 0;
  for (let k = 0; k < n; k++) {
    const draw = at.draw + 1 + 2 * k;
    if (uniform(key, firm.index, draw) < chance) {
      value += lognormal(business.size, business.sizeSpread, uniform(key, firm.index, draw + 1));
    }
  }
  return value;
}

/** Orders of the twelve months before month 1, newest first, drawn without free rivals; empty without business. */
export function orderHistory(scenario: DrawnScenario, firm: FirmState, luck: Luck): number[] {
  if (!scenario.firms[firm.id].business) return [];
  return Array.from({ length: 2 * ORDER_WINDOW }, (_, k) =>
    ordersWon(firm, scenario, { luck, month: 0, draw: 100 * k, freeRival: false }),
  );
}

/** Does a living rival with a parent give a tier away? */
function freeRival(firm: FirmState, firms: readonly FirmState[], scenario: DrawnScenario): boolean {
  return firms.some(
    (rival) =>
      rival !== firm &&
      rival.status === 'alive' &&
      scenario.firms[rival.id].parent !== undefined &&
      rival.tiers.some((tier) => tier.price === 0),
  );
}

/** Books this month's orders: delivery is paid now, the price falls due `paidAfter` months later. */
export function sellToBusiness(
  firm: FirmState,
  firms: readonly FirmState[],
  at: { scenario: DrawnScenario; luck: Luck; month: number },
): void {
  const { scenario, luck, month } = at;
  const business = scenario.firms[firm.id].business;
  if (!business) return;
  const value = ordersWon(firm, scenario, {
    luck,
    month,
    draw: 0,
    freeRival: freeRival(firm, firms, scenario),
  });
  remember(firm.orders, value, 2 * ORDER_WINDOW);
  firm.due[business.paidAfter] += Math.round(value * MINOR);
  bookLine(firm, 'delivery', -value * (1 - business.margin));
}
