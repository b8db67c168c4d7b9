/** An equilibrium in words: where each firm ends, what it could still gain, the rounds, and what a change is worth. */
import type { Answer, EndOfFirm, Equilibrium, Played } from '../../experiment/study/equilibrium.js';
import { scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { makeTable, painter, tableText, wrap } from '../text-layout.js';
import { fieldText, gainText, wishText } from './chosen.js';
import { firmText, type StudyHead, studyHead } from './head.js';
import { valueText } from './value-text.js';

const WIDTH = 100;
/** Firms that the table of answers shows. */
const MOST = 10;

/** A clear gain by a move that is worth telling. */
function isOpen({ regret, rests }: EndOfFirm): boolean {
  return regret.low > 0 && !rests;
}

function answer(head: StudyHead, { rested, rounds, ends }: Played): string {
  const count = `${rounds.length} ${rounds.length === 1 ? 'round' : 'rounds'}`;
  const still = ends.filter(isOpen).map(({ firm }) => firmText(head, firm));
  const began = rested
    ? `After ${count} of best responses the firms rest`
    : `After ${count} the firms still move`;
  if (still.length === 0)
    return `${began}; on fresh worlds no firm gains clearly by leaving: an approximate equilibrium.`;
  return `${began}, but ${still.join(' and ')} would still gain clearly by leaving: this is no equilibrium yet.`;
}

function moveText({ name, present, chosen, range, end }: EndOfFirm['fields'][number]): string {
  const at = end && range ? `, the ${end === 'low' ? 'lower' : 'upper'} end of its range` : '';
  return `${fieldText({ name })} ${valueText(present)} → ${valueText(chosen)}${at}`;
}

function endText(head: StudyHead, end: EndOfFirm): string[] {
  const { firm, fields, regret, change, maximised, indifferent } = end;
  const remark = indifferent ? ' Nothing that was tried is clearly better or worse for it.' : '';
  const wish = wishText(maximised, head.currency);
  return [
    `${firmText(head, firm)}: ${fields.map(moveText).join(', ')}.${remark}`,
    `  Regret ${gainText(regret, maximised)}; change from today's plans ${gainText(change, maximised)} (${wish}).`,
  ];
}

function roundsTable(head: StudyHead, { rounds, ends }: Played): string {
  const table = makeTable(['round', 'firm', 'goes to', 'gain seen', '95%'], [0, 3, 4], painter(false));
  for (const [k, turns] of rounds.entries())
    for (const { firm, values, gain } of turns) {
      const maximised = ends.find((own) => own.firm === firm)?.maximised ?? '';
      const [, estimate, interval] = /^(.*) \(95% (.*)\)$/.exec(gainText(gain, maximised)) ?? ['', '', ''];
      table.push([String(k + 1), firmText(head, firm), values.map(valueText).join(', '), estimate, interval]);
    }
  return tableText(table);
}

function playedText(head: StudyHead, played: Played): string[] {
  const lines = played.ends.flatMap((end) => endText(head, end));
  return [
    wrap(answer(head, played), WIDTH),
    lines.map((line) => wrap(line, WIDTH, line.startsWith(' ') ? '    ' : '')).join('\n'),
    roundsTable(head, played),
  ];
}

function clearness({ alone, answered }: Answer): number {
  const size = ({ estimate, low, high }: Answer['alone']) =>
    Math.abs(estimate) > 0 ? Math.abs(estimate) / Math.max((high - low) / 2, Number.MIN_VALUE) : 0;
  return Math.max(size(alone), size(answered));
}

function answersTable(head: StudyHead, answers: readonly Answer[]): string {
  const heads = ['cash at end', 'nobody answers', '95%', 'answered', '95%'];
  const table = makeTable(heads, [1, 2, 3, 4], painter(false));
  const cells = ({ estimate, low, high }: Answer['alone']) => [
    signed(estimate, scaled),
    `${signed(low, scaled)} to ${signed(high, scaled)}`,
  ];
  const changed = answers.filter((own) => clearness(own) > 0).sort((a, b) => clearness(b) - clearness(a));
  for (const own of changed.slice(0, MOST))
    table.push([firmText(head, own.firm), ...cells(own.alone), ...cells(own.answered)]);
  return changed.length === 0 ? "Nobody's cash changes." : tableText(table);
}

const NOTE =
  "Gains of the rounds are of the worlds that chose the moves; regrets and changes are of fresh ones. There may be other equilibria: rounds find the one they lead to from today's plans.";

/** The text, with a final line break. */
export function equilibriumText(result: StudyHead & Equilibrium): string {
  const { against } = result;
  const change = against ? plainText(against.change) : '';
  const parts = [
    studyHead(result),
    ...playedText(result, result),
    ...(against
      ? [
          `If ${change}:`,
          ...playedText(result, against),
          `What ${change} is worth, against the plans above without it:`,
          answersTable(result, against.answers),
        ]
      : []),
    wrap(NOTE, WIDTH),
  ];
  return `${parts.join('\n\n')}\n`;
}
