/** A plain scenario with some fields replaced: what a candidate of a fit, or a point of a study, means. */
import { assign } from './assign.js';
import { dropChanges } from './set-by-hand.js';

/** Parts that have parts of their own. */
const WHOLE = /\.(policy|tiers|channels)$/;

/**
 * A copy of `raw` with a plain value (a number, a name, a map) at each dotted path, under the rules of `assign`. Dated
 * changes of a number stay as they are: the value holds until the first of them; those of a policy or of tiers that are
 * replaced as a whole go with them. What is tried needs no source, and the scenario's checks do not speak of it.
 * @throws Error if a path leads nowhere: paths come from a legal scenario
 */
export function withValues(raw: unknown, values: Readonly<Record<string, unknown>>): unknown {
  const copy = structuredClone(raw) as Record<string, unknown>;
  for (const [path, value] of Object.entries(values)) {
    const done = assign(copy, path, structuredClone(value));
    if (!('path' in done)) throw new Error(`withValues: ${path}: expected ${done.expected}`);
  }
  dropChanges(
    copy,
    Object.keys(values).filter((path) => WHOLE.test(path)),
  );
  return { ...copy, sourced: false, checks: [] };
}
