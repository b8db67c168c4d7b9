/** What a firm can see when it decides: its own books, and last month's public facts. */
import { log } from '../core/numerics.js';
import { LEDGER_LINES, type LedgerLine } from '../metrics/columns.js';
import type { FirmView, RivalView } from '../policies/policy.js';
import type { DrawnScenario } from '../scenario/drawn.js';
import type { WorldState } from '../world/world.js';
import { ORDER_WINDOW } from './business.js';
import { burnOf, type FirmState, MINOR, receivables, runwayOf } from './firm.js';

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let k = from; k < to && k < values.length; k++) total += values[k];
  return total;
}

/**
 * Growth that investors look at: ln(users / users three months ago); for firms without an app
 * ln of six-month order intake against the six months before (one average order added to both).
 */
export function growthOf(firm: FirmState): number {
  if (firm.slot > 0) {
    const before = firm.users[3];
    if (before === undefined) return 0;
    if (firm.users[0] <= 0) return -1;
    return before > 0 ? log(firm.users[0] / before) : 1;
  }
  if (firm.orders.length < 2 * ORDER_WINDOW) return 0;
  const now = sum(firm.orders, 0, ORDER_WINDOW);
  const before = sum(firm.orders, ORDER_WINDOW, 2 * ORDER_WINDOW);
  const unit = (now + before) / (2 * ORDER_WINDOW);
  return unit > 0 ? log((now + unit) / (before + unit)) : 0;
}

/** Does the firm have a track record long enough for a growth figure? */
export function hasTrack(firm: FirmState): boolean {
  return firm.slot > 0 ? firm.users.length > 3 : firm.orders.length >= 2 * ORDER_WINDOW;
}

/** Advertising of three months / paid joins of three months, currency; 0 if nobody joined. */
export function cacOf(firm: FirmState): number {
  const joins = sum(firm.joinsPaid, 0, 3);
  return joins > 0 ? sum(firm.adsPaid, 0, 3) / joins : 0;
}

function rivalView(rival: FirmState, scenario: DrawnScenario): RivalView {
  return {
    firm: rival.id,
    alive: rival.status === 'alive',
    hasParent: scenario.firms[rival.id].parent !== undefined,
    users: rival.users[0] ?? 0,
    adSpend: rival.lastAds,
    prices: rival.pricesNow,
    pricesBefore: rival.pricesBefore,
  };
}

/** Makes the view of one firm in `month`. Must be made for all firms before any of them acts. */
export function viewOf(
  firm: FirmState,
  firms: readonly FirmState[],
  at: { scenario: DrawnScenario; world: WorldState; month: number },
): FirmView {
  const fields = at.scenario.firms[firm.id];
  const lastMonth = {} as Record<LedgerLine, number>;
  LEDGER_LINES.forEach((line, k) => {
    lastMonth[line] = firm.ledger[k] / MINOR;
  });
  const users = firm.users[0] ?? 0;
  return {
    firm: firm.id,
    month: at.month,
    cash: firm.cash / MINOR,
    credits: firm.credits / MINOR,
    receivables: receivables(firm) / MINOR,
    burn: burnOf(firm),
    runway: runwayOf(firm),
    lastMonth,
    users: firm.users,
    payers: firm.payers,
    joins: firm.joins,
    share: firm.share,
    shareBefore: firm.shareBefore,
    growth: growthOf(firm),
    flatMonths: firm.flatMonths,
    cac: cacOf(firm),
    unitCost: at.world.unitCost * fields.modelSize,
    usePerUser: users > 0 ? firm.tokens / users : 0,
    churn: firm.users[1] > 0 ? Math.min(1, firm.left / firm.users[1]) : 0,
    tiers: firm.tiers,
    fixedCost: fields.fixedCost,
    research: fields.research,
    hasParent: fields.parent !== undefined,
    rivals: firms
      .filter((rival) => rival !== firm && rival.status !== 'absent')
      .map((rival) => rivalView(rival, at.scenario)),
  };
}
