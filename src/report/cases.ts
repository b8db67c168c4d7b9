/**
 * What a share is a share of. For a firm it is worlds. The line of a firm that comes in copies pools them, so its shares
 * are of cases: one copy in one world.
 */
import type { FirmSummary, Summary } from '../experiment/summary.js';
import { plainText } from './plain-text.js';

export type Unit = 'worlds' | 'cases';

/** Name of a firm for a sentence; its id if the name has no visible letter. */
export function firmName(summary: Pick<Summary, 'firms'>, id: string): string {
  return plainText(summary.firms[id].name) || id;
}

/** What the shares of a line count. */
export function unitOf({ copies }: Pick<FirmSummary, 'copies'>): Unit {
  return copies > 1 ? 'cases' : 'worlds';
}

/** What shares of several lines count: cases as soon as one line is pooled, for a world is a case of a single firm. */
export function commonUnit({ firmIds, firms }: Summary): Unit {
  return firmIds.some((id) => firms[id].copies > 1) ? 'cases' : 'worlds';
}

/** A line as the subject of a sentence about one life: "Kimi", or "A copy of Student team (20 copies)". */
export function subject(summary: Pick<Summary, 'firms'>, id: string, start = true): string {
  const article = start ? 'A' : 'a';
  return `${summary.firms[id].copies > 1 ? `${article} copy of ` : ''}${firmName(summary, id)}`;
}

/** What pooled lines mean; empty if no firm has copies. */
export function copiesNote(summary: Summary): string {
  return commonUnit(summary) === 'cases'
    ? 'Copies: a case is one copy in one world. Shares are of cases, intervals by worlds because copies of one world share its luck.'
    : '';
}
