/**
 * A firm without cash is out (M29): cash below its minimum after all money of the month, watched once a month, so a firm
 * that raises in the month in which its cash went negative lives. Each cash-out keeps its proximate cause: what drained
 * it most over the whole life.
 */
import { LEDGER_LINES, type LedgerLine } from '../metrics/columns.js';
import { type FirmState, MINOR } from './firm.js';

/** Is the firm out of cash? `insolvency`: 1, or 0 in a world in which cash decides nothing. */
export function isInsolvent(firm: FirmState, insolvency: number): boolean {
  return insolvency > 0 && firm.cash < Math.round(firm.fields.minCash * MINOR);
}

/** Names of the drains that a cash-out can be laid to. */
const CAUSES = ['unit-cost', 'advertising', 'research', 'fixed-cost', 'bad-luck', 'parent-stopped'] as const;

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
