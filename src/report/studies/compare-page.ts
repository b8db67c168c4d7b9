/** The page of a comparison: for each plan a forest of paired differences, an outcome a figure. */
import type { Comparison, DifferenceRow } from '../../experiment/study/compare.js';
import { axisOver } from '../figures/axis.js';
import { pointMarks, rowsPlot } from '../figures/rows.js';
import { count, plain } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { clearness, gain, isClear, unlikeText } from './compare.js';
import { firmText, type StudyHead } from './head.js';
import { changeText, levelText, outcomeWord, unitText } from './outcome-words.js';
import { cell, colourIn, type StudyFigure, type StudySection, type StudyTable, tagIn } from './section.js';

/** Rows of a figure; its table has all. */
const MOST = 16;
/** A smaller factor is not worth a sentence. */
const LITTLE = 1.5;
/** Marks of the axis: money takes room. */
const TICKS = 3;

function nameOf(head: StudyHead, { firm, outcome }: DifferenceRow): string {
  return firm === '' ? outcomeWord(outcome) : firmText(head, firm);
}

function intervalOf(row: DifferenceRow): string {
  return `${changeText(row, row.low)} to ${changeText(row, row.high)}`;
}

function tableOf(head: StudyHead, rows: readonly DifferenceRow[]): StudyTable {
  const level = (value: number) => levelText(rows[0], value);
  const change = (value: number) => changeText(rows[0], value);
  return {
    columns: [
      { name: rows[0].firm === '' ? 'outcome' : 'firm' },
      { name: 'A', write: level },
      { name: 'B', write: level },
      { name: 'B − A', write: change },
      { name: 'low', write: change },
      { name: 'high', write: change },
      { name: 'worlds', write: count },
      { name: 'correlation', write: plain },
      { name: 'fewer runs, ×', write: plain },
    ],
    rows: rows.map((row) => {
      const { a, b, estimate, low, high, n, correlation, varianceReduction } = row;
      return [nameOf(head, row), ...[a, b, estimate, low, high, n, correlation, varianceReduction].map(cell)];
    }),
  };
}

function noteOf(shown: readonly DifferenceRow[], left: number): string {
  const worlds = count(Math.max(...shown.map(({ n }) => n)));
  const rest = left === 0 ? '' : ` ${count(left)} more in the table.`;
  return `${worlds} worlds of each plan, the same luck. "fewer runs": so many times more worlds would two batches of independent luck need.${rest}`;
}

/** The forest of one outcome; undefined if nothing of it changes. */
function forest(head: StudyHead, id: string, rows: readonly DifferenceRow[]): StudyFigure | undefined {
  const changed = rows.filter(({ estimate }) => Math.abs(estimate) > 0);
  if (changed.length === 0) return undefined;
  const shown = [...changed].sort((x, y) => clearness(y) - clearness(x)).slice(0, MOST);
  const [own] = rows;
  const word = outcomeWord(own.outcome);
  const axis = axisOver(
    shown.flatMap(({ estimate, low, high }) => [estimate, low, high]),
    (value) => changeText(own, value),
    TICKS,
  );
  const unit = unitText(own, head.currency).replace('%', 'points');
  return {
    id,
    title: `${word[0].toUpperCase()}${word.slice(1)}: B − A`,
    how: `Paired difference${unit === '' ? '' : `, ${unit}`}, with 95% interval. Left of the zero line: less with B.`,
    note: noteOf(shown, rows.length - shown.length),
    body: rowsPlot({
      axis,
      heads: [
        ['B − A', 60],
        ['95%', 124],
        ['A → B', 116],
        ['fewer runs', 76],
      ],
      label: `Differences of ${word}: ${shown.map((row) => `${nameOf(head, row)} ${changeText(row, row.estimate)} (${intervalOf(row)})`).join(', ')}.`,
      rows: shown.map((row) => ({
        tag: tagIn(head, row.firm, nameOf(head, row)),
        marks: pointMarks(axis, row, colourIn(head, row.firm)),
        cells: [
          changeText(row, row.estimate),
          intervalOf(row),
          `${levelText(row, row.a)} → ${levelText(row, row.b)}`,
          gain(row),
        ],
      })),
    }),
    table: tableOf(head, rows),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

function claim(rows: readonly DifferenceRow[]): string {
  const clear = rows.filter(isClear).length;
  const gains = rows.map(({ varianceReduction }) => varianceReduction).filter(Number.isFinite);
  const said =
    clear === 0
      ? 'No difference is clear: every interval holds zero.'
      : `${count(clear)} of ${count(rows.length)} differences are clear: their intervals leave out zero.`;
  if (gains.length === 0) return said;
  if (median(gains) < LITTLE) return `${said} Shared luck saves few runs here: the plans soon live apart.`;
  const saved = plain(Number(median(gains).toPrecision(2)));
  return `${said} On the same luck the median difference needs ${saved} × fewer runs than with independent batches.`;
}

/** A section for each plan B. */
export function compareSections(result: StudyHead & Comparison): StudySection[] {
  const { plans, differences, unlike } = result;
  return plans.slice(1).map((plan, k) => {
    const rows = differences.filter((row) => row.plan === plan);
    const outcomes = [...new Set(rows.filter(({ firm }) => firm !== '').map(({ outcome }) => outcome))];
    const groups = [
      ...rows.filter(({ firm }) => firm === '').map((row) => [row]),
      ...outcomes.map((outcome) => rows.filter((row) => row.firm !== '' && row.outcome === outcome)),
    ];
    const figures = groups.map((group, j) => forest(result, `plan${k + 1}-${j + 1}`, group));
    const isLost = (group: readonly DifferenceRow[]) =>
      group.every(({ estimate }) => !Number.isFinite(estimate));
    const without = groups.filter((_, j) => figures[j] === undefined);
    const lost = without.filter(isLost).map(([row]) => outcomeWord(row.outcome));
    const same = without.filter((group) => !isLost(group)).map(([row]) => outcomeWord(row.outcome));
    return {
      id: `plan${k + 1}`,
      heading: plans.length > 2 ? plainText(plan) : 'What plan B changes',
      claim: claim(rows),
      why: `A: ${plainText(plans[0])}. B: ${plainText(plan)}.${same.length === 0 ? '' : ` No difference at all: ${same.join(', ')}.`}${lost.length === 0 ? '' : ` Not measured in both plans: ${lost.join(', ')}.`} Of twenty intervals one leaves out zero by luck alone.${unlike.length === 0 ? '' : ` ${unlikeText(unlike)}`}`,
      figures: figures.filter((figure) => figure !== undefined),
    };
  });
}

/** A row for each plan, outcome and firm. */
export function comparePoints({ differences }: Comparison): StudyTable {
  const numbers = ['a', 'b', 'estimate', 'low', 'high', 'n', 'correlation', 'varianceReduction'] as const;
  const texts = ['plan', 'outcome', 'firm', 'measure'] as const;
  return {
    columns: [...texts, ...numbers].map((name) => ({ name })),
    rows: differences.map((row) => [
      ...texts.map((name) => row[name]),
      ...numbers.map((name) => cell(row[name])),
    ]),
  };
}
