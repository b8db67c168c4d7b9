/** Every number of a scenario as a row: what is assumed, in which unit, and who says so. Also the silent defaults. */
import { type Law, placesOf, type Quantity, type QuantitySpec, type Scenario } from '../../sim/index.js';
import type { InputRow } from './summary.js';

/** The middle of what is known: the median, for a triangular law its mode. */
export function middleOf({ law }: Quantity): number {
  switch (law.kind) {
    case 'constant':
      return law.value;
    case 'normal':
      return law.mean;
    case 'lognormal':
      return law.median;
    case 'triangular':
      return law.mode;
    case 'uniform':
      return (law.low + law.high) / 2;
    case 'interval':
      return law.low > 0 ? Math.sqrt(law.low * law.high) : (law.low + law.high) / 2;
  }
}

/** The text form of a law: `12`, `5 to 10`, `normal(0, 1)`. */
export function lawText(law: Law): string {
  const { kind, ...numbers } = law;
  if (law.kind === 'constant') return String(law.value);
  if (law.kind === 'interval') return `${law.low} to ${law.high}`;
  return `${kind}(${Object.values(numbers).join(', ')})`;
}

/** Part of a plain value at a path of keys and list positions; undefined if there is none. */
function rawAt(raw: unknown, path: readonly (string | number)[]): unknown {
  let value = raw;
  for (const key of path) value = Object(value)[key];
  return value;
}

/** As the file has it, without the tag: `5.5 M` stays `5.5 M`. */
function written(raw: unknown, law: Law): string {
  return typeof raw === 'string' ? raw.replace(/\s*\[[\s\S]*$/, '').trim() : lawText(law);
}

/** A default stands on a text if its source names one; without a source it is an assumption. */
function defaultTag(source: string | undefined): 'A' | 'L' {
  return source === undefined || /^(our assumption|normalisation)/.test(source) ? 'A' : 'L';
}

function tagOf(spec: QuantitySpec, { isDefault, tag }: Quantity): string {
  if (spec.setting) return '';
  return isDefault ? defaultTag(spec.source) : (tag ?? 'none');
}

function noteOf({ isDefault, note }: Quantity): string {
  return isDefault ? 'default: the scenario does not set it' : (note ?? '');
}

/** Every number once, at the path where the file has it: copies of a firm are written as one. */
export function writtenPlaces(scenario: Scenario): ReturnType<typeof placesOf> {
  return placesOf(scenario).flatMap((place) => {
    const [root, id, ...rest] = place.path;
    const { family, copy } = (root === 'firms' && scenario.firms[id]) || {};
    if (family === undefined) return [place];
    return copy === 1 ? [{ ...place, path: [root, family, ...rest] }] : [];
  });
}

/**
 * Rows in the order of the declaration. `tag` is empty for settings of the run, `none` for a number that the
 * scenario gives without a tag; where the scenario is silent it is `A` or `L` by the source of the default. What is fitted and to what is no input.
 */
export function inputRows(scenario: Scenario): InputRow[] {
  const places = writtenPlaces(scenario).filter(({ path }) => path[0] !== 'calibration');
  return places.map(({ path, spec, quantity }) => ({
    path: path.join('.'),
    value: quantity.isDefault ? lawText(quantity.law) : written(rawAt(scenario.raw, path), quantity.law),
    unit: spec.unit,
    about: spec.about,
    tag: tagOf(spec, quantity),
    source: (quantity.isDefault ? spec.source : quantity.source) ?? '',
    note: noteOf(quantity),
  }));
}
