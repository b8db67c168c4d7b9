/**
 * The result for a terminal: the answer as a sentence, one line a firm, arms, checks, warnings. Without colour it
 * is plain text; the only characters beyond ASCII are the glyphs of outcomes, dashes and the minus.
 */
import Table from 'cli-table3';
import type { CheckResult, FirmSummary, Manifest, PointSummary, Summary } from '../experiment/summary.js';
import { FEW, firmName, focusFirm, headline, headlineText, lead } from './narrative.js';
import { intervalCell, month, percent, percentDigits, plain, scaled } from './numbers.js';
import { plainText } from './plain-text.js';
import { OUTCOMES } from './words.js';

/** `width`: columns of the terminal, at least 60. */
export interface TerminalStyle {
  readonly colour: boolean;
  readonly width: number;
}

type Paint = (text: string, ...codes: readonly number[]) => string;
const BOLD = 1;
const DIM = 2;
const EMBER = 31;
const AMBER = 33;
const SHORTEST_NAME = 8;
const LONGEST_NAME = 28;

function painter(colour: boolean): Paint {
  const start = `${String.fromCharCode(27)}[`;
  return (text, ...codes) => (colour ? `${start}${codes.join(';')}m${text}${start}0m` : text);
}

function shorten(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}

/** Breaks a sentence at spaces. */
function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part, i) => (i === 0 ? part : indent + part)).join('\n');
}

function answer(summary: Summary, style: TerminalStyle, paint: Paint): string {
  const { mark } = headline(summary);
  const sentence = wrap(headlineText(summary), style.width);
  const painted = sentence.includes(mark) ? sentence.replace(mark, paint(mark, BOLD, EMBER)) : sentence;
  return `${painted}\n${paint(wrap(lead(summary), style.width), DIM)}`;
}

function makeTable(head: readonly string[], right: readonly number[], paint: Paint): Table.Table {
  return new Table({
    head: head.map((text) => paint(text, DIM)),
    colAligns: head.map((_, column) => (right.includes(column) ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2, compact: true },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  });
}

function tableText(table: Table.Table): string {
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function otherOutcomes(firm: FirmSummary): string {
  return OUTCOMES.filter(({ end }) => end !== 'cash-out' && firm.outcomes[end].estimate > 0)
    .map(({ end, glyph }) => `${glyph} ${percentDigits(firm.outcomes[end].estimate)}`)
    .join('  ');
}

function firmRow(summary: Summary, id: string, nameLength: number, paint: Paint): string[] {
  const firm = summary.firms[id];
  const { estimate, low, high } = firm.cashOut;
  const few = summary.n < FEW;
  return [
    shorten(firmName(summary, id), nameLength),
    few ? '–' : estimate > 0.25 ? paint(percent(estimate), EMBER) : percent(estimate),
    intervalCell(low, high),
    few ? '–' : month(firm.medianExitMonth),
    firm.hasApp ? scaled(firm.finalUsers.q50) : '–',
    scaled(firm.finalCash.q50),
    few ? '' : otherOutcomes(firm),
  ];
}

function byDanger(summary: Summary): string[] {
  const share = (id: string) => summary.firms[id].cashOut.estimate;
  return [...summary.firmIds].sort((a, b) => share(b) - share(a));
}

function firmTable(summary: Summary, style: TerminalStyle, paint: Paint): string {
  const currency = plainText(summary.currency);
  const wide = style.width >= 96;
  const others = summary.n < FEW ? '' : 'other outcomes, %';
  const head = ['firm', 'P(cash-out)', '95%', 'median month', 'users at end', `${currency} at end`, others];
  const short = ['firm', 'P(out)', '95%', 'month', 'users', currency, others];
  const draw = (nameLength: number, ink: Paint) => {
    const table = makeTable(wide ? head : short, [1, 2, 3, 4, 5], ink);
    for (const id of byDanger(summary)) table.push(firmRow(summary, id, nameLength, ink));
    return tableText(table);
  };
  const narrow = Math.max(
    ...draw(SHORTEST_NAME, painter(false))
      .split('\n')
      .map((line) => [...line].length),
  );
  const table = draw(
    Math.max(SHORTEST_NAME, Math.min(LONGEST_NAME, SHORTEST_NAME + style.width - narrow)),
    paint,
  );
  if (summary.n < FEW) return table;
  const key = OUTCOMES.filter(({ end }) => end !== 'cash-out').map(({ glyph, word }) => `${glyph} ${word}`);
  return `${table}\n${paint(key.join('   '), DIM)}`;
}

function armRow(name: string, point: PointSummary, id: string): string[] {
  const firm = point.firms[id];
  const { estimate, low, high } = firm.cashOut;
  const lost = plain(Number(point.firmsLost.mean.toFixed(1)));
  return [
    shorten(plainText(name), 28),
    percent(estimate),
    intervalCell(low, high),
    scaled(firm.finalCash.q50),
    lost,
  ];
}

function armTable(summary: Summary, paint: Paint): string {
  const id = focusFirm(summary);
  const cash = `${plainText(summary.currency)} at end`;
  const table = makeTable(
    [`${shorten(firmName(summary, id), 20)}, by arm`, 'P(out)', '95%', cash, 'firms lost'],
    [1, 2, 3, 4],
    paint,
  );
  table.push(armRow('base', summary, id));
  for (const [name, point] of Object.entries(summary.arms)) table.push(armRow(name, point, id));
  return tableText(table);
}

function checkLine(check: CheckResult, style: TerminalStyle, paint: Paint): string {
  const verdict = paint(check.verdict.padEnd(4), BOLD, AMBER);
  const found = `found ${plain(check.found ?? Number.NaN)}, target ${plainText(check.target)}`;
  return `${verdict}  ${wrap(`${plainText(check.id)}: ${found}. ${plainText(check.about)}`, style.width, '      ')}`;
}

/** A count of the checks, then those that did not pass; those that need arms only as a number. */
function checkList(checks: readonly CheckResult[], style: TerminalStyle, paint: Paint): string {
  const measured = checks.filter(({ found }) => found !== null);
  const missing = checks.length - measured.length;
  const passed = measured.filter(({ verdict }) => verdict === 'pass').length;
  const arms = missing > 0 ? `; ${missing} more need${missing === 1 ? 's' : ''} arms: add --arm all` : '';
  const rest = measured
    .filter(({ verdict }) => verdict !== 'pass')
    .map((check) => checkLine(check, style, paint));
  return [`${passed} of ${measured.length} checks pass${arms}`, ...rest].join('\n');
}

/** The report as text with a final line break; `summary` needs at least one firm. */
export function terminalReport(summary: Summary, manifest: Manifest, style: TerminalStyle): string {
  const paint = painter(style.colour);
  const fitted = { ...style, width: Math.max(60, style.width) };
  const state = manifest.state === 'complete' ? '' : `   ${paint(plainText(manifest.state), BOLD, AMBER)}`;
  const parts = [paint(plainText(summary.title), BOLD) + state, answer(summary, fitted, paint)];
  if (summary.n > 0) parts.push(firmTable(summary, fitted, paint));
  if (summary.n > 0 && Object.keys(summary.arms).length > 0) parts.push(armTable(summary, paint));
  if (summary.checks.length > 0) parts.push(checkList(summary.checks, fitted, paint));
  const warnings = summary.warnings.map(
    (text) => `${paint('warning', BOLD, AMBER)}  ${wrap(plainText(text), fitted.width, '         ')}`,
  );
  if (warnings.length > 0) parts.push(warnings.join('\n'));
  return `${parts.join('\n\n')}\n`;
}
