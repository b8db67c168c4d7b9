/** Policies that users give as modules, at the level the user chose. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FirmView, PolicyDefinition } from '../../sim/index.js';
import type { JobSetup } from '../experiment/job.js';
import { type PolicyLevel, USUAL_LEVEL } from '../experiment/policy-level.js';
import { readPolicy } from '../source/policy-module.js';
import { type Answer, copyDecision, decode, faultText, frozenCopy } from './inside.js';
import type { Guest, OpenGuest } from './sandbox.js';

type Definition = PolicyDefinition;
type Load = (url: string) => Promise<Definition>;

/** Told before and after every decision of a policy from a module. */
export interface Watcher {
  enter(module: string, view: Pick<FirmView, 'firm' | 'month'>): void;
  leave(): void;
}

/** Imported: it can do what the user can. It sees copies, because its view would otherwise be the engine's own lists. */
async function loadTrusted(url: string): Promise<Definition> {
  const loaded = (await import(/* @vite-ignore */ url)) as { policy?: unknown };
  const policy = readPolicy(loaded.policy);
  return {
    ...policy,
    decide: (view, parameters, memory, luck) =>
      copyDecision(policy.decide(frozenCopy(view) as FirmView, parameters, memory, luck)),
  };
}

interface Said {
  readonly text?: string;
  readonly fault?: string;
  readonly memory?: Record<string, number>;
}

/** What a sandbox said. @throws Error with the fault it tells */
function heard(said: Said): Said {
  if (said.fault !== undefined) throw new Error(said.fault);
  return said;
}

/** Only what is named here comes out of a sandbox: a new memory over the old one, and the decision. */
function accept(answer: Answer, memory: Record<string, number>) {
  if ('fault' in answer) throw new Error(answer.fault);
  for (const key of Object.keys(memory)) if (!Object.hasOwn(answer.memory, key)) delete memory[key];
  for (const key of Object.keys(answer.memory)) memory[key] = answer.memory[key];
  return copyDecision(answer.decision);
}

function definitionOf(guest: Guest): Definition {
  const { text } = heard(JSON.parse(guest.describe()));
  const told = text === undefined ? undefined : JSON.parse(text);
  const isObject = typeof told === 'object' && told !== null && !Array.isArray(told);
  if (!isObject) return readPolicy(told);
  const { decide, memory, ...fields } = told;
  const asked: Definition['decide'] = (view, parameters, own, luck) =>
    accept(guest.ask({ view, parameters, memory: own }, luck), own);
  const fresh = () => heard(decode(guest.memory()) as Said).memory ?? {};
  return readPolicy({
    ...fields,
    decide: decide === 'function' ? asked : undefined,
    memory: memory === 'function' ? fresh : memory === 'undefined' ? undefined : memory,
  });
}

async function openerOf(level: PolicyLevel): Promise<OpenGuest> {
  if (level === 'fenced') return (await import('./fenced.js')).openFence();
  return (await import('./untrusted.js')).openInterpreter();
}

async function loaderOf(level: PolicyLevel): Promise<Load> {
  if (level === 'trusted') return loadTrusted;
  const open = await openerOf(level);
  return async (url) => definitionOf(open(await readFile(fileURLToPath(url), 'utf8')));
}

/** Says the level with every fault, and the watcher which policy is asked. */
function watched(
  policy: Definition,
  at: { module: string; level: PolicyLevel; watcher?: Watcher },
): Definition {
  const { module, level, watcher } = at;
  const within = <T>(act: () => T): T => {
    try {
      return act();
    } catch (cause) {
      throw new Error(`${faultText(cause)} (policy level ${level})`, { cause });
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
      level: policyLevel,
      ...(watcher ? { watcher } : {}),
    });
  return policies;
}
