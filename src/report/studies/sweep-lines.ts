/** Figures of a sweep over one field: lines over a range, a forest over levels. */
import type { SweepResult } from '../../experiment/study/sweep.js';
import { type Axis, axisOver, shareAxis } from '../figures/axis.js';
import { type PanelLine, panelHtml } from '../figures/panel.js';
import { plainTag, pointMarks, rowsPlot } from '../figures/rows.js';
import { count, plain } from '../numbers.js';
import { escapeHtml, plainText } from '../plain-text.js';
import { niceTicks } from '../ticks.js';
import type { StudyHead } from './head.js';
import { isProbability, isShare, levelText, rangeText, unitText } from './outcome-words.js';
import { colourIn, type StudyFigure, tagIn } from './section.js';
import { factorName, groupTable, type OutcomeGroup, placeName, telling } from './sweep-groups.js';
import { valueText } from './value-text.js';

/** Panels that are drawn; the table has all. */
const MOST = 9;
const LEAST = 3;
const DASHES = ['', '7 4', '2 3', '9 3 2 3'] as const;
const X_TICKS = 3;

type Swept = StudyHead & SweepResult;

/** A probability runs from 0 to 100 %; other outcomes from 0 to their largest, each on its own scale. */
function outcomeAxis(result: Swept, group: OutcomeGroup, place: number): Axis {
  if (isProbability(group)) return shareAxis((tick) => (tick === 1 ? '100%' : String(tick * 100)));
  const ends = result.rows.flatMap(({ cells }) => {
    const { low, high, estimate } = cells[place];
    return [low, high, estimate];
  });
  return axisOver(ends, (value) => (isShare(group) ? `${plain(value * 100)}%` : levelText(group, value)));
}

function note(result: Swept, left: number): string {
  const rest = left > 0 ? ` ${count(left)} more ${left === 1 ? 'firm' : 'firms'} in the table.` : '';
  return `95% intervals, ${count(result.replicates)} worlds of every point, the same luck at all points.${rest}`;
}

function armsOf({ rows }: SweepResult): string[] {
  return [...new Set(rows.map(({ arm }) => arm))];
}

function armKey(arms: readonly string[]): string {
  if (arms.length < 2) return '';
  const items = arms.map(
    (arm, k) =>
      `<span><svg width="28" height="8" aria-hidden="true"><line x1="0" x2="28" y1="4" y2="4" stroke="var(--ink2)" stroke-width="2.2" stroke-dasharray="${DASHES[k % DASHES.length]}"/></svg>${escapeHtml(arm)}</span>`,
  );
  return `<div class="key">${items.join('')}</div>`;
}

function linesAt({ rows }: SweepResult, place: number, arms: readonly string[]): PanelLine[] {
  return arms.map((arm, k) => ({
    dash: DASHES[k % DASHES.length],
    points: rows
      .filter((row) => row.arm === arm)
      .map(({ values, cells }) => ({ ...cells[place], x: Number(values[0]) }))
      .sort((a, b) => a.x - b.x),
  }));
}

function fieldAxis({ rows }: SweepResult): Axis {
  const values = rows.map(({ values: [value] }) => Number(value));
  // six digits of the end of a range are 7.99999, not 8
  const [low, high] = [Math.min(...values), Math.max(...values)].map((end) => Number(end.toPrecision(4)));
  const end = low === high ? low + 1 : high;
  return { low, high: end, ticks: niceTicks(low, end, X_TICKS), write: valueText };
}

function upwards(result: Swept, group: OutcomeGroup): string {
  const { firm } = result.outcomes[group.places[0]];
  const unit = unitText({ ...group, firm }, result.currency) || group.word;
  return isProbability(group) || firm === '' ? unit : `${unit}, each panel on its own scale`;
}

/** A panel for each firm, with bands. */
export function lineFigures(result: Swept, group: OutcomeGroup): StudyFigure[] {
  const [factor] = result.factors;
  const arms = armsOf(result);
  const x = fieldAxis(result);
  const shown = telling(result, group, { least: LEAST, most: MOST });
  const panels = shown.map((place) => {
    const y = outcomeAxis(result, group, place);
    const lines = linesAt(result, place, arms);
    const said = lines[0].points.map((each) => `${valueText(each.x)}: ${levelText(group, each.estimate)}`);
    const { firm } = result.outcomes[place];
    return panelHtml({
      ...{ x, y, lines, colour: colourIn(result, firm), tag: tagIn(result, firm, placeName(result, place)) },
      label: `${group.word} of ${placeName(result, place)} by ${plainText(factor.name)}: ${said.join(', ')}.`,
    });
  });
  return [
    {
      id: group.id,
      title: `${group.word[0].toUpperCase()}${group.word.slice(1)} by ${plainText(factor.name)}`,
      how: `To the right: ${factorName(factor)}. Upwards: ${upwards(result, group)}. Band: 95% interval.`,
      note: note(result, group.places.length - shown.length),
      key: armKey(arms),
      body: `<div class="panels">${panels.join('')}</div>`,
      table: groupTable(result, group),
    },
  ];
}

/** A forest for each firm: a row for each level. */
export function levelFigures(result: Swept, group: OutcomeGroup): StudyFigure[] {
  const [factor] = result.factors;
  const hasArms = armsOf(result).length > 1;
  const write = (value: number) => levelText(group, value);
  return telling(result, group, { least: 1, most: MOST }).map((place, k) => {
    const axis = outcomeAxis(result, group, place);
    const { firm } = result.outcomes[place];
    const named = ({ arm, values: [value] }: SweepResult['rows'][number]) =>
      hasArms ? `${valueText(value)} (${plainText(arm)})` : valueText(value);
    const whose = placeName(result, place);
    return {
      id: `${group.id}-${k + 1}`,
      title: firm === '' ? whose : `${whose}: ${group.word}`,
      how: `By ${factorName(factor)}, with 95% interval.`,
      note: note(result, 0),
      table: groupTable(result, { ...group, places: [place] }),
      body: rowsPlot({
        axis,
        heads: [
          [isShare(group) ? 'share' : 'mean', 72],
          ['95%', 130],
        ],
        label: `${group.word} of ${whose}: ${result.rows.map((row) => `${named(row)} ${write(row.cells[place].estimate)}`).join(', ')}.`,
        rows: result.rows.map((row) => ({
          tag: plainTag(named(row)),
          marks: pointMarks(axis, row.cells[place], colourIn(result, firm)),
          cells: [write(row.cells[place].estimate), rangeText(group, row.cells[place])],
        })),
      }),
    };
  });
}
