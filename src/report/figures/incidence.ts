/** What becomes of one firm: competing ways out over the months, stacked to 100 %. */
import type { Summary } from '../../experiment/summary.js';
import { commonUnit, copiesNote } from '../cases.js';
import type { Figure } from '../figure.js';
import { shortNumber } from '../figure.js';
import { worlds } from '../narrative.js';
import { OUTCOMES } from '../words.js';
import { pickOne } from './choice.js';

/** Aalen-Johansen curves of a chosen firm, the cash-out curve with its interval. */
export function incidenceFigure(summary: Summary): Figure {
  const rows = summary.firmIds.flatMap((id) => {
    const { cashOut, acquired, woundDown, paused, cashOutLow, cashOutHigh } = summary.firms[id].incidence;
    return cashOut.map((out, i) => {
      const alive = Math.max(0, 1 - out - acquired[i] - woundDown[i] - paused[i]);
      const shares = [out, acquired[i], woundDown[i], paused[i], alive, cashOutLow[i], cashOutHigh[i]];
      return [id, i + 1, ...shares.map(shortNumber)];
    });
  });
  const share = (name: string) => ({ name, kind: 'share' as const });
  const unit = commonUnit(summary);
  return {
    id: 'incidence',
    title: 'What becomes of {firm}',
    how: `Cumulative incidence of competing outcomes, % of ${unit}. Dotted: 95% interval of cash-out.`,
    label: `Share of ${unit} in which {firm} has run out of cash, was acquired, wound down, paused or is alive, by month.`,
    note: `Aalen-Johansen, ${worlds(summary.n)}; the parts always add to 100%. ${copiesNote(summary)}`.trimEnd(),
    picker: pickOne(summary),
    height: 300,
    plot: { draw: 'outcomes' },
    sheet: {
      columns: [
        { name: 'firm', kind: 'firm' },
        { name: 'month', kind: 'month' },
        ...OUTCOMES.map(({ word }) => share(word)),
        share('cash-out, low'),
        share('cash-out, high'),
      ],
      rows,
    },
  };
}
