/**
 * Walks the nodes of a parsed YAML document to plain values: maps without prototype, lists, texts, numbers.
 * Refuses duplicate keys, tags, keys that are no texts, and aliases that unfold without end. Faults are listed
 * and the walk goes on, so the fields can be checked in the same pass.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Path } from '../../sim/index.js';
import type { SyntaxFault } from './syntax.js';

/** A fault with its place in the tree. */
export type ValueFault = SyntaxFault & { readonly path: Path; readonly atKey?: boolean };

/** Most values that a file may hold after its aliases are written out. */
const MOST_VALUES = 20_000;
const DEEPEST = 64;

interface Walk {
  readonly faults: ValueFault[];
  readonly anchors: Map<string, Node>;
  readonly targets: Map<unknown, Node>;
  /** Values that may still come; below 0 it is over. */
  left: number;
  /** Where the outermost alias stands that is being written out. */
  unfolding: number | undefined;
}

/** Where the walk is; `offset` is that of the nearest node that has one. */
interface At {
  readonly path: Path;
  readonly offset: number;
}

/** `value` is undefined if it unfolds without end; `targets`: what each alias stands for. */
export interface PlainValue {
  readonly value: unknown;
  readonly faults: readonly ValueFault[];
  readonly targets: ReadonlyMap<unknown, Node>;
}

/** The plain value of a document and what is wrong with its nodes. */
export function plainValue(document: Document): PlainValue {
  const walk: Walk = {
    faults: [],
    anchors: new Map(),
    targets: new Map(),
    left: MOST_VALUES,
    unfolding: undefined,
  };
  const value = plainOf(walk, document.contents, { path: [], offset: 0 });
  return { value: walk.left < 0 ? undefined : value, faults: walk.faults, targets: walk.targets };
}

function plainOf(walk: Walk, node: unknown, at: At): unknown {
  if (walk.left < 0) return undefined;
  walk.left -= 1;
  if (walk.left < 0 || at.path.length > DEEPEST) {
    const most = `at most ${MOST_VALUES} values and ${DEEPEST} levels`;
    const expected = walk.unfolding === undefined ? `a file of ${most}` : `aliases that unfold to ${most}`;
    walk.faults.push({ offset: walk.unfolding ?? at.offset, path: [], expected, received: 'more' });
    walk.left = -1;
    return undefined;
  }
  const here = { path: at.path, offset: offsetOf(node) ?? at.offset };
  if (isAlias(node)) return unfold(walk, node, here);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  if (node.anchor) walk.anchors.set(node.anchor, node);
  if (node.tag) {
    const received = `the tag ${node.tag.replace('tag:yaml.org,2002:', '!!')}`;
    walk.faults.push({ ...here, expected: 'a value without a tag', received });
  }
  if (isScalar(node)) {
    const isDecimal = node.format !== 'HEX' && node.format !== 'OCT';
    if (!isDecimal)
      walk.faults.push({
        ...here,
        expected: 'a decimal number',
        received: String(node.source ?? node.value),
      });
    return node.value;
  }
  if (isMap(node)) return mapOf(walk, node, here);
  return node.items.map((item, i) => plainOf(walk, item, { path: [...at.path, i], offset: here.offset }));
}

function unfold(walk: Walk, alias: Alias, at: At): unknown {
  const target = walk.anchors.get(alias.source);
  if (!target) {
    walk.faults.push({ ...at, expected: 'an anchor that was set before', received: `\`*${alias.source}\`` });
    return undefined;
  }
  walk.targets.set(alias, target);
  const outer = walk.unfolding;
  walk.unfolding ??= at.offset;
  const value = plainOf(walk, target, at);
  walk.unfolding = outer;
  return value;
}

function mapOf(walk: Walk, node: YAMLMap, at: At): unknown {
  const map = Object.create(null) as Record<string, unknown>;
  let before: string | undefined;
  for (const pair of node.items) {
    const key = keyOf(pair);
    const here = {
      path: key === undefined ? at.path : [...at.path, key],
      offset: offsetOf(pair.key) ?? at.offset,
    };
    const fault = key === undefined ? NO_NAME : keyFault(key, map, before);
    if (key === undefined || fault) walk.faults.push({ ...here, atKey: true, ...(fault ?? NO_NAME) });
    else {
      map[key] = plainOf(walk, pair.value, here);
      before = key;
    }
  }
  return map;
}

const NO_NAME = { expected: 'a key that is a name', received: 'a list, a map or nothing as key' };

function keyFault(
  key: string,
  map: Record<string, unknown>,
  before: string | undefined,
): Omit<SyntaxFault, 'offset'> | undefined {
  if (Object.hasOwn(map, key)) return { expected: 'each key once', received: `a second \`${key}\`` };
  const isIndex = /^(0|[1-9]\d{0,9})$/.test(key);
  if (!isIndex || before === undefined || (/^\d+$/.test(before) && Number(before) < Number(key)))
    return undefined;
  const hint = 'names of digits only cannot keep their place in the order';
  return { expected: 'a name with a letter', received: `\`${key}\``, hint };
}

/** The key of a pair as text, or undefined if it is a map, a list or nothing. */
export function keyOf(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return undefined;
  const { value, source } = pair.key;
  return typeof value === 'string' ? value : value === null ? undefined : (source ?? String(value));
}

/** Where a node begins in the text. */
export function offsetOf(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
  return range?.[0];
}
