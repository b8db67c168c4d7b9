/**
 * What the page of a study is made of. A kind of study gives sections (a claim with its figures) and the rows of
 * `points.csv`; both are optional, see `src/cli/study-page.ts`.
 */
import type { Figure } from '../figure.js';
import { escapeHtml } from '../plain-text.js';
import { slotColour, slotMark } from '../words.js';
import { firmText, type StudyHead } from './head.js';

/** A table in long form; null is a missing number. A column with `write` holds numbers. */
export interface StudyTable {
  readonly columns: readonly { readonly name: string; write?(value: number): string }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A figure: all texts are plain, `key` and `body` are HTML. `isTable`: the body is a table that needs no other. */
export interface StudyFigure extends Pick<Figure, 'id' | 'title' | 'how' | 'note' | 'key' | 'isTable'> {
  readonly body: string;
  readonly table: StudyTable;
}

/** A part of the page: a sentence, and the figures that show it. */
export interface StudySection {
  readonly id: string;
  readonly heading: string;
  readonly claim: string;
  readonly why?: string;
  readonly figures: readonly StudyFigure[];
}

/** Colour slot of a firm, its place in the scenario; 0 if it is none. */
export function slotIn({ firms }: Pick<StudyHead, 'firms'>, id: string): number {
  return Object.keys(firms).indexOf(id) + 1;
}

/** Colour of a firm; ink for what is no firm. */
export function colourIn(head: Pick<StudyHead, 'firms'>, id: string): string {
  const slot = slotIn(head, id);
  return slot > 0 ? slotColour(slot) : 'var(--ink2)';
}

/** The coloured square and the name of a firm, or `other` if it is none. */
export function tagIn(head: Pick<StudyHead, 'firms'>, id: string, other: string): string {
  const slot = slotIn(head, id);
  if (slot === 0) return `<span class="what">${escapeHtml(other)}</span>`;
  return `<span class="firm">${slotMark(slot)}<span>${escapeHtml(firmText(head, id))}</span></span>`;
}

/** A number for a table; null if it could not be measured. */
export function cell(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
