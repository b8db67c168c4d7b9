/**
 * The cohorts population: users of the same type, app, tier and tenure are exchangeable, so a month of any number of
 * them costs the same. The law is that of agents with the same types; only the counts are drawn. State in
 * `cohort-state.ts`, the month in `cohort-month.ts`.
 */
import { moveCohorts } from './cohort-month.js';
import {
  chooseTiers,
  countCohorts,
  makeCohorts,
  orphanCohorts,
  settleCohorts,
  startCohorts,
} from './cohort-state.js';
import { makeWorkshop } from './cohort-weights.js';
import type { Cells } from './contract.js';
import type { Population } from './population.js';
import type { SegmentStart, StartFrom } from './start.js';
import type { Types } from './types.js';

/** Cohorts of these types before month 1, in a world of `months` with `apps` slots. */
export function cohortPopulation(
  cells: Cells,
  segments: readonly SegmentStart[],
  from: Omit<StartFrom, 'types'> & { types: Types; apps: number; months: number },
): Population {
  const cohorts = makeCohorts(cells, from.types, from.apps, from.months);
  const shop = makeWorkshop();
  startCohorts(cohorts, segments, from);
  return {
    // Opened with everybody in place.
    start() {},
    chooseFirstTiers: (sheet) => chooseTiers(cohorts, sheet),
    countStart: () => countCohorts(cohorts),
    moveUsers: (sheet, keys) => moveCohorts(cohorts, shop, sheet, keys),
    orphan: (app) => orphanCohorts(cohorts, app),
    settleOrphans: () => settleCohorts(cohorts),
    release() {},
  };
}
