/**
 * The money in the plain fields of a firm, and its conversion into another currency. What is money follows from the
 * units that `fields/` and the policies declare: those that begin with `currency`, such as `currency a month`.
 */
import type { z } from 'zod';
import { POLICIES } from '../policies/list.js';
import { declaredBy, partOf, schemaAt } from './declared.js';
import { scenarioFields } from './fields.js';
import { parseQuantity } from './parse-quantity.js';
import { emptyMap, isMap, partAt } from './plain.js';
import type { Law, Quantity, QuantitySpec } from './quantity.js';
import type { Path } from './scenario.js';

/** `rate`: units of the new currency for one of the old; `said` goes into the note of each number. */
export interface Conversion {
  readonly rate: number;
  /** Such as `CNY at 7.1 per USD`. */
  readonly said: string;
}

type Place = { readonly path: Path; readonly spec: QuantitySpec };

/** Paths of the money that a firm's plain fields give, policy parameters included; faulty parts are passed over. */
export function moneyOf(firm: unknown): Path[] {
  const places: Place[] = [];
  const walk = (schema: z.ZodType, value: unknown, path: Path): void => {
    if (value === undefined || value === null) return;
    const field = declaredBy(schema);
    if (field.kind === 'quantity') places.push({ path, spec: field.spec });
    if (field.kind === 'any') places.push(...parametersOf(value, path));
    if (field.kind === 'list' && Array.isArray(value))
      for (const [i, entry] of value.entries()) walk(field.item, entry, [...path, i]);
    if ((field.kind !== 'map' && field.kind !== 'names') || !isMap(value)) return;
    for (const [key, part] of Object.entries(value)) {
      const below = partOf(field, key);
      if (below) walk(below, part, [...path, key]);
    }
  };
  const schema = schemaAt(scenarioFields, ['firms', 'firm']);
  if (schema) walk(schema, firm, []);
  return places.filter(({ spec }) => isMoney(spec.unit)).map(({ path }) => path);
}

function isMoney(unit: string): boolean {
  return unit.startsWith('currency') && unit !== 'currency per USD';
}

function parametersOf(policy: unknown, path: Path): Place[] {
  const name = isMap(policy) ? String(policy.name) : '';
  if (!isMap(policy) || !Object.hasOwn(POLICIES, name)) return [];
  return Object.entries(POLICIES[name].parameters).flatMap(([key, spec]) =>
    'kind' in spec || policy[key] === undefined ? [] : [{ path: [...path, key], spec }],
  );
}

/** A copy of a firm's plain fields with all money converted; a number that cannot be read stays as it is. */
export function convertMoney(firm: unknown, conversion: Conversion): unknown {
  const copy = copyOf(firm);
  for (const path of moneyOf(firm)) {
    const parent = partAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
    const key = path.at(-1) as string | number;
    parent[key] = converted(parent[key], conversion);
  }
  return copy;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isMap(value)) return value;
  return Object.assign(
    emptyMap(),
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])),
  );
}

const ANY_MONEY: QuantitySpec = { unit: 'currency', min: -1e300, max: 1e300, about: 'Any money.' };

/** The number times the rate, with the same tag and source; its note begins with the number as it was written. */
function converted(raw: unknown, { rate, said }: Conversion): unknown {
  const read = parseQuantity(raw, ANY_MONEY);
  if (!('law' in read)) return raw;
  const law = scaled(read.law, rate);
  if (law.kind === 'constant' && law.value === 0) return raw;
  if (read.tag === undefined) return law.kind === 'constant' ? law.value : lawText(law);
  const written = String(raw).replace(/\s*\[[\s\S]*$/, '');
  const note = `${written} ${said}${read.note ? `; ${read.note}` : ''}`;
  return `${lawText(law)} [${tagText(read)}] ${note}`;
}

function tagText({ tag, source }: Quantity): string {
  return source ? `${tag} ${source}` : String(tag);
}

function scaled(law: Law, rate: number): Law {
  switch (law.kind) {
    case 'constant':
      return { ...law, value: law.value * rate };
    case 'normal':
      return { ...law, mean: law.mean * rate, sd: law.sd * rate };
    case 'lognormal':
      return { ...law, median: law.median * rate };
    case 'triangular':
      return { ...law, low: law.low * rate, mode: law.mode * rate, high: law.high * rate };
    default:
      return { ...law, low: law.low * rate, high: law.high * rate };
  }
}

/** The text form of a law, with all digits. */
function lawText(law: Law): string {
  const { kind, ...numbers } = law;
  if (law.kind === 'constant') return String(law.value);
  if (law.kind === 'interval') return `${law.low} to ${law.high}`;
  return `${kind}(${Object.values(numbers).join(', ')})`;
}
