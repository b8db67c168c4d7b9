/** JSON Schema 2020-12 of a scenario (`afterburn schema`), for editors that complete and check while one types. */
import { z } from 'zod';
import { declaredBy } from './declared.js';
import { scenarioFields } from './fields.js';
import { expectedOf } from './parse-quantity.js';
import type { QuantitySpec } from './quantity.js';

type Json = Record<string, unknown>;

/**
 * The schema of what a scenario file may hold. Numbers also accept their text form (`5 to 10 [A] why`), which an
 * editor cannot check: a file that passes may still have problems, a legal file always passes.
 */
export function jsonSchema(): Json {
  const schema = z.toJSONSchema(scenarioFields, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: node }) => {
      rewrite(zodSchema as unknown as z.ZodType, node as Json);
    },
  }) as Json;
  allowCards(schema);
  return { ...schema, title: 'Afterburn scenario' };
}

/** A firm may stand on a card (`firm: kimi`), which gives what the scenario leaves out. */
function allowCards(schema: Json): void {
  const firms = (schema.properties as Record<string, Json>).firms;
  const firm = firms.additionalProperties as Json;
  const card = {
    type: 'string',
    description: 'Firm card the firm stands on: a name such as kimi, or a path.',
  };
  const asOf = {
    type: 'string',
    description: "The card's month, if it is later than the start: its numbers were looked at.",
  };
  const onCard = withoutRequired(firm) as Json;
  const properties = { firm: card, asOf, ...(onCard.properties as Json) };
  firms.additionalProperties = { anyOf: [{ ...onCard, properties, required: ['firm'] }, firm] };
}

function withoutRequired(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutRequired);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => key !== 'required' || !Array.isArray(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutRequired(value)]));
}

function rewrite(schema: z.ZodType, node: Json): void {
  const { quantity, about } = node as { quantity?: QuantitySpec; about?: string };
  for (const key of ['quantity', 'about', 'what', 'name']) delete node[key];
  if (about) node.description = about;
  if (quantity) Object.assign(node, quantitySchema(quantity));
  const kind = schema.def.type === 'object' ? declaredBy(schema) : undefined;
  if (kind?.kind !== 'map') return;
  const required = Object.keys(kind.fields).filter((key) => declaredBy(kind.fields[key]).required);
  if (required.length > 0) node.required = required;
  else delete node.required;
}

function quantitySchema(spec: QuantitySpec): Json {
  const number = { type: spec.whole ? 'integer' : 'number', minimum: spec.min, maximum: spec.max };
  return {
    description: `${spec.about} Expected: ${expectedOf(spec)}.`,
    anyOf: [number, { type: 'string' }],
    ...(spec.default === undefined ? {} : { default: spec.default }),
  };
}
