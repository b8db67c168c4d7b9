/** When: share of worlds (or cases, for copies) in which each firm still operates, whatever the exit. */
import type { Summary } from '../../experiment/summary.js';
import { commonUnit, copiesNote } from '../cases.js';
import type { Figure } from '../figure.js';
import { shortNumber } from '../figure.js';
import { worlds } from '../narrative.js';
import { pickSome } from './choice.js';

/** Kaplan-Meier curves of all firms, four in focus with their bands, and the worlds at risk. */
export function survivalFigure(summary: Summary): Figure {
  const rows = summary.firmIds.flatMap((id) => {
    const { atRisk, exits, estimate, low, high } = summary.firms[id].survival;
    return estimate.map((value, i) => [
      id,
      i + 1,
      shortNumber(value),
      shortNumber(low[i]),
      shortNumber(high[i]),
      atRisk[i],
      exits[i],
    ]);
  });
  const unit = commonUnit(summary);
  return {
    id: 'survival',
    title: 'Firms still operating',
    how: `% of ${unit}. An exit is a cash-out, an acquisition, a wind-down or a pause. Shaded: 95% interval.`,
    label: `Share of ${unit} in which each firm still operates, by month, over ${summary.months} months.`,
    note: `Kaplan-Meier estimate, Greenwood interval, ${worlds(summary.n)}; months count from the entry of a firm, worlds are censored at month ${summary.months}. ${copiesNote(summary)}`.trimEnd(),
    picker: pickSome(summary, summary.firmIds, (firm) => firm.cashOut.estimate),
    height: 360,
    plot: { draw: 'lines', middle: 2, low: 3, high: 4, steps: true, start: 1, atRisk: 5 },
    body: '<div class="at-risk"></div>',
    sheet: {
      columns: [
        { name: 'firm', kind: 'firm' },
        { name: 'month', kind: 'month' },
        { name: 'still operating', kind: 'share' },
        { name: 'low', kind: 'share' },
        { name: 'high', kind: 'share' },
        { name: 'at risk', kind: 'count' },
        { name: 'exits', kind: 'count' },
      ],
      rows,
    },
  };
}
