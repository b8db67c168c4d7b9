/** Sets one field of a plain scenario by its path, for `--set`: the path must name a field that can be there. */
import type { z } from 'zod';
import { type Declared, declaredBy, partOf } from './declared.js';
import { scenarioFields } from './fields.js';
import { didYouMean } from './nearest.js';
import { parseQuantity, show } from './parse-quantity.js';
import { splitPath } from './paths.js';
import { emptyMap, isMap } from './plain.js';
import type { QuantitySpec } from './quantity.js';
import type { Path } from './scenario.js';

type Parent = Record<string | number, unknown>;

/** Why a path cannot be set. */
export interface NotAssigned {
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

const ANY_NUMBER: QuantitySpec = { unit: 'any', min: -Infinity, max: Infinity, about: 'Any number.' };

/** In a sourced scenario a number that is set without a tag is an assumption of whoever sets it, and says so. */
function sourcedValue(root: unknown, value: unknown, spec = ANY_NUMBER): unknown {
  if ((root as { sourced?: unknown }).sourced !== true || value === undefined) return value;
  const read = parseQuantity(value, spec);
  return 'law' in read && read.tag === undefined ? `${value} [A] set by hand` : value;
}

/** A scenario that is cut short by hand loses what would come later: dated changes, checks and targets of the whole. */
function cutShort(root: Parent, months: unknown): void {
  if (typeof months !== 'number' || !(months < Number(root.months))) return;
  const reached = (list: unknown) =>
    Array.isArray(list) ? list.filter((entry) => !isMap(entry) || !(Number(entry.month) > months)) : list;
  if (root.interventions !== undefined) root.interventions = reached(root.interventions);
  const arms = isMap(root.arms) ? root.arms : {};
  for (const [id, arm] of Object.entries(arms)) {
    if (Array.isArray(arm)) arms[id] = reached(arm);
    else if (isMap(arm) && arm.overrides !== undefined) arm.overrides = reached(arm.overrides);
  }
  if (Array.isArray(root.checks)) root.checks = [];
  delete root.calibration;
}

/**
 * Writes `value` at a dotted path of the plain scenario, in place. The value itself is checked later by
 * parseScenario; in a sourced scenario a bare number is tagged as set by hand. Maps that are silent but declared (`world.research`) are made; firms and other names are not.
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
      return assignParameter(parent, parts.slice(0, i + 1), { isLast, value: sourcedValue(root, value) });
    }
    const key = field.kind === 'list' ? parts[i] : String(parts[i]);
    const fault = missingPart(field, key, { path, parent, inside: parts.slice(0, i), isLast });
    if (fault) return fault;
    schema = partOf(field, key) as z.ZodType;
    if (isLast) {
      const last = declaredBy(schema);
      if (path === 'months') cutShort(root as Parent, value);
      parent[key] = last.kind === 'quantity' ? sourcedValue(root, value, last.spec) : value;
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
