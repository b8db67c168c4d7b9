/**
 * Brings the sources of a card into a scenario. A key that the scenario uses for something else gets the card's name
 * before it, and the numbers of the card cite it by the new key.
 */
import { isPlain, type Plain, plainMap } from './plain-map.js';

/** Longest key, letters. */
const LONGEST = 32;

/** New keys of the card's sources that cannot keep their own: old -> new. */
export function renamedSources(
  name: string,
  { card, scenario }: { card: Plain; scenario: Plain },
): Map<string, string> {
  const renamed = new Map<string, string>();
  const taken = new Set([...Object.keys(scenario), ...Object.keys(card)]);
  for (const [key, text] of Object.entries(card)) {
    if (!Object.hasOwn(scenario, key) || scenario[key] === text) continue;
    let fresh = `${name}-${key}`.slice(0, LONGEST);
    for (let n = 2; taken.has(fresh) && scenario[fresh] !== text; n++) {
      fresh = `${`${name}-${key}`.slice(0, LONGEST - 1 - String(n).length)}-${n}`;
    }
    taken.add(fresh);
    renamed.set(key, fresh);
  }
  return renamed;
}

const CITED = /^([^[]*\[[A-Za-z]+\s+)([^\s,:\]]+)/;

/** The same plain value with every citation of a renamed source changed. */
export function citeAnew(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (renamed.size === 0) return value;
  if (typeof value === 'string')
    return value.replace(CITED, (_, before, key) => before + (renamed.get(key) ?? key));
  if (Array.isArray(value)) return value.map((entry) => citeAnew(entry, renamed));
  if (!isPlain(value)) return value;
  return plainMap(Object.entries(value).map(([key, part]) => [key, citeAnew(part, renamed)]));
}
