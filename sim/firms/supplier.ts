/**
 * What a token costs a firm. A wrapper (M32) serves the part `supplied` of its tokens by buying them at the list price
 * of its supplier, who may cut it, raise it or turn rival; with no supplier in the market it serves all itself. What
 * wrappers pay is the supplier's revenue, to the cent, and what they buy is served at its cost, beside what developers buy.
 */
import type { Served } from '../serve.js';
import type { WorldState } from '../world/world.js';
import { distilledCost } from './distillation.js';
import { type FirmState, MINOR } from './firm.js';
import { billedTokens } from './free-riders.js';

/** Cost of serving with the firm's own model, currency per million tokens. */
function ownCost(firm: FirmState, world: WorldState): number {
  return world.unitCost * firm.fields.modelSize * distilledCost(firm.distil);
}

/** The supplier from which the firm buys this month, if it is in the market. */
function sellerTo({ supplier }: FirmState): FirmState | undefined {
  return supplier?.status === 'alive' && supplier.fields.api !== undefined ? supplier : undefined;
}

/** Currency per million tokens that the firm serves this month: supplied x list price + (1 - supplied) x own cost. */
export function unitCostOf(firm: FirmState, world: WorldState): number {
  const supplier = sellerTo(firm);
  const own = ownCost(firm, world);
  if (supplier === undefined) return own;
  const { supplied } = firm.fields;
  return supplied * supplier.apiPrice + (1 - supplied) * own;
}

/** Million tokens whose serving the firm pays this month, without what its wrappers buy. */
function loadOf(firm: FirmState, served: Served | undefined, freeCost: number): number {
  const free = (served?.freeTokens ?? 0) * (1 - firm.blocked);
  return billedTokens(firm.tokens, free, freeCost) + firm.apiTokens;
}

/** Hands a load up the chain of suppliers (a supplier may be a wrapper itself); a ring of suppliers is cut after one turn. */
function passUp(wrapper: FirmState, load: number, most: number): void {
  let buyer = wrapper;
  let tokens = load;
  for (let step = 0; step < most; step++) {
    const supplier = sellerTo(buyer);
    if (supplier === undefined) return;
    tokens *= buyer.fields.supplied;
    buyer.bought += tokens;
    supplier.resold += tokens;
    buyer = supplier;
  }
}

/**
 * What wrappers buy this month, after developers have bought; writes tokens and money of buyers and suppliers.
 * @param at.served what users took, by slot - 1
 * @param at.freeCost part of the cost of free users' tokens that is paid, 0 to 1
 */
export function sellToWrappers(
  firms: readonly FirmState[],
  at: { served: readonly Served[]; freeCost: number },
): void {
  for (const firm of firms) {
    firm.bought = 0;
    firm.resold = 0;
    firm.owedSupplier = 0;
    firm.paidByWrappers = 0;
  }
  for (const firm of firms) {
    if (firm.status !== 'alive' || sellerTo(firm) === undefined) continue;
    passUp(firm, loadOf(firm, at.served[firm.slot - 1], at.freeCost), firms.length);
  }
  for (const firm of firms) {
    const supplier = sellerTo(firm);
    if (supplier === undefined) continue;
    firm.owedSupplier = Math.round(firm.bought * supplier.apiPrice * MINOR);
    supplier.paidByWrappers += firm.owedSupplier;
  }
}

/** What serving costs this month, currency: what is owed to the supplier, and the rest of all tokens at own cost. */
export function costOfServing(
  firm: FirmState,
  served: Served | undefined,
  at: { world: WorldState; freeCost: number },
): number {
  const own = Math.max(0, loadOf(firm, served, at.freeCost) + firm.resold - firm.bought);
  return firm.owedSupplier / MINOR + own * ownCost(firm, at.world);
}
