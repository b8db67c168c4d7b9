/** Policies that users give as modules, at the level the user chose. */
import { isMainThread } from 'node:worker_threads';
import type { FirmView, PolicyDefinition } from '../../sim/index.js';
import type { JobSetup } from '../experiment/job.js';
import { type PolicyLevel, USUAL_LEVEL } from '../experiment/policy-level.js';
import { readPolicy } from '../source/policy-module.js';
import { definitionOf } from './guest-policy.js';
import { copyDecision, faultAt, frozenCopy, lineIn } from './inside.js';
import { readModule } from './module-file.js';
import type { OpenGuest } from './sandbox.js';
import { tryToRead } from './trial.js';

type Definition = PolicyDefinition;
type Load = (url: string) => Promise<Definition>;

/** Told before and after every decision of a policy from a module. */
export interface Watcher {
  enter(module: string, view: Pick<FirmView, 'firm' | 'month'>): void;
  leave(): void;
}

/** Imported: it can do what the user can. It sees copies, because its view would otherwise be the engine's own lists. */
async function loadTrusted(url: string): Promise<Definition> {
  if (isMainThread) await tryToRead(url, 'trusted');
  const loaded = (await import(/* @vite-ignore */ url)) as { policy?: unknown };
  const policy = readPolicy(loaded.policy);
  return {
    ...policy,
    decide: (view, parameters, memory, luck) =>
      copyDecision(policy.decide(frozenCopy(view) as FirmView, parameters, memory, luck)),
  };
}

async function openerOf(level: PolicyLevel): Promise<OpenGuest> {
  if (level === 'fenced') return (await import('./fenced.js')).openFence();
  return (await import('./untrusted.js')).openInterpreter();
}

async function loaderOf(level: PolicyLevel): Promise<Load> {
  if (level === 'trusted') return loadTrusted;
  const open = await openerOf(level);
  return async (url) => {
    if (level === 'fenced' && isMainThread) await tryToRead(url, level);
    return definitionOf(await open(await readModule(url)));
  };
}

/** Says the level with every fault, and the watcher which policy is asked. */
function watched(
  policy: Definition,
  at: { module: string; url: string; level: PolicyLevel; watcher?: Watcher },
): Definition {
  const { module, url, level, watcher } = at;
  // of a trusted module; a sandbox has told the line already
  const placeOf = (thrown: unknown) => lineIn((thrown as Error).stack, url);
  const within = <T>(act: () => T): T => {
    try {
      return act();
    } catch (cause) {
      throw new Error(`${faultAt(cause, placeOf)} (policy level ${level})`, { cause });
    }
  };
  const { memory } = policy;
  return {
    ...policy,
    ...(memory ? { memory: () => within(memory) } : {}),
    decide(view, ...rest) {
      watcher?.enter(module, view);
      try {
        return within(() => policy.decide(view, ...rest));
      } finally {
        watcher?.leave();
      }
    },
  };
}

/**
 * Loads policy modules; each must export `policy`. Without modules it costs nothing.
 * @param setup.modules as written in the scenario -> file URL
 * @throws what a trusted module throws while it is loaded; BadPolicy if it exports no legal policy, or is more than one
 *   file above level trusted
 */
export async function loadPolicies(
  { modules, policyLevel = USUAL_LEVEL }: Pick<JobSetup, 'modules' | 'policyLevel'>,
  watcher?: Watcher,
): Promise<Record<string, Definition>> {
  const named = Object.entries(modules);
  const policies: Record<string, Definition> = {};
  if (named.length === 0) return policies;
  const load = await loaderOf(policyLevel);
  for (const [module, url] of named)
    policies[module] = watched(await load(url), {
      module,
      url,
      level: policyLevel,
      ...(watcher ? { watcher } : {}),
    });
  return policies;
}
