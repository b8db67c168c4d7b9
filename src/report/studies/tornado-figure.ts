/** A tornado: what an outcome does if one field alone is at the end of its range. */
import type { OutcomeSensitivity } from '../../experiment/study/sensitivity.js';
import type { TornadoRow } from '../../experiment/study/tornado.js';
import { axisOver } from '../figures/axis.js';
import { barMarks, plainTag, rowsPlot } from '../figures/rows.js';
import { count } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { filledKey, LOWER_BAR, UPPER_BAR } from './double-bar.js';
import type { StudyHead } from './head.js';
import { changeText, isShare } from './outcome-words.js';
import { cell, type StudyFigure, type StudyTable } from './section.js';
import { sensitivityName } from './sensitivity.js';
import { valueText } from './value-text.js';

/** Fields that are drawn; the table has all. */
const FIELDS = 15;

function tornadoTable(own: OutcomeSensitivity): StudyTable {
  const write = (value: number) => changeText(own, value);
  const end = (name: string) => [
    { name: `value, ${name} end` },
    { name: 'change', write },
    { name: 'low', write },
    { name: 'high', write },
  ];
  return {
    columns: [{ name: 'field' }, ...end('low'), ...end('high')],
    rows: own.tornado.map(({ factor, ends, low, high }) => [
      factor,
      ...[low, high].flatMap((each, k) => [
        valueText(ends[k]),
        ...[each.estimate, each.low, each.high].map(cell),
      ]),
    ]),
  };
}

/** The tornado of an outcome; undefined if no end of a range changes it. */
export function tornadoFigure(head: StudyHead, own: OutcomeSensitivity, id: string): StudyFigure | undefined {
  const moves = ({ low, high }: TornadoRow) => Math.abs(low.estimate) > 0 || Math.abs(high.estimate) > 0;
  const shown = own.tornado.filter(moves).slice(0, FIELDS);
  if (shown.length === 0) return undefined;
  const write = (value: number) => changeText(own, value);
  const axis = axisOver(
    shown.flatMap(({ low, high }) => [low, high].flatMap((end) => [end.estimate, end.low, end.high])),
    write,
  );
  const name = sensitivityName(head, own);
  const said = ({ factor, low, high }: TornadoRow) =>
    `${plainText(factor)} ${write(low.estimate)} and ${write(high.estimate)}`;
  return {
    id: `${id}-tornado`,
    title: `Tornado: ${name}`,
    how: `Change${isShare(own) ? ' in points' : ''} if one field alone is at the end of its range (5% and 95% of its spread), with 95% interval.`,
    note: `${count(Math.max(...shown.map(({ low }) => low.n)))} worlds of each end, paired with the scenario as it stands on the same luck. It sees no interactions.`,
    key: filledKey('at the high end', 'at the low end'),
    table: tornadoTable(own),
    body: rowsPlot({
      axis,
      heads: [
        ['high end', 84],
        ['low end', 84],
        ['from … to', 128],
      ],
      label: `Tornado of ${name}, low and high end: ${shown.map(said).join(', ')}.`,
      rows: shown.map(({ factor, ends, low, high }) => ({
        tag: plainTag(factor),
        marks: barMarks(axis, high, UPPER_BAR) + barMarks(axis, low, LOWER_BAR),
        cells: [write(high.estimate), write(low.estimate), ends.map(valueText).join(' … ')],
      })),
    }),
  };
}
