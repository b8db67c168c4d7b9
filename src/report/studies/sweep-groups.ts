/** The outcomes of a sweep by what they measure, and the tables of their points. */
import type { SweepResult } from '../../experiment/study/sweep.js';
import { plainText } from '../plain-text.js';
import { firmText, type StudyHead } from './head.js';
import { levelText, type OutcomeName, outcomeWord } from './outcome-words.js';
import { cell, type StudyTable } from './section.js';
import { valueText } from './value-text.js';

const CLEAR = 0.5;

/** An outcome of every firm, or one of the study's own. */
export interface OutcomeGroup extends OutcomeName {
  readonly id: string;
  readonly word: string;
  /** Places of its cells in a row, one for each firm in which anything varies; the clearest first. */
  readonly places: readonly number[];
  /** Firms in which nothing varies. */
  readonly same: number;
}

type Row = SweepResult['rows'][number];

/** How far an outcome moves over some points, in widths of its interval; 0 if it does not move. */
function movement(rows: readonly Row[], place: number): number {
  const cells = rows.map(({ cells: own }) => own[place]).filter(({ estimate }) => Number.isFinite(estimate));
  const values = cells.map(({ estimate }) => estimate);
  const spread = values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
  if (spread === 0) return 0;
  const widths = cells.map(({ low, high }) => high - low).filter(Number.isFinite);
  const width = widths.reduce((sum, each) => sum + each, 0) / Math.max(1, widths.length);
  return spread / Math.max(width, Number.MIN_VALUE);
}

/** The plan in which the outcome moves most, and how far. */
function mover({ rows }: SweepResult, place: number): { readonly arm: string; readonly clearness: number } {
  const arms = [...new Set(rows.map(({ arm }) => arm))];
  const all = arms.map((arm) => ({
    arm,
    clearness: movement(
      rows.filter((row) => row.arm === arm),
      place,
    ),
  }));
  return all.reduce((best, each) => (each.clearness > best.clearness ? each : best));
}

/** The firms worth a drawing: those that move by half an interval or more, and at least so many. */
export function telling(
  result: SweepResult,
  { places }: OutcomeGroup,
  { least, most }: { readonly least: number; readonly most: number },
): readonly number[] {
  const clear = places.filter((place) => mover(result, place).clearness >= CLEAR).length;
  return places.slice(0, Math.min(most, Math.max(least, clear)));
}

/** The outcomes of a sweep, those of all firms together. */
export function groupsOf(result: SweepResult): OutcomeGroup[] {
  const all = result.outcomes.map((_, k) => k);
  const own = all.filter((k) => result.outcomes[k].firm === '').map((k) => [k]);
  const names = [...new Set(result.outcomes.filter(({ firm }) => firm !== '').map(({ outcome }) => outcome))];
  const usual = names.map((name) =>
    all.filter((k) => result.outcomes[k].firm !== '' && result.outcomes[k].outcome === name),
  );
  return [...own, ...usual].map((group, k) => {
    const { outcome, measure } = result.outcomes[group[0]];
    const places = group
      .filter((place) => mover(result, place).clearness > 0)
      .sort((a, b) => mover(result, b).clearness - mover(result, a).clearness);
    const word = outcomeWord(outcome);
    return { id: `outcome${k + 1}`, outcome, measure, word, places, same: group.length - places.length };
  });
}

/** Whose outcome it is, or the outcome itself. */
export function placeName(result: StudyHead & SweepResult, place: number): string {
  const { firm, outcome } = result.outcomes[place];
  return firm === '' ? outcomeWord(outcome) : firmText(result, firm);
}

/** The field with its unit. */
export function factorName({ name, unit }: SweepResult['factors'][number]): string {
  return unit === '' ? plainText(name) : `${plainText(name)}, ${plainText(unit)}`;
}

/** All points of an outcome as a table, a row for each point and firm. */
export function groupTable(result: StudyHead & SweepResult, group: OutcomeGroup): StudyTable {
  const write = (value: number) => levelText(group, value);
  const hasArms = new Set(result.rows.map(({ arm }) => arm)).size > 1;
  const { firm } = result.outcomes[group.places[0]];
  return {
    columns: [
      ...(hasArms ? [{ name: 'plan' }] : []),
      ...result.factors.map(({ name }) => ({ name })),
      ...(firm === '' ? [] : [{ name: 'firm' }]),
      { name: group.word, write },
      { name: 'low', write },
      { name: 'high', write },
    ],
    rows: group.places.flatMap((place) =>
      result.rows.map(({ arm, values, cells }) => [
        ...(hasArms ? [arm] : []),
        ...values.map(valueText),
        ...(firm === '' ? [] : [placeName(result, place)]),
        ...[cells[place].estimate, cells[place].low, cells[place].high].map(cell),
      ]),
    ),
  };
}

/** Two points between which the outcome goes: the ends of one field, else the least and the most. */
function endsOf({ factors }: SweepResult, rows: readonly Row[], place: number): readonly [Row, Row] {
  const known = rows.filter(({ cells }) => Number.isFinite(cells[place].estimate));
  const isRange = factors.length === 1 && !factors[0].levels;
  const key = (row: Row) => (isRange ? Number(row.values[0]) : row.cells[place].estimate);
  const sorted = [...known].sort((a, b) => key(a) - key(b));
  return [sorted[0], sorted[sorted.length - 1]];
}

/** Where the two points lie: at the values of one field, else somewhere in the fields. */
function placesText(
  { factors, rows }: SweepResult,
  ends: readonly [Row, Row],
): readonly [string, string, string] {
  const names = factors.map(({ name }) => plainText(name));
  const [from, to] = ends.map(({ values: [value] }) => valueText(value));
  if (factors.length === 1) return [` at ${names[0]} ${from}`, ` at ${to}`, ''];
  return ['', '', factors.length === 2 ? ` over ${names.join(' and ')}` : ` over ${rows.length} points`];
}

/** How far an outcome goes over the points, for the firm in which that is clearest. */
export function groupClaim(result: StudyHead & SweepResult, { places, word, ...own }: OutcomeGroup): string {
  const [place] = places;
  const { arm } = mover(result, place);
  const rows = result.rows.filter((row) => row.arm === arm);
  const ends = endsOf(result, rows, place);
  const [from, to] = ends.map((row) => levelText(own, row.cells[place].estimate));
  const [here, there, over] = placesText(result, ends);
  const whose = result.outcomes[place].firm === '' ? word : `${word} of ${placeName(result, place)}`;
  const plan = rows.length === result.rows.length ? '' : `With ${plainText(arm)}, `;
  const [a, b] = ends.map(({ cells }) => cells[place]);
  const isClear = a.high < b.low || b.high < a.low;
  const doubt = isClear ? '' : ' The intervals of the two overlap: the difference may be luck.';
  const start = plan === '' ? `${whose[0].toUpperCase()}${whose.slice(1)}` : `${plan}${whose}`;
  return `${start} goes from ${from}${here} to ${to}${there}${over}.${doubt}`;
}

/** The first outcome that varies, as a sentence. */
export function sweepAnswer(result: StudyHead & SweepResult): string {
  const first = groupsOf(result).find(({ places }) => places.length > 0);
  return first ? groupClaim(result, first) : 'Nothing varies over the points.';
}
