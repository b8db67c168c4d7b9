/**
 * One factor at a time: each at the low and at the high end of its range, all else as the scenario has it, on the same
 * luck. What a tornado chart shows; it sees no interactions, the indices do.
 */
import { BASE } from '../job.js';
import { type Difference, differenceOf } from './estimate.js';
import { valuesAt } from './factor.js';
import { basePoint, type Sample, type StudyPoint } from './sample.js';
import type { Lab, Study } from './study.js';

/** A factor at both ends; differences are from the scenario as it stands. */
export interface TornadoRow {
  readonly factor: string;
  /** The values at the ends. */
  readonly ends: readonly [low: unknown, high: unknown];
  readonly low: Difference;
  readonly high: Difference;
}

/** Ends of a range, and of a law without ends: 5 % and 95 %. */
const ENDS = [0.05, 0.95] as const;

/** Points of the tornado: the scenario, then low and high of each factor. */
export function tornadoPoints({ scenario, factors }: Study): StudyPoint[] {
  const ends = factors.flatMap((factor) =>
    ENDS.map((u) => ({ scenario, arm: BASE, values: valuesAt([factor], [u]) })),
  );
  return [basePoint(scenario), ...ends];
}

/** Simulates the ends. */
export function takeTornado(study: Study, lab: Lab, replicates: number): Promise<Sample> {
  return lab.sample({ points: tornadoPoints(study), metrics: study.metrics, replicates });
}

/** The tornado of one metric, the widest factor first. */
export function tornadoOf({ factors }: Study, sample: Sample, metric: number): TornadoRow[] {
  const rows = factors.map((factor, k) => ({
    factor: factor.name,
    ends: [factor.at(ENDS[0]), factor.at(ENDS[1])] as const,
    low: differenceOf(sample, metric, [0, 2 * k + 1]),
    high: differenceOf(sample, metric, [0, 2 * k + 2]),
  }));
  const width = ({ low, high }: TornadoRow) => Math.abs(high.estimate - low.estimate);
  return rows.sort((a, b) => width(b) - width(a));
}
