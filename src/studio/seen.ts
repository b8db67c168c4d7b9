/** What Explore shows of a state: the worlds of now, those of before if something is changed, the firms in focus. */
import { type Family, familiesOf } from '../experiment/families.js';
import type { Summary } from '../experiment/summary.js';
import { focusFirm } from '../report/narrative.js';
import { type Change, changeOf } from './compare.js';
import { type Answer, isUnchanged, type Studio, valuesOf } from './state.js';

/** An answer with at least one world, and what it is compared with. */
export interface Seen {
  readonly summary: Summary;
  readonly worlds: Answer['worlds'];
  /** Of the unchanged scenario; missing while nothing is changed. */
  readonly before?: { readonly summary: Summary; readonly worlds: Answer['worlds'] };
  /** Lines of the summary by id. */
  readonly families: ReadonlyMap<string, Family>;
  /** Firms in focus, the leading one first, at least one. */
  readonly focus: readonly string[];
  /** True if a newer question has no world yet. */
  readonly isStale: boolean;
}

/** Whose number was changed last, if it is a firm's: the change is about it. */
function changedFirm(values: Readonly<Record<string, unknown>>): string | undefined {
  const [root, id] = (Object.keys(values).at(-1) ?? '').split('.');
  return root === 'firms' ? id : undefined;
}

/** Undefined before the first world. Without a choice the firm leads that was changed, else the one most in danger. */
export function seenOf(studio: Studio): Seen | undefined {
  const { answer, before, opened } = studio;
  if (!opened || !answer?.summary) return undefined;
  const isCompared = !isUnchanged(answer.question) && before?.summary !== undefined;
  const first = before?.summary ?? answer.summary;
  const changed = changedFirm(answer.question.values);
  const wanted = studio.focus.length === 0 && changed !== undefined ? [changed] : studio.focus;
  const chosen = wanted.filter((id) => Object.hasOwn(first.firms, id));
  return {
    summary: answer.summary,
    worlds: answer.worlds,
    ...(isCompared && before?.summary ? { before: { summary: before.summary, worlds: before.worlds } } : {}),
    families: new Map(familiesOf(opened.scenario).map((family) => [family.id, family])),
    focus: chosen.length > 0 ? chosen : [focusFirm(first)],
    isStale: answer.question.values !== valuesOf(studio),
  };
}

/** True if the worlds of a change are those of before to the last bit: nothing depends on the number. */
export function isDead({ answer, before }: Studio): boolean {
  if (!answer || isUnchanged(answer.question)) return false;
  return answer.hash !== undefined && answer.hash === before?.hash;
}

/** The paired change of P(cash-out) of a line; undefined without a before or without a pair. */
export function changeIn({ worlds, before, families }: Seen, id: string): Change | undefined {
  const family = families.get(id);
  return before && family && changeOf(before.worlds, worlds, family);
}
