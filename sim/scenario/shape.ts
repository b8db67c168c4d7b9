/**
 * First half of parsing: does the raw value have the fields that a schema declares (a scenario: `fields.ts`)?
 * Every fault becomes a Problem. Then each faulty value is replaced by a legal stand-in, only so that the rules
 * that look at several fields can still report the faults of the rest in the same pass.
 */
import type { z } from 'zod';
import { type Declared, declaredBy, schemaAt } from './declared.js';
import { didYouMean, nearest } from './nearest.js';
import { show } from './parse-quantity.js';
import { copyPlain, emptyMap, isMap, isWithin, partAt } from './plain.js';
import { POLICY_EXPECTED } from './policy-choice.js';
import type { Path, Problem } from './scenario.js';

type Issue = z.core.$ZodIssue;

/** `fields`: the parsed tree, with stand-ins at the `broken` paths; missing if nothing could be made of the value. */
export interface Shape<F> {
  readonly fields?: F;
  readonly problems: Problem[];
  readonly broken: Path[];
}

const ROUNDS = 8;
const REQUIRED = 'this field is required';
const NAME = 'a name of 1 to 32 letters, digits, _ or - that starts with a letter or digit';

/** Reads the fields that a schema made by `declare.ts` declares; never throws on any plain value. */
export function readShape<S extends z.ZodType>(schema: S, raw: unknown): Shape<z.output<S>> {
  const copied = copyPlain(raw);
  if (copied.value === undefined) return { problems: [...copied.problems, ...nothing(raw)], broken: [] };
  const problems = [...copied.problems];
  const broken: Path[] = problems.map((problem) => problem.path);
  for (let round = 0; round < ROUNDS; round++) {
    const result = schema.safeParse(copied.value);
    if (result.success)
      return { fields: result.data, problems: withoutEchoes(schema, problems, broken), broken };
    const found = oneEach(result.error.issues.flatMap((issue) => problemsOf(schema, issue, copied.value)));
    problems.push(...found.filter((problem) => !broken.some((path) => isWithin(problem.path, path))));
    for (const issue of result.error.issues) broken.push(...mend(schema, copied.value, issue));
    if (!isMap(copied.value)) break;
  }
  return { problems: withoutEchoes(schema, problems, broken), broken };
}

/** A value of which the schema says two things, such as a list that is no text and too short for one, is told once. */
function oneEach(problems: Problem[]): Problem[] {
  const told = new Set<string>();
  return problems.filter(({ path }) => told.size < told.add(JSON.stringify(path)).size);
}

function nothing(raw: unknown): Problem[] {
  return raw === undefined ? [{ path: [], expected: 'a map of fields', received: 'nothing' }] : [];
}

/** A misspelt required key is one fault: drops `missing` problems of keys that an unknown key stands for. */
function withoutEchoes(root: z.ZodType, problems: Problem[], broken: Path[]): Problem[] {
  const meant = problems.flatMap((problem) => (problem.atKey ? [meantPath(root, problem)] : []));
  for (const path of meant) if (path) broken.push(path);
  const isEcho = (problem: Problem) =>
    problem.hint === REQUIRED && meant.some((path) => path && isWithin(problem.path, path));
  return problems.filter((problem) => !isEcho(problem));
}

function meantPath(root: z.ZodType, problem: Problem): Path | undefined {
  const parent = problem.path.slice(0, -1);
  const schema = schemaAt(root, parent);
  const field = schema && declaredBy(schema);
  if (field?.kind !== 'map') return undefined;
  const word = nearest(String(problem.path.at(-1)), Object.keys(field.fields));
  return word === undefined ? undefined : [...parent, word];
}

function problemsOf(fields: z.ZodType, issue: Issue, root: unknown): Problem[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(fields, [...path, key]));
  if (issue.code === 'invalid_key') {
    return [{ path, atKey: true, expected: NAME, received: show(path.at(-1)) }];
  }
  const value = partAt(root, path);
  if (issue.code === 'custom' && issue.params) {
    const { expected, received, hint } = issue.params as {
      expected: string;
      received: string;
      hint?: string;
    };
    return [{ path, expected, received, ...(hint ? { hint } : {}) }];
  }
  const schema = schemaAt(fields, path);
  const field = schema && declaredBy(schema);
  const expected = field ? expectedOfField(field, path.at(-1) === 'policy') : 'another value';
  if (value === undefined) return [{ path, expected, received: 'nothing', hint: REQUIRED }];
  const isWord = field?.kind === 'choice' && typeof value === 'string';
  const hint = isWord ? didYouMean(value, field.words) : undefined;
  return [{ path, expected, received: received(value), ...(hint?.startsWith('did') ? { hint } : {}) }];
}

function received(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 1 ? 'a list of 1 entry' : `a list of ${value.length} entries`;
  if (typeof value === 'string' && value.length > 20_000) return `text of ${value.length} characters`;
  return show(value);
}

function unknownKey(fields: z.ZodType, path: Path): Problem {
  const schema = schemaAt(fields, path.slice(0, -1));
  const field = schema && declaredBy(schema);
  const known = field?.kind === 'map' ? Object.keys(field.fields) : [];
  const key = String(path.at(-1));
  return { path, atKey: true, expected: 'a known field', received: show(key), hint: didYouMean(key, known) };
}

/** What a field takes, in words. */
export function expectedOfField(field: Declared, isPolicy = false): string {
  switch (field.kind) {
    case 'map':
      return `a map of fields (${Object.keys(field.fields).slice(0, 3).join(', ')}${Object.keys(field.fields).length > 3 ? ', ...' : ''})`;
    case 'names':
      return `a map with a name for each ${field.what}`;
    case 'list':
      if (field.length !== undefined) return `a list of exactly ${field.length} entries`;
      return field.most === undefined ? 'a list' : `a list of at most ${field.most} entries`;
    case 'choice':
      return `one of ${field.words.join(', ')}`;
    case 'name':
      return NAME;
    case 'text':
      return 'text of 1 to 20000 characters';
    case 'flag':
      return 'true or false';
    case 'number':
      return 'a number between 0 and 1';
    default:
      return isPolicy ? POLICY_EXPECTED : 'a value';
  }
}

/** Replaces what an issue is about by a stand-in; returns the paths that no longer say what the file says. */
function mend(fields: z.ZodType, root: unknown, issue: Issue): Path[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const parent = partAt(root, path) as Record<string, unknown>;
    for (const key of issue.keys) delete parent[key];
    return [];
  }
  const key = path.at(-1);
  const parent = partAt(root, path.slice(0, -1)) as Record<string | number, unknown>;
  if (key === undefined || parent === undefined) return [path];
  const schema = schemaAt(fields, path);
  if (issue.code === 'invalid_key' || !schema) delete parent[key];
  else parent[key] = standIn(schema);
  return [path];
}

function standIn(schema: z.ZodType): unknown {
  const field = declaredBy(schema);
  switch (field.kind) {
    case 'quantity':
      // the default of a setting may be no value that it takes: 0 for "as usual"
      return field.default === undefined ? field.spec.max : undefined;
    case 'list':
      return Array.from({ length: field.length ?? 0 }, () => standIn(field.item));
    case 'choice':
      return field.words[0];
    case 'flag':
      return false;
    case 'number':
      return 0.5;
    case 'map':
    case 'names':
      return emptyMap();
    default:
      return 'x';
  }
}
