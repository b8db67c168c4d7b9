/**
 * The result for a terminal: the answer as a sentence, one line a firm, arms, checks, warnings. Without colour it
 * is plain text; the only characters beyond ASCII are the glyphs of outcomes, dashes and the minus.
 */
import type { CheckResult, FirmSummary, Manifest, PointSummary, Summary } from '../experiment/summary.js';
import { copiesNote, firmName } from './cases.js';
import { stateText } from './failures.js';
import { danger, FEW, headline, headlineText, lead, worlds } from './narrative.js';
import { intervalCell, month, percent, percentDigits, plain, readable, scaled } from './numbers.js';
import { plainText } from './plain-text.js';
import { DIM, makeTable, type Paint, painter, shorten, tableText, wrap } from './text-layout.js';
import { OUTCOMES } from './words.js';

/** `width`: columns of the terminal, at least 60. */
export interface TerminalStyle {
  readonly colour: boolean;
  readonly width: number;
}

const BOLD = 1;
const EMBER = 31;
const AMBER = 33;
const SHORTEST_NAME = 8;
const LONGEST_NAME = 28;
/** Firms named in the line of an arm. */
const CHANGES = 3;

function answer(summary: Summary, style: TerminalStyle, paint: Paint): string {
  const { mark } = headline(summary);
  const sentence = wrap(headlineText(summary), style.width);
  const painted = sentence.includes(mark) ? sentence.replace(mark, paint(mark, BOLD, EMBER)) : sentence;
  return `${painted}\n${paint(wrap(lead(summary), style.width), DIM)}`;
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
  const share = (id: string) => danger(summary.firms[id]);
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
  const note = copiesNote(summary);
  const middle = 'users and money at the end: medians of all worlds; a firm that left has no users';
  const lines = [
    key.join('   '),
    wrap(middle, style.width),
    ...(note === '' ? [] : [wrap(note, style.width)]),
  ];
  return [table, ...lines.map((line) => paint(line, DIM))].join('\n');
}

/** The firms whose P(cash-out) an arm changes by a point or more, at most three, the largest change first. */
function armChanges(summary: Summary, arm: PointSummary): string[] {
  const share = (point: PointSummary, id: string) => point.firms[id].cashOut.estimate;
  const size = (id: string) => Math.abs(share(arm, id) - share(summary, id));
  return summary.firmIds
    .filter((id) => size(id) >= 0.01 - 1e-9)
    .sort((a, b) => size(b) - size(a))
    .slice(0, CHANGES)
    .map((id) => {
      const name = shorten(firmName(summary, id), LONGEST_NAME);
      return `${name} ${percent(share(summary, id))} → ${percent(share(arm, id))}`;
    });
}

/** One line an arm: what it changes. Broken between firms where the terminal is narrow. */
function armLine(summary: Summary, name: string, fit: { pad: number; width: number }): string {
  const arm = summary.arms[name];
  const few = Math.min(arm.n, summary.n) < FEW;
  const changes = few ? [`${worlds(Math.min(arm.n, summary.n))}, too few`] : armChanges(summary, arm);
  const lines = [''];
  for (const change of changes.length === 0 ? ['P(cash-out) stays'] : changes) {
    const last = lines[lines.length - 1];
    const longer = last === '' ? change : `${last}   ${change}`;
    if (last !== '' && [...longer].length > fit.width - fit.pad) lines.push(change);
    else lines[lines.length - 1] = longer;
  }
  const head = shorten(plainText(name), LONGEST_NAME);
  const gap = ' '.repeat(fit.pad - [...head].length);
  return head + gap + lines.join(`\n${' '.repeat(fit.pad)}`);
}

function armList(summary: Summary, style: TerminalStyle, paint: Paint): string {
  const names = Object.keys(summary.arms);
  const longest = Math.max(...names.map((name) => [...shorten(plainText(name), LONGEST_NAME)].length));
  const fit = { pad: Math.max(5, longest + 2), width: style.width };
  const head = `${'arm'.padEnd(fit.pad)}P(cash-out), base → arm: the largest changes`;
  return [paint(head, DIM), ...names.map((name) => armLine(summary, name, fit))].join('\n');
}

function checkLine(check: CheckResult, style: TerminalStyle, paint: Paint): string {
  const verdict = paint(plainText(check.verdict).padEnd(4), BOLD, AMBER);
  const found = `found ${plain(check.found)}, target ${readable(plainText(check.target))}`;
  return `${verdict}  ${wrap(`${plainText(check.id)}: ${found}. ${plainText(check.about)}`, style.width, '      ')}`;
}

/** Is an arm of the formula missing in the batch? */
function needsArm({ measure }: CheckResult, { arms }: Summary): boolean {
  return [...measure.matchAll(/\barm\(\s*["']?([\w-]+)/g)].some(([, name]) => !Object.hasOwn(arms, name));
}

/** A count of the checks, then those that did not pass; those that were not measured only as a number. */
function checkList(summary: Summary, style: TerminalStyle, paint: Paint): string {
  const { checks, n } = summary;
  if (n === 0) return 'no check could be measured: no world came to its end';
  const measured = checks.filter(({ found }) => found !== null);
  const passed = measured.filter(({ verdict }) => verdict === 'pass').length;
  const waiting = checks.filter((check) => check.found === null && needsArm(check, summary)).length;
  const lost = checks.length - measured.length - waiting;
  const arms = waiting > 0 ? `; ${waiting} more need${waiting === 1 ? 's' : ''} arms: add --arm all` : '';
  const none = lost > 0 ? `; ${lost} more had no value in these worlds` : '';
  const rest = measured
    .filter(({ verdict }) => verdict !== 'pass')
    .map((check) => checkLine(check, style, paint));
  return [`${passed} of ${measured.length} checks pass${arms}${none}`, ...rest].join('\n');
}

/** The report as text with a final line break; `summary` needs at least one firm. */
export function terminalReport(summary: Summary, manifest: Manifest, style: TerminalStyle): string {
  const paint = painter(style.colour);
  const fitted = { ...style, width: Math.max(60, style.width) };
  const text = stateText(summary, manifest);
  const state = text === 'complete' ? '' : `   ${paint(text, BOLD, AMBER)}`;
  const parts = [paint(plainText(summary.title), BOLD) + state, answer(summary, fitted, paint)];
  if (summary.n > 0) parts.push(firmTable(summary, fitted, paint));
  if (summary.n > 0 && Object.keys(summary.arms).length > 0) parts.push(armList(summary, fitted, paint));
  if (summary.checks.length > 0) parts.push(checkList(summary, fitted, paint));
  const warnings = summary.warnings.map(
    (text) => `${paint('warning', BOLD, AMBER)}  ${wrap(plainText(text), fitted.width, '         ')}`,
  );
  if (warnings.length > 0) parts.push(warnings.join('\n'));
  return `${parts.join('\n\n')}\n`;
}
