/**
 * The scenario of a study, and that of plan B: read from the folder of the study, with its changes. What is wrong with a
 * file or a change that the study names is told at the place that names it; what is wrong inside a scenario, at its own.
 */
import { isAbsolute, join } from 'node:path';
import type { Path } from '../../sim/index.js';
import { middleOf } from '../experiment/inputs.js';
import type { StudyFields } from '../experiment/study/fields.js';
import { AFTER_FILE, formatProblem, type PlacedProblem } from '../source/place.js';
import { type LoadedScenario, loadFile, ScenarioError } from './scenario-file.js';
import type { WrittenStudy } from './study-file.js';

/** A file as the study names it, from the folder of the study. */
export function fromFolder(folder: string, file: string): string {
  return isAbsolute(file) || file.startsWith('file:') ? file : join(folder, file);
}

/** Both plans as far as they could be read, and all that is wrong with them. */
export interface LoadedPlans {
  readonly a?: LoadedScenario;
  readonly b?: LoadedScenario;
  /** Problems at places of the study, and inside its scenarios. */
  readonly named: readonly PlacedProblem[];
  readonly inside: readonly PlacedProblem[];
}

/** A text that a problem may name as its place, and the field of the study where it stands. */
type Named = readonly (readonly [text: string, path: Path])[];

function at(field: string, texts: readonly string[]): Named {
  return texts.map((text, i) => [text, [field, i]] as const);
}

function setsOf(fields: StudyFields): Named {
  return (['agents', 'months'] as const).flatMap((name) => {
    const value = middleOf(fields[name]);
    return value > 0 ? [[`${name}=${value}`, [name]] as const] : [];
  });
}

function pathIn(change: string): string {
  return change.split('=')[0].trim();
}

/** Changes of A that B does not make in its own way, then those of B. */
function changesOfB(ofA: Named, ofB: Named): Named {
  const own = new Set(ofB.map(([text]) => pathIn(text)));
  return [...ofA.filter(([text]) => !own.has(pathIn(text))), ...ofB];
}

/** A problem, and if it stands in the study itself. */
interface Fault {
  readonly problem: PlacedProblem;
  readonly isNamed: boolean;
}

/** A problem of a file that cannot be read, or of a change, told where the study names it. */
function faultOf(problem: PlacedProblem, named: Named, { locate }: WrittenStudy): Fault {
  const { where, received } = problem;
  const found = named.find(([text]) => where === text || where === `--set ${text}`);
  if (!found) return { problem, isNamed: false };
  const [text, path] = found;
  const place = locate(path);
  const isOption = place.line === AFTER_FILE;
  const isFile = where === text;
  if (isOption && isFile) return { problem, isNamed: false };
  // the path of the value stands in the option already
  const own = { path: isOption ? [] : path, received: isFile ? `${received} (${text})` : received };
  return { problem: { ...problem, ...place, ...own }, isNamed: true };
}

interface Plan {
  readonly field: 'scenario' | 'against';
  readonly sets: Named;
}

async function load(
  fields: StudyFields,
  written: WrittenStudy,
  { field, sets }: Plan,
): Promise<LoadedScenario | Fault[]> {
  const { folder } = written;
  const place = fromFolder(folder, fields[field] ?? fields.scenario);
  const overlays = fields.overlay.map((file) => fromFolder(folder, file));
  try {
    return await loadFile(
      place,
      sets.map(([text]) => text),
      { overlays, ...(written.policyLevel ? { policyLevel: written.policyLevel } : {}) },
    );
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const named: Named = [[place, [field]], ...sets, ...at('overlay', overlays)];
    return error.problems.map((problem) => faultOf(problem, named, written));
  }
}

/** Reads the scenario, and plan B if the study has one of its own. */
export async function loadPlans(fields: StudyFields, written: WrittenStudy): Promise<LoadedPlans> {
  const sets = [...setsOf(fields), ...at('set', fields.set)];
  const a = await load(fields, written, { field: 'scenario', sets });
  const isOther = fields.against !== undefined || fields.setB.length > 0;
  const field = fields.against === undefined ? 'scenario' : 'against';
  const b = isOther
    ? await load(fields, written, { field, sets: changesOfB(sets, at('setB', fields.setB)) })
    : undefined;
  const broken = [a, b].flatMap((end) => (Array.isArray(end) ? end : []));
  // what both plans have is wrong once
  const once = [...new Map(broken.map((fault) => [formatProblem(fault.problem), fault])).values()];
  return {
    ...(Array.isArray(a) ? {} : { a }),
    ...(b === undefined || Array.isArray(b) ? {} : { b }),
    named: once.filter(({ isNamed }) => isNamed).map(({ problem }) => problem),
    inside: once.filter(({ isNamed }) => !isNamed).map(({ problem }) => problem),
  };
}
