/**
 * `afterburn run --until 0.02`: adds worlds until P(cash-out) is known to that half-width. Every look is at the first
 * worlds of the batch, as many as `looks.ts` says, so neither threads nor interruptions change where it ends.
 */
import { familiesOf } from '../experiment/families.js';
import { type KnownCashOut, knownCashOuts, widestOf, worldsCounted } from '../experiment/known-cash-outs.js';
import { lastLook, nextLook, type StopReason } from '../experiment/looks.js';
import { span } from '../experiment/plan.js';
import type { RunEnd } from '../experiment/run.js';
import { eachOf, known as knownName, many, once } from './arguments.js';
import { UsageError } from './exits.js';
import type { OpenRun, Options } from './open-run.js';
import type { Job, Simulated, UntilAsked } from './run-results.js';
import { type Batch, openSimulation, type Simulation, tellReused } from './simulate-missing.js';

/** Worlds of every plan at most unless --replicates says. */
const MOST = 1_000_000;

function halfWidth(text: string): number {
  const value = Number(text);
  if (/^\d*\.?\d+(e-?\d+)?$/i.test(text) && value > 0 && value < 0.5) return value;
  throw new UsageError(
    `--until: expected a half-width above 0 and below 0.5, such as 0.02, got ${JSON.stringify(text)}`,
  );
}

/** What can be said of `--until` and `--firm` without the scenario. @throws UsageError */
export function refuseUntil(options: Options): void {
  const text = once('until', options.until);
  if (text === undefined && many(options.firm).length > 0)
    throw new UsageError('--firm: expected --until with it, got none');
  if (text === undefined) return;
  if (options.only !== undefined) throw new UsageError('--until: expected without --only, got both');
  halfWidth(text);
}

/** What `--until` and `--firm` ask for; nothing without `--until`. @throws UsageError */
export function readUntil({ scenario, replicates }: OpenRun, options: Options): UntilAsked | undefined {
  refuseUntil(options);
  const text = once('until', options.until);
  if (text === undefined) return undefined;
  const named = many(options.firm);
  const all = familiesOf(scenario).map(({ id }) => id);
  eachOf(named.map((name) => () => knownName('--firm: expected a firm of the scenario', name, all)));
  const isCapped = options.replicates !== undefined;
  return { until: halfWidth(text), firms: [...new Set(named)], most: isCapped ? replicates : MOST, isCapped };
}

/** The batch with these worlds of every plan. @param end behind the last */
function between(job: Job, first: number, end: number): Job {
  return { ...job, replicates: span(first, end - 1) };
}

/** Where the search stands. */
interface Standing {
  readonly worlds: number;
  readonly looks: number;
  readonly cashOuts: readonly KnownCashOut[];
  readonly end: RunEnd;
  /** Undefined: more worlds are needed. */
  readonly reason?: StopReason;
}

function reasonOf(
  asked: UntilAsked,
  now: Omit<Standing, 'reason' | 'looks'>,
  gained: boolean,
): StopReason | undefined {
  if (widestOf(now.cashOuts) <= asked.until) return 'known';
  if (now.worlds >= asked.most) return 'most';
  return gained ? undefined : 'nothing finished';
}

async function search(batch: Batch, asked: UntilAsked, simulation: Simulation) {
  const { job, folder } = batch;
  const families = familiesOf(job.run.scenario).filter(
    ({ id }) => asked.firms.length === 0 || asked.firms.includes(id),
  );
  const knowledge = knownCashOuts(job.points, families);
  const lookFrom = (first: number, worlds: number) => {
    for (const point of job.points)
      for (const outcome of folder.outcomes(point, span(first, worlds - 1))) knowledge.add(point, outcome);
    return knowledge.look();
  };
  const step = async (before: Standing): Promise<Standing> => {
    const worlds = nextLook(before.worlds, asked.most);
    const widest = before.looks === 0 ? asked.until : widestOf(before.cashOuts);
    const last = Math.max(worlds, lastLook(before.worlds, asked.most, { widest, until: asked.until }));
    // what failed before would fail again
    const fresh = between(job, before.worlds, worlds);
    const end = await simulation.run(fresh, (last - worlds) * job.points.length);
    const failures = [...before.end.failures, ...end.failures];
    const cashOuts = lookFrom(before.worlds, worlds);
    const now = { worlds, cashOuts, end: { ...end, failures } };
    const gained = worldsCounted(cashOuts) > worldsCounted(before.cashOuts);
    const reason = end.complete ? reasonOf(asked, now, gained) : undefined;
    return { ...now, looks: before.looks + 1, ...(reason ? { reason } : {}) };
  };
  let at: Standing = { worlds: 0, looks: 0, cashOuts: [], end: { failures: [], complete: true } };
  while (at.reason === undefined && at.end.complete) at = await step(at);
  return { at, level: knowledge.level };
}

/** Simulates until all is known; a stopped one keeps its worlds, and the same command goes on. */
export async function simulateUntil(batch: Batch): Promise<Simulated> {
  const { job, stop } = batch;
  const asked = job.until as UntilAsked;
  const first = { ...batch, job: between(job, 0, nextLook(0, asked.most)) };
  const reused = tellReused(first);
  const simulation = openSimulation(first, Number.MAX_SAFE_INTEGER);
  try {
    const { at, level } = await search(batch, asked, simulation);
    const { looks, cashOuts, worlds, reason } = at;
    const told = {
      until: asked.until,
      reached: widestOf(cashOuts),
      intervals: cashOuts.length,
      level,
      looks,
    };
    return {
      ...at.end,
      ...{ reused, replicates: span(0, worlds - 1), stopCode: stop.code() },
      ...(reason ? { known: { cashOuts, stopping: { reason, ...told } } } : {}),
    };
  } finally {
    await simulation.end();
  }
}
