/** Burn strategies that users give as modules. They run as code that is trusted, like any package. */
import type { PolicyDefinition } from '../../sim/index.js';
import { readPolicy } from './policy-module.js';

/**
 * Imports policy modules by URL; each must export `policy`.
 * @param modules as written in the scenario -> file URL
 * @throws what the module throws while it is loaded; BadPolicy if it exports no legal policy
 */
export async function importPolicies(
  modules: Readonly<Record<string, string>>,
): Promise<Record<string, PolicyDefinition>> {
  const policies: Record<string, PolicyDefinition> = {};
  for (const [written, url] of Object.entries(modules)) {
    const loaded = (await import(/* @vite-ignore */ url)) as { policy?: unknown };
    policies[written] = readPolicy(loaded.policy);
  }
  return policies;
}
