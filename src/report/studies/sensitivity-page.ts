/** The page of a sensitivity study: for each outcome what decides it, and the tornado of its ends. */
import type {
  FactorEffects,
  OutcomeSensitivity,
  SensitivityResult,
} from '../../experiment/study/sensitivity.js';
import { type Axis, axisOver, percentOn } from '../figures/axis.js';
import { barMarks, type Interval, plainTag, rowsPlot } from '../figures/rows.js';
import { count, percent } from '../numbers.js';
import { plainText } from '../plain-text.js';
import { filledKey, LOWER_BAR, UPPER_BAR } from './double-bar.js';
import type { StudyHead } from './head.js';
import { changeText, isShare, levelText } from './outcome-words.js';
import { cell, type StudyFigure, type StudySection, type StudyTable } from './section.js';
import { sensitivityName, sensitivitySentence, tellingOutcomes } from './sensitivity.js';
import { tornadoFigure } from './tornado-figure.js';
import { valueCell } from './value-text.js';

/** Outcomes that have a section, and fields that a figure draws; `points.csv` has all. */
const OUTCOMES = 8;
const FIELDS = 15;
/** What rounding leaves of a zero. */
const NOTHING = 1e-6;
/** A Sobol index beyond this is noise divided by next to nothing. */
const FAR = 2;

type Method = SensitivityResult['method'];
type Measure = 'first' | 'total' | 'muStar' | 'sigma' | 'correlation';

/** What is drawn: a bar, and for some methods a second thing beside it. */
const DRAWN: Readonly<Record<Method, readonly [Measure, string, Measure?, string?]>> = {
  sobol: ['total', 'with others (total index)', 'first', 'alone (first index)'],
  morris: ['muStar', 'mean effect (μ*)', 'sigma', 'spread (σ)'],
  rank: ['correlation', 'partial rank correlation'],
};

const HOW: Readonly<Record<Method, string>> = {
  sobol:
    'Part of the variance between inputs, 0 to 1, with 95% interval. The gap between the bars is interaction.',
  morris:
    'Size of the change over the whole range of the field, with 95% interval. A ring far to the right: it hangs on the other fields.',
  rank: 'From −1 to 1, with 95% interval: the others held, does the outcome go up or down with the field?',
};

function two(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2).replace('-', '−') : '–';
}

function writerOf(own: OutcomeSensitivity, method: Method): (value: number) => string {
  if (method !== 'morris') return two;
  const known = (value: number) => (Math.abs(value) < NOTHING ? 0 : value);
  return (value) => (isShare(own) ? changeText(own, value).replace('+', '') : levelText(own, known(value)));
}

const PLAIN_BAR = { y: 12, height: 14, style: 'fill:var(--ink2);opacity:.85' };

function ring(axis: Axis, { estimate }: Interval): string {
  return `<circle cx="${percentOn(axis, estimate)}" cy="19" r="4.5" fill="var(--card)" stroke="var(--before)" stroke-width="2"/>`;
}

/** An index that the samples could not estimate lies far outside 0 to 1; it is told as missing. */
function effectOf(effects: FactorEffects, name: Measure | undefined): Interval | undefined {
  const found = name && effects[name];
  if (!found || (name !== 'first' && name !== 'total')) return found;
  return [found.estimate, found.low, found.high].every((value) => Math.abs(value) <= FAR) ? found : undefined;
}

function marksOf(axis: Axis, effects: FactorEffects, method: Method): string {
  const [bar, , beside] = DRAWN[method];
  const [main, second] = [effectOf(effects, bar), effectOf(effects, beside)];
  if (!main) return '';
  if (method === 'sobol')
    return (second ? barMarks(axis, second, UPPER_BAR) : '') + barMarks(axis, main, LOWER_BAR);
  return (
    barMarks(axis, main, PLAIN_BAR) + (second && Number.isFinite(second.estimate) ? ring(axis, second) : '')
  );
}

function effectTable(own: OutcomeSensitivity, method: Method): StudyTable {
  const write = writerOf(own, method);
  const measures = DRAWN[method].filter((_, k) => k % 2 === 0) as Measure[];
  const names = DRAWN[method].filter((_, k) => k % 2 === 1) as string[];
  return {
    columns: [
      { name: 'field' },
      ...names.flatMap((name) => [
        { name, write },
        { name: 'low', write },
        { name: 'high', write },
      ]),
    ],
    rows: own.effects.map((effects) => [
      effects.factor,
      ...measures.flatMap((name) => {
        const { estimate, low, high } = effects[name] ?? {};
        return [estimate, low, high].map(cell);
      }),
    ]),
  };
}

