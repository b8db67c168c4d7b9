/**
 * How firms end, in this order: acquired (M16), out of cash (M29), wound down or paused by its own policy. The users of a
 * dead firm have no app from then on and look around next month.
 */
import type { Market } from '../market-state.js';
import type { Status } from '../metrics/columns.js';
import { isSold, proceedsOf } from './acquisition.js';
import type { FirmState } from './firm.js';
import { isInsolvent, proximateCause } from './insolvency.js';

/** Which end, if any, the firm meets this month. */
function endOf(market: Market, firm: FirmState): { status: Status; cause: string } | null {
  if (isSold(firm, market.luck, market.month)) return { status: 'acquired', cause: 'acquired' };
  if (isInsolvent(firm, market.scenario.world.insolvency))
    return { status: 'cash-out', cause: proximateCause(firm) };
  if (firm.stop) return { status: firm.stop, cause: 'own-decision' };
  return null;
}

/** Ends a firm: its users are at none and look around next month. Writes the firm and the population. */
function leaveMarket(market: Market, firm: FirmState, end: { status: Status; cause: string }): void {
  firm.status = end.status;
  firm.cause = end.cause;
  firm.exitMonth = market.month;
  if (end.status === 'acquired') firm.proceeds = proceedsOf(firm, market.luck, market.month);
  firm.lastAds = 0;
  firm.share = 0;
  firm.shareBySegment.fill(0);
  if (firm.slot === 0) return;
  market.moves[(firm.index + 1) * (market.firms.length + 1)] += firm.firstUsers;
  market.population.orphan(firm.slot);
}

/** Checks every living firm for its end, in scenario order. */
export function exitFirms(market: Market): void {
  for (const firm of market.firms) {
    if (firm.status !== 'alive') continue;
    const end = endOf(market, firm);
    if (end) leaveMarket(market, firm, end);
  }
}
