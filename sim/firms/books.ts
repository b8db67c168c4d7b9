/**
 * The month's books (M03, M14, M23, M25, M29): every entry is rounded once to whole minor units, and the lines
 * of the ledger add to the change of cash exactly. Credits pay compute first; what is sold but not yet paid waits
 * in receivables.
 */
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { normalQuantile } from '../core/numerics.js';
import { STREAM } from '../core/streams.js';
import type { DrawnFirm } from '../scenario/drawn.js';
import type { Served } from '../serve.js';
import type { WorldState } from '../world/world.js';
import { bookLine, type FirmState, lineOf, MINOR, remember } from './firm.js';
import { billedTokens } from './free-riders.js';
import { unitCostOf } from './supplier.js';

/** Pays `cost` (currency) of compute: credits first, then cash on the line. */
function payCompute(firm: FirmState, line: 'inference' | 'research', cost: number): void {
  const minor = Math.round(cost * MINOR);
  const fromCredits = Math.min(firm.credits, minor);
  firm.credits -= fromCredits;
  bookLine(firm, line, -(minor - fromCredits) / MINOR);
}

/** Advertising revenue follows the load of ads that users see. */
function adRevenue(firm: FirmState, fields: DrawnFirm, tier: number): number {
  const declared = firm.declaredLoads[tier];
  return fields.tiers[tier].adRevenue * (declared > 0 ? firm.tiers[tier].adLoad / declared : 1);
}

function sellToUsers(firm: FirmState, fields: DrawnFirm, served: Served): void {
  let paid = 0;
  let cheapest = 0;
  let ads = 0;
  for (let k = 0; k < firm.tiers.length; k++) {
    paid += served.first[k] * firm.tiers[k].price;
    ads += served.first[k] * adRevenue(firm, fields, k);
    if (firm.tiers[k].price < firm.tiers[cheapest].price) cheapest = k;
  }
  ads += served.secondUse * adRevenue(firm, fields, cheapest);
  const fee = paid * fields.storeFee;
  if (fields.storeDelay === 0) {
    bookLine(firm, 'subscriptions', paid);
    bookLine(firm, 'storeFee', -fee);
  } else firm.storeDue[fields.storeDelay] += Math.round((paid - fee) * MINOR);
  bookLine(firm, 'adSales', ads);
  const harvested = firm.share > fields.harvestShare ? firm.users[0] * fields.harvest : 0;
  bookLine(firm, 'harvest', harvested);
}

/** Takes what falls due this month out of a calendar, and moves the calendar on by a month; minor units. */
function fallDue(calendar: Float64Array): number {
  const minor = calendar[0];
  calendar.copyWithin(0, 1);
  calendar[calendar.length - 1] = 0;
  return minor;
}

/** Cost of what the firm has served this month, currency. */
function servingCost(
  firm: FirmState,
  served: Served | undefined,
  at: { world: WorldState; freeCost: number },
): number {
  const free = (served?.freeTokens ?? 0) * (1 - firm.blocked);
  return billedTokens(firm.tokens, free, at.freeCost) * unitCostOf(firm, at.world);
}

/** Settles one firm's month before rounds and exits, after its sales to businesses. `served`: undefined without an app. */
export function settleBooks(
  firm: FirmState,
  served: Served | undefined,
  at: { luck: Luck; month: number; world: WorldState; freeCost: number },
): void {
  const { fields } = firm;
  if (served) sellToUsers(firm, fields, served);
  bookLine(firm, 'subscriptions', fallDue(firm.storeDue) / MINOR);
  bookLine(firm, 'orders', fallDue(firm.due) / MINOR);
  payCompute(firm, 'inference', servingCost(firm, served, at));
  let ads = 0;
  for (let c = 0; c < firm.adSpend.length; c++) ads += firm.adSpend[c];
  bookLine(firm, 'advertising', -ads);
  payCompute(firm, 'research', firm.research);
  bookLine(firm, 'fixedCost', -firm.fixedCost);
  const z = normalQuantile(uniform(keyOf(at.luck, STREAM.shock, at.month), firm.address));
  bookLine(firm, 'shock', -fields.shock * (firm.fixedCost + firm.research) * z);
  firm.lastAds = ads;
  remember(firm.adsPaid, ads, 3);
  remember(firm.joinsPaid, firm.paidJoins, 3);
}

/** Closes a month after rounds: burn (without rounds and parent), totals, lowest cash. Writes the firm. */
export function closeBooks(firm: FirmState): void {
  let change = 0;
  for (let k = 0; k < firm.ledger.length; k++) {
    change += firm.ledger[k];
    firm.totals[k] += firm.ledger[k];
  }
  const financing = lineOf(firm, 'rounds') + lineOf(firm, 'parent');
  remember(firm.outflow, (financing - change) / MINOR, 3);
  if (firm.cash < firm.lowestCash) firm.lowestCash = firm.cash;
}
