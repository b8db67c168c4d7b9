/** What `run` and `check` share: the scenario with all changes of the command line, and a pool for it. */
import { availableParallelism } from 'node:os';
import type { Scenario } from '../../sim/index.js';
import { middleOf } from '../experiment/inputs.js';
import { BASE, type Pool } from '../experiment/job.js';
import { threadPool } from '../pool/threads.js';
import { type LoadedScenario, loadFile, modulesOf } from '../store/scenario-file.js';
import { known, many, once, whole } from './arguments.js';
import { UsageError } from './exits.js';

/** Options as yargs gives them: all texts, more than one if an option is given again. */
export type Options = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What will be simulated. */
export interface OpenRun extends LoadedScenario {
  readonly seed: string;
  readonly threads: number;
  readonly replicates: number;
  /** The changes of --agents, --months and --set, in this order. */
  readonly sets: readonly string[];
}

function setsOf(options: Options): string[] {
  const short = ['agents', 'months'].flatMap((name) => {
    const value = whole(name, options[name], name === 'months' ? 1 : 0);
    return value === undefined ? [] : [`${name}=${value}`];
  });
  return [...short, ...many(options.set)];
}

/** A point has the name of its arm in all files; `base` is taken. */
function refuseBaseArm(scenario: Scenario): void {
  if (Object.hasOwn(scenario.arms, BASE)) {
    throw new UsageError(
      `arms.${BASE}: expected another name for an arm, got the name of the scenario as it stands`,
    );
  }
}

/**
 * Reads arguments, then the scenario.
 * @throws UsageError, ScenarioError
 */
export async function openRun(file: string, options: Options): Promise<OpenRun> {
  const seed = once('seed', options.seed) ?? '1';
  const threads = whole('threads', options.threads, 1) ?? availableParallelism();
  const replicates = whole('replicates', options.replicates, 1);
  const sets = setsOf(options);
  const loaded = await loadFile(file, sets);
  refuseBaseArm(loaded.scenario);
  return { ...loaded, seed, threads, sets, replicates: replicates ?? middleOf(loaded.scenario.replicates) };
}

/** Arms named on the command line; `all` means every arm of the scenario, in its order. */
export function chosenArms(scenario: Scenario, given: Options['arm']): readonly string[] {
  const names = Object.keys(scenario.arms);
  const wanted = many(given);
  for (const name of wanted) if (name !== 'all') known('--arm: expected an arm of the scenario', name, names);
  return wanted.includes('all') ? names : names.filter((name) => wanted.includes(name));
}

/** Threads that know the scenario; more than there are worlds would only cost start-up. */
export function poolFor({ scenario, seed, threads }: OpenRun, worlds: number, patienceMs?: number): Pool {
  const setup = { raw: scenario.raw, seed, modules: modulesOf(scenario) };
  return threadPool({ setup, threads: Math.min(threads, Math.max(1, worlds)), patienceMs });
}

/** Simulated user-months of one world. */
export function userMonths(scenario: Scenario): number {
  return middleOf(scenario.agents) * middleOf(scenario.months);
}
