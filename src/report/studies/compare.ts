/** A comparison in words: what plan B changes most, then each outcome with its paired differences, the clearest first. */
import type { Comparison, DifferenceRow } from '../../experiment/study/compare.js';
import { percent, plain, points } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { makeTable, painter, shorten, tableText, wrap } from '../text-layout.js';
import { firmText, type StudyHead, studyHead } from './head.js';
import { changeText, levelText, outcomeWord } from './outcome-words.js';
import { stoppingText } from './stopping.js';

const NAME = 24;
const WIDTH = 100;
/** Firms of an outcome that the terminal shows; the file has all. */
const MOST = 8;
/** The factor of variance reduction as runs saved. */
export function gain({ varianceReduction }: DifferenceRow): string {
  if (!Number.isFinite(varianceReduction)) return '–';
  return `${plain(Number(varianceReduction.toPrecision(2)))}\u00a0×`;
}

/** How far the difference is from none, in half-widths of its interval; 0 if there is none. */
export function clearness({ estimate, low, high }: DifferenceRow): number {
  if (!(Math.abs(estimate) > 0) || Number.isNaN(high - low)) return 0;
  return Math.abs(estimate) / Math.max((high - low) / 2, Number.MIN_VALUE);
}

/** True if the interval leaves out 0. */
export function isClear({ low, high }: DifferenceRow): boolean {
  return low > 0 || high < 0;
}

function nameOf(head: StudyHead, { firm, outcome }: DifferenceRow): string {
  return firm === '' ? plainText(outcome) : firmText(head, firm);
}

function lineOf(head: StudyHead, row: DifferenceRow): string[] {
  const interval = `${changeText(row, row.low)} to ${changeText(row, row.high)}`;
  const name = shorten(nameOf(head, row), NAME);
  return [
    name,
    levelText(row, row.a),
    levelText(row, row.b),
    changeText(row, row.estimate),
    interval,
    gain(row),
  ];
}

/** Rows in which something changes, the clearest first. */
function tableOf(head: StudyHead, rows: readonly DifferenceRow[], outcome: string): string {
  const changed = rows
    .filter(({ estimate }) => Math.abs(estimate) > 0)
    .sort((x, y) => clearness(y) - clearness(x));
  const word = outcomeWord(outcome);
  if (changed.length === 0) {
    const isKnown = rows.some(({ estimate }) => !Number.isNaN(estimate));
    return `${word}: ${isKnown ? 'no difference' : 'not defined in these worlds'}`;
  }
  const table = makeTable([word, 'A', 'B', 'B − A', '95%', 'fewer runs'], [1, 2, 3, 4, 5], painter(false));
  for (const row of changed.slice(0, MOST)) table.push(lineOf(head, row));
  return tableText(table);
}

/** The clearest difference of P(cash-out), or that there is none. */
function answer(head: StudyHead, plan: string, rows: readonly DifferenceRow[]): string {
  const [first] = rows
    .filter((row) => row.outcome === 'cashOut' && isClear(row))
    .sort((x, y) => Math.abs(y.estimate) - Math.abs(x.estimate));
  const name = plainText(plan);
  if (!first) {
    const isUsual = rows.some(({ outcome }) => outcome === 'cashOut');
    return isUsual ? `With ${name} no firm's probability of cash-out changes clearly.` : '';
  }
  const change = `${points(first.estimate)} points, 95% ${points(first.low)} to ${points(first.high)}`;
  return `With ${name}, ${nameOf(head, first)} runs out of cash in ${percent(first.b)} of worlds instead of ${percent(first.a)} (${change}).`;
}

/** What makes a comparison of unlike plans doubtful. */
export function unlikeText(unlike: readonly string[]): string {
  return `The plans are not alike: ${unlike.map(plainText).join('; ')}. What is measured at their ends is not of the same months or people.`;
}

const NOTE =
  'Both plans live the same worlds, so differences are paired. "fewer runs": so many times more worlds would two batches of independent luck need for the same interval.';

/** The text, with a final line break. */
export function compareText(result: StudyHead & Comparison): string {
  const { differences, plans, unlike } = result;
  const parts = [studyHead(result)];
  for (const plan of plans.slice(1)) {
    const rows = differences.filter((row) => row.plan === plan);
    const said = answer(result, plan, rows);
    if (said !== '') parts.push(wrap(said, WIDTH));
    parts.push(`A  ${plainText(plans[0])}\nB  ${plainText(plan)}`);
    if (unlike.length > 0) parts.push(wrap(unlikeText(unlike), WIDTH));
    for (const outcome of new Set(rows.map((row) => row.outcome)))
      parts.push(
        tableOf(
          result,
          rows.filter((row) => row.outcome === outcome),
          outcome,
        ),
      );
  }
  const { stopping } = result;
  if (stopping)
    parts.push(wrap(stoppingText(stopping, { worlds: result.replicates, of: 'difference' }), WIDTH));
  return `${[...parts, wrap(NOTE, WIDTH)].join('\n\n')}\n`;
}
