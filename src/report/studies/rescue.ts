/** What would have saved a firm, in words: the best lever and the best pair, then all levers, ranked. */
import type { RescueResult, RescueRow } from '../../experiment/study/rescue.js';
import { intervalText, percent, points } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { makeTable, painter, tableText, wrap } from '../text-layout.js';
import { firmText, type StudyHead, studyHead } from './head.js';

const WIDTH = 100;

function pointsText({ estimate, low, high }: RescueRow['cashOut']): string {
  return `${points(estimate)} points, 95% ${points(low)} to ${points(high)}`;
}

/** What a lever, or a pair, does on fresh worlds. */
export function leverSentence(name: string, row: RescueRow): string {
  const lever = row.lever[0].toUpperCase() + row.lever.slice(1);
  return `${lever}: ${name} runs out of cash in ${percent(row.cashOut.b)} of fresh worlds instead of ${percent(row.cashOut.a)} (${pointsText(row.cashOut)}).`;
}

function answer(result: RescueResult, name: string): string {
  const { before, confirmed } = result;
  const { estimate, low, high } = before.cashOut;
  const now = `${name} runs out of cash in ${percent(estimate)} of worlds (${intervalText(low, high)}).`;
  const isSaved = confirmed.some(({ cashOut }) => cashOut.high < 0);
  if (confirmed.length === 0) return `${now} No lever lowers that.`;
  const head = isSaved ? 'What would have saved it most:' : 'Nothing saves it clearly; the best found:';
  return [`${now} ${head}`, ...confirmed.map((row) => `  ${leverSentence(name, row)}`)].join('\n');
}

function tableOf(head: string, rows: readonly RescueRow[]): string {
  const table = makeTable(
    [head, 'P(cash-out)', 'change', '95%', 'P(alive)', 'change'],
    [1, 2, 3, 4, 5],
    painter(false),
  );
  for (const { lever, cashOut, alive } of rows)
    table.push([
      ...[plainText(lever), percent(cashOut.b), points(cashOut.estimate)],
      Number.isFinite(cashOut.low) ? `${points(cashOut.low)} to ${points(cashOut.high)}` : '–',
      ...[percent(alive.b), points(alive.estimate)],
    ]);
  return tableText(table);
}

const NOTE =
  'Every lever lives the same worlds as the scenario itself. The sentences above are of worlds that did not choose the winners; the tables are of those that did.';

/** The text, with a final line break. */
export function rescueText(result: StudyHead & RescueResult): string {
  const name = firmText(result, result.firm);
  const parts = [
    studyHead(result),
    answer(result, name)
      .split('\n')
      .map((line) => wrap(line, WIDTH, line.startsWith(' ') ? '    ' : ''))
      .join('\n'),
    tableOf('lever', result.levers),
    ...(result.pairs.length > 0 ? [tableOf('pair of levers', result.pairs)] : []),
    wrap(NOTE, WIDTH),
  ];
  return `${parts.join('\n\n')}\n`;
}
