/**
 * What a token costs a firm. A wrapper (M32) serves the part `supplied` of its tokens by buying them at the list price
 * of its supplier, who may cut it, raise it or turn rival; with no supplier in the market it serves all itself. What
 * wrappers buy is part of what developers buy, so it is not sold a second time in the books of the supplier.
 */
import type { WorldState } from '../world/world.js';
import { distilledCost } from './distillation.js';
import type { FirmState } from './firm.js';

/** Cost of serving with the firm's own model, currency per million tokens. */
function ownCost(firm: FirmState, world: WorldState): number {
  return world.unitCost * firm.fields.modelSize * distilledCost(firm.distil);
}

/** Currency per million tokens that the firm serves this month: supplied x list price + (1 - supplied) x own cost. */
export function unitCostOf(firm: FirmState, world: WorldState): number {
  const { supplier } = firm;
  const own = ownCost(firm, world);
  if (supplier?.status !== 'alive' || supplier.fields.api === undefined) return own;
  const { supplied } = firm.fields;
  return supplied * supplier.apiPrice + (1 - supplied) * own;
}
