/**
 * From a scenario file (or text) to a Scenario that can run in any thread: the text is read and parsed, and the
 * firm cards and policy modules it names are read here once, so that a bad module is a problem of the input and no crash.
 */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  didYouMean,
  type Path,
  type PolicyDefinition,
  parseScenario,
  type Scenario,
} from '../../sim/index.js';
import type { JobSetup } from '../experiment/job.js';
import { type PolicyLevel, USUAL_LEVEL } from '../experiment/policy-level.js';
import { loadPolicies as loadModules } from '../policies/load.js';
import { syntaxFault } from '../policies/syntax-fault.js';
import { cardsNamed } from '../source/firm-cards.js';
import type { OverlayText } from '../source/overlay.js';
import { parseSource, readWhole } from '../source/parse-source.js';
import { formatProblem, inOrder, type PlacedProblem } from '../source/place.js';
import { BadPolicy } from '../source/policy-module.js';
import { readSource, type Source } from '../source/read-source.js';
import { readShelf } from './card-file.js';
import { readBytes, unreadable } from './read-bytes.js';
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

/** Policy modules: path as written -> file URL; and how far they are trusted. */
export type UserPolicies = Required<Pick<JobSetup, 'modules' | 'policyLevel'>>;

/** Of scenarios that were loaded, by their plain value. */
const policiesByRaw = new WeakMap<object, UserPolicies>();

/** The policy modules that a loaded scenario names, none if it names none, and their level. */
export function userPoliciesOf(scenario: Scenario): UserPolicies {
  return policiesByRaw.get(scenario.raw as object) ?? { modules: {}, policyLevel: USUAL_LEVEL };
}

function fileProblem(
  file: string,
  { hint, ...fault }: { expected: string; received: string; hint: string | undefined },
): ScenarioError {
  const problem = { path: [], ...fault, line: 1, column: 1, where: file };
  return new ScenarioError([hint ? { ...problem, hint } : problem]);
}

/** What files are that lie beside scenarios and are none, by the end of their names. */
const OTHERS = new Map([
  ['csv', 'a table of results (.csv)'],
  ['parquet', 'a table of results (.parquet)'],
  ['html', 'a page (.html)'],
  ['mjs', 'a program (.mjs)'],
]);

/** As text such a file would be a riddle. @throws ScenarioError */
function refuseOther(file: string): void {
  const received = OTHERS.get(/\.(\w+)$/.exec(file)?.[1].toLowerCase() ?? '');
  if (received !== undefined)
    throw fileProblem(file, { expected: 'a scenario file (.yaml)', received, hint: undefined });
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

/** Modules that firms name in their policies, with the place that names each. */
function namedModules(value: unknown): { path: Path; written: string }[] {
  const firms = (Object(value).firms ?? {}) as Record<string, { policy?: { module?: unknown } } | null>;
  return Object.entries(Object(firms) as typeof firms).flatMap(([id, firm]) => {
    const written = Object(Object(firm).policy).module;
    return typeof written === 'string' ? [{ path: ['firms', id, 'policy', 'module'], written }] : [];
  });
}

/** The file URL of a module as it is written in a file of `folder`. */
export function moduleUrl(written: string, folder: string): string {
  return written.startsWith('file:') ? written : pathToFileURL(resolve(folder, written)).href;
}

interface Policies {
  readonly modules: Record<string, string>;
  readonly policies: Record<string, PolicyDefinition>;
  readonly problems: PlacedProblem[];
}

const IMPORTABLE = 'a policy module that can be imported';

/** What an import has thrown, which may be anything, with the line of the module if it is no JavaScript. */
export async function importFault(
  error: unknown,
  url: string,
): Promise<{ expected: string; received: string }> {
  if (error instanceof BadPolicy) return { expected: error.expected, received: error.received };
  const fault = await syntaxFault(url);
  if (fault !== undefined) return { expected: IMPORTABLE, received: `one with a fault in ${fault}` };
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const [line] = message.split(/\n| imported from /);
  return { expected: IMPORTABLE, received: name === 'Error' ? line : `${name}: ${line}` };
}

async function loadPolicies(
  source: Source | undefined,
  folder: string,
  policyLevel: PolicyLevel,
): Promise<Policies> {
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
      const load = () => loadModules({ modules: { [written]: url }, policyLevel });
      Object.assign(found.policies, await watchImport(told, load));
      found.modules[written] = url;
    } catch (error) {
      found.problems.push(problem(await importFault(error, url)));
    }
  }
  return found;
}

/**
 * Imports more policy modules for a loaded scenario, so that its threads know them too.
 * @param urls file URLs, under which values may name them
 * @throws Error that says what is wrong with one
 */
export async function addModules(
  scenario: Scenario,
  urls: readonly string[],
): Promise<Record<string, PolicyDefinition>> {
  const modules = Object.fromEntries(urls.map((url) => [url, url]));
  const known = userPoliciesOf(scenario);
  const policies = await loadModules({ ...known, modules });
  policiesByRaw.set(scenario.raw as object, { ...known, modules: { ...known.modules, ...modules } });
  return policies;
}

