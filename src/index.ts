/**
 * The library door for Node: run a scenario, run a batch, write an own policy.
 *
 *   import { loadScenario, runBatch } from 'afterburn';
 *   const scenario = await loadScenario('scenarios/startup-20m.yaml');
 *   const { summary } = await runBatch(scenario, { replicates: 100, seed: '1' });
 *   console.log(summary.firms.dalin.cashOut);
 */
import { availableParallelism } from 'node:os';
import { type Outcome, type Scenario, simulate as simulateModel } from '../sim/index.js';
import { patienceFor, shareThreads } from './cli/open-run.js';
import { scenarioPools } from './cli/scenario-pools.js';
import { headOf } from './cli/study-head.js';
import { STUDY_KINDS } from './cli/study-kinds.js';
import { type BatchResult, runInMemory } from './experiment/batch.js';
import { middleOf } from './experiment/inputs.js';
import type { Failure } from './experiment/job.js';
import { POLICY_LEVELS, type PolicyLevel, USUAL_LEVEL } from './experiment/policy-level.js';
import type { Progress } from './experiment/run.js';
import { makeLab } from './experiment/study/study.js';
import { threadPool } from './pool/threads.js';
import { loadFile, loadText, userPoliciesOf } from './store/scenario-file.js';
import { openStudy, readStudyFile } from './store/study-file.js';

export type {
  Decision,
  FirmOutcome,
  FirmView,
  Outcome,
  ParameterSpec,
  PolicyDefinition,
  Problem,
  RivalView,
  RunningMarket,
  Scenario,
} from '../sim/index.js';
export {
  definePolicy,
  LEDGER_LINES,
  MARKET_COLUMNS,
  MONTH_COLUMNS,
  STATUS,
  startMarket,
} from '../sim/index.js';
export type { BatchResult } from './experiment/batch.js';
export type { Failure } from './experiment/job.js';
export type { PolicyLevel } from './experiment/policy-level.js';
export type { Progress } from './experiment/run.js';
export type { CheckResult, Estimate, Fan, FirmSummary, PointSummary, Summary } from './experiment/summary.js';
export * from './statistics/index.js';
export { ScenarioError } from './store/scenario-file.js';

/** A scenario given as text; policy modules and firm cards are found from `folder` (default: the working directory). */
export interface ScenarioText {
  readonly text: string;
  /** Name in messages; `scenario` unless given. */
  readonly file?: string;
  readonly folder?: string;
}

export interface LoadOptions {
  /** Changes as on the command line: `['firms.kimi.cash=2B', 'months=24']`. */
  readonly set?: readonly string[];
  /** How far policy modules are trusted; `fenced` unless given. What the levels stop and what not: README. */
  readonly policyLevel?: PolicyLevel;
}

/**
 * Loads a scenario, with its policy modules and firm cards.
 * @param place path, file URL, or `{ text }`
 * @throws ScenarioError with every problem in `problems` and a line each in `message`; RangeError on an unknown policy level
 */
export async function loadScenario(
  place: string | URL | ScenarioText,
  { set: sets = [], policyLevel: level }: LoadOptions = {},
): Promise<Scenario> {
  const policyLevel = levelFrom('loadScenario', level);
  if (typeof place === 'string' || place instanceof URL)
    return (await loadFile(place, sets, { policyLevel })).scenario;
  const { text, file = 'scenario', folder = '.' } = place;
  return loadText({ bytes: text, file, folder, sets, policyLevel });
}

/**
 * Lives one world to its end: a pure function of its arguments.
 * @param seed any string @param replicate from 0 @param options.arm name of an arm; the base unless given
 * @throws Error if the arm is unknown or a policy fails
 */
export function simulate(
  scenario: Scenario,
  seed: string,
  replicate: number,
  options: { readonly arm?: string } = {},
): Outcome {
  return simulateModel(scenario, seed, replicate, options);
}

