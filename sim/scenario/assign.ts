/** Sets one field of a plain scenario by its path, for `--set`: the path must name a field that can be there. */
import type { z } from 'zod';
import { type Declared, declaredBy, partOf } from './declared.js';
import { scenarioFields } from './fields.js';
import { didYouMean } from './nearest.js';
import { show } from './parse-quantity.js';
import { splitPath } from './paths.js';
import { emptyMap, isMap } from './plain.js';
import type { Path } from './scenario.js';
import { cutShort, dropOldPolicy, setByHand } from './set-by-hand.js';

type Parent = Record<string | number, unknown>;

/** Why a path cannot be set. */
export interface NotAssigned {
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

/**
 * Writes `value` at a dotted path of the plain scenario, in place. The value itself is checked later by
 * parseScenario; in a sourced scenario bare numbers, also those inside a map or list, are tagged as set by hand. Maps
 * that are silent but declared (`world.research`) are made; firms and other names are not. Another policy takes the dated
 * changes of the old one's parameters with it.
 * @returns the path as keys and positions, or why it leads nowhere
 */
export function assign(root: unknown, path: string, value: unknown): { path: Path } | NotAssigned {
  const parts = splitPath(path);
  let schema: z.ZodType = scenarioFields;
  let parent = root as Parent;
  for (let i = 0; i < parts.length; i++) {
    const field = declaredBy(schema);
    const isLast = i === parts.length - 1;
    if (field.kind === 'any') {
      return assignParameter(parent, parts.slice(0, i + 1), { isLast, value: setByHand(root, value) });
    }
    const key = field.kind === 'list' ? parts[i] : String(parts[i]);
    const fault = missingPart(field, key, { path, parent, inside: parts.slice(0, i), isLast });
    if (fault) return fault;
    schema = partOf(field, key) as z.ZodType;
    if (isLast) {
      if (path === 'months') cutShort(root as Parent, value);
      dropOldPolicy(root as Parent, path, { before: parent[key], now: value });
      parent[key] = setByHand(root, value, schema);
      return { path: parts.slice(0, i).concat(key) };
    }
    parent = stepInto(parent, key, declaredBy(schema));
  }
  return { expected: 'a path such as `firms.kimi.cash`', received: show(path) };
}

/** The part to go on in: made if the scenario is silent, a named policy written out as a map. */
function stepInto(parent: Parent, key: string | number, field: Declared): Parent {
  const part = parent[key];
  if (field.kind === 'any') parent[key] = typeof part === 'string' ? nameOnly(part) : part;
  else if (part === undefined || part === null) parent[key] = field.kind === 'list' ? [] : emptyMap();
  return parent[key] as Parent;
}

function nameOnly(name: string): Parent {
  return Object.assign(emptyMap(), { name });
}

function assignParameter(
  policy: unknown,
  path: Path,
  at: { isLast: boolean; value: unknown },
): { path: Path } | NotAssigned {
  if (!isMap(policy) || !at.isLast)
    return { expected: 'a parameter of a policy', received: show(path.join('.')) };
  policy[String(path.at(-1))] = at.value;
  return { path };
}

function missingPart(
  field: Declared,
  key: string | number,
  at: { path: string; parent: unknown; inside: Path; isLast: boolean },
): NotAssigned | undefined {
  const { path, parent, inside } = at;
  const given = typeof parent === 'object' && parent !== null ? Object.keys(parent) : [];
  if (field.kind === 'map') {
    const known = Object.keys(field.fields);
    if (isMap(parent) && known.includes(String(key))) return undefined;
    return {
      expected: `a known field in the path \`${path}\``,
      received: show(key),
      hint: didYouMean(String(key), known),
    };
  }
  if (field.kind === 'names') {
    const isOpen = at.isLast && field.what === 'segment' && inside.length > 1;
    if (isMap(parent) && (isOpen || given.includes(String(key)))) return undefined;
    return {
      expected: `the name of a ${field.what} in the path \`${path}\``,
      received: show(key),
      hint: didYouMean(String(key), given),
    };
  }
  if (field.kind === 'list') {
    if (Array.isArray(parent) && given.includes(String(key))) return undefined;
    const expected =
      given.length > 0
        ? `a position from 0 to ${given.length - 1} in the path \`${path}\``
        : `a list with entries in the path \`${path}\``;
    return { expected, received: show(key) };
  }
  return {
    expected: 'the path of a field',
    received: show(path),
    hint: `\`${inside.join('.')}\` has no parts`,
  };
}
