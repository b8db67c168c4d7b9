/** A comparison in words: what plan B changes, the largest differences of P(cash-out) first, then every outcome. */
import type { Comparison, DifferenceRow } from '../../experiment/study/compare.js';
import { plain, points, scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { makeTable, painter, shorten, tableText } from '../text-layout.js';
import { type StudyHead, studyHead } from './head.js';

const NAME = 24;
const SHARES = new Set(['cashOut', 'share']);

function isShare({ outcome, measure }: DifferenceRow): boolean {
  return SHARES.has(outcome) || measure.startsWith('share(');
}

/** A difference in the unit of its outcome: points for shares. */
function shown(row: DifferenceRow, value: number): string {
  if (!Number.isFinite(value)) return '–';
  return isShare(row) ? points(value) : signed(value, scaled);
}

function level(row: DifferenceRow, value: number): string {
  if (!Number.isFinite(value)) return '–';
  return isShare(row) ? `${(value * 100).toFixed(0)}%` : scaled(value);
}

/** `9 × fewer runs`; the gain of common luck. */
function gain({ varianceReduction }: DifferenceRow): string {
  if (!Number.isFinite(varianceReduction)) return '–';
  return `${plain(Number(varianceReduction.toPrecision(2)))} ×`;
}

function lineOf(row: DifferenceRow): string[] {
  const interval = `${shown(row, row.low)} to ${shown(row, row.high)}`;
  return [
    shorten(plainText(row.firm === '' ? row.outcome : row.firm), NAME),
    ...[level(row, row.a), level(row, row.b), shown(row, row.estimate), interval, gain(row)],
  ];
}

function tableOf(rows: readonly DifferenceRow[], outcome: string): string {
  const paint = painter(false);
  const table = makeTable([outcome, 'A', 'B', 'B − A', '95%', 'fewer runs'], [1, 2, 3, 4, 5], paint);
  for (const row of rows) table.push(lineOf(row));
  return tableText(table);
}

/** The text, with a final line break. */
export function compareText(result: StudyHead & Comparison): string {
  const { differences, plans } = result;
  const parts = [studyHead(result)];
  for (const plan of plans.slice(1)) {
    const rows = differences.filter((row) => row.plan === plan);
    const outcomes = [...new Set(rows.map(({ outcome }) => outcome))];
    parts.push(`A: ${plainText(plans[0])}\nB: ${plainText(plan)}`);
    for (const outcome of outcomes)
      parts.push(
        tableOf(
          rows
            .filter((row) => row.outcome === outcome)
            .sort((x, y) => Math.abs(y.estimate) - Math.abs(x.estimate)),
          outcome,
        ),
      );
  }
  parts.push(
    'Differences are paired: both plans live the same worlds. "fewer runs": how many times more worlds two independent\nbatches would need for the same interval.',
  );
  return `${parts.join('\n\n')}\n`;
}
