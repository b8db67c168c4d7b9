/** The page of a rescue: the best found on fresh worlds, then every lever and every pair, ranked, with intervals. */
import type { RescueResult, RescueRow } from '../../experiment/study/rescue.js';
import { axisOver } from '../figures/axis.js';
import { plainTag, pointMarks, rowsPlot } from '../figures/rows.js';
import { count, percent, points } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { firmText, type StudyHead } from './head.js';
import { leverSentence } from './rescue.js';
import { cell, colourIn, type StudyFigure, type StudySection, type StudyTable } from './section.js';

function upper(text: string): string {
  return text === '' ? text : text[0].toUpperCase() + text.slice(1);
}

function tableOf(rows: readonly RescueRow[]): StudyTable {
  return {
    columns: [
      { name: 'lever' },
      { name: 'P(cash-out)', write: percent },
      { name: 'change', write: points },
      { name: 'low', write: points },
      { name: 'high', write: points },
      { name: 'P(alive)', write: percent },
      { name: 'change', write: points },
      { name: 'low', write: points },
      { name: 'high', write: points },
    ],
    rows: rows.map(({ lever, cashOut, alive }) => [
      lever,
      ...[cashOut, alive].flatMap(({ b, estimate, low, high }) => [b, estimate, low, high].map(cell)),
    ]),
  };
}

interface About {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

function figureOf(result: StudyHead & RescueResult, rows: readonly RescueRow[], about: About): StudyFigure {
  const axis = axisOver(
    rows.flatMap(({ cashOut }) => [cashOut.low, cashOut.high, cashOut.estimate]),
    points,
  );
  const written = (value: number) => (Number.isFinite(value) ? points(value) : '–');
  const interval = ({ cashOut }: RescueRow) =>
    Number.isFinite(cashOut.low) ? `${written(cashOut.low)} to ${written(cashOut.high)}` : '–';
  const worlds = rows.reduce((most, { cashOut }) => Math.max(most, cashOut.n), 0);
  return {
    ...about,
    how: 'Change of P(cash-out) in points with 95% interval. Left of the zero line: the lever saves.',
    note: `${count(worlds)} worlds of each, the same luck with and without the lever. ${about.note}`,
    table: tableOf(rows),
    body: rowsPlot({
      axis,
      names: 280,
      heads: [
        ['points', 52],
        ['95%', 92],
        ['P(cash-out)', 80],
        ['P(alive)', 60],
      ],
      label: `${about.title}: ${rows.map((row) => `${plainText(row.lever)} ${written(row.cashOut.estimate)} (${interval(row)})`).join(', ')}.`,
      rows: rows.map((row) => ({
        tag: plainTag(upper(plainText(row.lever))),
        marks: pointMarks(axis, row.cashOut, colourIn(result, result.firm)),
        cells: [written(row.cashOut.estimate), interval(row), percent(row.cashOut.b), percent(row.alive.b)],
      })),
    }),
  };
}

function savingClaim(rows: readonly RescueRow[], what: string): string {
  const clear = rows.filter(({ cashOut }) => cashOut.high < 0).length;
  return clear === 0
    ? `None of the ${count(rows.length)} ${what} lowers the probability clearly.`
    : `${count(clear)} of ${count(rows.length)} ${what} ${clear === 1 ? 'lowers' : 'lower'} the probability clearly.`;
}

/** Confirmed, levers, pairs. */
export function rescueSections(result: StudyHead & RescueResult): StudySection[] {
  const { levers, pairs, confirmed, firm } = result;
  const name = firmText(result, firm);
  const chosen = 'These worlds chose the order, so the first ones look a little better than they are.';
  const best = figureOf(result, confirmed, {
    id: 'best',
    title: 'The best lever and the best pair, on fresh worlds',
    note: 'Worlds that did not choose them.',
  });
  const every = { id: 'every-lever', title: 'Every lever alone, the most saving first', note: chosen };
  const both = { id: 'every-pair', title: 'Pairs of the best levers', note: chosen };
  const sections: StudySection[] = [
    {
      id: 'best-found',
      heading: 'The best found',
      claim: confirmed.map((row) => leverSentence(name, row)).join(' '),
      figures: [best],
    },
    {
      id: 'levers',
      heading: 'Every lever alone',
      claim: savingClaim(levers, 'levers'),
      figures: [figureOf(result, levers, every)],
    },
    {
      id: 'pairs',
      heading: 'Two at once',
      claim: savingClaim(pairs, 'pairs'),
      figures: [figureOf(result, pairs, both)],
    },
  ];
  const rows = [confirmed, levers, pairs];
  return sections.filter((_, k) => rows[k].length > 0);
}

/** A row for each lever and measure. */
export function rescuePoints({ firm, levers, pairs, confirmed }: RescueResult): StudyTable {
  const numbers = ['a', 'b', 'estimate', 'low', 'high', 'n', 'correlation', 'varianceReduction'] as const;
  const groups = { lever: levers, pair: pairs, confirmed };
  return {
    columns: ['firm', 'group', 'lever', 'outcome', ...numbers].map((name) => ({ name })),
    rows: Object.entries(groups).flatMap(([group, rows]) =>
      rows.flatMap((row) =>
        (['cashOut', 'alive'] as const).map((outcome) => [
          ...[firm, group, row.lever, outcome],
          ...numbers.map((name) => cell(row[outcome][name])),
        ]),
      ),
    ),
  };
}
