/** A field that a firm chooses, as a result tells it: what it is now, what it becomes, and whether it met an end of its range. */
import type { Scenario } from '../../../sim/index.js';
import type { Factor } from './factor.js';
import { presentLevel, presentNumber, presentPlain } from './present.js';

/** A field before and after. */
export interface ChosenField {
  readonly name: string;
  readonly unit: string;
  /** As the scenario stands: a number (the middle if uncertain), a level, or null if it is neither. */
  readonly present: unknown;
  readonly chosen: unknown;
  /** Ends of the range; absent for levels. */
  readonly range?: readonly [low: unknown, high: unknown];
  /** The end of the range at which it lies, or none. */
  readonly end?: 'low' | 'high';
}

/** So near to an end, as a share of the range, a value lies at it. */
const AT_END = 0.005;
const LAST = 1 - Number.EPSILON;

/** The value at a coordinate in [0, 1], both ends included. */
export function valueAt({ at }: Factor, u: number): unknown {
  return at(Math.min(LAST, u));
}

function rangeOf(factor: Factor, u: number): Pick<ChosenField, 'range' | 'end'> {
  if (factor.levels) return {};
  const end = u <= AT_END ? 'low' : u >= 1 - AT_END ? 'high' : undefined;
  return { range: [valueAt(factor, 0), valueAt(factor, 1)], ...(end ? { end } : {}) };
}

function presentOf(factor: Factor, scenario: Scenario): unknown {
  if (!factor.levels) return presentNumber(factor, scenario) ?? null;
  const level = presentLevel(factor, scenario);
  return level >= 0 ? factor.levels[level] : presentPlain(factor, scenario);
}

/** The field of a factor at a coordinate. */
export function chosenField(factor: Factor, u: number, scenario: Scenario): ChosenField {
  const { name, unit } = factor;
  return {
    name,
    unit,
    present: presentOf(factor, scenario),
    chosen: valueAt(factor, u),
    ...rangeOf(factor, u),
  };
}
