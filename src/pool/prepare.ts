/** Makes a thread able to simulate: imports the policies given by users, parses the scenario. */
import { parseScenario, simulate } from '../../sim/index.js';
import { BASE, type JobSetup, type SimulateOne } from '../experiment/job.js';
import { importPolicies } from '../source/import-policies.js';

/** Parses the scenario again (a thread gets plain data) and fills scenario and seed into the model. */
export async function prepare(setup: JobSetup): Promise<SimulateOne> {
  const policies = await importPolicies(setup.modules);
  const parsed = parseScenario(setup.raw, { policies });
  if ('problems' in parsed)
    throw new Error(`prepare: the scenario has problems: ${JSON.stringify(parsed.problems)}`);
  const { scenario } = parsed;
  return (point, replicate) =>
    simulate(scenario, setup.seed, replicate, point === BASE ? {} : { arm: point });
}
