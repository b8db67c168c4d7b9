/**
 * The numbers of a scenario as the rail shows them: what each is, who says so, how far its slider reaches, and which
 * come first. First stand what the scenario gives of its firms and either cites or is unsure of, then its other
 * uncertain and cited numbers, then what it gives, then silent defaults. One pass over `placesOf`.
 */
import type { Law, Quantity, QuantitySpec, Scenario } from '../../sim/index.js';
import { middleOf, writtenPlaces } from '../experiment/inputs.js';
import type { Setter } from './settled.js';

/** A number of the open scenario. */
export interface Field {
  /** Dotted, as for `--set`. */
  readonly path: string;
  /** Whose it is: `firms.kimi`, `segments.young`, `world`, or empty for the whole. */
  readonly owner: string;
  /** Keys below the owner; positions of lists count from 1. */
  readonly keys: readonly string[];
  readonly spec: QuantitySpec;
  readonly quantity: Quantity;
  /** The middle of what the scenario says, in base units. */
  readonly value: number;
  /** 0 is the most important. */
  readonly rank: number;
  /** Why a slider cannot change it; missing if one can. */
  readonly setter?: Setter;
}

/** How far a slider reaches, within what is legal; `step` divides it into about 200. */
export interface Reach {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** What may be changed here; shares of segments add to 1, so none can change alone. */
const ROOTS = ['firms', 'world', 'segments', 'channels', 'buyers', 'people', 'months', 'agents'];
/** Parts that have names. */
const NAMED = ['firms', 'segments', 'channels', 'buyers'];
const STEPS = 200;

/** S and P name a source; C is computed from one. */
function isCited({ tag }: Quantity): boolean {
  return tag === 'S' || tag === 'P' || tag === 'C';
}

function rankOf(root: string | number, quantity: Quantity): number {
  if (quantity.isDefault) return 4;
  const matters = isCited(quantity) || quantity.law.kind !== 'constant';
  if (root === 'firms') return matters ? 0 : 2;
  return matters ? 1 : 3;
}

/** Every number that can be changed alone, the important ones first, else in the order of the declaration. */
export function fieldsOf(scenario: Scenario): Field[] {
  const fields = writtenPlaces(scenario).flatMap(({ path, spec, quantity }): Field[] => {
    const [root] = path;
    if (!ROOTS.includes(String(root)) || (root === 'segments' && path[2] === 'share')) return [];
    const depth = NAMED.includes(String(root)) ? 2 : root === 'world' ? 1 : 0;
    const keys = path.slice(depth).map((key) => (typeof key === 'number' ? String(key + 1) : key));
    const owner = path.slice(0, depth).join('.');
    const value = middleOf(quantity);
    return [{ path: path.join('.'), owner, keys, spec, quantity, value, rank: rankOf(root, quantity) }];
  });
  return fields.sort((a, b) => a.rank - b.rank);
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below a positive size. */
function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= size * 0.999999) ?? 10) * power;
}

/** The largest size that a law names, without tails: what the slider must hold at least. */
function sizeOf(law: Law): number {
  if (law.kind === 'constant') return Math.abs(law.value);
  if (law.kind === 'normal') return Math.abs(law.mean) + 2 * law.sd;
  if (law.kind === 'lognormal') return law.median * Math.exp(Math.min(2, 2 * law.sigma));
  return Math.max(Math.abs(law.low), Math.abs(law.high));
}

/** Where a number is 0, its slider needs a size of its own: legal money goes to 100 trillion. */
function sizeOfZero({ unit, max }: QuantitySpec): number {
  if (max <= 1) return max;
  return Math.min(max, unit.startsWith('currency') && max > 1e9 ? 1e7 : 4);
}

/** About two and a half times what the scenario says to either side where it can be negative, all of it if that is near. */
export function reachOf({ spec, quantity }: Pick<Field, 'spec' | 'quantity'>): Reach {
  const size = sizeOf(quantity.law);
  const most = roundUp(size > 0 ? 2.5 * size : sizeOfZero(spec));
  const low = Math.max(spec.min, spec.min < 0 ? -most : 0);
  const high = Math.min(spec.max, low > 0 ? Math.max(most, 2 * low) : most);
  const step = roundUp((high - low) / STEPS);
  return { low, high, step: spec.whole ? Math.max(1, Math.round(step)) : step };
}

/** A position of the slider as a number one would write: on the step, within the reach. */
export function snap(value: number, { low, high, step }: Reach): number {
  const near = Number((Math.round(value / step) * step).toPrecision(6));
  return Math.min(high, Math.max(low, near));
}

/** The value that a change stands for: none if it is what the scenario says for sure. */
export function changeTo({ quantity }: Pick<Field, 'quantity'>, value: number): number | undefined {
  return quantity.law.kind === 'constant' && quantity.law.value === value ? undefined : value;
}

/** Fields whose path, keys, owner's name or sentence holds every word of a filter; all for an empty one. */
export function filterFields(
  fields: readonly Field[],
  filter: string,
  nameOf: (field: Field) => string,
): readonly Field[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return fields;
  return fields.filter((field) => {
    const text = `${field.path} ${nameOf(field)} ${field.spec.about}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
