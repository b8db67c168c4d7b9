/** The page of a best response: a curve over one range, or the best points tried as rows, each against the best. */
import type { BestResponse } from '../../experiment/study/best-response.js';
import { type Axis, axisOver } from '../figures/axis.js';
import { panelHtml } from '../figures/panel.js';
import { type Interval, plainTag, pointMarks, rowsPlot } from '../figures/rows.js';
import { count, percent, points, scaled, signed } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { niceTicks } from '../ticks.js';
import { isShareFormula, wishText } from './chosen.js';
import { firmText, type StudyHead } from './head.js';
import { cell, colourIn, type StudyFigure, type StudySection, type StudyTable, tagIn } from './section.js';
import { valueCell, valueText } from './value-text.js';

/** Points that are rows; the table has all. */
const MOST = 20;
const TICKS = 5;

type Best = StudyHead & BestResponse;
type Tried = BestResponse['tried'][number];

function changeOf({ maximised }: BestResponse): (value: number) => string {
  if (isShareFormula(maximised)) return points;
  return (value) => signed(value, scaled);
}

function againstBest({ fromBest, low, high }: Tried): Interval {
  return { estimate: fromBest, low, high };
}

function tableOf(result: Best): StudyTable {
  const change = changeOf(result);
  const level = isShareFormula(result.maximised) ? percent : scaled;
  return {
    columns: [
      ...result.fields.map(({ name }) => ({ name })),
      { name: 'objective', write: level },
      { name: 'less than best', write: change },
      { name: 'low', write: change },
      { name: 'high', write: change },
      { name: 'worlds', write: count },
    ],
    rows: result.tried.map(({ values, objective, fromBest, low, high, worlds }) => [
      ...values.map(valueText),
      ...[objective, fromBest, low, high, worlds].map(cell),
    ]),
  };
}

function axisOf(result: Best, tried: readonly Tried[]): Axis {
  return axisOver(
    tried.flatMap(({ fromBest, low, high }) => [fromBest, low, high]),
    changeOf(result),
  );
}

function curve(result: Best): string {
  const line = result.tried
    .map((own) => ({ x: Number(own.values[0]), ...againstBest(own) }))
    .sort((a, b) => a.x - b.x);
  const [low, last] = [line[0].x, line[line.length - 1].x];
  const high = last > low ? last : low + 1;
  const [{ name }] = result.fields;
  const panel = panelHtml({
    tag: tagIn(result, result.firm, ''),
    colour: colourIn(result, result.firm),
    x: { low, high, ticks: niceTicks(low, high, TICKS), write: valueText },
    y: axisOf(result, result.tried),
    lines: [{ dash: '', points: line }],
    label: `What ${firmText(result, result.firm)} loses against the best by ${plainText(name)}: ${line.map(({ x, estimate }) => `${valueText(x)} ${changeOf(result)(estimate)}`).join(', ')}.`,
  });
  return `<div class="panels">${panel}</div>`;
}

function rows(result: Best): string {
  const change = changeOf(result);
  const shown = [...result.tried].sort((a, b) => b.fromBest - a.fromBest).slice(0, MOST);
  const axis = axisOf(result, shown);
  const named = ({ values }: Tried) => values.map(valueText).join(', ');
  const interval = ({ low, high }: Tried) => `${change(low)} to ${change(high)}`;
  return rowsPlot({
    axis,
    names: 260,
    heads: [
      ['less than best', 92],
      ['95%', 132],
    ],
    label: `Points tried against the best: ${shown.map((own) => `${named(own)} ${change(own.fromBest)} (${interval(own)})`).join('; ')}.`,
    rows: shown.map((own) => ({
      tag: plainTag(named(own)),
      marks: pointMarks(axis, againstBest(own), colourIn(result, result.firm)),
      cells: [change(own.fromBest), interval(own)],
    })),
  });
}

function figure(result: Best): StudyFigure {
  const isCurve =
    result.fields.length === 1 && result.tried.every(({ values: [x] }) => typeof x === 'number');
  const names = result.fields.map(({ name }) => plainText(name)).join(', ');
  return {
    id: 'tried',
    title: 'What was tried, against the best',
    how: `Difference from the best point in ${wishText(result.maximised, result.currency)}, with 95% interval. ${isCurve ? 'To the right' : 'Rows'}: ${names}.`,
    note: `${count(result.tried.length)} points on the same luck; rivals keep their plans. The worlds that chose the best flatter it a little.`,
    table: tableOf(result),
    body: isCurve ? curve(result) : rows(result),
  };
}

/** One section; none if nothing was tried. */
export function bestResponseSections(result: Best): StudySection[] {
  if (result.tried.length === 0) return [];
  const { cashOut } = result.beside;
  const beside = Number.isFinite(cashOut.estimate)
    ? `P(cash-out) with the best ${percent(cashOut.b)} instead of ${percent(cashOut.a)} (${points(cashOut.low)} to ${points(cashOut.high)} points).`
    : '';
  const worse = result.tried.filter(({ high }) => high < 0).length;
  return [
    {
      id: 'search',
      heading: 'The search',
      claim: result.flat
        ? 'No point that was tried is clearly worse than the best.'
        : `${count(worse)} of ${count(result.tried.length)} points that were tried are clearly worse than the best.`,
      ...(beside === '' ? {} : { why: beside }),
      figures: [figure(result)],
    },
  ];
}

/** A row for each point tried. */
export function bestResponsePoints({ firm, fields, tried, maximised }: BestResponse): StudyTable {
  const names = ['firm', 'measure', ...fields.map(({ name }) => name)];
  const numbers = ['objective', 'fromBest', 'low', 'high', 'worlds'] as const;
  return {
    columns: [...names, ...numbers].map((name) => ({ name })),
    rows: tried.map((own) => [
      ...[firm, maximised, ...own.values.map(valueCell)],
      ...numbers.map((name) => cell(own[name])),
    ]),
  };
}
