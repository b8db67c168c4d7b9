/**
 * Going public (part of M19, `world/capital-climate.ts`), once: with twelve months of books whose revenue is large enough, in a hot climate, with a monthly
 * chance. A younger firm is not extrapolated: exchanges ask for accounts. Money from the listing is no burn and no round.
 */
import { keyOf, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { Market } from '../market-state.js';
import { REVENUE_LINES } from '../metrics/columns.js';
import { canList } from '../world/capital-climate.js';
import { bookLine, type FirmState, lineOf, MINOR, remember } from './firm.js';

const YEAR = 12;

/** Remembers this month's revenue, currency; writes `revenue`. */
export function rememberRevenue(firm: FirmState): void {
  let minor = 0;
  for (const line of REVENUE_LINES) minor += lineOf(firm, line);
  remember(firm.revenue, minor / MINOR, YEAR);
}

/** Revenue of the last twelve months, currency; 0 before there are twelve. */
export function yearlyRevenue(firm: FirmState): number {
  if (firm.revenue.length < YEAR) return 0;
  let sum = 0;
  for (const month of firm.revenue) sum += month;
  return sum;
}

/** Lists the firm if revenue, climate and chance allow; books the money. */
export function goPublic(market: Market, firm: FirmState): void {
  const { listing } = firm.fields;
  if (!listing || firm.listedMonth > 0 || !canList(market.world.climate)) return;
  if (firm.revenue.length < YEAR || yearlyRevenue(firm) < listing.revenue) return;
  const u = uniform(keyOf(market.luck, STREAM.listing, market.month), firm.address);
  if (u >= listing.chance) return;
  bookLine(firm, 'listing', listing.proceeds);
  firm.listedMonth = market.month;
}
