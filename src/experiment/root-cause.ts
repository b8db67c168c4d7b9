/**
 * Why a firm that ran out of cash ran out of cash: the root cause behind the proximate one (CB Insights 2014 to 2026
 * ask founders; here the record answers). Told from what an analyst sees afterwards, by the first rule that holds:
 *   cost         serving users and customers cost more than they paid, and that was at least a quarter of all it lost
 *   no-demand    growth was not positive on average over its life
 *   outcompeted  growth had been positive and was not in the last six months
 *   funding      it grew to the end, and nobody gave it money
 */
import { type MonthColumn, type Outcome, REVENUE_LINES } from '../../sim/index.js';
import { cell, type WorldShape } from './world-cell.js';

/** Root causes, in the order of the rules. */
export const ROOT_CAUSES = ['cost', 'no-demand', 'outcompeted', 'funding'] as const;
export type RootCause = (typeof ROOT_CAUSES)[number];

/** What users, developers and businesses pay, and what serving them costs. */
const SERVING: readonly MonthColumn[] = [...REVENUE_LINES, 'delivery', 'inference'];
const SPENDING: readonly MonthColumn[] = ['advertising', 'research', 'fixedCost', 'severance'];
/** Last months of a life, months. */
const RECENT = 6;
/** Part of all that was lost from which serving is the cause. */
const LARGE = 0.25;

/** Root cause of a firm's cash-out; null if it did not run out of cash. */
export function rootCause(world: Outcome, shape: WorldShape, firm: number): RootCause | null {
  const { outcome, exitMonth, entryMonth } = world.firms[firm];
  if (outcome !== 'cash-out' || exitMonth === null || entryMonth === null) return null;
  const meanOf = (column: MonthColumn, from: number) => {
    let sum = 0;
    for (let month = from; month <= exitMonth; month++) sum += cell(world, shape, { column, firm, month });
    return sum / (exitMonth - from + 1);
  };
  const lost = (columns: readonly MonthColumn[]) =>
    0 - columns.reduce((sum, column) => sum + meanOf(column, entryMonth), 0);
  const served = lost(SERVING);
  if (served > 0 && served >= LARGE * (served + lost(SPENDING))) return 'cost';
  if (meanOf('growth', entryMonth) <= 0) return 'no-demand';
  return meanOf('growth', Math.max(entryMonth, exitMonth - RECENT + 1)) <= 0 ? 'outcompeted' : 'funding';
}
