/** A policy in a sandbox, as the engine knows policies. */
import type { PolicyDefinition } from '../../sim/index.js';
import { readPolicy } from '../source/policy-module.js';
import { type Answer, copyDecision, decode } from './inside.js';
import type { Guest } from './sandbox.js';

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

/** Asks the module what it is. @throws BadPolicy if it exports no legal policy; Error if it throws when it is read */
export function definitionOf(guest: Guest): PolicyDefinition {
  const { text } = heard(JSON.parse(guest.describe()));
  const told = text === undefined ? undefined : JSON.parse(text);
  const isObject = typeof told === 'object' && told !== null && !Array.isArray(told);
  if (!isObject) return readPolicy(told);
  const { decide, memory, ...fields } = told;
  const asked: PolicyDefinition['decide'] = (view, parameters, own, luck) =>
    accept(guest.ask({ view, parameters, memory: own }, luck), own);
  const fresh = () => heard(decode<Said>(guest.memory())).memory ?? {};
  return readPolicy({
    ...fields,
    decide: decide === 'function' ? asked : undefined,
    memory: memory === 'function' ? fresh : memory === 'undefined' ? undefined : memory,
  });
}
