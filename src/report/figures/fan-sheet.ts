/** Columns and rows of quantiles over worlds, shared by all figures that show a fan. */
import type { Fan } from '../../experiment/summary.js';
import type { CellKind, Sheet } from '../figure.js';
import { shortNumber } from '../figure.js';

const QUANTILES = [
  ['5%', 'q05'],
  ['25%', 'q25'],
  ['median', 'q50'],
  ['75%', 'q75'],
  ['95%', 'q95'],
] as const;

/** Five columns of quantiles. */
export function fanColumns(kind: CellKind): Sheet['columns'] {
  return QUANTILES.map(([name]) => ({ name, kind }));
}

/** The five quantiles of a month (index 0 = month 1). */
export function fanCells(fan: Fan, index: number): (number | null)[] {
  return QUANTILES.map(([, key]) => shortNumber(fan[key][index]));
}

/** Months by quantiles for one series of the market. */
export function fanSheet(fan: Fan, kind: CellKind): Sheet {
  return {
    columns: [{ name: 'month', kind: 'month' }, ...fanColumns(kind)],
    rows: fan.q50.map((_, i) => [i + 1, ...fanCells(fan, i)]),
  };
}
