/** Burn strategies that users give as modules. They run as code that is trusted, like any package. */
import type { PolicyDefinition } from '../../sim/index.js';

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
