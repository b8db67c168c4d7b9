/** Rows for a kind of study that brings none: the entries of the longest list in its result, flat. */
import type { StudyTable } from './section.js';

type Entry = Readonly<Record<string, unknown>>;

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flat(value: unknown, name: string): [string, string | number | null][] {
  if (isEntry(value))
    return Object.entries(value).flatMap(([key, own]) => flat(own, name === '' ? key : `${name}.${key}`));
  if (typeof value === 'number') return [[name, Number.isFinite(value) ? value : null]];
  if (value === null || value === undefined) return [[name, null]];
  return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
}

/** A row for each entry of the longest list of objects; no rows if there is none. */
export function anyPoints(result: object): StudyTable {
  const lists = Object.values(result).filter(
    (value): value is Entry[] => Array.isArray(value) && value.every(isEntry),
  );
  const longest = lists.reduce<readonly Entry[]>(
    (best, list) => (list.length > best.length ? list : best),
    [],
  );
  const entries = longest.map((entry) => new Map(flat(entry, '')));
  const names = [...new Set(entries.flatMap((entry) => [...entry.keys()]))];
  return {
    columns: names.map((name) => ({ name })),
    rows: entries.map((entry) => names.map((name) => entry.get(name) ?? null)),
  };
}
