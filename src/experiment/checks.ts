/** Holds a batch against the checks of its scenario. A check that fails is told, never hidden. */
import type { Scenario } from '../../sim/index.js';
import { wilson } from '../statistics/wilson.js';
import { parseFormula } from './formula.js';
import { type Batch, type Measured, measureAll } from './measure-batch.js';
import type { CheckResult } from './summary.js';
import { parseTarget } from './target.js';

type Check = Scenario['checks'][number];

/**
 * Measures every check, in scenario order.
 * Verdict `open`: it could not be measured (an arm was not run), or it is one share(...) whose 95 % Wilson
 * interval holds a threshold of the target.
 */
export function evaluateChecks(scenario: Scenario, batch: Batch): CheckResult[] {
  const formulas = scenario.checks.map(({ measure }) => parseFormula(measure, scenario));
  const measured = measureAll(formulas, batch);
  return scenario.checks.map((check, i) => judge(check, measured[i]));
}

function judge({ id, kind, about, source, measure, target }: Check, { found, count }: Measured): CheckResult {
  const check = { id, kind, about, source, measure, target };
  if (Number.isNaN(found)) return { ...check, found: null, verdict: 'open', pass: false };
  const wanted = parseTarget(target);
  const interval = count && wilson(count.k, count.n);
  const isOpen = interval && wanted.thresholds.some((edge) => interval.low < edge && edge < interval.high);
  const verdict = isOpen ? 'open' : wanted.accepts(found) ? 'pass' : 'fail';
  const ends = interval ? { low: interval.low, high: interval.high } : {};
  return { ...check, found, ...ends, verdict, pass: verdict === 'pass' };
}
