/**
 * The growth slope of the funding hazard as an outsider would estimate it from one world: a logit of "closed a round
 * this month" on growth, on a runway under six months and on the climate, over the firm-months in which a firm looks
 * for money (runway under the default of twelve months). Lasting luck of firms with investors is unseen, as it would be
 * in data, and pulls the slope towards zero. Months after half a year without growth are left out: investors hardly
 * listen then, whatever the logit.
 */
import { MARKET_COLUMNS, type MonthColumn, type Outcome, STATUS } from '../../sim/index.js';
import { logisticRegression } from '../statistics/logistic-regression.js';
import { cell, type WorldShape } from './world-cell.js';

/** Months of runway, a month after the last count: below the first a firm looks for money, below the second it is in distress. */
const SEEKS = 12;
const DISTRESS = 6;
/** Months in a row without growth after which investors hardly listen. */
const FLAT_MONTHS = 6;

/** Firm-months at risk of a round. */
interface AtRisk {
  readonly inputs: number[][];
  readonly raised: boolean[];
}

function climateOf(world: Outcome, shape: WorldShape, month: number): number {
  const columns: readonly string[] = MARKET_COLUMNS;
  return world.market[(month - 1) * (columns.length + shape.channels) + columns.indexOf('climate')];
}

/** Adds the firm-months of one firm in which it looked for money and investors listened. */
function addFirm(rows: AtRisk, world: Outcome, shape: WorldShape, firm: number): void {
  const see = (column: MonthColumn, month: number) => cell(world, shape, { column, firm, month });
  let flat = 0;
  for (let month = 2; month <= shape.months; month++) {
    if (STATUS[see('status', month)] !== 'alive') continue;
    const growth = see('growth', month);
    flat = growth <= 0 ? flat + 1 : 0;
    const runway = see('runway', month - 1) - 1;
    if (runway >= SEEKS || flat >= FLAT_MONTHS) continue;
    const bounded = Math.max(-1, Math.min(1, growth));
    rows.inputs.push([bounded, Number(runway < DISTRESS), climateOf(world, shape, month)]);
    rows.raised.push(see('rounds', month) > 0);
  }
}

/**
 * Growth slope of the logit of raising over the firms of a world; NaN if it cannot be fitted.
 * Firms without a month at risk add nothing. Growth is clamped to -1 and 1, as investors do.
 */
export function raiseSlope(world: Outcome, shape: WorldShape, firms: readonly number[]): number {
  const rows: AtRisk = { inputs: [], raised: [] };
  for (const firm of firms) addFirm(rows, world, shape, firm);
  return logisticRegression(rows.inputs, rows.raised)?.coefficients[1] ?? Number.NaN;
}
