/**
 * Sales to businesses and the state (M17): tenders arrive by a Poisson process, each is won with a logit
 * probability, orders have a lognormal size, delivery is paid at once and the customer pays months later.
 */

import { logistic, lognormal, poisson } from '../core/distributions.js';
import { type Key, keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { WorldState } from '../world/world.js';
import { apiLoss, orderMargin } from './cloud-orders.js';
import { bookLine, type FirmState, MINOR, remember } from './firm.js';

/** Months of order intake that investors compare with the same number before. */
export const ORDER_WINDOW = 6;

/** Value of the orders won in a month, currency; adds their number to `wins`. */
function ordersWon(firm: FirmState, at: { key: Key; freeRival: boolean; lost: number }): number {
  const { business } = firm.fields;
  if (!business || business.tenders === 0) return 0;
  const { key } = at;
  const n = poisson(business.tenders, uniform(key, firm.address));
  const chance = logistic(business.win - (at.freeRival ? business.freeRivalHit : 0) - at.lost);
  let value = 0;
  for (let k = 0; k < n; k++) {
    const draw = 1 + 2 * k;
    if (uniform(key, firm.address, draw) < chance) {
      value += lognormal(business.size, business.sizeSpread, uniform(key, firm.address, draw + 1));
      firm.wins++;
    }
  }
  return value;
}

/**
 * Gives a firm its past: orders of the twelve months before month 1, drawn without free rivals, and what customers
 * still owe of them. Writes `orders` (newest first) and `due`.
 */
export function recallOrders(firm: FirmState, luck: Luck): void {
  const { business } = firm.fields;
  if (!business) return;
  for (let k = 0; k < 2 * ORDER_WINDOW; k++) {
    const value = ordersWon(firm, { key: keyOf(luck, STREAM.pastTenders, k), freeRival: false, lost: 0 });
    firm.orders.push(value);
    if (k < business.paidAfter) firm.due[business.paidAfter - 1 - k] += Math.round(value * MINOR);
  }
}

/** Does a living rival with a parent give a tier away? */
export function freeRival(firm: FirmState, firms: readonly FirmState[]): boolean {
  return firms.some(
    (rival) =>
      rival !== firm &&
      rival.status === 'alive' &&
      rival.fields.parent !== undefined &&
      rival.tiers.some((tier) => tier.price === 0),
  );
}

/** Books this month's orders: delivery is paid now, the price falls due `paidAfter` months later. Adds to `wins`. */
export function sellToBusiness(
  firm: FirmState,
  firms: readonly FirmState[],
  at: { luck: Luck; month: number; world: WorldState },
): void {
  const { luck, month, world } = at;
  const { business } = firm.fields;
  if (!business) return;
  const own = ordersWon(firm, {
    key: keyOf(luck, STREAM.tenders, month),
    freeRival: freeRival(firm, firms),
    lost: apiLoss(business, world),
  });
  const value = own + firm.publicOrders;
  remember(firm.orders, value, 2 * ORDER_WINDOW);
  firm.due[business.paidAfter] += Math.round(value * MINOR);
  bookLine(firm, 'delivery', -value * (1 - orderMargin(business, world)));
}
