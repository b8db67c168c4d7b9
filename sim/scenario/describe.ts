/** The reference of all fields (`afterburn describe`), read from their declarations. */
import type { z } from 'zod';
import { POLICIES } from '../policies/list.js';
import type { PolicyDefinition } from '../policies/policy.js';
import { declaredBy } from './declared.js';
import { scenarioFields } from './fields.js';
import { shortNumber } from './parse-quantity.js';
import type { QuantitySpec } from './quantity.js';
import { expectedOfField } from './shape.js';

/** A row of the reference. All texts; `range` and `default` are empty where there is none. */
export interface FieldRow {
  /** Such as `firms.<firm>.tiers.<n>.price` or `policy steady.ads`. */
  readonly path: string;
  readonly unit: string;
  readonly range: string;
  /** `required` if the scenario must give it. */
  readonly default: string;
  readonly about: string;
  readonly source: string;
}

/** Every field of a scenario in the order of the declarations, then every parameter of every policy. */
export function describeFields(policies: Readonly<Record<string, PolicyDefinition>> = POLICIES): FieldRow[] {
  return [...rowsOf(scenarioFields, ''), ...Object.values(policies).flatMap(policyRows)];
}

function rowsOf(schema: z.ZodType, path: string): FieldRow[] {
  const field = declaredBy(schema);
  if (field.kind === 'quantity') return [quantityRow(path, field.spec)];
  const range = field.kind === 'choice' ? field.words.join(', ') : '';
  const row = {
    path,
    unit: unitOf(field.kind),
    range,
    default: path.endsWith('>') ? '' : fallbackOf(field),
    about: field.about,
    source: '',
  };
  const own = path === '' ? [] : [row];
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  switch (field.kind) {
    case 'map':
      return [...own, ...Object.entries(field.fields).flatMap(([key, part]) => rowsOf(part, below(key)))];
    case 'names':
      return [...own, ...rowsOf(field.value, below(`<${field.what}>`))];
    case 'list':
      return [{ ...row, range: expectedOfField(field) }, ...rowsOf(field.item, below('<n>'))];
    default:
      return own;
  }
}

function unitOf(kind: string): string {
  const units: Record<string, string> = {
    map: 'map',
    names: 'map',
    list: 'list',
    flag: 'true or false',
    number: 'number',
  };
  return units[kind] ?? (kind === 'any' ? '' : 'text');
}

function fallbackOf(field: { required: boolean; default?: unknown; kind: string }): string {
  if (field.required) return 'required';
  return field.default === undefined || field.kind === 'map' || field.kind === 'names'
    ? ''
    : JSON.stringify(field.default);
}

function quantityRow(path: string, spec: QuantitySpec): FieldRow {
  return {
    path,
    unit: spec.unit,
    range: `${shortNumber(spec.min)} to ${shortNumber(spec.max)}${spec.whole ? ', whole' : ''}`,
    default: spec.default === undefined ? 'required' : shortNumber(spec.default),
    about: spec.startOnly ? `${spec.about} Shapes the start only.` : spec.about,
    source: spec.source ?? '',
  };
}

function policyRows(policy: PolicyDefinition): FieldRow[] {
  const head = {
    path: `policy ${policy.name}`,
    unit: 'policy',
    range: '',
    default: '',
    about: policy.about,
    source: policy.source,
  };
  const parameters = Object.entries(policy.parameters).map(([key, spec]): FieldRow => {
    const path = `policy ${policy.name}.${key}`;
    if (!('kind' in spec)) return quantityRow(path, spec);
    return {
      path,
      unit: 'firm',
      range: '',
      default: spec.optional ? '' : 'required',
      about: spec.about,
      source: '',
    };
  });
  return [head, ...parameters];
}
