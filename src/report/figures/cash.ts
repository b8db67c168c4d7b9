/** Cash of one firm over the months: half of the worlds, 90 % of them, the median, and three single worlds. */
import type { Summary } from '../../experiment/summary.js';
import type { Figure } from '../figure.js';
import { shortNumber } from '../figure.js';
import { worlds } from '../narrative.js';
import { pickOne } from './choice.js';
import { fanCells, fanColumns } from './fan-sheet.js';

/** Fan chart of the cash of a chosen firm. */
export function cashFigure(summary: Summary): Figure {
  const rows = summary.firmIds.flatMap((id) => {
    const { cash, worlds: single } = summary.firms[id];
    const hairlines = (i: number) => [0, 1, 2].map((world) => shortNumber(single[world]?.cash[i]));
    return cash.q50.map((_, i) => [id, i + 1, ...fanCells(cash, i), ...hairlines(i)]);
  });
  return {
    id: 'cash',
    title: 'Cash of {firm}',
    how: `Cash at the end of each month, ${summary.currency}. Dark band: half of the worlds. Light band: 90%. Thin lines: worlds 0, 1 and 2.`,
    label: 'Cash of {firm} by month: median, the middle half and the middle 90% of worlds.',
    note: `Quantiles over ${worlds(summary.n)}; a firm that has ended keeps the cash it ended with.`,
    picker: pickOne(summary),
    height: 340,
    plot: { draw: 'fan', bands: [2, 3, 4, 5, 6], worlds: [7, 8, 9], month: 1 },
    sheet: {
      columns: [
        { name: 'firm', kind: 'firm' },
        { name: 'month', kind: 'month' },
        ...fanColumns('money'),
        ...[0, 1, 2].map((world) => ({ name: `world ${world}`, kind: 'money' as const })),
      ],
      rows,
    },
  };
}
