/** The outcomes of a sweep by what they measure, and the tables of their points. */
import type { SweepCell, SweepResult } from '../../experiment/study/sweep.js';
import { plainText } from '../plain-text.js';
import type { StudyHead } from './head.js';
import { levelText, type OutcomeName, outcomeWord } from './outcome-words.js';
import { cell, nameIn, type StudyTable } from './section.js';
import { valueText } from './value-text.js';

/** An outcome of every firm, or one of the study's own. */
export interface OutcomeGroup extends OutcomeName {
  readonly id: string;
  readonly word: string;
  /** Places of its cells in a row, one for each firm in which anything varies; those that vary most first. */
  readonly places: readonly number[];
  /** Firms in which nothing varies. */
  readonly same: number;
}

/** The spread of an outcome over the points. */
function spread({ rows }: SweepResult, k: number): number {
  const values = rows.map(({ cells }) => cells[k].estimate).filter(Number.isFinite);
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
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
      .filter((place) => spread(result, place) > 0)
      .sort((a, b) => spread(result, b) - spread(result, a));
    const word = outcomeWord(outcome);
    return { id: `outcome${k + 1}`, outcome, measure, word, places, same: group.length - places.length };
  });
}

/** Whose outcome it is, or the outcome itself. */
export function placeName(result: StudyHead & SweepResult, place: number): string {
  const { firm, outcome } = result.outcomes[place];
  return firm === '' ? outcomeWord(outcome) : nameIn(result, firm);
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

/** How far an outcome goes over the points, for the firm that it changes most. */
export function groupClaim(result: StudyHead & SweepResult, { places, word, ...own }: OutcomeGroup): string {
  const [place] = places;
  const known = result.rows.map(({ cells }) => cells[place]).filter((each) => Number.isFinite(each.estimate));
  const ends = (pick: (a: SweepCell, b: SweepCell) => boolean) =>
    known.reduce((best, each) => (pick(each, best) ? each : best));
  const least = ends((a, b) => a.estimate < b.estimate);
  const most = ends((a, b) => a.estimate > b.estimate);
  const write = (value: number) => levelText(own, value);
  const whose = result.outcomes[place].firm === '' ? word : `${word} of ${placeName(result, place)}`;
  const clear =
    least.high < most.low ? '' : ' The intervals at the ends overlap: the difference may be luck.';
  return `${whose[0].toUpperCase()}${whose.slice(1)} goes from ${write(least.estimate)} to ${write(most.estimate)} over the points.${clear}`;
}

/** The first outcome that varies, as a sentence. */
export function sweepAnswer(result: StudyHead & SweepResult): string {
  const first = groupsOf(result).find(({ places }) => places.length > 0);
  return first ? groupClaim(result, first) : 'Nothing varies over the points.';
}
