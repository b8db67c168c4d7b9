/** What `run` and `check` share: the scenario with all changes of the command line, and a pool for it. */
import { availableParallelism } from 'node:os';
import { placesOf, type Scenario, USUAL_TYPES } from '../../sim/index.js';
import { middleOf } from '../experiment/inputs.js';
import { BASE, type Pool } from '../experiment/job.js';
import { longestChunk } from '../experiment/plan.js';
import { threadPool, usefulThreads } from '../pool/threads.js';
import { type LoadedScenario, loadFile, ScenarioError, userPoliciesOf } from '../store/scenario-file.js';
import { allOf, eachOf, known, many, once, whole } from './arguments.js';
import { isOfInput, UsageError } from './exits.js';
import { policyLevelOf } from './policy-level.js';

/** Options as yargs gives them: all texts, more than one if an option is given again. */
export type Options = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What will be simulated. */
export interface OpenRun extends LoadedScenario {
  readonly seed: string;
  readonly threads: number;
  readonly replicates: number;
  /** The changes of --agents, --months and --set, in this order. */
  readonly sets: readonly string[];
  /** Files of --overlay, in this order. */
  readonly overlays: readonly string[];
}

/** More threads than this are a slip of the finger. */
const MOST_THREADS = 1024;

/** Changes of one short option, such as `months=24`. @throws UsageError */
function shortSet(name: 'agents' | 'months', options: Options): string[] {
  const value = whole(name, options[name], { least: name === 'months' ? 1 : 0 });
  return value === undefined ? [] : [`${name}=${value}`];
}

/** What was wrong with a short option, placed at the option as it was given. */
function asGiven(error: unknown, options: Options, shortSets: readonly string[]): unknown {
  if (!(error instanceof ScenarioError)) return error;
  const short = new Map(shortSets.map((set) => [`--set ${set}`, set.split('=')[0]]));
  const placed = error.problems.map((problem) => {
    const name = short.get(problem.where);
    return name === undefined ? problem : { ...problem, where: `--${name} ${options[name]}`, path: [] };
  });
  return new ScenarioError(placed);
}

/** As many threads as wanted or, said on stderr, as are of use. */
export function threadsOf(options: Options): number {
  const wanted =
    whole('threads', options.threads, { least: 1, most: MOST_THREADS }) ?? availableParallelism();
  const threads = usefulThreads(wanted);
  if (threads < wanted)
    process.stderr.write(
      `--threads ${wanted}: ${threads} are started, four for each core; more are of no use\n`,
    );
  return threads;
}

/** A point has the name of its arm in all files; `base` is taken. */
function refuseBaseArm(scenario: Scenario): void {
  if (Object.hasOwn(scenario.arms, BASE)) {
    throw new UsageError(
      `arms.${BASE}: expected another name for an arm, got the name of the scenario as it stands`,
    );
  }
}

/** The scenario with all changes. A short option that is wrong is left out here and told by itself. */
async function loadWith(file: string, options: Options): Promise<LoadedScenario & Pick<OpenRun, 'sets'>> {
  const short = (['agents', 'months'] as const).flatMap((name) => {
    try {
      return shortSet(name, options);
    } catch (error) {
      if (!isOfInput(error)) throw error;
      return [];
    }
  });
  const sets = [...short, ...many(options.set)];
  try {
    const loaded = await loadFile(file, sets, {
      overlays: many(options.overlay),
      policyLevel: policyLevelOf(options),
    });
    refuseBaseArm(loaded.scenario);
    return { ...loaded, sets };
  } catch (error) {
    throw asGiven(error, options, short);
  }
}

/**
 * Reads arguments and scenario.
 * @throws UsageError, ScenarioError with all problems of both
 */
export async function openRun(file: string, options: Options): Promise<OpenRun> {
  const loading = loadWith(file, options);
  const { seed, threads, loaded, replicates } = await allOf({
    seed: () => once('seed', options.seed) ?? '1',
    threads: () => threadsOf(options),
    agents: () => shortSet('agents', options),
    months: () => shortSet('months', options),
    loaded: () => loading,
    replicates: async () =>
      replicatesOf((await loading.catch(() => undefined))?.scenario, options.replicates),
    arms: async () => refuseEmptied((await loading).scenario, options),
  });
  return { ...loaded, seed, threads, replicates, overlays: many(options.overlay) };
}

