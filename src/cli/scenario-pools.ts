/** Threads for several scenarios, such as both plans of a comparison: a pool for each, kept open until the end. */
import type { Scenario } from '../../sim/index.js';
import type { Pool } from '../experiment/job.js';
import { type ThreadPoolOptions, threadPool } from '../pool/threads.js';
import { userPoliciesOf } from '../store/scenario-file.js';

export interface ScenarioPools {
  poolOf(scenario: Scenario): Pool;
  close(): Promise<unknown>;
}

/** @param share threads and patience of a scenario; asked once, before its threads start */
export function scenarioPools(
  seed: string,
  share: (scenario: Scenario) => Omit<ThreadPoolOptions, 'setup'>,
): ScenarioPools {
  const pools = new Map<Scenario, Pool>();
  const open = (scenario: Scenario) =>
    threadPool({ setup: { raw: scenario.raw, seed, ...userPoliciesOf(scenario) }, ...share(scenario) });
  return {
    poolOf(scenario) {
      const pool = pools.get(scenario) ?? open(scenario);
      pools.set(scenario, pool);
      return pool;
    },
    close: () => Promise.all([...pools.values()].map((pool) => pool.close())),
  };
}
