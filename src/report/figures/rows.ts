/**
 * A drawing of rows: a name, marks on a common scale, then cells with the numbers. Forests of differences, levers,
 * indices and tornados are all of this form. On a phone the marks stand under the name and the cells say their heads.
 */
import { escapeHtml } from '../plain-text.js';
import { type Axis, axisGrid, axisTexts, percentOn, placeOn } from './axis.js';
import { whisker } from './whisker.js';

/** Height of a row in pixels. */
export const ROW = 38;

const NAMES = 190;

/** One row. `tag` is HTML; `marks` is SVG in a box of ROW pixels. */
export interface PlotRow {
  readonly tag: string;
  readonly marks: string;
  /** Plain texts; the first is the value itself. */
  readonly cells: readonly string[];
}

/** The whole drawing. */
export interface RowsPlot {
  readonly axis: Axis;
  readonly rows: readonly PlotRow[];
  /** Heads of the cells, and their widths in pixels. */
  readonly heads: readonly (readonly [text: string, width: number])[];
  /** Width of the names in pixels at most. */
  readonly names?: number;
  /** One sentence for readers who do not see it. */
  readonly label: string;
}

/** A number with the ends of its interval. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A point with its interval; nothing if it could not be measured. */
export function pointMarks(axis: Axis, { estimate, low, high }: Interval, colour: string): string {
  if (![estimate, low, high].every(Number.isFinite)) return '';
  const [from, to] = [placeOn(axis, low), placeOn(axis, high)];
  return whisker({ estimate: placeOn(axis, estimate), low: from, high: to, colour, point: true });
}

/** Where a bar lies in its row. */
export interface BarPlace {
  readonly y: number;
  readonly height: number;
  /** CSS of the rectangle. */
  readonly style: string;
}

/** A bar from zero to a number, with the interval as a thin line at its end. */
export function barMarks(axis: Axis, { estimate, low, high }: Interval, place: BarPlace): string {
  if (!Number.isFinite(estimate)) return '';
  const [from, to] = [Math.min(0, estimate), Math.max(0, estimate)];
  const width = ((placeOn(axis, to) - placeOn(axis, from)) * 100).toFixed(2);
  const { y, height, style } = place;
  const bar = `<rect x="${percentOn(axis, from)}" y="${y}" width="${width}%" height="${height}" rx="2" style="${style}"/>`;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return bar;
  const middle = y + height / 2;
  const [x1, x2] = [percentOn(axis, low), percentOn(axis, high)];
  const cap = (x: string) => `<line class="wk" x1="${x}" x2="${x}" y1="${middle - 4}" y2="${middle + 4}"/>`;
  return `${bar}<line class="wk" x1="${x1}" x2="${x2}" y1="${middle}" y2="${middle}"/>${cap(x1)}${cap(x2)}`;
}

/** A plain name as a tag, for what is no firm. */
export function plainTag(name: string): string {
  return `<span class="what">${escapeHtml(name).replace(/\.(?=\w)/g, '.<wbr>')}</span>`;
}

function cellsHtml(cells: readonly string[], heads: RowsPlot['heads']): string {
  const [value, ...more] = cells;
  const rest = more.map(
    (text, k) => `<span class="c" data-head="${escapeHtml(heads[k + 1][0])}">${escapeHtml(text)}</span>`,
  );
  return `<b class="v" data-head="${escapeHtml(heads[0][0])}">${escapeHtml(value)}</b><span class="more">${rest.join('')}</span>`;
}

/** The drawing as HTML. */
export function rowsPlot({ axis, rows, heads, label, names = NAMES }: RowsPlot): string {
  const columns = heads.map(([, width]) => `${width}px`).join(' ');
  const titles = heads.map(([text], k) => `<span class="${k === 0 ? 'v' : 'c'}">${escapeHtml(text)}</span>`);
  const grid = axisGrid(axis, ROW);
  const lines = rows.map(
    ({ tag, marks, cells }) =>
      `<div class="sr">${tag}<svg class="w" width="100%" height="${ROW}" aria-hidden="true">${grid}${marks}</svg>${cellsHtml(cells, heads)}</div>`,
  );
  const bottom = `<div class="sr axis"><span></span><svg class="w" width="100%" height="24" aria-hidden="true">${axisTexts(axis)}</svg></div>`;
  return `<div class="rows" style="--names:${names}px;--cells:${columns}" role="img" aria-label="${escapeHtml(label)}"><div class="sr head"><span></span><span></span>${titles.join('')}</div>${lines.join('')}${bottom}</div>`;
}
