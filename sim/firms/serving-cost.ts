/**
 * Every served token costs money, also those of free users (M01): cost = (billed tokens of users + tokens of developers)
 * x unit cost. What capacity blocks is not served. Article S0: "every call costs money".
 */
import type { Served } from '../serve.js';
import type { WorldState } from '../world/world.js';
import type { FirmState } from './firm.js';
import { billedTokens } from './free-riders.js';
import { unitCostOf } from './supplier.js';

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
  const free = (served?.freeTokens ?? 0) * (1 - firm.blocked);
  return (billedTokens(firm.tokens, free, at.freeCost) + firm.apiTokens) * unitCostOf(firm, at.world);
}
