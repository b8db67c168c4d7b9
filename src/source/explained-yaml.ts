/**
 * A plain scenario as YAML in which every field says what it is: sentence, unit, range and default from the
 * declarations. Fields that the scenario leaves to their defaults follow each map as comments, ready to be filled in.
 * What has been explained once is only told by its unit and range when it comes again (the second firm, the third).
 */
import { stringify } from 'yaml';
import type { describeFields } from '../../sim/index.js';

type Row = ReturnType<typeof describeFields>[number];

interface Writer {
  readonly rows: readonly Row[];
  readonly lines: string[];
  /** Paths of the reference whose fields have been explained. */
  readonly told: Set<string>;
}

/** Where a value stands: its path in the reference, and its depth. */
interface At {
  readonly path: string;
  readonly depth: number;
}

const WIDTH = 112;
const INDENT = '  ';

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rows directly below a path of the reference. */
function below({ rows }: Writer, path: string): Row[] {
  const start = path === '' ? '' : `${path}.`;
  return rows.filter(
    (row) =>
      row.path.startsWith(start) &&
      !row.path.slice(start.length).includes('.') &&
      (path !== '' || !row.path.includes(' ')),
  );
}

function keyOf({ path }: Row): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The row of a key below a path: its own, or that of all names. */
function rowOf(writer: Writer, path: string, key: string): Row | undefined {
  const rows = below(writer, path);
  return rows.find((row) => keyOf(row) === key) ?? rows.find((row) => keyOf(row).startsWith('<'));
}

/** `currency a month, 0 to 1e13, default 0`. */
function factsOf({ unit, range, default: fallback }: Row): string {
  const usual = fallback === '' || fallback === 'required' ? fallback : `default ${fallback}`;
  return [unit === 'map' || unit === 'text' ? '' : unit, range, usual]
    .filter((part) => part !== '')
    .join(', ');
}

function wrap(text: string, start: string): string[] {
  const lines = [start];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const isLong = lines[last].length + 1 + word.length > WIDTH && lines[last] !== start;
    if (isLong) lines.push(`${start} ${word}`);
    else lines[last] += ` ${word}`;
  }
  return lines;
}

function explain(writer: Writer, row: Row, depth: number): void {
  const facts = factsOf(row);
  const text = facts === '' ? row.about : `${row.about} (${facts})`;
  writer.lines.push(...wrap(text.replace(/\s+/g, ' '), `${INDENT.repeat(depth)}#`));
}

/** A value as YAML without explanations, indented. */
function plain(writer: Writer, value: unknown, depth: number): void {
  const text = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
  for (const line of text.split('\n')) writer.lines.push(line === '' ? '' : INDENT.repeat(depth) + line);
}

/** Fields that the map leaves to their defaults, as comments, with the fields that they would have themselves. */
function silent(writer: Writer, path: string, given: readonly string[], depth: number): void {
  for (const row of below(writer, path)) {
    const key = keyOf(row);
    if (!given.includes(key) && !key.startsWith('<'))
      unsaid(writer, row, { start: `${INDENT.repeat(depth)}# `, key });
  }
}

/** A comment line such as `# press: 0  # Acquaintance ... (per month, 0 to 1)`; without the first sign it is a field. */
function unsaid(writer: Writer, row: Row, { start, key }: { start: string; key: string }): void {
  const isSpread = row.unit === 'map' || row.unit === 'list';
  const value = row.default === 'required' || isSpread ? '' : ` ${row.default}`;
  const facts = factsOf({ ...row, default: row.default === 'required' ? 'required' : '' });
  const text = `${key}:${value.trimEnd()}  # ${row.about}${facts === '' ? '' : ` (${facts})`}`;
  const [first, ...rest] = wrap(text.replace(/\s*\n\s*/g, ' '), start.trimEnd());
  writer.lines.push(
    first.replace(start.trimEnd(), start.slice(0, -1)),
    ...rest.map((line) => line.replace('#', '#  ')),
  );
  if (!isSpread) return;
  const item = below(writer, `${row.path}.<n>`);
  const parts =
    row.unit === 'list' ? item : below(writer, row.path).filter((part) => !keyOf(part).startsWith('<'));
  for (const [k, part] of parts.entries()) {
    const dash = row.unit === 'list' ? (k === 0 ? '- ' : INDENT) : '';
    unsaid(writer, part, { start: `${start}${INDENT}${dash}`, key: keyOf(part) });
  }
}

