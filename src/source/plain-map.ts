/** Plain maps as the reader of files makes them: without prototype, so that no key reaches beyond them. */

/** A plain map that nobody changes. */
export type Plain = Readonly<Record<string, unknown>>;

/** True for maps, not for lists. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A map without prototype; of entries with the same key the last holds, at the place of the first. */
export function plainMap(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const map = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of entries) map[key] = value;
  return map;
}
