/**
 * Tightening and loosening of one budget: a level between a floor and 1 that falls while the runway is short
 * and comes back while it is long, each by its own step a month, so that cuts can be quick and their undoing
 * slow. Why a level and not a factor: plan x level follows dated changes of the plan.
 */

/** How one budget reacts. `least`: lowest level, share of the plan, 0-1. `cut`, `restore`: share of the plan a month. */
export interface Belt {
  readonly below: number;
  readonly least: number;
  readonly cut: number;
  readonly restore: number;
}

/**
 * Next level of a budget.
 * @param level share of the plan spent now, 0-1
 * @param runway months of cash left; below `belt.below` the level falls by `cut`, else it rises by `restore`
 */
export function tighten(level: number, runway: number, belt: Belt): number {
  const moved = runway < belt.below ? level - belt.cut : level + belt.restore;
  return Math.min(1, Math.max(belt.least, moved));
}
