/** Figures of a sweep over many fields: the points as rows, each field as a place in its range, the largest outcome first. */
import type { SweepResult } from '../../experiment/study/sweep.js';
import { count } from '../numbers.js';
import { escapeHtml, plainText } from '../plain-text.js';
import type { StudyHead } from './head.js';
import { isProbability, levelText, rangeText } from './outcome-words.js';
import { colourIn, type StudyFigure } from './section.js';
import { groupTable, type OutcomeGroup, placeName, telling } from './sweep-groups.js';
import { valueText } from './value-text.js';

/** Firms and points that are drawn; the table and points.csv have all. */
const FIRMS = 4;
const POINTS = 40;

type Swept = StudyHead & SweepResult;

/** A value with its place in the range of the field as a bar. */
function valueHtml(value: unknown, [low, high]: readonly [number, number]): string {
  const text = escapeHtml(valueText(value));
  if (typeof value !== 'number') return `<td>${text}</td>`;
  const share = high > low ? (value - low) / (high - low) : 1;
  const size = 4 + share * 92;
  return `<td class="in"><span class="n">${text}</span><svg width="100%" height="6" aria-hidden="true"><rect x="0" y="1" width="100%" height="4" rx="2" style="fill:var(--sunk)"/><rect x="0" y="1" width="${size.toFixed(1)}%" height="4" rx="2" style="fill:var(--ink3)"/></svg></td>`;
}

function rangesOf({ rows, factors }: SweepResult): [number, number][] {
  return factors.map((_, k) => {
    const numbers = rows.map(({ values }) => values[k]).filter((value) => typeof value === 'number');
    return [Math.min(...numbers), Math.max(...numbers)];
  });
}

function tableHtml(result: Swept, group: OutcomeGroup, place: number): string {
  const ranges = rangesOf(result);
  const arms = new Set(result.rows.map(({ arm }) => arm)).size > 1;
  const sorted = [...result.rows]
    .sort((a, b) => b.cells[place].estimate - a.cells[place].estimate)
    .slice(0, POINTS);
  const colour = group.outcome === 'cashOut' ? 'var(--out)' : colourIn(result, result.outcomes[place].firm);
  const estimates = result.rows.map(({ cells }) => cells[place].estimate).filter(Number.isFinite);
  const most = isProbability(group) ? 1 : Math.max(...estimates.map(Math.abs));
  const write = (value: number) => levelText(group, value);
  const rows = sorted.map(({ arm, values, cells }) => {
    const { estimate, low, high } = cells[place];
    const tint = Math.round((Math.abs(estimate) / (most || 1)) * 38);
    const own = `<td class="h" style="background:color-mix(in srgb,${colour} ${Number.isFinite(tint) ? tint : 0}%,var(--card))">${write(estimate)}<span>${rangeText(group, { low, high })}</span></td>`;
    return `<tr>${own}${arms ? `<td>${escapeHtml(arm)}</td>` : ''}${values.map((value, k) => valueHtml(value, ranges[k])).join('')}</tr>`;
  });
  const heads = result.factors.map(({ name }) => `<th>${escapeHtml(name)}</th>`).join('');
  const label = `${placeName(result, place)}, points`;
  return `<div data-scroll class="tall" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="heat map"><thead><tr><th class="c">${escapeHtml(group.word)}</th>${arms ? '<th>plan</th>' : ''}${heads}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** A table of the points for each firm that varies most. */
export function pointFigures(result: Swept, group: OutcomeGroup): StudyFigure[] {
  return telling(result, group, { least: 1, most: FIRMS }).map((place, k) => {
    const whose = placeName(result, place);
    const more =
      result.rows.length > POINTS ? `The first ${POINTS} of ${count(result.rows.length)} points. ` : '';
    return {
      id: `${group.id}-${k + 1}`,
      title: result.outcomes[place].firm === '' ? whose : `${plainText(whose)}: ${group.word}`,
      how: 'Points of the design, the largest first, with 95% interval. Bar: where the value lies in its range.',
      note: `${more}${count(result.replicates)} worlds of every point, the same luck at all points.`,
      table: groupTable(result, { ...group, places: [place] }),
      body: tableHtml(result, group, place),
    };
  });
}
