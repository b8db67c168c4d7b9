/**
 * From a study, a file or the options of a short command, to a Study that can run: its fields, its scenario (or two),
 * its outcomes and factors. Every problem is told at once, with the place of the file or the option.
 */
import { basename, dirname, resolve } from 'node:path';
import {
  didYouMean,
  type Path,
  type Problem,
  parseScenario,
  readShape,
  type Scenario,
  withValues,
} from '../../sim/index.js';
import { familiesOf } from '../experiment/families.js';
import { middleOf } from '../experiment/inputs.js';
import type { PolicyLevel } from '../experiment/policy-level.js';
import { type Factor, readFactors, uncertainFactors } from '../experiment/study/factor.js';
import { type StudyFields, studyFields } from '../experiment/study/fields.js';
import { seatsOf } from '../experiment/study/league.js';
import { type Metric, namedMetrics, usualMetrics } from '../experiment/study/metric.js';
import { OF_ALL, STUDY_NOTES, type StudyName } from '../experiment/study/names.js';
import { playersOf } from '../experiment/study/objective.js';
import type { Study } from '../experiment/study/study.js';
import { studyFaults } from '../experiment/study/study-faults.js';
import { isProbability } from '../experiment/study/until.js';
import { otherKind } from '../source/file-kind.js';
import { AFTER_FILE, inOrder, type Place, type PlacedProblem } from '../source/place.js';
import { readSource } from '../source/read-source.js';
import { readInput, ScenarioError } from './scenario-file.js';
import { openPolicies, policiesIn } from './study-policies.js';
import { fromFolder, type LoadedPlans, loadPlans } from './study-scenarios.js';

/** A study as written: its plain fields, where each stands, and the folder that its files are found from. */
export interface WrittenStudy {
  readonly value: unknown;
  readonly folder: string;
  locate(path: Path, atKey?: boolean): Place;
  /** How far policy modules are trusted; `USUAL_LEVEL` unless given. */
  readonly policyLevel?: PolicyLevel;
}

/** Reads the text of a study file. @throws ScenarioError */
export async function readStudyFile(file: string): Promise<WrittenStudy> {
  const bytes = await readInput(file, file, 'a study');
  const { source, problems } = readSource(bytes, file);
  const other = source && otherKind(source, 'study');
  if (other) throw new ScenarioError([other]);
  if (!source || problems.length > 0) throw new ScenarioError(problems);
  return { value: source.value, folder: dirname(file), locate: (path, atKey) => source.locate(path, atKey) };
}

/** Fields that a kind takes, but for its name. */
function takenBy(study: string): string[] {
  return [...OF_ALL, ...STUDY_NOTES[study as StudyName].takes].slice(1);
}

/** Fields that a kind does not take would be left out in silence. */
function needless({ study }: StudyFields, written: unknown): Problem[] {
  const known = takenBy(study);
  return Object.keys(Object(written)).flatMap((key): Problem[] => {
    if (key === 'study' || known.includes(key) || !Object.hasOwn(studyFields.shape, key)) return [];
    const expected = `a field of the study ${study} (${known.join(', ')})`;
    return [{ path: [key], atKey: true, expected, received: JSON.stringify(key) }];
  });
}

/** Fields that no kind has, and no near one: those there are. */
function withKnown(problems: readonly Problem[], { study }: StudyFields): Problem[] {
  return problems.map((problem) => {
    const isFar = problem.atKey && problem.path.length === 1 && !problem.hint?.startsWith('did you mean');
    return isFar ? { ...problem, hint: `known: ${takenBy(study).join(', ')}` } : problem;
  });
}

function namesOf(list: readonly string[], field: string, known: readonly string[], what: string): Problem[] {
  return list.flatMap((name, i): Problem[] => {
    if (known.includes(name)) return [];
    const hint = didYouMean(name, known);
    return [
      {
        path: [field, i],
        expected: `the name of ${what}`,
        received: JSON.stringify(name),
        ...(hint ? { hint } : {}),
      },
    ];
  });
}

/** What a factor makes of the scenario at its ends must be legal; problems that need two factors show in the worlds. */
function illegalValues(factors: readonly Factor[], scenario: Scenario): Problem[] {
  const policies = policiesIn(scenario);
  return factors.flatMap((factor) => {
    const tries = factor.levels ?? [factor.at(0), factor.at(1 - Number.EPSILON)];
    for (const value of tries) {
      const path: Path = ['factors', factor.name];
      try {
        const raw = withValues(scenario.raw, Object.fromEntries(factor.paths.map((each) => [each, value])));
        const parsed = parseScenario(raw, { policies });
        if (!('problems' in parsed)) continue;
        const [{ expected, received, hint }] = parsed.problems;
        return [{ path, expected, received, ...(hint ? { hint } : {}) }];
      } catch (error) {
        return [
          {
            path,
            expected: (error as Error).message.replace(/^withValues: .*: expected /, ''),
            received: JSON.stringify(factor.name),
          },
        ];
      }
    }
    return [];
  });
}

