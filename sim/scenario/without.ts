/**
 * What `without: [novelty]` means: the numbers that switch a mechanism off, at every place of a scenario, and the fields
 * of decisions that would switch it on again.
 */
import { MECHANISMS } from '../mechanisms.js';
import type { Decision } from '../policies/policy.js';
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

/** Does a mechanism of these names set the field at this path? Then no dated change may bring it back. */
export function isSwitchedOff(path: string, names: readonly string[]): boolean {
  return names.some((name) =>
    Object.keys(MECHANISMS[name]?.off ?? {}).some((pattern) => matches(pattern, path)),
  );
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

/** Fields of decisions that mean nothing while these mechanisms are off. */
export function ignoredDecisions(names: readonly string[]): (keyof Decision)[] {
  return names.flatMap((name) => MECHANISMS[name]?.ignores ?? []);
}
