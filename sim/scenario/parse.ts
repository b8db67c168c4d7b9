/**
 * Turns a plain value into a legal Scenario, or into the list of everything that is wrong with it.
 * Order: the fields (shape.ts), the policies, the rules that look at several fields, then the copies of firms that come
 * in numbers. Nothing is repaired.
 */
import { POLICIES } from '../policies/list.js';
import type { PolicyDefinition } from '../policies/policy.js';
import { COPY_RULES, withCopies } from './copies.js';
import { scenarioFields } from './fields.js';
import type { Draft } from './paths.js';
import { isMap, isWithin } from './plain.js';
import { PLAN_RULES } from './plan-rules.js';
import { parsePolicy } from './policy-choice.js';
import type { Quantity } from './quantity.js';
import { MARKET_RULES } from './rules.js';
import type { Fields, Path, Problem, Scenario } from './scenario.js';
import { readShape } from './shape.js';
import { unsourced } from './sourcing.js';

/** `policies`: own policies by module path as written in the scenario (or by name), besides the shipped ones. */
export interface ParseOptions {
  readonly policies?: Readonly<Record<string, PolicyDefinition>>;
}

export type Parsed = { readonly scenario: Scenario } | { readonly problems: Problem[] };

const RULES = [...MARKET_RULES, ...COPY_RULES, ...PLAN_RULES, unsourced];

/**
 * Parses a scenario from plain data (what a YAML or JSON reader gives).
 * @returns the scenario, or all problems; never throws on plain data
 */
export function parseScenario(raw: unknown, options: ParseOptions = {}): Parsed {
  const shape = readShape(scenarioFields, withArmLists(raw));
  if (!shape.fields) return { problems: shape.problems };
  const fields = withAllSegments(shape.fields);
  const { firms, faults } = choosePolicies(fields, { ...POLICIES, ...options.policies });
  const draft: Draft = { ...fields, firms };
  const crossed = [...faults, ...RULES.flatMap((rule) => rule(draft, shape.broken))];
  const problems = [...shape.problems, ...crossed.filter((problem) => !touches(problem, shape.broken))];
  if (problems.length > 0) return { problems };
  return { scenario: { ...withCopies(draft as Omit<Scenario, 'raw'>), raw } };
}

/** An arm may be just its list of dated changes: `arms: {noAds: [{month, path, value}]}`. */
function withArmLists(raw: unknown): unknown {
  if (!isMap(raw) || !isMap(raw.arms) || !Object.values(raw.arms).some(Array.isArray)) return raw;
  const arms = Object.entries(raw.arms).map(([id, arm]) => [
    id,
    Array.isArray(arm) ? { overrides: arm } : arm,
  ]);
  return { ...raw, arms: Object.fromEntries(arms) };
}

/** A rule that met a stand-in has nothing to say. */
function touches(problem: Problem, broken: readonly Path[]): boolean {
  return broken.some((path) => isWithin(problem.path, path) || isWithin(path, problem.path));
}

function choosePolicies(
  fields: Fields,
  policies: Readonly<Record<string, PolicyDefinition>>,
): { firms: Draft['firms']; faults: Problem[] } {
  const faults: Problem[] = [];
  const names = Object.keys(fields.firms);
  const firms = Object.entries(fields.firms).map(([id, firm]) => {
    const chosen = parsePolicy(firm.policy, { path: ['firms', id, 'policy'], policies, firms: names });
    if (Array.isArray(chosen)) faults.push(...chosen);
    return [id, { ...firm, policy: Array.isArray(chosen) ? undefined : chosen }] as const;
  });
  return { firms: Object.fromEntries(firms), faults };
}

/** Gives every channel a reach and every firm a fit for each segment: 0 where the scenario is silent. */
function withAllSegments(fields: Fields): Fields {
  const silent: Quantity = { law: { kind: 'constant', value: 0 }, isDefault: true };
  const zeros = Object.fromEntries(Object.keys(fields.segments).map((id) => [id, silent]));
  const channels = Object.entries(fields.channels).map(([id, channel]) => [
    id,
    { ...channel, reach: { ...zeros, ...channel.reach } },
  ]);
  const firms = Object.entries(fields.firms).map(([id, firm]) => [
    id,
    { ...firm, fit: { ...zeros, ...firm.fit } },
  ]);
  return { ...fields, channels: Object.fromEntries(channels), firms: Object.fromEntries(firms) };
}
