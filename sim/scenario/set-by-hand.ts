/**
 * What a change by hand (`--set`, an overlay, a field of the studio) does to the rest of a plain scenario, in place: a
 * bare number is an assumption of whoever sets it and says so, and dated changes that a new value makes meaningless go.
 */
import type { z } from 'zod';
import { declaredBy, partOf } from './declared.js';
import { parseQuantity } from './parse-quantity.js';
import { isMap } from './plain.js';
import type { QuantitySpec } from './quantity.js';

type Parent = Record<string | number, unknown>;

const ANY_NUMBER: QuantitySpec = { unit: 'any', min: -Infinity, max: Infinity, about: 'Any number.' };

function isSourced(root: unknown): boolean {
  return (root as { sourced?: unknown }).sourced === true;
}

/** A number without a tag as an assumption; anything else as it is. */
function assumed(value: unknown, spec = ANY_NUMBER): unknown {
  if (value === undefined) return value;
  const read = parseQuantity(value, spec);
  return 'law' in read && read.tag === undefined ? `${value} [A] set by hand` : value;
}

/** Every number within a value of this declaration, assumed. */
function withTags(schema: z.ZodType, value: unknown): unknown {
  const field = declaredBy(schema);
  if (field.kind === 'quantity') return assumed(value, field.spec);
  if (field.kind === 'any' && isMap(value)) return mapped(value, (part) => assumed(part));
  if (field.kind === 'any') return assumed(value);
  if (Array.isArray(value)) {
    return field.kind === 'list' ? value.map((part) => withTags(field.item, part)) : value;
  }
  if (!isMap(value)) return value;
  return mapped(value, (part, key) => {
    const own = partOf(field, key);
    return own ? withTags(own, part) : part;
  });
}

function mapped(value: Record<string, unknown>, make: (part: unknown, key: string) => unknown) {
  const made = Object.create(null) as Record<string, unknown>;
  for (const [key, part] of Object.entries(value)) made[key] = make(part, key);
  return made;
}

/**
 * A value that is set in the scenario `root`: in a sourced one every bare number in it is tagged as set by hand.
 * @param schema the declaration of the field; none for a parameter of a policy
 */
export function setByHand(root: unknown, value: unknown, schema?: z.ZodType): unknown {
  if (!isSourced(root)) return value;
  return schema ? withTags(schema, value) : assumed(value);
}

/** Applies `kept` to the interventions and the overrides of every arm. */
function changeLists(root: Parent, kept: (list: unknown) => unknown): void {
  if (root.interventions !== undefined) root.interventions = kept(root.interventions);
  const arms = isMap(root.arms) ? root.arms : {};
  for (const [id, arm] of Object.entries(arms)) {
    if (Array.isArray(arm)) arms[id] = kept(arm);
    else if (isMap(arm) && arm.overrides !== undefined) arm.overrides = kept(arm.overrides);
  }
}

/** A scenario that is cut short loses what would come later: dated changes, checks and targets of the whole. */
export function cutShort(root: Parent, months: unknown): void {
  if (typeof months !== 'number' || !(months < Number(root.months))) return;
  changeLists(root, (list) =>
    Array.isArray(list) ? list.filter((entry) => !isMap(entry) || !(Number(entry.month) > months)) : list,
  );
  if (Array.isArray(root.checks)) root.checks = [];
  delete root.calibration;
}

/** Dated changes of what lies below one of the paths go with what is replaced there as a whole. */
export function dropChanges(root: Parent, paths: readonly string[]): void {
  const isBelow = (change: unknown) => {
    const path = isMap(change) && typeof change.path === 'string' ? change.path : '';
    return paths.some((replaced) => path.startsWith(`${replaced}.`));
  };
  changeLists(root, (list) => (Array.isArray(list) ? list.filter((change) => !isBelow(change)) : list));
}

function policyName(policy: unknown): unknown {
  return isMap(policy) ? (policy.name ?? policy.module) : policy;
}

/** Another policy has other parameters: dated changes of the old one's go with it. */
export function dropOldPolicy(root: Parent, path: string, change: { before: unknown; now: unknown }): void {
  if (!/^firms\.[^.]+\.policy$/.test(path)) return;
  if (policyName(change.before) !== policyName(change.now)) dropChanges(root, [path]);
}
