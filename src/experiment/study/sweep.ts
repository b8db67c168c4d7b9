/** What happens over a range: every outcome at the points of a design, all on the same luck. */
import { BASE } from '../job.js';
import { designRows, usualDesign } from './design.js';
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

/** Points of a sweep over one factor unless it says. */
const STEPS = 9;

/** Simulates the design. */
export async function sweep(study: Study, lab: Lab): Promise<SweepResult> {
  const { scenario, factors, metrics, seed } = study;
  const own = study.design === 'morris' ? undefined : study.design;
  const design = own ?? usualDesign(factors);
  const few = factors.length === 1 ? STEPS : 5;
  const points = study.points > 0 ? study.points : design === 'grid' ? few : 64;
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
