/** Copies a plain value and refuses what could reach beyond it: prototype keys, endless depth, endless size. */
import type { Path, Problem } from './scenario.js';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 64;
const MOST_VALUES = 200_000;

type PlainMap = Record<string, unknown>;

/** True for maps (not lists) that the file may hold. */
export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty map without a prototype. */
export function emptyMap(): PlainMap {
  return Object.create(null) as PlainMap;
}

/** The part of a plain value at a path; undefined if there is none. Looks at own keys only. */
export function partAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as PlainMap)[key];
  }
  return value;
}

/** True if `path` is `prefix` or lies below it. */
export function isWithin(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((key, i) => key === path[i]);
}

/**
 * Deep copy with maps that have no prototype.
 * Keys named like parts of JavaScript's prototypes are left out and reported.
 */
export function copyPlain(raw: unknown): { value: unknown; problems: Problem[] } {
  const problems: Problem[] = [];
  let left = MOST_VALUES;
  const copy = (value: unknown, path: Path): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    left -= 1;
    if (left < 0) return undefined;
    if (path.length > DEEPEST) {
      problems.push({ path: path.slice(0, 3), expected: `at most ${DEEPEST} levels`, received: 'more' });
      left = 0;
      return undefined;
    }
    if (Array.isArray(value)) return value.map((entry, i) => copy(entry, [...path, i]));
    const map = emptyMap();
    for (const key of Object.keys(value)) {
      const place = [...path, key];
      if (FORBIDDEN.has(key)) problems.push(unknownName(place));
      else map[key] = copy((value as PlainMap)[key], place);
    }
    return map;
  };
  const value = copy(raw, []);
  if (left < 0 && problems.length === 0) {
    problems.push({ path: [], expected: `at most ${MOST_VALUES} values`, received: 'more' });
  }
  return { value, problems };
}

function unknownName(path: Path): Problem {
  return {
    path,
    atKey: true,
    expected: 'a known field',
    received: `\`${path.at(-1)}\``,
    hint: 'this name is not allowed',
  };
}
