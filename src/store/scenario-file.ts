/**
 * From a scenario file (or text) to a Scenario that can run in any thread: the text is read and parsed, and the
 * policy modules it names are imported here once, so that a bad module is a problem of the input and no crash.
 */
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { didYouMean, type Path, type PolicyDefinition, type Scenario } from '../../sim/index.js';
import { LARGEST_FILE } from '../source/decode.js';
import { importPolicies } from '../source/import-policies.js';
import { parseSource } from '../source/parse-source.js';
import { formatProblem, inOrder, type PlacedProblem } from '../source/place.js';
import { BadPolicy } from '../source/policy-module.js';
import { readSource, type Source } from '../source/read-source.js';
import { setPath } from '../source/set-path.js';
import { watchImport } from './watch-import.js';

/** A scenario was not legal; `problems` has them all, `message` a line each. */
export class ScenarioError extends Error {
  readonly problems: readonly PlacedProblem[];
  constructor(problems: readonly PlacedProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}

/** A legal scenario and where it came from. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** Name of the file without folder and ending; `scenario` for a text. */
  readonly stem: string;
}

/** Policy modules of scenarios that were loaded: plain scenario -> (path as written -> file URL). */
const modulesByRaw = new WeakMap<object, Readonly<Record<string, string>>>();

/** File URLs of the policy modules a loaded scenario names; empty if it names none. */
export function modulesOf(scenario: Scenario): Readonly<Record<string, string>> {
  return modulesByRaw.get(scenario.raw as object) ?? {};
}

function fileProblem(
  file: string,
  { hint, ...fault }: { expected: string; received: string; hint: string | undefined },
): ScenarioError {
  const problem = { path: [], ...fault, line: 1, column: 1, where: file };
  return new ScenarioError([hint ? { ...problem, hint } : problem]);
}

/** The scenario of nearly this name in the same folder, as a hint. */
async function nearFile(file: string): Promise<string | undefined> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return `there is no folder ${folder}`;
  const near = didYouMean(
    basename(file),
    names.filter((name) => /\.(ya?ml|json)$/.test(name)),
  )?.match(/^did you mean `(.*)`\?$/);
  return near ? `did you mean ${join(folder, near[1])}?` : undefined;
}

const UNREADABLE: Record<string, string> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'a folder',
  EDEVICE: 'something that is no plain file',
  EACCES: 'a file that may not be read',
  EPERM: 'a file that may not be read',
  ENAMETOOLONG: 'a name that is too long',
};