export interface StudyOptions {
  /** Folder that the files of a study given as an object are found from; the working directory unless given. */
  readonly folder?: string;
  /** At least 1; all cores unless given. The number changes no result. */
  readonly threads?: number;
  /** How far policy modules are trusted; `fenced` unless given. */
  readonly policyLevel?: PolicyLevel;
  /** Stops the study, which then rejects: half a study is no result. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a study: `await runStudy({ study: 'compare', scenario: 'my.yaml', setB: ['firms.kimi.cash=2 B'] })`, or a study file.
 * @param place path of a study file, or its fields
 * @returns what `study.json` holds: the same for any number of threads
 * @throws ScenarioError with every problem of the study and its scenarios; RangeError on bad options; StudyStopped by the
 *   signal or by world after world that hung, of which `hung` is the last
 */
export async function runStudy(
  place: string | Readonly<Record<string, unknown>>,
  options: StudyOptions = {},
): Promise<Record<string, unknown>> {
  const { folder = '.', signal } = options;
  const threads = wholeFrom1('runStudy', 'threads', options.threads ?? availableParallelism());
  const policyLevel = levelFrom('runStudy', options.policyLevel);
  const locate = () => ({ line: 1, column: 1, where: 'study' });
  const written = typeof place === 'string' ? await readStudyFile(place) : { value: place, folder, locate };
  const study = await openStudy({ ...written, policyLevel });
  const failures: Failure[] = [];
  let worlds = 0;
  const pools = scenarioPools(study.seed, (scenario) => ({
    ...shareThreads(scenario, threads, Number.MAX_SAFE_INTEGER),
    patienceMs: patienceFor(scenario),
  }));
  const lab = makeLab({
    poolOf: pools.poolOf,
    onWorld: () => {
      worlds++;
    },
    onFailures: (more) => failures.push(...more),
    ...(signal ? { signal } : {}),
  });
  try {
    const found = await STUDY_KINDS[study.study].run(study, lab);
    return { ...headOf(study, { worlds, failures }), ...found };
  } finally {
    await pools.close();
  }
}

export interface BatchOptions {
  /** Any string; `1` unless given. */
  readonly seed?: string;
  /** At least 1; as the scenario says unless given. */
  readonly replicates?: number;
  /** At least 1; all cores unless given. The number changes no result. */
  readonly threads?: number;
  /** Names of arms to run besides the base. */
  readonly arms?: readonly string[];
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the batch: it then resolves with what is finished and `state` says `PARTIAL n of N`. */
  readonly signal?: AbortSignal;
}

function wholeFrom1(who: string, name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new RangeError(`${who}: expected ${name} to be a whole number of at least 1, got ${value}`);
}

function levelFrom(who: string, level: PolicyLevel | undefined): PolicyLevel {
  if (level === undefined) return USUAL_LEVEL;
  if (POLICY_LEVELS.includes(level)) return level;
  const got = typeof level === 'string' ? JSON.stringify(level) : String(level);
  throw new RangeError(`${who}: expected policyLevel to be one of ${POLICY_LEVELS.join(', ')}, got ${got}`);
}

/**
 * Simulates base and arms on threads, in memory. A world that throws, hangs or takes its thread with it is listed
 * in `failures` and leaves n. The scenario must come from `loadScenario` if it uses policy modules.
 * @throws RangeError on bad options, Error on unknown arms
 */
export async function runBatch(scenario: Scenario, options: BatchOptions = {}): Promise<BatchResult> {
  const { seed = '1', arms = [], onProgress, signal } = options;
  const replicates = wholeFrom1(
    'runBatch',
    'replicates',
    options.replicates ?? middleOf(scenario.replicates),
  );
  const threads = wholeFrom1('runBatch', 'threads', options.threads ?? availableParallelism());
  const unknown = arms.find((arm) => !Object.hasOwn(scenario.arms, arm));
  if (unknown !== undefined) throw new Error(`runBatch: expected an arm of the scenario, got ${unknown}`);
  const setup = { raw: scenario.raw, seed: String(seed), ...userPoliciesOf(scenario) };
  const pool = threadPool({
    setup,
    ...shareThreads(scenario, threads, replicates * (arms.length + 1)),
    patienceMs: patienceFor(scenario),
  });
  return runInMemory(scenario, pool, { replicates, arms, onProgress, signal });
}
