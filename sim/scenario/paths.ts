/** Leads from a path such as `firms.kimi.policy.base` to the number it means, and lists all numbers. */
import type { z } from 'zod';
import { type Declared, declaredBy, partOf } from './declared.js';
import { scenarioFields } from './fields.js';
import { didYouMean } from './nearest.js';
import { show } from './parse-quantity.js';
import { isMap } from './plain.js';
import type { Quantity, QuantitySpec } from './quantity.js';
import type { ChosenPolicy, CopyOf, Fields, Path, Scenario } from './scenario.js';

/** A number of a scenario with its place and declaration. */
export interface Place {
  readonly path: Path;
  readonly spec: QuantitySpec;
  readonly quantity: Quantity;
}

/** A scenario whose policies may still be missing, because they were faulty. */
export type Draft = Omit<Fields, 'firms'> & {
  readonly firms: Readonly<
    Record<string, Omit<Fields['firms'][string], 'policy'> & CopyOf & { readonly policy?: ChosenPolicy }>
  >;
};

/** Why a path leads nowhere. `unknowable`: it goes through a faulty policy that is reported elsewhere. */
export interface NoPlace {
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
  readonly unknowable?: boolean;
}

/** What a plan may change: no settings of the run, no texts. */
const CHANGEABLE = ['world', 'channels', 'segments', 'buyers', 'firms', 'people'];

/** `firms.kimi.tiers.0.price` -> keys and list positions. */
export function splitPath(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^(0|[1-9]\d{0,5})$/.test(part) ? Number(part) : part));
}

/** The shares of segments add to 1, so none can change alone. */
export function isShare(path: Path): boolean {
  return path[0] === 'segments' && path[2] === 'share';
}

function isChosen(value: unknown): value is ChosenPolicy {
  return isMap(value) && Object.hasOwn(value, 'definition');
}

/** Finds the number at a dotted path. */
export function findPlace(path: string, scenario: Draft | Scenario): Place | NoPlace {
  const parts = splitPath(path);
  if (!CHANGEABLE.includes(String(parts[0]))) {
    const expected = `the path of a number below ${CHANGEABLE.join(', ')}`;
    return { expected, received: show(path), hint: didYouMean(String(parts[0]), CHANGEABLE) };
  }
  let schema: z.ZodType = scenarioFields;
  let value: unknown = scenario;
  for (let i = 0; i < parts.length; i++) {
    const field = declaredBy(schema);
    if (field.kind === 'any') return parameterAt(path, { parts, from: i }, value);
    const key = field.kind === 'names' || field.kind === 'map' ? String(parts[i]) : parts[i];
    const known = knownParts(field, value);
    const next = known.includes(String(key)) ? partOf(field, key) : undefined;
    const inside = parts.slice(0, i).join('.');
    if (!next) return noPart(path, String(key), { field, inside, known });
    schema = next;
    value = (value as Record<string | number, unknown>)[key];
    if (value === undefined && declaredBy(next).kind !== 'any') {
      return { expected: 'a field that is given', received: `no \`${parts.slice(0, i + 1).join('.')}\`` };
    }
  }
  const field = declaredBy(schema);
  if (field.kind === 'quantity') return { path: parts, spec: field.spec, quantity: value as Quantity };
  return { expected: 'the path of a number', received: show(path), hint: endHint(field, value) };
}

function endHint(field: Declared, value: unknown): string | undefined {
  const known = isChosen(value) ? Object.keys(value.definition.parameters) : knownParts(field, value);
  return known.length > 0 && known.length < 15 ? `below it: ${known.join(', ')}` : undefined;
}

function knownParts(field: Declared, value: unknown): string[] {
  if (field.kind === 'map') return Object.keys(field.fields);
  const isOpen = field.kind === 'names' || field.kind === 'list';
  return isOpen && typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function noPart(
  path: string,
  key: string,
  at: { field: Declared; inside: string; known: string[] },
): NoPlace {
  if (at.known.length === 0) {
    return { expected: 'the path of a number', received: show(path), hint: `\`${at.inside}\` has no parts` };
  }
  const what = at.field.kind === 'names' ? at.field.what : at.field.kind === 'list' ? 'position' : 'field';
  return {
    expected: `a known ${what} in the path \`${path}\``,
    received: show(key),
    hint: didYouMean(key, at.known),
  };
}

function parameterAt(path: string, at: { parts: Path; from: number }, chosen: unknown): Place | NoPlace {
  if (!isChosen(chosen)) return { expected: 'a legal policy', received: 'a faulty one', unknowable: true };
  const key = String(at.parts[at.from]);
  const specs = chosen.definition.parameters;
  if (!Object.hasOwn(specs, key)) {
    const expected = `a parameter of ${chosen.name} in the path \`${path}\``;
    return { expected, received: show(key), hint: didYouMean(key, Object.keys(specs)) };
  }
  const spec = specs[key];
  if ('kind' in spec || at.parts.length > at.from + 1)
    return { expected: 'the path of a number', received: show(path) };
  return { path: at.parts, spec, quantity: chosen.parameters[key] as Quantity };
}

/** Every number of a scenario in the order of the declaration, with those that only the default gives. */
export function placesOf(scenario: Draft | Scenario): Place[] {
  const places: Place[] = [];
  const walk = (schema: z.ZodType, value: unknown, path: Path): void => {
    if (value === undefined) return;
    const field = declaredBy(schema);
    if (field.kind === 'quantity') places.push({ path, spec: field.spec, quantity: value as Quantity });
    if (field.kind === 'any' && isChosen(value)) places.push(...parametersOf(value, path));
    if (field.kind === 'list')
      for (const [i, part] of (value as unknown[]).entries()) walk(field.item, part, [...path, i]);
    if (field.kind !== 'map' && field.kind !== 'names') return;
    for (const key of Object.keys(field.kind === 'map' ? field.fields : (value as object))) {
      const part = partOf(field, key);
      if (part) walk(part, (value as Record<string, unknown>)[key], [...path, key]);
    }
  };
  walk(scenarioFields, scenario, []);
  return places;
}

function parametersOf(chosen: ChosenPolicy, path: Path): Place[] {
  return Object.entries(chosen.definition.parameters).flatMap(([key, spec]) =>
    'kind' in spec ? [] : [{ path: [...path, key], spec, quantity: chosen.parameters[key] as Quantity }],
  );
}
