/** Is what a module exports as `policy` a policy? Everything a user can get wrong is told; texts may be left out. */
import type { ParameterSpec, PolicyDefinition } from '../../sim/index.js';

/** A module that exports no legal policy. */
export class BadPolicy extends Error {
  readonly expected: string;
  readonly received: string;
  constructor(expected: string, received: string) {
    super(`expected ${expected}, got ${received}`);
    this.name = 'BadPolicy';
    this.expected = expected;
    this.received = received;
  }
}

type Part = Readonly<Record<string, unknown>>;

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string')
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

function demand(isRight: boolean, expected: string, value: unknown): asserts isRight {
  if (!isRight) throw new BadPolicy(expected, show(value));
}

function isObject(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function checkRange(spec: Part, name: string): void {
  for (const end of ['min', 'max'] as const)
    demand(Number.isFinite(spec[end]), `\`${name}.${end}\` to be a number`, spec[end]);
  const [low, high] = [Number(spec.min), Number(spec.max)];
  demand(low <= high, `\`${name}.min\` to be at most \`max\`, ${high}`, low);
  const { default: fallback, whole } = spec;
  if (fallback !== undefined) {
    const isInside = Number.isFinite(fallback) && Number(fallback) >= low && Number(fallback) <= high;
    demand(isInside, `\`${name}.default\` to be a number from ${low} to ${high}`, fallback);
  }
  const isFlag = whole === undefined || typeof whole === 'boolean';
  demand(isFlag, `\`${name}.whole\` to be true or false`, whole);
}

function checkParameter(key: string, spec: unknown): asserts spec is ParameterSpec {
  const name = `parameters.${key}`;
  demand(key !== 'name' && key !== 'module', `another name for the parameter \`${name}\``, key);
  demand(isObject(spec), `\`${name}\` to be { unit, min, max, about }`, spec);
  demand(typeof spec.about === 'string', `\`${name}.about\` to be a text`, spec.about);
  if (spec.kind !== undefined) {
    demand(spec.kind === 'firm', `\`${name}.kind\` to be 'firm' or left out`, spec.kind);
    return;
  }
  demand(typeof spec.unit === 'string', `\`${name}.unit\` to be a text`, spec.unit);
  demand(isText(spec.source), `\`${name}.source\` to be a text`, spec.source);
  checkRange(spec, name);
}

/**
 * A complete definition; `about`, `source` and `parameters` may be missing and are then empty.
 * @param exported what the module exports as `policy`
 * @throws BadPolicy at the first thing that is wrong
 */
export function readPolicy(exported: unknown): PolicyDefinition {
  demand(isObject(exported), 'an export `policy = { name, decide }`', exported);
  const policy = exported as unknown as PolicyDefinition;
  const { name, about, source, memory, decide } = exported;
  const parameters = exported.parameters ?? {};
  demand(typeof decide === 'function', '`policy.decide` to be a function', decide);
  demand(typeof name === 'string' && name !== '', '`policy.name` to be a text', name);
  demand(isText(about), '`policy.about` to be a text', about);
  demand(isText(source), '`policy.source` to be a text', source);
  demand(memory === undefined || typeof memory === 'function', '`policy.memory` to be a function', memory);
  demand(isObject(parameters), '`policy.parameters` to be a map of parameters', parameters);
  for (const [key, spec] of Object.entries(parameters)) checkParameter(key, spec);
  return {
    name: policy.name,
    about: policy.about ?? '',
    source: policy.source ?? '',
    parameters: parameters as Record<string, ParameterSpec>,
    ...(policy.memory ? { memory: () => policy.memory?.() ?? {} } : {}),
    decide: (...seen) => policy.decide(...seen),
  };
}
