/** Makes a thread able to simulate: imports the policies given by users, parses the scenario. */
import { parseScenario, simulate } from '../../sim/index.js';
import { BASE, type JobSetup, type SimulateOne } from '../experiment/job.js';
import { importPolicies } from '../source/import-policies.js';
import { type CrewPorts, crewOf } from './helpers.js';

/** What a thread gets: the job, and the way to its helpers if it has any. */
export interface ThreadSetup extends JobSetup {
  readonly crew?: CrewPorts;
}

/** Parses the scenario again (a thread gets plain data) and fills scenario and seed into the model. */
export async function prepare(setup: ThreadSetup): Promise<SimulateOne> {
  const policies = await importPolicies(setup.modules);
  const parsed = parseScenario(setup.raw, { policies });
  if ('problems' in parsed)
    throw new Error(`prepare: the scenario has problems: ${JSON.stringify(parsed.problems)}`);
  const { scenario } = parsed;
  const help = setup.crew ? { crew: crewOf(setup.crew) } : {};
  return (point, replicate) =>
    simulate(scenario, setup.seed, replicate, point === BASE ? help : { ...help, arm: point });
}