/** Ends that the axis has at least: indices are parts of one, correlations lie between -1 and 1. */
const ENDS: Readonly<Record<Method, readonly number[]>> = { sobol: [1], morris: [], rank: [-1, 1] };
const HEADS: Readonly<Record<Method, readonly [string, string]>> = {
  sobol: ['with others', 'alone'],
  morris: ['mean effect', 'spread'],
  rank: ['correlation', ''],
};
const SAMPLES: Readonly<Record<Method, string>> = {
  sobol: 'base samples',
  morris: 'trajectories',
  rank: 'points',
};

/** The drawing of the strongest fields. */
function effectBody(own: OutcomeSensitivity, method: Method, name: string): string {
  const [bar, , beside] = DRAWN[method];
  const write = writerOf(own, method);
  const shown = own.effects.slice(0, FIELDS);
  const ends = shown
    .flatMap((effects) => [effectOf(effects, bar), effectOf(effects, beside)])
    .flatMap((each) => (each ? [each.estimate, each.low, each.high] : []));
  const axis = axisOver([...ENDS[method], ...ends], write);
  const text = (each: Interval | undefined) => (each ? write(each.estimate) : '–');
  const range = (each: Interval | undefined) => (each ? `${write(each.low)} to ${write(each.high)}` : '–');
  const cells = (effects: FactorEffects) => {
    const main = effectOf(effects, bar);
    return [text(main), range(main), ...(beside ? [text(effectOf(effects, beside))] : [])];
  };
  const said = shown.map((each) => `${plainText(each.factor)} ${cells(each).slice(0, 2).join(', ')}`);
  return rowsPlot({
    axis,
    heads: [[HEADS[method][0], 84], ['95%', 118], ...(beside ? [[HEADS[method][1], 64] as const] : [])],
    label: `What decides ${name}: ${said.join('; ')}.`,
    rows: shown.map((effects) => ({
      tag: plainTag(effects.factor),
      marks: marksOf(axis, effects, method),
      cells: cells(effects),
    })),
  });
}

function effectFigure(head: StudyHead & SensitivityResult, own: OutcomeSensitivity, id: string): StudyFigure {
  const { method, points, replicates } = head;
  const [, barName, , besideName] = DRAWN[method];
  const name = sensitivityName(head, own);
  const fields = own.effects.length;
  const rest = fields > FIELDS ? ` The ${FIELDS} strongest of ${count(fields)} fields.` : '';
  return {
    id: `${id}-effects`,
    title: `What decides ${name}`,
    how: HOW[method],
    note: `${count(points)} ${SAMPLES[method]} of ${count(replicates)} worlds.${rest}`,
    key: method === 'sobol' ? filledKey(besideName as string, barName) : filledKey(barName, besideName, true),
    table: effectTable(own, method),
    body: effectBody(own, method, name),
  };
}

function upper(text: string): string {
  return text === '' ? text : text[0].toUpperCase() + text.slice(1);
}

/** A section for each of the most telling outcomes. */
export function sensitivitySections(result: StudyHead & SensitivityResult): StudySection[] {
  return tellingOutcomes(result, OUTCOMES).map((own, k) => {
    const id = `outcome${k + 1}`;
    const tornado = tornadoFigure(result, own, id);
    const chance =
      own.chanceShare === undefined
        ? {}
        : { why: `Luck alone makes ${percent(own.chanceShare)} of the variance of a single world.` };
    return {
      id,
      heading: upper(sensitivityName(result, own)),
      claim: sensitivitySentence(result, { ...own, chanceShare: undefined }, result.method),
      ...chance,
      figures: [effectFigure(result, own, id), ...(tornado ? [tornado] : [])],
    };
  });
}

function effectRows(own: OutcomeSensitivity): (string | number | null)[][] {
  return own.effects.flatMap(({ factor, ...measures }) =>
    Object.entries(measures).map(([name, { estimate, low, high }]) => [
      ...[own.outcome, own.firm, own.measure, factor, name, ''],
      ...[estimate, low, high].map(cell),
    ]),
  );
}

/** A row for each outcome, field and measure of sensitivity; the ends of the tornado with their values. */
export function sensitivityPoints({ outcomes }: SensitivityResult): StudyTable {
  const names = ['outcome', 'firm', 'measure', 'factor', 'index', 'value', 'estimate', 'low', 'high'];
  return {
    columns: names.map((name) => ({ name })),
    rows: outcomes.flatMap((own) => [
      ...effectRows(own),
      ...own.tornado.flatMap(({ factor, ends, low, high }) =>
        [low, high].map((end, k) => [
          ...[own.outcome, own.firm, own.measure, factor, ['tornado low end', 'tornado high end'][k]],
          valueCell(ends[k]),
          ...[end.estimate, end.low, end.high].map(cell),
        ]),
      ),
    ]),
  };
}
