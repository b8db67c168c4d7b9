/** A plain scenario with some fields replaced: what a candidate of a fit, or a point of a study, means. */
import { assign } from './assign.js';

/**
 * A copy of `raw` with a plain value (a number, a name, a map) at each dotted path, under the rules of `assign`. Dated changes of the same fields
 * stay as they are: the value holds until the first of them.
 * @throws Error if a path leads nowhere: paths come from a legal scenario
 */
export function withValues(raw: unknown, values: Readonly<Record<string, unknown>>): unknown {
  const copy = structuredClone(raw);
  for (const [path, value] of Object.entries(values)) {
    const done = assign(copy, path, value);
    if (!('path' in done)) throw new Error(`withValues: ${path}: expected ${done.expected}`);
  }
  return copy;
}
