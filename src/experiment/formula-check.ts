/** Finds the faults in the formulas and targets of a scenario's checks before anything runs. */
import type { Problem, Scenario } from '../../sim/index.js';
import { parseFormula } from './formula.js';
import { FormulaFault } from './formula-fault.js';
import { parseTarget } from './target.js';

/** Problems at `checks.N.measure` and `checks.N.target`. */
export function checkFormulas(scenario: Scenario): Problem[] {
  return scenario.checks.flatMap(({ measure, target }, i) => [
    ...faultOf(['checks', i, 'measure'], () => parseFormula(measure, scenario)),
    ...faultOf(['checks', i, 'target'], () => parseTarget(target)),
  ]);
}

function faultOf(path: Problem['path'], read: () => unknown): Problem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    const { expected, received, hint } = error;
    return [{ path, expected, received, ...(hint ? { hint } : {}) }];
  }
}

/** Arms that the checks of a scenario name, in scenario order: what `check` has to run besides the base. */
export function armsOf(scenario: Scenario): string[] {
  const gathers = scenario.checks.flatMap(({ measure }) => parseFormula(measure, scenario).gathers);
  const named = new Set(gathers.flatMap(({ points }) => points));
  return Object.keys(scenario.arms).filter((arm) => named.has(arm));
}