/** Bytes of a regular file, at most one more than a scenario may have; a pipe could keep us waiting for ever. */
async function readBytes(path: string): Promise<Uint8Array> {
  const kind = await stat(path);
  if (!kind.isFile()) throw Object.assign(new Error(), { code: kind.isDirectory() ? 'EISDIR' : 'EDEVICE' });
  if (kind.size > LARGEST_FILE) throw Object.assign(new Error(), { code: 'EFBIG', size: kind.size });
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(LARGEST_FILE + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got) {
      got = (await file.read(bytes, length, bytes.length - length)).bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** Modules that firms name in their policies, with the place that names each. */
function namedModules(value: unknown): { path: Path; written: string }[] {
  const firms = (Object(value).firms ?? {}) as Record<string, { policy?: { module?: unknown } } | null>;
  return Object.entries(Object(firms) as typeof firms).flatMap(([id, firm]) => {
    const written = Object(Object(firm).policy).module;
    return typeof written === 'string' ? [{ path: ['firms', id, 'policy', 'module'], written }] : [];
  });
}

function moduleUrl(written: string, folder: string): string {
  return written.startsWith('file:') ? written : pathToFileURL(resolve(folder, written)).href;
}

/** The plain value with the `--set` changes, to find modules before the policies must be known. */
function peek(input: {
  bytes: Uint8Array | string;
  file: string;
  sets: readonly string[];
}): Source | undefined {
  let { source } = readSource(input.bytes, input.file);
  for (const [order, set] of input.sets.entries()) {
    const changed = source && setPath(source, set, order + 1);
    if (changed && 'source' in changed) source = changed.source;
  }
  return source;
}

interface Policies {
  readonly modules: Record<string, string>;
  readonly policies: Record<string, PolicyDefinition>;
  readonly problems: PlacedProblem[];
}

const IMPORTABLE = 'a policy module that can be imported';

/** What an import has thrown, which may be anything. */
function importFault(error: unknown): { expected: string; received: string } {
  if (error instanceof BadPolicy) return { expected: error.expected, received: error.received };
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const [line] = message.split(/\n| imported from /);
  return { expected: IMPORTABLE, received: name === 'Error' ? line : `${name}: ${line}` };
}

async function loadPolicies(source: Source | undefined, folder: string): Promise<Policies> {
  const found: Policies = { modules: {}, policies: {}, problems: [] };
  for (const { path, written } of namedModules(source?.value)) {
    if (Object.hasOwn(found.modules, written)) continue;
    const url = moduleUrl(written, folder);
    const problem = (fault: { expected: string; received: string }) => ({
      path,
      ...fault,
      ...(source as Source).locate(path),
    });
    const told = (did: string) =>
      formatProblem(problem({ expected: IMPORTABLE, received: `${did} (${written})` }));
    try {
      const load = () => importPolicies({ [written]: url });
      Object.assign(found.policies, await watchImport(told, load));
      found.modules[written] = url;
    } catch (error) {
      found.problems.push(problem(importFault(error)));
    }
  }
  return found;
}

/**
 * Parses a scenario text and imports its policies.
 * @param input `file` names it in messages; paths of modules start from `folder`
 * @throws ScenarioError with all problems
 */
export async function loadText(input: {
  readonly bytes: Uint8Array | string;
  readonly file: string;
  readonly folder: string;
  readonly sets: readonly string[];
}): Promise<Scenario> {
  const { bytes, file, sets } = input;
  const { modules, policies, problems } = await loadPolicies(peek(input), input.folder);
  const text = typeof bytes === 'string' ? { text: bytes } : { bytes };
  const parsed = parseSource({ ...text, file, sets, policies });
  if ('problems' in parsed) {
    const told = new Set(problems.map(({ path }) => path.join('.')));
    const others = parsed.problems.filter(({ path }) => !told.has(path.join('.')));
    throw new ScenarioError(inOrder([...others, ...problems]));
  }
  modulesByRaw.set(parsed.scenario.raw as object, modules);
  return parsed.scenario;
}

/**
 * Reads a scenario file.
 * @param place path, or file URL
 * @param sets `path=value` changes, applied in order
 * @throws ScenarioError with all problems, also if there is no such file
 */
export async function loadFile(place: string | URL, sets: readonly string[] = []): Promise<LoadedScenario> {
  const isUrl = place instanceof URL || place.startsWith('file:');
  const path = isUrl ? fileURLToPath(place) : place;
  const file = isUrl ? path : place;
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch (error) {
    const { code = 'EIO', size } = error as NodeJS.ErrnoException & { size?: number };
    const expected = code === 'EFBIG' ? `a file of at most ${LARGEST_FILE} bytes` : 'a scenario file';
    const received =
      size === undefined ? (UNREADABLE[code] ?? `a file that cannot be read (${code})`) : `${size} bytes`;
    throw fileProblem(file, {
      expected,
      received,
      hint: code === 'ENOENT' ? await nearFile(file) : undefined,
    });
  }
  const scenario = await loadText({ bytes, file, folder: dirname(resolve(path)), sets });
  return {
    scenario,
    stem: basename(path)
      .replace(/\.ya?ml$|\.json$/, '')
      .replace(/[^A-Za-z0-9._-]/g, '_'),
  };
}
