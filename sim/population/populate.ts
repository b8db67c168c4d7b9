/** Opens the population that a scenario asks for, with everybody where the start has her. */
import { MOST_AGENTS } from '../scenario/rules.js';
import { cohortPopulation } from './cohorts.js';
import type { Cells } from './contract.js';
import { type Crew, crewPopulation } from './crew/crew.js';
import { makePopulation, type Population, type PopulationKind } from './population.js';
import type { SegmentStart, StartFrom } from './start.js';
import { makeTypes } from './types.js';

/** Types of a segment in cohorts whose scenario does not say: fewer lose the few users who pay (sim/README.md). */
export const USUAL_TYPES = 512;

/** What a population is made of. `types` 0: continuous tastes (agents) or the usual number (cohorts). */
export interface PopulationPlan extends StartFrom {
  readonly engine: 'agents' | 'cohorts';
  readonly types: number;
  readonly kind: PopulationKind;
  /** Helps the SIMD population only. */
  readonly crew?: Crew | undefined;
  readonly cells: Cells;
  /** App slots; months that the world lasts. */
  readonly apps: number;
  readonly months: number;
  readonly segments: readonly SegmentStart[];
}

/**
 * A population before month 1, tiers still to be chosen.
 * @throws if an override or an uncertain number asks for more agents than can be simulated one by one
 */
export function populate(plan: PopulationPlan): Population {
  const { cells, segments, apps, luck, users, kind, crew } = plan;
  if (plan.engine === 'cohorts') {
    const types = makeTypes(cells, segments, plan.types || USUAL_TYPES);
    return cohortPopulation(cells, segments, { ...plan, types });
  }
  if (cells.agents > MOST_AGENTS + cells.count) {
    throw new Error(
      `populate: ${cells.agents} agents are more than ${MOST_AGENTS}; cohorts simulate up to 1e9 users`,
    );
  }
  const population =
    kind === 'simd' && crew ? crewPopulation(cells, apps, crew) : makePopulation(kind, cells, apps);
  population.start(segments, { luck, users, types: plan.types });
  return population;
}
