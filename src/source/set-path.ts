/** `--set firms.kimi.cash=12`: changes one field of a source, under the same rules as the file itself. */
import { parseDocument } from 'yaml';
import { assign, isWithin, type Path, show } from '../../sim/index.js';
import { decode } from './decode.js';
import { tooMuch } from './depth.js';
import { AFTER_FILE, type Place, type PlacedProblem } from './place.js';
import { plainValue } from './plain-value.js';
import type { Source } from './read-source.js';

/** The path of `path=value`. */
export function pathOf(assignment: string): string {
  return assignment.slice(0, assignment.indexOf('=')).trim();
}

/** A problem placed at the n-th `--set`. */
export function atSet(
  assignment: string,
  order: number,
  fault: { expected: string; received: string; hint?: string },
): PlacedProblem {
  return { path: [], ...fault, line: AFTER_FILE, column: order, where: `--set ${assignment}` };
}

/** Reads `path=value` and writes it into the source's value (in place); problems are placed at the `--set`. */
export function setPath(
  source: Source,
  assignment: string,
  order = 0,
): { source: Source } | { problems: PlacedProblem[] } {
  const split = assignment.indexOf('=');
  const path = pathOf(assignment);
  const where: Place = { line: AFTER_FILE, column: order, where: `--set ${assignment}` };
  const refuse = (expected: string, received: string, hint?: string) => ({
    problems: [atSet(assignment, order, { expected, received, ...(hint ? { hint } : {}) })],
  });
  if (split <= 0 || path === '') return refuse('path=value', JSON.stringify(assignment));
  const read = readValue(assignment.slice(split + 1).trim());
  if ('received' in read) return refuse(read.expected, read.received);
  const set = assign(source.value, path, read.value);
  if (!('path' in set)) return refuse(set.expected, set.received, set.hint);
  const locate = (at: Path, atKey?: boolean) => (isWithin(at, set.path) ? where : source.locate(at, atKey));
  return { source: { ...source, locate } };
}

const MAP_OR_LIST =
  'a map or list that YAML can read; texts with commas, brackets or tags stand in quotes inside it';

type ReadValue = { value: unknown } | { expected: string; received: string };

/** Reads a value as YAML would; text with a tag such as `5 to 10 [A] why` stays text. */
function readValue(text: string): ReadValue {
  const decoded = decode(text);
  if ('received' in decoded) return { expected: decoded.expected, received: decoded.received };
  const much = tooMuch(text);
  if (much) return { expected: much.expected, received: much.received };
  if (text === '') return { expected: 'a value after =', received: 'nothing' };
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const isFaulty = document.errors.length > 0 || document.warnings.length > 0;
  if (isFaulty && /^[{[]/.test(text)) return { expected: MAP_OR_LIST, received: show(text) };
  if (isFaulty) return { value: text };
  const { value, faults } = plainValue(document);
  return faults.length > 0 ? { expected: faults[0].expected, received: faults[0].received } : { value };
}
