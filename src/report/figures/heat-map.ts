/** An outcome over two fields: a table of cells, the deeper the more, each with its number and interval. */
import { escapeHtml } from '../plain-text.js';

/** Deepest tint in percent: black or white text keeps its contrast on it. */
const DEEPEST = 38;

/** One cell; `depth` is 0..1. */
export interface HeatCell {
  readonly depth: number;
  readonly text: string;
  readonly interval: string;
}

/** The map. All texts are plain. */
export interface HeatMap {
  /** Names of the fields to the right and downwards. */
  readonly across: string;
  readonly down: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (HeatCell | undefined)[] }[];
  readonly colour: string;
  readonly label: string;
}

/** The path of a field, which may break after its dots. */
function breakable(name: string): string {
  return escapeHtml(name).replace(/\.(?=\w)/g, '.<wbr>');
}

function cellHtml(cell: HeatCell | undefined, colour: string): string {
  if (!cell) return '<td class="h">·</td>';
  const share = Math.round(Math.min(1, Math.max(0, cell.depth)) * DEEPEST);
  const tint = `color-mix(in srgb,${colour} ${share}%,var(--card))`;
  return `<td class="h" style="background:${tint}">${escapeHtml(cell.text)}<span>${escapeHtml(cell.interval)}</span></td>`;
}

/** The map as an HTML table. */
export function heatMap({ across, down, columns, rows, colour, label }: HeatMap): string {
  const heads = columns.map((name) => `<th class="c" scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.map(
    ({ name, cells }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${cells.map((cell) => cellHtml(cell, colour)).join('')}</tr>`,
  );
  return `<div data-scroll tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="heat map"><thead><tr><th class="corner" rowspan="2">↓ ${breakable(down)}</th><th class="c" colspan="${columns.length}">${breakable(across)} →</th></tr><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
