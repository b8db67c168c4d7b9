/** The Summary of a batch: the base, the arms, the checks, the inputs. Pure: outcomes in, numbers out. */
import type { Outcome, Scenario } from '../../sim/index.js';
import { aggregate } from './aggregate.js';
import { evaluateChecks } from './checks.js';
import { toldFailures } from './failure-reason.js';
import { familiesOf } from './families.js';
import { inputRows, middleOf } from './inputs.js';
import { BASE, type Failure } from './job.js';
import type { PointSummary, Summary } from './summary.js';

/** The worlds of a batch, whatever holds them: a run folder or memory. */
export interface Worlds {
  /** Points that were run, `base` first. */
  readonly points: readonly string[];
  /** Replicates asked for, of every point. */
  readonly replicates: number;
  /** Worlds of a point that finished, in replicate order; may be asked for more than once; none if it was not run. */
  outcomes(point: string): Iterable<Outcome>;
}

/** The worlds of a point, to be walked over as often as needed. */
function walk(worlds: Worlds, point: string): Iterable<Outcome> {
  return { [Symbol.iterator]: () => worlds.outcomes(point)[Symbol.iterator]() };
}

function armsOf(scenario: Scenario, worlds: Worlds): Summary['arms'] {
  const arms: Record<string, PointSummary & { about: string }> = {};
  for (const point of worlds.points) {
    if (point === BASE) continue;
    const summary = aggregate(scenario, walk(worlds, point), worlds.replicates);
    if (summary.n > 0) arms[point] = { about: scenario.arms[point].about ?? '', ...summary };
  }
  return arms;
}

/** What only the run knows: worlds that failed (how many, or why), sentences for the reader. */
interface Told<Failed> {
  readonly failed: Failed;
  readonly warnings: readonly string[];
}

/**
 * From the point of the base to its Summary, without arms, checks and inputs: for a batch that is still being lived. What
 * does not depend on the worlds is made once. Inputs are a row for each of up to 22,000 numbers: 70 ms.
 * @param replicates asked for
 */
export function baseSummariser(
  scenario: Scenario,
  replicates: number,
): (base: PointSummary, told: Told<number>) => Summary {
  const facts = {
    title: scenario.title,
    question: scenario.question,
    currency: scenario.currency,
    start: scenario.start,
    months: middleOf(scenario.months),
    people0: middleOf(scenario.people),
    agents: middleOf(scenario.agents),
    replicates,
  };
  const ids = {
    firmIds: familiesOf(scenario).map(({ id }) => id),
    channelIds: Object.keys(scenario.channels),
  };
  return (base, { failed, warnings }) => ({
    ...facts,
    failed,
    ...ids,
    ...base,
    arms: {},
    checks: [],
    inputs: [],
    warnings,
  });
}

/**
 * Summarises base and arms and holds the batch against the scenario's checks. Keeps some
 * 300 MB at most and 13 bytes a world and firm; what is too much to be kept is walked over several times.
 */
export function summarise(
  scenario: Scenario,
  worlds: Worlds,
  { failed, warnings }: Told<readonly Failure[]>,
): Summary {
  const base = aggregate(scenario, walk(worlds, BASE), worlds.replicates);
  return {
    ...baseSummariser(scenario, worlds.replicates)(base, { failed: failed.length, warnings }),
    arms: armsOf(scenario, worlds),
    checks: evaluateChecks(scenario, worlds),
    inputs: inputRows(scenario),
    ...(failed.length > 0 ? { failures: toldFailures(failed) } : {}),
  };
}
