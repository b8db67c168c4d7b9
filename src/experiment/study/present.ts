/** Where the present plan stands in the unit cube of the factors. */
import { findPlace, type Scenario } from '../../../sim/index.js';
import { inFirstCopy } from '../calibration/parameters.js';
import { middleOf } from '../inputs.js';
import type { Factor } from './factor.js';

/** Halvings of a range: beyond the six digits of a value. */
const HALVINGS = 40;
const LAST = 1 - Number.EPSILON;

/** The field's value as the scenario stands, the middle if it is uncertain; undefined if it is no number. */
export function presentNumber({ paths: [path] }: Factor, scenario: Scenario): number | undefined {
  const place = findPlace(inFirstCopy(path, scenario), scenario);
  return 'quantity' in place ? middleOf(place.quantity) : undefined;
}

function plainAt(raw: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value === undefined ? undefined : (Object(value) as Record<string, unknown>)[key]),
      raw,
    );
}

/** The place of a value on an increasing or decreasing range; the nearer end if it lies outside. */
function coordinate(at: (u: number) => number, value: number): number {
  const rises = at(LAST) >= at(0);
  let [low, high] = [0, 1];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (at(middle) === value) return middle;
    if (at(middle) < value === rises) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The level that the scenario has, -1 if none is. A policy that the scenario gives parameters is not the level that only
 * names it: that one plays with the usual parameters.
 */
export function presentLevel(factor: Factor, scenario: Scenario): number {
  const { paths, levels = [] } = factor;
  const plain = plainAt(scenario.raw, paths[0]);
  const number = levels.every((level) => typeof level === 'number')
    ? presentNumber(factor, scenario)
    : undefined;
  return levels.findIndex((level) => JSON.stringify(level) === JSON.stringify(plain) || level === number);
}

/** What the scenario has at a factor of levels, in words for people: a level, or the name of what has parameters of its own. */
export function presentPlain({ paths: [path] }: Factor, { raw }: Scenario): unknown {
  const plain = plainAt(raw, path);
  const name = (plain as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? `${name} with parameters of its own` : (plain ?? null);
}

/**
 * The coordinate of the present plan, in [0, 1]; of levels the middle of its part, the first level if it is none of
 * them.
 */
export function presentCoordinate(factor: Factor, scenario: Scenario): number {
  if (factor.levels) return (Math.max(0, presentLevel(factor, scenario)) + 0.5) / factor.levels.length;
  const value = presentNumber(factor, scenario);
  return value === undefined ? 0.5 : coordinate((u) => Number(factor.at(Math.min(LAST, u))), value);
}
