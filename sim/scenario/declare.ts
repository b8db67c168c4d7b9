/** The few kinds of field a scenario has. Each is a zod schema that carries its declaration in `meta`. */
import { z } from 'zod';
import { parseQuantity } from './parse-quantity.js';
import type { Quantity, QuantitySpec } from './quantity.js';

/** Source of a default that no publication gives. */
export const model = 'our assumption';

/** Names of firms, segments, channels, arms and sources. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;

/** A number with unit, range, default, sentence and source; accepts plain numbers and the text form. */
export function quantity(spec: QuantitySpec) {
  const schema = z
    .unknown()
    .optional()
    .transform((raw, ctx): Quantity => {
      const parsed = parseQuantity(raw, spec);
      if ('law' in parsed) return parsed;
      ctx.issues.push({ code: 'custom', input: raw, message: parsed.expected, params: parsed });
      return z.NEVER;
    })
    .meta({ quantity: spec });
  return schema;
}

/** Free text of one or more lines; never empty. */
export function text(about: string) {
  return z.string().min(1).max(20_000).meta({ about });
}

/** A name that other fields refer to. */
export function id(about: string) {
  return z.string().regex(ID).meta({ about, name: true });
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T, about: string) {
  return z.enum(words).meta({ about });
}

/** true or false; false if not given. */
export function flag(about: string) {
  return z.boolean().default(false).meta({ about });
}

/** A map from names to fields of one kind; empty if not given. */
export function mapOf<V extends z.ZodType>(what: string, value: V, about: string) {
  return z.record(z.string().regex(ID), value).prefault({}).meta({ about, what });
}
