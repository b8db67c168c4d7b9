/** Policies that a study names: by name, with parameters, or by module, which is imported here. */
import { basename } from 'node:path';
import { type Path, type Problem, parseScenario, type Scenario, withValues } from '../../sim/index.js';
import type { ChosenPolicy } from '../experiment/study/study.js';
import { addModules, importFault, moduleUrl } from './scenario-file.js';

/** Policies of a loaded scenario that came from modules, by the name they have there. */
export function policiesIn({ firms }: Scenario) {
  return Object.fromEntries(Object.values(firms).map(({ policy }) => [policy.name, policy.definition]));
}

/** The policies of a league, their modules imported, or what is wrong with them. */
export async function openPolicies(
  policies: readonly unknown[],
  scenario: Scenario,
  folder: string,
): Promise<{ policies: ChosenPolicy[]; broken: Problem[] }> {
  const chosen: ChosenPolicy[] = [];
  const problems: Problem[] = [];
  const known = { ...policiesIn(scenario) };
  const [seat] = Object.keys(scenario.firms);
  for (const [i, value] of policies.entries()) {
    const path: Path = ['policies', i];
    const own = withUrl(value, folder);
    try {
      if (own.url !== undefined) Object.assign(known, await addModules(scenario, [own.url]));
    } catch (error) {
      problems.push({ path, ...(await importFault(error, own.url as string)) });
      continue;
    }
    const parsed = parseScenario(withValues(scenario.raw, { [`firms.${seat}.policy`]: own.value }), {
      policies: known,
    });
    if ('problems' in parsed) {
      const [{ expected, received, hint }] = parsed.problems;
      problems.push({ path, expected, received, ...(hint ? { hint } : {}) });
    } else chosen.push({ name: policyLabel(value), value: own.value });
  }
  return { policies: chosen, broken: problems };
}

/** A module as its file URL, because a scenario in a thread has no folder. */
function withUrl(value: unknown, folder: string): { value: unknown; url?: string } {
  const { module } = Object(value) as { module?: unknown };
  if (typeof module !== 'string') return { value };
  const url = moduleUrl(module, folder);
  return { value: { ...(value as object), module: url }, url };
}

/** `blitzscale (base 5 M)`; a module by the name of its file. */
function policyLabel(value: unknown): string {
  if (typeof value === 'string') return value;
  const { name, module, ...parameters } = value as Record<string, unknown>;
  const own = Object.entries(parameters).map(([key, number]) => `${key} ${String(number)}`);
  const label = typeof name === 'string' ? name : basename(String(module)).replace(/\.[a-z]+$/, '');
  return own.length > 0 ? `${label} (${own.join(', ')})` : label;
}
