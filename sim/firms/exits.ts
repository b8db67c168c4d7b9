/**
 * How firms end, in this order: acquired (M16), out of cash (below the minimum after all money of the month, M29; not
 * with `insolvency` 0), wound down or paused by its own policy. A firm that raises in the month in which its cash
 * went negative lives. Each cash-out keeps its proximate cause: what drained it most over the whole life.
 */
import { lognormal } from '../core/distributions.js';
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import type { Market } from '../market-state.js';
import { LEDGER_LINES, type LedgerLine, type Status } from '../metrics/columns.js';
import { type FirmState, MINOR, runwayOf } from './firm.js';

/** Runway below which a firm can be bought. */
const FOR_SALE = 12;

/** Names of the drains that a cash-out can be laid to. */
export const CAUSES = [
  'unit-cost',
  'advertising',
  'research',
  'fixed-cost',
  'bad-luck',
  'parent-stopped',
] as const;

/**
 * The largest drain: serving beyond what users and developers pay, advertising, research, fixed cost (with severance),
 * or a run of bad luck (with jolts).
 */
export function proximateCause(firm: FirmState): (typeof CAUSES)[number] {
  const total = (line: LedgerLine) => firm.totals[LEDGER_LINES.indexOf(line)];
  if (firm.parentStopped) return 'parent-stopped';
  const served = ['subscriptions', 'storeFee', 'adSales', 'gacha', 'harvest', 'api', 'inference'] as const;
  const fromBusiness = total('orders') + total('delivery');
  const drains = [
    -served.reduce((sum, line) => sum + total(line), 0),
    -total('advertising'),
    -total('research'),
    -total('fixedCost') - total('severance') - Math.max(0, fromBusiness),
    -total('shock') - total('jolts'),
  ];
  return CAUSES[drains.indexOf(Math.max(...drains))];
}

/** Monthly probability of a sale: `always`, and `hazard` on top of it while runway is short. */
function saleHazard(firm: FirmState): number {
  const { hazard, always } = firm.fields.acquisition;
  return always + (hazard > 0 && runwayOf(firm) < FOR_SALE ? hazard : 0);
}

/**
 * What a buyer pays to the investors, minor units: a lognormal multiple of what they have put in: the cash of the start and
 * all rounds after it.
 */
export function proceedsOf(firm: FirmState, luck: Luck, month: number): number {
  const { multiple, multipleSpread } = firm.fields.acquisition;
  const invested = Math.round(firm.fields.cash * MINOR) + firm.raised;
  const u = uniform(keyOf(luck, STREAM.proceeds, month), firm.address);
  return Math.round(invested * lognormal(multiple, multipleSpread, u));
}

/** Which end, if any, the firm meets this month. */
function endOf(market: Market, firm: FirmState): { status: Status; cause: string } | null {
  const { fields } = firm;
  const hazard = saleHazard(firm);
  if (hazard > 0) {
    const u = uniform(keyOf(market.luck, STREAM.acquisition, market.month), firm.address);
    if (u < hazard) return { status: 'acquired', cause: 'acquired' };
  }
  const { insolvency } = market.scenario.world;
  if (insolvency > 0 && firm.cash < Math.round(fields.minCash * MINOR))
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
