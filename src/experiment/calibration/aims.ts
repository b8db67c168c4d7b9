/** What a calibration is fitted to: observations with their errors, and formulas that find the same in a batch. */
import type { Scenario } from '../../../sim/index.js';
import { type Formula, parseFormula } from '../formula.js';
import { middleOf } from '../inputs.js';

/** An observation. `sd` is its standard error, in the unit of the measure, above 0. */
export interface Aim {
  readonly measure: string;
  readonly formula: Formula;
  readonly value: number;
  readonly sd: number;
  readonly source: string;
  /** False: held out. */
  readonly fit: boolean;
}

/** An observation as the user gave it. */
export type Observation = Omit<Aim, 'formula'>;

/** The targets of a scenario's calibration. */
export function observationsOf(scenario: Scenario): Observation[] {
  return (scenario.calibration?.targets ?? []).map((target) => {
    const { measure, source, fit } = target;
    const value = middleOf(target.value);
    return {
      measure,
      value,
      sd: middleOf(target.sd) || middleOf(target.within) * Math.abs(value),
      source,
      fit,
    };
  });
}

/**
 * Observations with their formulas.
 * @throws FormulaFault if a measure is illegal: `checkFormulas` and the reader of a history let none through
 */
export function aimsOf(observations: readonly Observation[], scenario: Scenario): Aim[] {
  return observations.map((each) => ({ ...each, formula: parseFormula(each.measure, scenario) }));
}

/** (found - value) / sd. NaN if it could not be measured. */
export function errorsOf(aims: readonly Aim[], found: readonly number[]): number[] {
  return aims.map(({ value, sd }, k) => (found[k] - value) / sd);
}

/** Sum of the squared errors of what is fitted; Infinity if one could not be measured. */
export function lossOf(aims: readonly Aim[], found: readonly number[]): number {
  const errors = errorsOf(aims, found);
  const sum = aims.reduce((total, { fit }, k) => total + (fit ? errors[k] * errors[k] : 0), 0);
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}

/**
 * How many months the worlds must have for these aims: what happens later cannot be seen by them. A held decision
 * needs the month from which it is held.
 */
export function monthsNeeded(aims: readonly Aim[], scenario: Scenario): number {
  const holds = Object.values(scenario.arms).map(({ hold }) => (hold ? middleOf(hold.from) : 1));
  return Math.max(1, ...holds, ...aims.map(({ formula }) => formula.lastMonth));
}
