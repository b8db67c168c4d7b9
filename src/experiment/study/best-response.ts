/**
 * The best parameters of a firm while its rivals keep theirs: a search on one set of worlds (`seek.ts`), then the winner
 * against the present plan on fresh worlds, because the best of many is partly lucky. Told with it: which other values
 * are not clearly worse, and whether the best lies at an end of its range.
 */
import { BASE } from '../job.js';
import { type ChosenField, chosenField, valueAt } from './chosen-field.js';
import { type Difference, differenceOf } from './estimate.js';
import type { Factor } from './factor.js';
import { type Metric, namedMetrics } from './metric.js';
import type { Player } from './objective.js';
import { presentCoordinate } from './present.js';
import type { StudyPoint } from './sample.js';
import { seek } from './seek.js';
import type { Lab, Study } from './study.js';
import { isClearlyWorse, makeTrials, type Trials } from './trials.js';

/** One field of the best plan. */
export interface BestField extends ChosenField {
  /** Values of the points tried that are not clearly worse than the best: lowest and highest, or the levels. */
  readonly near: readonly unknown[];
}

/** What `best-response` finds. */
export interface BestResponse {
  readonly firm: string;
  readonly maximised: string;
  readonly fields: readonly BestField[];
  /** Points tried, in the order of the fields, with the objective and its difference from the best in the search. */
  readonly tried: readonly {
    readonly values: readonly unknown[];
    readonly worlds: number;
    readonly objective: number;
    readonly fromBest: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** No point that was tried is clearly worse than the best. */
  readonly flat: boolean;
  /** The best plan less the present one on fresh worlds. */
  readonly gain: Difference;
  /** P(cash-out), and money from investors, listing and parent, in the same fresh worlds. */
  readonly beside: { readonly cashOut: Difference; readonly outside: Difference };
}

/** Values that a field has in some trials: the lowest and the highest, or the different levels. */
function spanOf(factor: Factor, coordinates: readonly number[]): unknown[] {
  const values = coordinates.map((u) => valueAt(factor, u));
  if (factor.levels) return factor.levels.filter((level) => values.includes(level));
  return [Math.min(...(values as number[])), Math.max(...(values as number[]))];
}

function fieldsOf(
  { factors }: Player,
  { scenario }: Study,
  found: { readonly trials: Trials; readonly best: number; readonly near: readonly number[] },
): BestField[] {
  const { trials, best, near } = found;
  const coordinates = (k: number) => near.map((at) => trials.list[at].row[k]);
  return factors.map((factor, k) => ({
    ...chosenField(factor, trials.list[best].row[k], scenario),
    near: spanOf(factor, coordinates(k)),
  }));
}

/** Formulas that tell how a gain was made: P(cash-out) and money from outside. */
function besideOf(firm: string, { scenario }: Study): Metric[] {
  const id = JSON.stringify(firm);
  const copies = Object.values(scenario.firms).filter(({ family }) => family === firm).length || 1;
  const outside = ['rounds', 'listing', 'parent'].map((line) => `total(${line}, ${id}, 1, months)`);
  const named = {
    cashOut: copies === 1 ? `share(cashOut(${id}))` : `mean(cashOut(${id})) / ${copies}`,
    outside: `mean(${outside.join(' + ')})`,
  };
  return namedMetrics(named, scenario).metrics;
}

function triedIn(trials: Trials, best: number, { factors }: Player): BestResponse['tried'] {
  return trials.list.map(({ row, replicates }, at) => {
    const { estimate, low, high } = trials.difference(at, best);
    return {
      values: factors.map((factor, k) => valueAt(factor, row[k])),
      ...{ worlds: replicates, objective: trials.value(at), fromBest: estimate, low, high },
    };
  });
}

/** Searches, then confirms. */
export async function bestResponse(study: Study, lab: Lab): Promise<BestResponse> {
  const { scenario, replicates, points, seed } = study;
  const [player] = study.players;
  const { firm, factors, objective } = player;
  const point: StudyPoint = { scenario, arm: study.arms[0] ?? BASE };
  const trials = makeTrials(lab, { point, factors, objective });
  const start = factors.map((factor) => presentCoordinate(factor, scenario));
  const best = await seek(trials, { factors, start, replicates, points, seed: `${seed}/${firm}` });
  const near = trials.list.flatMap((_, at) =>
    at === best || !isClearlyWorse(trials.difference(at, best)) ? [at] : [],
  );
  const fresh = await lab.sample({
    points: [point, { ...point, values: trials.list[best].values }],
    metrics: [objective, ...besideOf(firm, study)],
    ...{ first: replicates, replicates },
  });
  return {
    ...{ firm, maximised: objective.text },
    fields: fieldsOf(player, study, { trials, best, near }),
    tried: triedIn(trials, best, player),
    flat: near.length === trials.list.length,
    gain: differenceOf(fresh, 0, [0, 1]),
    beside: { cashOut: differenceOf(fresh, 1, [0, 1]), outside: differenceOf(fresh, 2, [0, 1]) },
  };
}
