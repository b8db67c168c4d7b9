/** A sweep in words: a row for each point, the outcomes beside it with their intervals. */
import type { SweepCell, SweepResult } from '../../experiment/study/sweep.js';
import { intervalCell, percent, scaled } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { makeTable, painter, shorten, tableText, wrap } from '../text-layout.js';
import { type StudyHead, studyHead } from './head.js';
import { sweepAnswer } from './sweep-groups.js';
import { valueText } from './value-text.js';

const NAME = 26;
const WIDTH = 100;
/** Outcomes that the terminal shows; the file has all. */
const COLUMNS = 3;

function cellText({ estimate, low, high }: SweepCell, measure: string): string {
  if (measure.startsWith('share(')) return `${percent(estimate)} (${intervalCell(low, high)})`;
  return `${scaled(estimate)} (${scaled(low)} to ${scaled(high)})`;
}

/** P(cash-out) of the firms first, because that is the question; the widest spread over the points before others. */
function chosen({ outcomes, rows }: SweepResult): number[] {
  const spread = (k: number) => {
    const values = rows.map(({ cells }) => cells[k].estimate).filter(Number.isFinite);
    return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
  };
  const all = outcomes.map((_, k) => k);
  const own = all.filter((k) => outcomes[k].firm === '');
  if (own.length > 0) return own.slice(0, COLUMNS);
  const cashOut = all.filter((k) => outcomes[k].outcome === 'cashOut');
  return cashOut.sort((a, b) => spread(b) - spread(a)).slice(0, COLUMNS);
}

function headOf({ outcomes }: SweepResult, k: number): string {
  const { outcome, firm } = outcomes[k];
  return shorten(plainText(firm === '' ? outcome : `${outcome} of ${firm}`), NAME);
}

/** The text, with a final line break. */
export function sweepText(result: StudyHead & SweepResult): string {
  const columns = chosen(result);
  const names = result.factors.map(({ name }) => shorten(plainText(name), NAME));
  const arms = new Set(result.rows.map(({ arm }) => arm)).size > 1;
  const head = [...(arms ? ['plan'] : []), ...names, ...columns.map((k) => headOf(result, k))];
  const table = makeTable(head, head.map((_, k) => k).slice(arms ? 1 : 0), painter(false));
  for (const { arm, values, cells } of result.rows) {
    const measured = columns.map((k) => cellText(cells[k], result.outcomes[k].measure));
    table.push([
      ...(arms ? [plainText(arm)] : []),
      ...values.map((value) => shorten(valueText(value), NAME)),
      ...measured,
    ]);
  }
  const rest = result.outcomes.length - columns.length;
  const more = rest > 0 ? `\n\n${rest} more outcomes of every point are in the result.` : '';
  return `${studyHead(result)}\n\n${wrap(sweepAnswer(result), WIDTH)}\n\n${tableText(table)}${more}\n`;
}
