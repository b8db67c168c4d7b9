/** Dated changes of a scenario: interventions and arms, drawn for one replicate. */
import { type PathLuck, uniformOf } from './draw.js';
import { drawWithin } from './laws.js';
import { parseQuantity } from './parse-quantity.js';
import { findPlace, type Place } from './paths.js';
import type { Fields, Path, Scenario } from './scenario.js';

type Override = Fields['interventions'][number];

/** A change that comes in a month; the number is drawn. */
export interface DrawnOverride {
  /** First month in which it holds, 1 = first. */
  readonly month: number;
  readonly path: Path;
  readonly value: number;
}

/** Overrides whose paths and values are read, ready to be drawn for each replicate. */
export type CompiledOverrides = readonly (Place & { readonly month: number; readonly name: string })[];

/**
 * Reads overrides of a legal scenario, in order of their months (and of the list within a month).
 * @throws Error if a path or value is illegal: parseScenario lets none through
 */
export function compileOverrides(scenario: Scenario, overrides: readonly Override[]): CompiledOverrides {
  const compiled = overrides.map((override) => {
    const place = findPlace(override.path, scenario);
    if (!('spec' in place)) throw new Error(`compileOverrides: ${override.path}: expected ${place.expected}`);
    const quantity = parseQuantity(override.value, place.spec);
    if (!('law' in quantity))
      throw new Error(`compileOverrides: ${override.path}: expected ${quantity.expected}`);
    const month = override.month.law.kind === 'constant' ? override.month.law.value : 1;
    return { ...place, quantity, month, name: place.path.join('.') };
  });
  return compiled.sort((a, b) => a.month - b.month);
}

/** The overrides of one replicate. An uncertain value takes the uniform of its field: the same luck as the base. */
export function drawOverrides(
  compiled: CompiledOverrides,
  scenario: Scenario,
  luck: PathLuck,
): DrawnOverride[] {
  return compiled.map(({ month, path, name, spec, quantity }) => {
    const isFixed = quantity.law.kind === 'constant';
    return {
      month,
      path,
      value: drawWithin(quantity.law, spec, isFixed ? 0.5 : uniformOf(name, scenario, luck)),
    };
  });
}
