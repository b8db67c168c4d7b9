/** Makes a thread able to simulate: imports the policies given by users, parses the scenario. */
import { type PolicyDefinition, parseScenario, simulate } from '../../sim/index.js';
import { BASE, type JobSetup, type SimulateOne } from './job.js';

/**
 * Imports policy modules by URL; each must export `policy`.
 * @param modules as written in the scenario -> file URL
 * @throws Error naming the module if it cannot be imported or exports no policy
 */
export async function importPolicies(
  modules: Readonly<Record<string, string>>,
): Promise<Record<string, PolicyDefinition>> {
  const policies: Record<string, PolicyDefinition> = {};
  for (const [written, url] of Object.entries(modules)) {
    const loaded = (await import(/* @vite-ignore */ url)) as { policy?: PolicyDefinition };
    if (typeof loaded.policy?.decide !== 'function') {
      throw new Error(
        `${written} must export \`policy\`, made by definePolicy({ name, parameters, decide, ... })`,
      );
    }
    policies[written] = loaded.policy;
  }
  return policies;
}

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