function writeMap(writer: Writer, value: Record<string, unknown>, at: At): void {
  const isNew = !writer.told.has(at.path);
  writer.told.add(at.path);
  for (const [key, part] of Object.entries(value)) writeField(writer, key, part, { at, isNew });
  if (isNew) silent(writer, at.path, Object.keys(value), at.depth);
}

function writeField(
  writer: Writer,
  key: string,
  part: unknown,
  { at, isNew }: { at: At; isNew: boolean },
): void {
  const { depth } = at;
  const row = rowOf(writer, at.path, key);
  const path = row?.path ?? `${at.path}.${key}`;
  const isOpen = row !== undefined && keyOf(row).startsWith('<');
  if (row && isNew && !isOpen && depth === 0) writer.lines.push('');
  if (row && isNew && !isOpen) explain(writer, row, depth);
  const head = stringify({ [key]: null }).split(':')[0];
  const indent = INDENT.repeat(depth);
  if (key === 'policy' && depth === 2) writePolicy(writer, part, depth);
  else if (isMap(part) && below(writer, path).length > 0) {
    writer.lines.push(`${indent}${head}:${Object.keys(part).length === 0 ? ' {}' : ''}`);
    writeMap(writer, part, { path, depth: depth + 1 });
  } else if (Array.isArray(part) && part.length > 0 && part.every(isMap)) {
    writer.lines.push(`${indent}${head}:`);
    for (const item of part) writeItem(writer, item, { path: `${path}.<n>`, depth: depth + 1 });
  } else {
    const from = writer.lines.length;
    plain(writer, { [key]: part }, depth);
    if (row && !isNew && writer.lines.length === from + 1) writer.lines[from] += unitNote(row);
  }
}

/** Behind a value whose field was explained before. */
function unitNote(row: Row): string {
  const facts = factsOf({ ...row, default: '' });
  return facts === '' ? '' : ` # ${facts}`;
}

/** A map in a list: its first line begins with a dash, comments before it included. */
function writeItem(writer: Writer, item: Record<string, unknown>, at: At): void {
  const own: Writer = { ...writer, lines: [] };
  writeMap(own, item, at);
  const first = own.lines.findIndex((line) => !/^\s*#/.test(line));
  const dash = `${INDENT.repeat(at.depth - 1)}${INDENT}- `;
  writer.lines.push(...own.lines.slice(0, Math.max(0, first)));
  if (first < 0) writer.lines.push(`${dash}{}`);
  else writer.lines.push(dash + own.lines[first].trimStart());
  for (const line of own.lines.slice(first + 1)) writer.lines.push(line === '' ? '' : INDENT + line);
}

/** A burn strategy: what it does, its parameters as given, the others as comments. */
function writePolicy(writer: Writer, policy: unknown, depth: number): void {
  const indent = INDENT.repeat(depth);
  const name = isMap(policy) ? policy.name : policy;
  const path = `policy ${String(name)}`;
  const row = writer.rows.find((candidate) => candidate.path === path);
  const isNew = row !== undefined && !writer.told.has(path);
  if (row && isNew) writer.lines.push(...wrap(`${row.path.slice(7)}: ${row.about}`, `${indent}#`));
  if (isMap(policy)) {
    writer.lines.push(`${indent}policy:`);
    writeMap(writer, policy, { path, depth: depth + 1 });
    return;
  }
  plain(writer, { policy }, depth);
  if (!isNew) return;
  writer.told.add(path);
  const more = below(writer, path);
  if (more.length > 0) {
    writer.lines.push(`${indent}# policy:  # to change its parameters write a map:`);
    writer.lines.push(`${indent}#   name: ${String(name)}`);
    for (const part of more) unsaid(writer, part, { start: `${indent}# ${INDENT}`, key: keyOf(part) });
  }
}

/**
 * The text of a scenario file with its explanations.
 * @param raw a plain scenario, as a reader gives it
 * @param rows the reference of all fields, as `describeFields` gives it
 * @param head lines of comment at the top, each beginning with #
 */
export function explainedYaml(raw: unknown, rows: readonly Row[], head: readonly string[]): string {
  const writer: Writer = { rows, lines: [...head], told: new Set() };
  writeMap(writer, raw as Record<string, unknown>, { path: '', depth: 0 });
  return `${writer.lines.join('\n')}\n`;
}
