/** A small market for calibrations, and the inline pool that lives it. */
import { parseScenario, type Scenario, simulate, withValues } from '../../../sim/index.js';
import type { Pool, Values } from '../../../src/experiment/job.js';
import { inlinePool } from '../../../src/pool/inline.js';

/** The plain scenario; `free` and `targets` are those of its calibration. */
export function market(free: readonly object[] = [], targets: readonly object[] = []) {
  return {
    title: 'Two apps',
    question: 'Can the truth be found again?',
    currency: 'USD',
    start: '2024-01',
    months: 12,
    people: 1e6,
    agents: 1000,
    world: { inferenceCost: { start: 1 } },
    segments: { all: { innovation: 0.03, imitation: 0.1, priceSensitivity: 0.2, useSpread: 0.5 } },
    firms: {
      free: { cash: 5e7, press: 0.05, quality: 1, tiers: [{ price: 0 }], policy: 'steady' },
      paid: { cash: 5e7, press: 0.05, quality: 2, fixedCost: 1e5, tiers: [{ price: 5 }], policy: 'steady' },
    },
    // A natural experiment: who leaves at a higher price tells how much users mind prices.
    interventions: [{ month: 6, path: 'firms.paid.tiers.0.price', value: 12 }],
    calibration: { free, targets },
  };
}

export function parsed(raw: unknown): Scenario {
  const result = parseScenario(raw);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

/** Simulates in this thread, under the values of a chunk. */
export function poolOf(scenario: Scenario, seed: string): Pool {
  let last: { values: Values | undefined; scenario: Scenario } = { values: undefined, scenario };
  return inlinePool((point, replicate, { values } = {}) => {
    if (values && values !== last.values)
      last = { values, scenario: parsed(withValues(scenario.raw, values)) };
    const chosen = values ? last.scenario : scenario;
    return simulate(chosen, seed, replicate, point === 'base' ? {} : { arm: point });
  }, seed);
}
