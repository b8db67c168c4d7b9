/** Reads the declarations of `fields.ts` back from the zod schemas, so that nothing else looks into zod. */
import type { z } from 'zod';
import type { QuantitySpec } from './quantity.js';

/** What kind of value a field takes. */
export type Kind =
  | { readonly kind: 'quantity'; readonly spec: QuantitySpec }
  | { readonly kind: 'map'; readonly fields: Readonly<Record<string, z.ZodType>> }
  | { readonly kind: 'names'; readonly what: string; readonly value: z.ZodType }
  | { readonly kind: 'list'; readonly item: z.ZodType; readonly length?: number; readonly most?: number }
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: 'text' | 'name' | 'flag' | 'number' | 'any' };

/** A declared field. `default` is the plain value that holds if the scenario is silent. */
export type Declared = Kind & {
  readonly about: string;
  readonly required: boolean;
  readonly default?: unknown;
};

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly entries?: Record<string, string>;
  readonly defaultValue?: unknown;
  readonly checks?: readonly { _zod: { def: unknown } }[];
}

interface Meta {
  readonly quantity?: QuantitySpec;
  readonly about?: string;
  readonly what?: string;
  readonly name?: boolean;
}

const WRAPPERS = new Set(['optional', 'default', 'prefault']);

/** The declaration behind a schema of `fields.ts`; throws on a kind of schema that `declare.ts` does not make. */
export function declaredBy(schema: z.ZodType): Declared {
  const definition = schema.def as unknown as Definition;
  const meta = (schema.meta() ?? {}) as Meta;
  if (WRAPPERS.has(definition.type) && definition.innerType) {
    const inner = declaredBy(definition.innerType);
    const fallback = definition.type === 'optional' ? {} : { default: definition.defaultValue };
    const named = inner.kind === 'names' && meta.what ? { ...inner, what: meta.what } : inner;
    return { ...named, about: meta.about ?? inner.about, required: false, ...fallback };
  }
  const kind = kindOf(definition, meta);
  if (kind.kind !== 'quantity') return { ...kind, about: meta.about ?? '', required: true };
  const { about, default: fallback } = kind.spec;
  return { ...kind, about, required: fallback === undefined, default: fallback };
}

function kindOf(definition: Definition, meta: Meta): Kind {
  if (meta.quantity) return { kind: 'quantity', spec: meta.quantity };
  if (definition.shape) return { kind: 'map', fields: definition.shape };
  if (definition.valueType) return { kind: 'names', what: meta.what ?? 'name', value: definition.valueType };
  if (definition.element) {
    const checks = (definition.checks ?? []).map(
      (check) => check._zod.def as { length?: number; maximum?: number },
    );
    const bound = (name: 'length' | 'maximum') => checks.find((check) => check[name] !== undefined)?.[name];
    return { kind: 'list', item: definition.element, length: bound('length'), most: bound('maximum') };
  }
  if (definition.entries) return { kind: 'choice', words: Object.values(definition.entries) };
  if (meta.name) return { kind: 'name' };
  switch (definition.type) {
    case 'string':
      return { kind: 'text' };
    case 'boolean':
      return { kind: 'flag' };
    case 'number':
      return { kind: 'number' };
    case 'unknown':
      return { kind: 'any' };
    default:
      throw new Error(`declaredBy: no declaration for a schema of type ${definition.type}`);
  }
}

/** The schema of the part `key` of a field, or undefined if it has no such part. */
export function partOf(field: Kind, key: string | number): z.ZodType | undefined {
  if (field.kind === 'map') return Object.hasOwn(field.fields, key) ? field.fields[key] : undefined;
  if (field.kind === 'names') return field.value;
  return field.kind === 'list' && typeof key === 'number' ? field.item : undefined;
}

/** The schema at a path of keys and list positions, or undefined if the path leads nowhere. */
export function schemaAt(root: z.ZodType, path: readonly (string | number)[]): z.ZodType | undefined {
  let schema: z.ZodType | undefined = root;
  for (const key of path) {
    if (!schema) return undefined;
    schema = partOf(declaredBy(schema), key);
  }
  return schema;
}
