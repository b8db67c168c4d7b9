/**
 * Distillation (M11): a smaller model serves at a smaller cost, and beyond a cliff users feel it. What is cut can be
 * put back, so it is felt in the offer and leaves the stock of quality alone.
 */
import { logistic } from '../core/distributions.js';
import type { DrawnScenario } from '../scenario/drawn.js';

/** Part of the serving cost that is left after a cut of `distil`, 0 to .95. */
export function distilledCost(distil: number): number {
  return 1 - distil;
}

/** Utils lost by a cut of `distil`: depth (S(distil) - S(0)) / (S(1) - S(0)), S(x) = logistic(steepness (x - cliff)). */
export function distillationLoss(law: DrawnScenario['world']['distillation'], distil: number): number {
  if (distil === 0) return 0;
  const curve = (x: number) => logistic(law.steepness * (x - law.cliff));
  const whole = curve(0);
  return (law.depth * (curve(distil) - whole)) / (curve(1) - whole);
}
