/** Finds where a part of a parsed document stands in its text. Maps are indexed when first asked for. */
import { type Document, isMap, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Path } from '../../sim/index.js';
import { keyOf, offsetOf } from './plain-value.js';

/**
 * A function from a path to an offset in UTF-16 units: of the value, or of its key. Where the path breaks off, or
 * the value is a list or map or empty, it is the offset of the key (or list entry) reached so far.
 * @param targets what each alias of the document stands for
 */
export function makeLocator(
  document: Document,
  targets: ReadonlyMap<unknown, Node>,
): (path: Path, atKey: boolean) => number {
  const indexes = new Map<YAMLMap, Map<string, Pair>>();
  const stepTo = (parent: unknown, part: string | number): { at: unknown; node: unknown } | undefined => {
    if (isSeq(parent)) {
      const item = parent.items[Number(part)];
      return item === undefined ? undefined : { at: item, node: item };
    }
    if (!isMap(parent)) return undefined;
    if (!indexes.has(parent)) indexes.set(parent, indexOf(parent));
    const pair = indexes.get(parent)?.get(String(part));
    return pair && { at: pair.key, node: pair.value };
  };
  return (path, atKey) => {
    let node: unknown = document.contents;
    let reached = 0;
    for (const part of path) {
      const step = stepTo(targets.get(node) ?? node, part);
      if (!step) return reached;
      reached = offsetOf(step.at) ?? reached;
      node = step.node;
    }
    return atKey || isSpread(node) ? reached : (offsetOf(node) ?? reached);
  };
}

/** Pairs by key; of duplicates the first. */
function indexOf(map: YAMLMap): Map<string, Pair> {
  const index = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = keyOf(pair);
    if (key !== undefined && !index.has(key)) index.set(key, pair);
  }
  return index;
}

/** True if the key tells more than the place where the value begins. */
function isSpread(node: unknown): boolean {
  return node === null || isMap(node) || isSeq(node) || (node as { source?: string }).source === '';
}
