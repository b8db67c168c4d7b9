/** What a batch with `--until` knew when it ended, from its worlds: the same looks in the same order. */
import type { Outcome, Scenario } from '../../sim/index.js';
import { familiesOf } from './families.js';
import { type KnownCashOut, knownCashOuts, widestOf, worldsCounted } from './known-cash-outs.js';
import { nextLook, type Stopping, type StopReason } from './looks.js';
import { span } from './plan.js';
import type { Summary } from './summary.js';

/** The worlds that were looked at. */
export interface LookedAt {
  readonly scenario: Scenario;
  readonly points: readonly string[];
  /** Worlds of every point at the last look. */
  readonly worlds: number;
  outcomes(point: string, replicates: readonly number[]): Iterable<Outcome>;
}

/** Only the batch itself knew whether more worlds were allowed when the last ones brought nothing. */
function reasonOf(told: StopReason, at: { isKnown: boolean; gained: boolean }): StopReason {
  if (at.isKnown) return 'known';
  return at.gained || told === 'known' ? 'most' : told;
}

/** Intervals and end, as `--until` had them. @param told firms and half-width that were asked for, as summary.json has them */
export function knownAgain(
  told: NonNullable<Summary['stopping']>,
  { scenario, points, worlds, outcomes }: LookedAt,
): { cashOuts: readonly KnownCashOut[]; stopping: Stopping } {
  const families = familiesOf(scenario).filter(({ id }) => told.firms.includes(id));
  const knowledge = knownCashOuts(points, families);
  let [before, after, looks]: [readonly KnownCashOut[], readonly KnownCashOut[], number] = [[], [], 0];
  for (let from = 0; from < worlds; looks++) {
    const to = nextLook(from, worlds);
    for (const point of points)
      for (const outcome of outcomes(point, span(from, to - 1))) knowledge.add(point, outcome);
    [before, after, from] = [after, knowledge.look(), to];
  }
  const reached = widestOf(after);
  const at = { isKnown: reached <= told.until, gained: worldsCounted(after) > worldsCounted(before) };
  const { until } = told;
  const stopping = {
    ...{ reason: reasonOf(told.reason, at), until, reached },
    ...{ intervals: after.length, level: knowledge.level, looks },
  };
  return { cashOuts: after, stopping };
}