/** As the command line says, within the range of the scenario's own field, if there is a scenario. */
function replicatesOf(scenario: Scenario | undefined, given: Options[string]): number {
  const places = scenario ? placesOf(scenario) : [];
  const most = places.find(({ path }) => path[0] === 'replicates')?.spec.max;
  return whole('replicates', given, { least: 1, most }) ?? (scenario ? middleOf(scenario.replicates) : 0);
}

/** Arms named on the command line; `all` means every arm of the scenario, in its order. @throws UsageError */
export function chosenArms(scenario: Scenario, given: Options['arm']): readonly string[] {
  const names = Object.keys(scenario.arms);
  const wanted = many(given);
  const readers = wanted
    .filter((name) => name !== 'all')
    .map((name) => () => known('--arm: expected an arm of the scenario', name, names));
  eachOf(readers);
  return wanted.includes('all') ? names : names.filter((name) => wanted.includes(name));
}

/** An arm whose changes went with the policy that --set replaces would be a twin of the scenario. @throws UsageError */
function refuseEmptied(scenario: Scenario, options: Options): void {
  const chosen = chosenArms(scenario, options.arm);
  const isPolicySet = many(options.set).some((set) => /^\s*firms\.[^.=]+\.policy\s*=/.test(set));
  if (!isPolicySet) return;
  const isEmpty = (name: string) => {
    const { overrides, without, redraw, hold } = scenario.arms[name];
    return overrides.length + without.length + redraw.length === 0 && !hold;
  };
  const empty = chosen.filter(isEmpty);
  if (empty.length === 0) return;
  const received = `${empty.join(', ')}, whose changes are of the policy that --set replaces`;
  throw new UsageError(`--arm: expected arms that change something, got ${received}`);
}

/** The slowest machine that we know simulates several times as many, user-months a second. */
const SLOWEST = 200_000;
/** Nobody is given less time than this, milliseconds. */
const LEAST_PATIENCE = 30_000;

/** A type of users in cohorts costs about as much as this many agents. */
const TYPE_COST = 1000;

/** User-months of one world, in cohorts those of as many agents as would cost the same. */
function workOf(scenario: Scenario): number {
  const users = middleOf(scenario.agents);
  const { engine, types } = scenario.population;
  const all = (middleOf(types) || USUAL_TYPES) * Object.keys(scenario.segments).length;
  const worth = engine === 'cohorts' ? Math.min(users, all * TYPE_COST) : users;
  return worth * middleOf(scenario.months);
}

/** Longest silence within a world unless --patience says otherwise, milliseconds. */
export function patienceFor(scenario: Scenario): number {
  return Math.max(LEAST_PATIENCE, (workOf(scenario) / SLOWEST) * 1000);
}

/**
 * From this many users on several threads share a world: above the sizes that have a pool of tastes (262,144), which
 * each thread would make anew, and where a helper's start costs less than it saves.
 */
const LARGE = 500_000;

/**
 * How `threads` go about so many pieces of work: one each, and what is left over helps where worlds are large. More
 * threads than pieces would only cost start-up otherwise.
 */
export function shareThreads(
  scenario: Scenario,
  threads: number,
  pieces: number,
): { threads: number; worlds: number } {
  const worlds = Math.min(threads, Math.max(1, pieces));
  return { threads: middleOf(scenario.agents) >= LARGE ? threads : worlds, worlds };
}

/** Threads that know the scenario. */
export function poolFor({ scenario, seed, threads }: OpenRun, chunks: number, patienceMs?: number): Pool {
  return threadPool({
    setup: { raw: scenario.raw, seed, ...userPoliciesOf(scenario) },
    ...shareThreads(scenario, threads, chunks),
    patienceMs: patienceMs ?? patienceFor(scenario),
  });
}

/** Simulated user-months of one world. */
export function userMonths(scenario: Scenario): number {
  return middleOf(scenario.agents) * middleOf(scenario.months);
}

/** Most worlds in a part. */
export function longestPart(scenario: Scenario): number {
  const firmMonths = Object.keys(scenario.firms).length * middleOf(scenario.months);
  return longestChunk({ userMonths: userMonths(scenario), firmMonths });
}