/** Kinds in which firms choose their parameters. */
const CHOOSING = new Set<StudyName>(['best-response', 'equilibrium']);

function maximised({ maximise }: StudyFields): { maximise?: string } {
  return maximise === undefined ? {} : { maximise };
}

/** What the study names of its scenario, or all that is wrong with it. */
function namesIn(fields: StudyFields, scenario: Scenario) {
  const kind = fields.study as StudyName;
  const takes = STUDY_NOTES[kind].takes;
  const firms = familiesOf(scenario).map(({ id }) => id);
  const problems = [
    ...namesOf(fields.arms, 'arms', Object.keys(scenario.arms), 'an arm of the scenario'),
    ...namesOf(fields.firms, 'firms', firms, 'a firm of the scenario'),
  ];
  const texts = Object.entries(fields.outcomes).flatMap(([name, formula]): [string, string][] => {
    if (typeof formula === 'string') return [[name, formula]];
    problems.push({
      path: ['outcomes', name],
      expected: 'a formula such as `share(cashOut(kimi))`',
      received: JSON.stringify(formula),
    });
    return [];
  });
  const own = namedMetrics(Object.fromEntries(texts), scenario);
  const named = fields.firms.length > 0 ? fields.firms : undefined;
  const metrics = texts.length > 0 ? own.metrics : usualMetrics(scenario, named);
  const varied = takes.includes('factors')
    ? readFactors(fields.factors, scenario)
    : { factors: [], problems: [] };
  const isSilent = Object.keys(fields.factors).length === 0 && takes.includes('design');
  const factors =
    isSilent || (kind === 'discover' && varied.factors.length === 0)
      ? uncertainFactors(scenario)
      : varied.factors;
  const chosen =
    CHOOSING.has(kind) && factors.length > 0
      ? playersOf(scenario, { firms: fields.firms, factors, ...maximised(fields) })
      : { players: [], problems: [] };
  problems.push(
    ...own.problems,
    ...(varied.problems.length === 0 ? chosen.problems : []),
    ...varied.problems,
    ...illegalValues(varied.factors, scenario),
  );
  return { metrics, factors, players: chosen.players, problems };
}

/** A change would be overwritten by the firm that chooses the same field. */
function overwritten({ setB }: StudyFields, factors: readonly Factor[]): Problem[] {
  const chosen = factors.flatMap(({ paths }) => paths);
  return setB.flatMap((text, k): Problem[] => {
    const path = text.split('=')[0].trim();
    if (!chosen.some((own) => own === path || own.startsWith(`${path}.`))) return [];
    return [{ path: ['setB', k], expected: 'a field that no firm chooses', received: JSON.stringify(path) }];
  });
}

/** Worlds of every point at most, if worlds are added until the answer is known and the study names no number. */
const MOST_UNTIL = 1_000_000;

/** Only probabilities have intervals that hold at all looks. */
function untilWhat(fields: StudyFields, metrics: readonly Metric[]): Problem[] {
  if (middleOf(fields.until) === 0 || metrics.some(isProbability)) return [];
  const expected = 'an outcome that is a probability, such as `share(cashOut(kimi))`';
  return [{ path: ['outcomes'], expected, received: 'none' }];
}

function counted(things: readonly unknown[]): string {
  return things.length === 0 ? 'nothing' : String(things.length);
}

/** Arms and other plans that a comparison could be with. */
function planHint({ arms }: Scenario): string {
  const names = Object.keys(arms);
  const some = names.slice(0, 8).map((name) => `\`${name}\``);
  return names.length === 0 ? 'the scenario has no arms' : `arms: ${some.join(', ')}`;
}

function missing(
  fields: StudyFields,
  { factors, players }: Pick<Study, 'factors' | 'players'>,
  scenario: Scenario,
): Problem[] {
  const { study, against, setB, arms, firms, policies } = fields;
  const kind = study as StudyName;
  const needs = (field: string, expected: string, given: readonly unknown[] = []): Problem[] => [
    { path: [field], expected, received: counted(given) },
  ];
  if (kind === 'compare' && against === undefined && setB.length + arms.length === 0) {
    const [need] = needs('against', 'a plan B: another scenario, a change of this one, or an arm of it');
    return [{ ...need, hint: planHint(scenario) }];
  }
  if (kind === 'rescue' && firms.length !== 1) return needs('firms', 'one firm to be saved', firms);
  if (kind === 'best-response' && players.length > 1) return needs('firms', 'one firm that responds', firms);
  const isVaried = STUDY_NOTES[kind].takes.includes('factors') && Object.keys(fields.factors).length === 0;
  if (isVaried && factors.length === 0)
    return needs('factors', 'a field that is varied, such as `firms.kimi.cash: 1 B to 4 B`');
  if (kind === 'equilibrium' && overwritten(fields, factors).length > 0) return overwritten(fields, factors);
  if (CHOOSING.has(kind) && arms.length > 1)
    return [{ path: ['arms', 1], expected: 'one arm at most', received: `${arms.length} arms` }];
  if (kind === 'league' && policies.length < 2) return needs('policies', 'at least two policies', policies);
  if (kind === 'league' && seatsOf({ scenario, firms }).length === 0)
    return needs('firms', 'a firm with an app and a channel it may buy');
  return [];
}

