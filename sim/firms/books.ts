/**
 * The month's books: every entry is rounded once to whole minor units, and the lines
 * of the ledger add to the change of cash exactly. Credits pay compute first; what is sold but not yet paid waits
 * in receivables.
 */
import { type Key, keyOf, type Luck, uniform } from '../core/draws.js';
import { normalQuantile } from '../core/numerics.js';
import { STREAM } from '../core/streams.js';
import type { Served } from '../serve.js';
import type { WorldState } from '../world/world.js';
import { planRevenue } from './annual-plans.js';
import { fallDue } from './calendar.js';
import { owedCompute, payJolts, paySeverance } from './commitments.js';
import { bookLine, type FirmState, lineOf, MINOR, remember } from './firm.js';
import { adRevenue, gachaRevenue } from './gacha.js';
import { rememberRevenue } from './listing.js';
import { servingCost } from './serving-cost.js';

/** Pays `cost` (currency) of compute: credits first, then cash on the line. */
function payCompute(firm: FirmState, line: 'inference' | 'research', cost: number): void {
  const minor = Math.round(cost * MINOR);
  const fromCredits = Math.min(firm.credits, minor);
  firm.credits -= fromCredits;
  bookLine(firm, line, -(minor - fromCredits) / MINOR);
}

function sellToUsers(firm: FirmState, served: Served, gachaKey: Key): void {
  const { fields } = firm;
  let byMonth = 0;
  let cheapest = 0;
  let ads = 0;
  for (let k = 0; k < firm.tiers.length; k++) {
    byMonth += served.first[k] * firm.tiers[k].price;
    ads += served.first[k] * adRevenue(firm, k);
    if (firm.tiers[k].price < firm.tiers[cheapest].price) cheapest = k;
  }
  ads += served.secondUse * adRevenue(firm, cheapest);
  const paid = planRevenue(firm, byMonth, firm.payers);
  const fee = paid * fields.storeFee;
  if (fields.storeDelay === 0) {
    bookLine(firm, 'subscriptions', paid);
    bookLine(firm, 'storeFee', -fee);
  } else firm.storeDue[fields.storeDelay] += Math.round((paid - fee) * MINOR);
  bookLine(firm, 'adSales', ads);
  bookLine(firm, 'gacha', gachaRevenue(firm, firm.firstUsers + served.secondUse, gachaKey));
  const harvested = firm.share > fields.harvestShare ? firm.users[0] * fields.harvest : 0;
  bookLine(firm, 'harvest', harvested);
}

/** Settles one firm's month before rounds and exits, after its sales to businesses. `served`: undefined without an app. */
export function settleBooks(
  firm: FirmState,
  served: Served | undefined,
  at: { luck: Luck; month: number; world: WorldState; freeCost: number },
): void {
  const { fields } = firm;
  if (served) sellToUsers(firm, served, keyOf(at.luck, STREAM.gacha, at.month));
  bookLine(firm, 'subscriptions', fallDue(firm.storeDue) / MINOR);
  bookLine(firm, 'api', firm.apiTokens * firm.apiPrice + firm.paidByWrappers / MINOR);
  bookLine(firm, 'orders', fallDue(firm.due) / MINOR);
  payCompute(firm, 'inference', owedCompute(firm, servingCost(firm, served, at)));
  let ads = 0;
  for (let c = 0; c < firm.adSpend.length; c++) ads += firm.adSpend[c];
  bookLine(firm, 'advertising', -ads);
  payCompute(firm, 'research', firm.research);
  bookLine(firm, 'fixedCost', -firm.fixedCost);
  paySeverance(firm);
  const z = normalQuantile(uniform(keyOf(at.luck, STREAM.shock, at.month), firm.address));
  bookLine(firm, 'shock', -fields.shock * (firm.fixedCost + firm.research) * z);
  payJolts(firm, at.luck, at.month);
  rememberRevenue(firm);
  firm.lastAds = ads;
  remember(firm.adsPaid, ads, 3);
  remember(firm.joinsPaid, firm.paidJoins, 3);
}

/** Closes a month after rounds: burn (without rounds, listing and parent), totals, lowest cash. Writes the firm. */
export function closeBooks(firm: FirmState): void {
  let change = 0;
  for (let k = 0; k < firm.ledger.length; k++) {
    change += firm.ledger[k];
    firm.totals[k] += firm.ledger[k];
  }
  const financing = lineOf(firm, 'rounds') + lineOf(firm, 'listing') + lineOf(firm, 'parent');
  remember(firm.outflow, (financing - change) / MINOR, 3);
  if (firm.cash < firm.lowestCash) firm.lowestCash = firm.cash;
}
