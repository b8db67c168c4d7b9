/** Reads a firm's `policy`: a name, `{name, ...parameters}` or `{module: ./file.js, ...parameters}`. */
import type { ParameterSpec, PolicyDefinition } from '../policies/policy.js';
import { didYouMean } from './nearest.js';
import { parseQuantity, show } from './parse-quantity.js';
import { isMap } from './plain.js';
import type { Quantity } from './quantity.js';
import type { ChosenPolicy, Path, Problem } from './scenario.js';

/** `policies`: by name, and by module path as written. `firms`: names that a parameter may refer to. */
export interface PolicyContext {
  readonly path: Path;
  readonly policies: Readonly<Record<string, PolicyDefinition>>;
  readonly firms: readonly string[];
}

/** What a firm's `policy` takes, in words. */
export const POLICY_EXPECTED = 'the name of a policy, or a map with `name` or `module`';

/** Chooses the definition and reads its parameters, or reports every fault. */
export function parsePolicy(raw: unknown, context: PolicyContext): ChosenPolicy | Problem[] {
  const { path } = context;
  if (typeof raw === 'string') return choose({ name: raw }, path, context);
  if (!isMap(raw)) return [{ path, expected: POLICY_EXPECTED, received: show(raw) }];
  const key = Object.hasOwn(raw, 'module') ? 'module' : 'name';
  if (key === 'module' && Object.hasOwn(raw, 'name')) {
    return [
      { path: [...path, 'name'], atKey: true, expected: '`name` or `module`, not both', received: 'both' },
    ];
  }
  if (typeof raw[key] !== 'string') {
    const at = Object.hasOwn(raw, key) ? [...path, key] : path;
    return [
      { path: at, expected: POLICY_EXPECTED, received: Object.hasOwn(raw, key) ? show(raw[key]) : 'neither' },
    ];
  }
  return choose(raw, [...path, key], context);
}

function choose(
  raw: Record<string, unknown>,
  namePath: Path,
  context: PolicyContext,
): ChosenPolicy | Problem[] {
  const isModule = Object.hasOwn(raw, 'module');
  const name = String(isModule ? raw.module : raw.name);
  const definition = Object.hasOwn(context.policies, name) ? context.policies[name] : undefined;
  if (!definition) {
    const expected = isModule ? 'a module that was loaded' : 'the name of a policy';
    const names = Object.keys(context.policies).filter((key) => !key.includes('/'));
    const hint = isModule ? 'write its path from the folder of the scenario' : didYouMean(name, names);
    return [{ path: namePath, expected, received: show(name), hint }];
  }
  return readParameters(raw, { name, definition }, context);
}

function readParameters(
  raw: Record<string, unknown>,
  chosen: { name: string; definition: PolicyDefinition },
  context: PolicyContext,
): ChosenPolicy | Problem[] {
  const specs = chosen.definition.parameters;
  const problems: Problem[] = [];
  for (const key of Object.keys(raw)) {
    if (key === 'name' || key === 'module' || Object.hasOwn(specs, key)) continue;
    const expected = `a parameter of ${chosen.name}`;
    const hint = didYouMean(key, Object.keys(specs));
    problems.push({ path: [...context.path, key], atKey: true, expected, received: show(key), hint });
  }
  const meant = problems.map(({ hint }) => hint);
  const parameters: Record<string, Quantity | string> = {};
  for (const [key, spec] of Object.entries(specs)) {
    const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
    const read = 'kind' in spec ? readFirm(value, spec, context.firms) : parseQuantity(value, spec);
    if (typeof read === 'string' || 'law' in read) parameters[key] = read;
    else if (value !== undefined || !meant.includes(`did you mean \`${key}\`?`)) {
      const { expected, received, hint } = read;
      problems.push({ path: [...context.path, key], expected, received, ...(hint ? { hint } : {}) });
    }
  }
  return problems.length > 0 ? problems : { ...chosen, parameters };
}

function readFirm(raw: unknown, spec: Extract<ParameterSpec, { kind: 'firm' }>, firms: readonly string[]) {
  if (raw === undefined && spec.optional) return '';
  if (typeof raw === 'string' && firms.includes(raw)) return raw;
  const hint = raw === undefined ? 'this field is required' : didYouMean(String(raw), firms);
  return { expected: 'the name of a firm', received: show(raw), hint };
}
