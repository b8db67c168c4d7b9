/** What `without: [novelty]` means: the numbers that switch a mechanism off, at every place of a scenario. */
import { MECHANISMS } from '../mechanisms.js';
import { type Draft, placesOf } from './paths.js';
import type { Scenario } from './scenario.js';

/** One number that is set from month 1 on. */
export interface Off {
  readonly path: string;
  readonly value: number;
}

function matches(pattern: string, path: string): boolean {
  const parts = path.split('.');
  const wanted = pattern.split('.');
  return wanted.length === parts.length && wanted.every((word, i) => word === '*' || word === parts[i]);
}

/** The numbers that the mechanisms of these names set. A field that is left at a default of 0 stays. */
export function switchedOff(scenario: Draft | Scenario, names: readonly string[]): Off[] {
  const patterns = names.flatMap((name) => Object.entries(MECHANISMS[name]?.off ?? {}));
  if (patterns.length === 0) return [];
  return placesOf(scenario).flatMap(({ path, spec, quantity }) => {
    const dotted = path.join('.');
    const found = patterns.find(([pattern]) => matches(pattern, dotted));
    if (!found || (quantity.isDefault && spec.default === 0)) return [];
    return [{ path: dotted, value: found[1] }];
  });
}
