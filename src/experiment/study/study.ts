/** A study that is ready to run, and what it gives. */
import type { Scenario } from '../../../sim/index.js';
import type { Factor } from './factor.js';
import type { Metric } from './metric.js';
import type { StudyName } from './names.js';
import type { Player } from './objective.js';
import { type Sample, type SampleOrder, type Simulator, takeSample } from './sample.js';

/** A policy of a league: what to call it, and how a scenario writes it. */
export interface ChosenPolicy {
  readonly name: string;
  readonly value: unknown;
}

/** All choices made, all names found. */
export interface Study {
  readonly study: StudyName;
  readonly title: string;
  readonly question: string;
  readonly scenario: Scenario;
  /** Plan B of `compare`, if it is another scenario or a change of the same. */
  readonly against?: Scenario;
  /** What to call the two plans. */
  readonly labels: readonly [a: string, b: string];
  readonly seed: string;
  /** True if results may tell only the SHA-256 of the seed. */
  readonly isSecret: boolean;
  readonly replicates: number;
  /** 0 if the number of worlds is fixed. */
  readonly until: number;
  readonly arms: readonly string[];
  readonly firms: readonly string[];
  readonly factors: readonly Factor[];
  readonly design?: 'sobol' | 'lhs' | 'grid' | 'random' | 'morris';
  /** 0 unless given. */
  readonly points: number;
  readonly metrics: readonly Metric[];
  /** Firms that choose their parameters; empty unless the kind asks for some. */
  readonly players: readonly Player[];
  readonly policies: readonly ChosenPolicy[];
}

/** Where a study simulates: all kinds use only this. */
export interface Lab extends Simulator {
  /** Simulates points, and tells how many worlds are still to come. @throws StudyStopped */
  sample(order: SampleOrder): Promise<Sample>;
}

/** A lab on some pools. @param expect hears before an order begins how many worlds it has, and how many are likely in all */
export function makeLab(by: Simulator & { expect?(worlds: number, planned: number): void }): Lab {
  return {
    ...by,
    sample(order) {
      const worlds = order.points.length * order.replicates;
      by.expect?.(worlds, Math.max(worlds, order.planned ?? 0));
      return takeSample(order, by);
    },
  };
}
