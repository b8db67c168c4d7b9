/** What Explore shows of a state: the worlds of now, those of before if something is changed, the firms in focus. */
import { type Family, familiesOf } from '../experiment/families.js';
import type { Summary } from '../experiment/summary.js';
import { FEW, focusFirm } from '../report/narrative.js';
import { askedOf, type Measure } from './asked.js';
import { type Change, changeOf, couldBeZero } from './compare.js';
import { type Answer, hasNoValues, isUnchanged, type Studio, valuesOf } from './state.js';

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
  /** Firm that the question of the scenario is about, if it is known. */
  readonly asked?: string;
  /** What the sentence about the leading firm measures. */
  readonly measure: Measure;
  /** True if a change is compared of which not a bit is seen in any world. */
  readonly isUnmoved: boolean;
  /** True if a plan of the scenario and changed numbers hold at once. */
  readonly isTogether: boolean;
  /** True if a newer question has no world yet. */
  readonly isStale: boolean;
}

/** A firm that stands for itself; false for a line that pools copies. */
export function isOwn({ firms }: Summary, id: string): boolean {
  return firms[id].copies === 1;
}

/** The firm most in danger; of firms that stand for themselves, if there are any. */
export function mostInDanger(summary: Summary): string {
  const own = summary.firmIds.filter((id) => isOwn(summary, id));
  return focusFirm(own.length > 0 ? { ...summary, firmIds: own } : summary);
}

/** True if both have the same worlds to the last bit; false while they are not known whole. */
function isSameWorlds(a: Answer, b: Answer): boolean {
  if (!a.digests || a.digests.length !== b.digests?.length) return false;
  return a.digests.every(({ digest, replicate }, k) => {
    const other = b.digests?.[k];
    return other?.digest === digest && other.replicate === replicate;
  });
}

/** Undefined before the first world. Without a choice the firm leads that the question is about, else the one most in danger. */
export function seenOf(studio: Studio): Seen | undefined {
  const { answer, before, opened } = studio;
  if (!opened || !answer?.summary) return undefined;
  const isCompared = !isUnchanged(answer.question) && before?.summary !== undefined;
  const first = before?.summary ?? answer.summary;
  const asked = askedOf(opened);
  const wanted = studio.focus.length === 0 && asked ? [asked.firm] : studio.focus;
  const chosen = wanted.filter((id) => Object.hasOwn(first.firms, id));
  const focus = chosen.length > 0 ? chosen : [mostInDanger(first)];
  return {
    summary: answer.summary,
    worlds: answer.worlds,
    ...(isCompared && before?.summary ? { before: { summary: before.summary, worlds: before.worlds } } : {}),
    families: new Map(familiesOf(opened.scenario).map((family) => [family.id, family])),
    focus,
    ...(asked ? { asked: asked.firm } : {}),
    measure: first.firms[focus[0]].hasApp ? (asked?.measure ?? 'cash-out') : 'cash-out',
    isUnmoved: isCompared && isSameWorlds(before, answer),
    isTogether: answer.question.arm !== undefined && !hasNoValues(answer.question),
    isStale: answer.question.values !== valuesOf(studio),
  };
}

/** The paired change of P(cash-out) of a line; undefined without a before or without a pair. */
export function changeIn({ worlds, before, families }: Seen, id: string): Change | undefined {
  const family = families.get(id);
  return before && family && changeOf(before.worlds, worlds, family);
}

/** The line whose P(cash-out) has changed most, of those whose change cannot be none; undefined if there is none. */
export function mostChanged(seen: Seen): { readonly id: string; readonly change: Change } | undefined {
  const sure = seen.summary.firmIds.flatMap((id) => {
    const change = changeIn(seen, id);
    return change && change.n >= FEW && !couldBeZero(change) ? [{ id, change }] : [];
  });
  const size = ({ change }: { readonly change: Change }) => Math.abs(change.difference);
  return sure.length === 0 ? undefined : sure.reduce((most, each) => (size(each) > size(most) ? each : most));
}