/** Tells all problems: of the study in its order, then those inside its scenarios. @throws ScenarioError */
function sayAll(
  problems: readonly Problem[],
  { locate }: WrittenStudy,
  { named, inside }: Pick<LoadedPlans, 'named' | 'inside'> = { named: [], inside: [] },
): void {
  if (problems.length + named.length + inside.length === 0) return;
  const placed = problems.map((problem): PlacedProblem => {
    const place = locate(problem.path, problem.atKey);
    // an option says its own name
    return { ...problem, ...place, path: place.line === AFTER_FILE ? [] : problem.path };
  });
  throw new ScenarioError([...inOrder([...placed, ...named]), ...inside]);
}

/** The seed, or the content of the seed file without blanks at its ends. */
async function seedOf({ seed, seedFile }: StudyFields, { folder }: WrittenStudy): Promise<string> {
  if (seedFile === undefined) return seed;
  const bytes = await readInput(fromFolder(folder, seedFile), seedFile, 'a seed');
  return Buffer.from(bytes).toString('utf8').trim();
}

/** A seed may be written as a number. */
function withSeedText(value: unknown): unknown {
  const { seed } = Object(value) as { seed?: unknown };
  return Number.isSafeInteger(seed) ? { ...(value as object), seed: String(seed) } : value;
}

/** Makes a study of what is written. @throws ScenarioError with every problem of the study, and of its scenario */
export async function openStudy(written: WrittenStudy): Promise<Study> {
  const shape = readShape(studyFields, withSeedText(written.value));
  const { fields } = shape;
  const isBroken = (field: string) => shape.broken.some(([first]) => first === field);
  if (!fields || isBroken('study')) sayAll(shape.problems, written);
  if (!fields) throw new ScenarioError([]);
  const early = [...withKnown(shape.problems, fields), ...needless(fields, written.value)];
  if (isBroken('scenario')) sayAll(early, written);
  const { a, b, ...ofPlans } = await loadPlans(fields, written);
  if (!a) sayAll(early, written, ofPlans);
  if (!a) throw new ScenarioError([]);
  const { problems: ofNames, ...names } = namesIn(fields, a.scenario);
  const { policies, broken } = await openPolicies(fields.policies, a.scenario, written.folder);
  const points = middleOf(fields.points);
  const problems = [...early, ...ofNames, ...broken, ...studyFaults(fields, names.factors, points)];
  const unsaid =
    problems.length === 0 ? [...missing(fields, names, a.scenario), ...untilWhat(fields, names.metrics)] : [];
  sayAll([...problems, ...unsaid], written, ofPlans);
  const note = STUDY_NOTES[fields.study as StudyName];
  const { scenario } = a;
  return {
    study: fields.study as StudyName,
    title: fields.title ?? scenario.title,
    question: fields.question ?? note.about,
    scenario,
    ...(b ? { against: b.scenario } : {}),
    labels: labelsOf(fields, a.stem, b?.stem),
    seed: await seedOf(fields, written),
    isSecret: fields.seedFile !== undefined,
    replicates: middleOf(fields.replicates) || (middleOf(fields.until) > 0 ? MOST_UNTIL : note.replicates),
    until: middleOf(fields.until),
    ...{ arms: fields.arms, firms: fields.firms, policies },
    ...(fields.design ? { design: fields.design } : {}),
    points: middleOf(fields.points) || note.points,
    ...{ factors: names.factors, metrics: names.metrics, players: names.players },
  };
}

function labelsOf(fields: StudyFields, a: string, b: string | undefined): [string, string] {
  if (b === undefined) return [a, ''];
  return fields.setB.length > 0 ? [a, fields.setB.join(', ')] : [a, b];
}

/** A short name for the files of a study: that of its file, or its kind and scenario. */
export function stemOf(file: string): string {
  return basename(resolve(file))
    .replace(/\.ya?ml$|\.json$/, '')
    .replace(/[^A-Za-z0-9._-]/g, '_');
}
