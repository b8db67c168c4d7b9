/** Copies a plain value and refuses what could reach beyond it: prototype keys, endless depth, endless size. */
import type { Path, Problem } from './scenario.js';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 64;
const MOST_VALUES = 20_000;
const MOST_ENTRIES = 1000;

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
 * Keys named like parts of JavaScript's prototypes are left out and reported. A value that is too deep or too
 * large is not copied at all: the only problem says so, and `value` is undefined.
 */
export function copyPlain(raw: unknown): { value: unknown; problems: Problem[] } {
  const problems: Problem[] = [];
  let left = MOST_VALUES;
  let limit: Problem | undefined;
  const copy = (value: unknown, path: Path): unknown => {
    if (limit || typeof value !== 'object' || value === null) return value;
    left -= 1;
    const keys = Object.keys(value);
    limit = tooMuch(path, keys.length, left);
    if (limit) return undefined;
    if (Array.isArray(value)) return value.map((entry, i) => copy(entry, [...path, i]));
    const map = emptyMap();
    for (const key of keys) {
      const place = [...path, key];
      if (FORBIDDEN.has(key)) problems.push(unknownName(place));
      else map[key] = copy((value as PlainMap)[key], place);
    }
    return map;
  };
  const value = copy(raw, []);
  return limit ? { value: undefined, problems: [limit] } : { value, problems };
}

function tooMuch(path: Path, entries: number, left: number): Problem | undefined {
  if (path.length > DEEPEST)
    return { path: path.slice(0, 3), expected: `at most ${DEEPEST} levels`, received: 'more' };
  if (entries > MOST_ENTRIES)
    return { path, expected: `at most ${MOST_ENTRIES} entries`, received: String(entries) };
  return left < 0
    ? { path: [], expected: `at most ${MOST_VALUES} maps and lists`, received: 'more' }
    : undefined;
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
