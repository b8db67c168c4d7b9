/** Finds the faults in the formulas of a scenario's checks and of its calibration before anything runs. */
import type { Problem, Scenario } from '../../sim/index.js';
import { type Formula, parseFormula } from './formula.js';
import { FormulaFault } from './formula-fault.js';
import { parseTarget } from './target.js';

/** Problems at `checks.N.measure`, `checks.N.target` and `calibration.targets.N.measure`. */
export function checkFormulas(scenario: Scenario): Problem[] {
  const fitted = scenario.calibration?.targets ?? [];
  return [
    ...scenario.checks.flatMap(({ measure, target }, i) => [
      ...faultOf(['checks', i, 'measure'], () => parseFormula(measure, scenario)),
      ...faultOf(['checks', i, 'target'], () => parseTarget(target)),
    ]),
    ...fitted.flatMap(({ measure }, i) =>
      faultOf(['calibration', 'targets', i, 'measure'], () => parseFormula(measure, scenario)),
    ),
  ];
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
  const formulas = scenario.checks.map(({ measure }) => parseFormula(measure, scenario));
  return armsNamed(formulas, scenario);
}

/** Arms that some formulas name, in scenario order. */
export function armsNamed(formulas: readonly Formula[], scenario: Scenario): string[] {
  const named = new Set(formulas.flatMap(({ gathers }) => gathers.flatMap(({ points }) => points)));
  return Object.keys(scenario.arms).filter((arm) => named.has(arm));
}
