/** Where a number of one world stands in its columns. */
import { MONTH_COLUMNS, type Outcome } from '../../sim/index.js';

/** Shape of the worlds: columns are read by position. */
export interface WorldShape {
  readonly firms: number;
  readonly channels: number;
  readonly months: number;
}

const COLUMNS: readonly string[] = MONTH_COLUMNS;

/** A month column of a firm (position from 0) in a month (from 1). */
export function cell(
  world: Outcome,
  shape: WorldShape,
  at: { column: string; firm: number; month: number },
): number {
  const row = (at.month - 1) * shape.firms + at.firm;
  return world.months[row * COLUMNS.length + COLUMNS.indexOf(at.column)];
}
