/**
 * Lays a scenario's own fields of a firm over those of its card. Maps merge, lists and numbers replace as a whole. A
 * policy merges only if the scenario gives parameters of the same policy. Remembers which parts are the card's, so
 * that a problem is told where the faulty part stands.
 */
import { isWithin, type Path } from '../../sim/index.js';
import { isPlain, type Plain, plainMap } from './plain-map.js';

/** `fromCard`: roots of the parts that the card gives, as paths in the firm. */
export interface MergedFirm {
  readonly firm: Plain;
  readonly fromCard: readonly Path[];
}

/** A copy that shares nothing: two firms may stand on one card, and `--set` writes in place. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  return isPlain(value) ? plainMap(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) : value;
}

/** @param own what the scenario says of the firm, without `firm` and `asOf` */
export function mergeFirm(card: Plain, own: Plain): MergedFirm {
  const fromCard: Path[] = [];
  const merge = (below: Plain, above: Plain, path: Path): Plain => {
    const merged = plainMap(Object.entries(below).map(([key, part]) => [key, copyOf(part)]));
    for (const key of Object.keys(below)) if (!Object.hasOwn(above, key)) fromCard.push([...path, key]);
    for (const [key, value] of Object.entries(above)) {
      const under = Object.hasOwn(below, key) ? below[key] : undefined;
      const isPolicy = path.length === 0 && key === 'policy';
      const base = isPolicy ? policyMap(under, value) : under;
      merged[key] = isPlain(base) && isPlain(value) ? merge(base, value, [...path, key]) : value;
    }
    return merged;
  };
  return { firm: merge(card, own, []), fromCard };
}

/** The card's policy as a map if the scenario's value only gives parameters of it; else undefined. */
function policyMap(card: unknown, own: unknown): Plain | undefined {
  const map = typeof card === 'string' ? { name: card } : card;
  if (!isPlain(map) || !isPlain(own) || Object.hasOwn(own, 'module')) return undefined;
  return !Object.hasOwn(own, 'name') || own.name === map.name ? map : undefined;
}

/** True if the part at a path of the firm is the card's. */
export function isFromCard({ fromCard }: MergedFirm, path: Path): boolean {
  return fromCard.some((root) => isWithin(path, root));
}