/** Bytes of an input file; `what` names its kind. @throws ScenarioError that says why it cannot be read */
export async function readInput(path: string, file: string, what: string): Promise<Uint8Array> {
  try {
    return await readBytes(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const fault = unreadable(error, `${what} file`);
    throw fileProblem(file, { ...fault, hint: isMissing ? await nearFile(file) : undefined });
  }
}

/** The overlay that a scenario names, from its own folder, then those of the command line. */
async function readOverlays(
  named: unknown,
  folder: string,
  given: readonly string[],
): Promise<readonly OverlayText[]> {
  const own = typeof named === 'string' ? [relative('.', resolve(folder, named))] : [];
  const read = [...own, ...given].map(async (file) => ({
    file,
    bytes: await readInput(file, file, 'an overlay'),
  }));
  const ends = await Promise.allSettled(read);
  const broken = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  if (broken.every((error) => error instanceof ScenarioError) && broken.length > 0)
    throw new ScenarioError(broken.flatMap(({ problems }) => problems));
  return Promise.all(read);
}

/**
 * Parses a scenario text, reads the overlay that it names, and imports its policies.
 * @param input `file` names it in messages; paths of modules, cards and the named overlay start from `folder`
 * @throws ScenarioError with all problems
 */
export async function loadText(input: {
  readonly bytes: Uint8Array | string;
  readonly file: string;
  readonly folder: string;
  readonly sets: readonly string[];
  /** Files of values that are laid over the scenario, after the one that it names. */
  readonly overlays?: readonly string[];
  /** `USUAL_LEVEL` unless given. */
  readonly policyLevel?: PolicyLevel;
}): Promise<Scenario> {
  const { bytes, file, folder, sets, policyLevel = USUAL_LEVEL } = input;
  const value = readSource(bytes, file).source?.value;
  const named = cardsNamed(value);
  const overlays = await readOverlays(Object(value).overlay, folder, input.overlays ?? []);
  const text = typeof bytes === 'string' ? { text: bytes } : { bytes };
  const whole = { ...text, file, sets, overlays, shelf: await readShelf(named, { file, folder }) };
  // the modules that policies name must be there before the policies can be read
  const { modules, policies, problems } = await loadPolicies(readWhole(whole).source, folder, policyLevel);
  const parsed = parseSource({ ...whole, policies });
  if ('problems' in parsed) {
    const told = new Set(problems.map(({ path }) => path.join('.')));
    const others = parsed.problems.filter(({ path }) => !told.has(path.join('.')));
    throw new ScenarioError(inOrder([...others, ...problems]));
  }
  policiesByRaw.set(parsed.scenario.raw as object, { modules, policyLevel });
  return parsed.scenario;
}

/**
 * A scenario that was legal before, from its plain value.
 * @param setup.modules policy modules as written -> file URL
 * @throws Error with the problems if the plain value was changed by hand; what a module throws
 */
export async function recallScenario(setup: Omit<JobSetup, 'seed'>): Promise<Scenario> {
  const { raw, modules, policyLevel = USUAL_LEVEL } = setup;
  const parsed = parseScenario(raw, { policies: await loadModules({ modules, policyLevel }) });
  if ('problems' in parsed)
    throw new Error(`recallScenario: the scenario has problems: ${JSON.stringify(parsed.problems)}`);
  policiesByRaw.set(parsed.scenario.raw as object, { modules, policyLevel });
  return parsed.scenario;
}

/** What else a scenario is loaded with. */
export interface FileOptions {
  /** Files of values that are laid over the scenario before `sets`. */
  readonly overlays?: readonly string[];
  /** How far policy modules are trusted; `USUAL_LEVEL` unless given. */
  readonly policyLevel?: PolicyLevel;
}

/**
 * Reads a scenario file.
 * @param place path, file URL
 * @param sets `path=value` changes, applied in order
 * @throws ScenarioError with all problems, also if there is no such file
 */
export async function loadFile(
  place: string | URL,
  sets: readonly string[] = [],
  { overlays = [], policyLevel = USUAL_LEVEL }: FileOptions = {},
): Promise<LoadedScenario> {
  const isUrl = place instanceof URL || place.startsWith('file:');
  const path = isUrl ? fileURLToPath(place) : place;
  const file = isUrl ? path : place;
  refuseOther(file);
  const bytes = await readInput(path, file, 'a scenario');
  const folder = dirname(resolve(path));
  const scenario = await loadText({ bytes, file, folder, sets, overlays, policyLevel });
  return {
    scenario,
    stem: basename(path)
      .replace(/\.ya?ml$|\.json$/, '')
      .replace(/[^A-Za-z0-9._-]/g, '_'),
  };
}
