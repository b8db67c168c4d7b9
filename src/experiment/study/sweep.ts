/** What happens over a range: every outcome at the points of a design, all on the same luck. */
import { BASE } from '../job.js';
import { type DesignName, designRows, usualDesign } from './design.js';
import { type Estimated, estimateOf } from './estimate.js';
import type { Lab, Study } from './study.js';

/** One outcome at one point. */
export interface SweepCell extends Estimated {
  readonly outcome: string;
  readonly firm: string;
}

/** What `sweep` finds: a row for each point (and arm). */
export interface SweepResult {
  readonly design: string;
  readonly factors: readonly { readonly name: string; readonly unit: string; readonly levels: boolean }[];
  readonly outcomes: readonly { readonly outcome: string; readonly firm: string; readonly measure: string }[];
  readonly rows: readonly {
    readonly arm: string;
    /** In the order of the factors: numbers, names or maps. */
    readonly values: readonly unknown[];
    readonly cells: readonly SweepCell[];
  }[];
}

/** Steps of a sweep over one factor, of each of several, and points of the other designs, unless it says. */
const STEPS = 9;
const FEW = 5;
const POINTS = 64;

/** How a sweep spreads its points, and how many it has (of a grid: steps of each factor without levels). */
export function sweepDesign({ design, factors, points }: Pick<Study, 'design' | 'factors' | 'points'>): {
  design: DesignName;
  points: number;
} {
  const own = design === undefined || design === 'morris' ? usualDesign(factors) : design;
  const few = factors.length === 1 ? STEPS : FEW;
  return { design: own, points: points || (own === 'grid' ? few : POINTS) };
}

/** Simulates the design. */
export async function sweep(study: Study, lab: Lab): Promise<SweepResult> {
  const { scenario, factors, metrics, seed } = study;
  const { design, points } = sweepDesign(study);
  const rows = designRows(design, factors, { points, seed });
  const arms = [BASE, ...study.arms];
  const places = arms.flatMap((arm) => rows.map((row) => ({ arm, row })));
  const order = places.map(({ arm, row }) => ({ scenario, arm, values: row.values }));
  const sample = await lab.sample({ points: order, metrics, replicates: study.replicates });
  return {
    design,
    factors: factors.map(({ name, unit, levels }) => ({ name, unit, levels: levels !== undefined })),
    outcomes: metrics.map(({ name, firm = '', text }) => ({ outcome: name, firm, measure: text })),
    rows: places.map(({ arm, row }, point) => ({
      arm,
      values: factors.map(({ paths: [path] }) => row.values[path]),
      cells: metrics.map((metric, k) => ({
        outcome: metric.name,
        firm: metric.firm ?? '',
        ...estimateOf(sample, k, point),
      })),
    })),
  };
}
