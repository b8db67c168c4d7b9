/**
 * Every served token costs money, also those of free users (M01): cost = (billed tokens of users + tokens of developers
 * and wrappers) x unit cost, where a wrapper's own suppliers are paid at list price. What capacity blocks is not served. Article S0: "every call costs money".
 */
import type { Served } from '../serve.js';
import type { WorldState } from '../world/world.js';
import type { FirmState } from './firm.js';
import { costOfServing } from './supplier.js';

/**
 * Cost of what the firm has served this month, currency.
 * @param served what its users took; undefined without an app
 * @param at.freeCost part of the cost of free users' tokens that is paid, 0 to 1
 */
export function servingCost(
  firm: FirmState,
  served: Served | undefined,
  at: { world: WorldState; freeCost: number },
): number {
  return costOfServing(firm, served, at);
}
