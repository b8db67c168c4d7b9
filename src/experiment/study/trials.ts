/**
 * What a search has tried so far: points of the unit cube, each with what its worlds gave, all on the same luck. A point
 * is simulated once; asked for again with more worlds it gets only those it lacks. Points are compared over the worlds
 * that both have met: common random numbers.
 */
import type { Values } from '../job.js';
import { type Difference, differenceOf, metricOf } from './estimate.js';
import { type Factor, valuesAt } from './factor.js';
import type { Metric } from './metric.js';
import { type Sample, type StudyPoint, valuesOf } from './sample.js';
import type { Lab } from './study.js';

/** A point that was tried. */
export interface Trial {
  /** Coordinates in [0, 1], one for each factor. */
  readonly row: readonly number[];
  readonly values: Values;
  /** Worlds it met: replicates 0 to below this. */
  readonly replicates: number;
  /** For each gather of the objective, one number a world. */
  readonly gathered: readonly (readonly number[])[];
  /** 1 for each world that finished. */
  readonly finished: readonly number[];
}

/** The record of a search. Trials are known by their places in `list`. */
export interface Trials {
  readonly list: readonly Trial[];
  /** Simulates what the rows lack. @returns places of the rows, equal ones for rows with the same values */
  measure(rows: readonly (readonly number[])[], replicates: number): Promise<number[]>;
  /** The objective over the first `replicates` worlds, all unless given; -Infinity if it is undefined. */
  value(trial: number, replicates?: number): number;
  /** The objective over the even (0) or the odd (1) worlds alone. */
  half(trial: number, parity: 0 | 1): number;
  /** Trial - other over the first `replicates` worlds, all that both have unless given. */
  difference(trial: number, other: number, replicates?: number): Difference;
}

/** Where the trials play: values laid over `point.values`, which stay. */
export interface TrialPlan {
  readonly point: StudyPoint;
  readonly factors: readonly Factor[];
  readonly objective: Metric;
}

/** True if the interval lies below 0: the trial is worse than the other. */
export function isClearlyWorse({ high }: Pick<Difference, 'high'>): boolean {
  return high < 0;
}

/** A sample of the first worlds of some trials, so that the estimates of all studies apply. */
function sampleOf(trials: readonly Trial[], objective: Metric, replicates: number): Sample {
  const numbers = (k: number) => trials.flatMap(({ gathered }) => gathered[k].slice(0, replicates));
  return {
    ...{ points: [], metrics: [objective], first: 0, replicates },
    gathered: objective.formula.gathers.map((_, k) => Float64Array.from(numbers(k))),
    finished: Uint8Array.from(trials.flatMap(({ finished }) => finished.slice(0, replicates))),
  };
}

/** What the gathers found in the first worlds of a trial, of those that finished. */
function firstOf(trial: Trial, objective: Metric, replicates: number): number[][] {
  return valuesOf(sampleOf([trial], objective, replicates), 0, 0);
}

function ranked(value: number): number {
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}

/** A trial with the worlds of a sample added. */
function extended(trial: Trial, sample: Sample, point: number): Trial {
  const [from, to] = [point * sample.replicates, (point + 1) * sample.replicates];
  return {
    ...trial,
    replicates: trial.replicates + sample.replicates,
    gathered: trial.gathered.map((own, k) => [...own, ...sample.gathered[k].subarray(from, to)]),
    finished: [...trial.finished, ...sample.finished.subarray(from, to)],
  };
}

/** An empty record. */
export function makeTrials(lab: Lab, { point, factors, objective }: TrialPlan): Trials {
  const list: Trial[] = [];
  const known = new Map<string, number>();
  const place = (row: readonly number[]): number => {
    const values = valuesAt(factors, row);
    const key = JSON.stringify(values);
    const found = known.get(key) ?? list.length;
    known.set(key, found);
    if (found === list.length)
      list.push({
        row,
        values,
        replicates: 0,
        gathered: objective.formula.gathers.map(() => []),
        finished: [],
      });
    return found;
  };
  const extend = async (places: readonly number[], first: number, replicates: number) => {
    const points = places.map((at) => ({ ...point, values: { ...point.values, ...list[at].values } }));
    const sample = await lab.sample({ points, metrics: [objective], first, replicates: replicates - first });
    for (const [k, at] of places.entries()) list[at] = extended(list[at], sample, k);
  };
  return {
    list,
    async measure(rows, replicates) {
      const places = rows.map(place);
      const short = [...new Set(places)].filter((at) => list[at].replicates < replicates);
      for (const first of new Set(short.map((at) => list[at].replicates))) {
        const together = short.filter((at) => list[at].replicates === first);
        await extend(together, first, replicates);
      }
      return places;
    },
    value: (trial, replicates = list[trial].replicates) =>
      ranked(metricOf(objective, firstOf(list[trial], objective, replicates))),
    half(trial, parity) {
      const all = firstOf(list[trial], objective, list[trial].replicates);
      const chosen = all.map((numbers) => numbers.filter((_, world) => world % 2 === parity));
      return ranked(metricOf(objective, chosen));
    },
    difference(trial, other, replicates = Math.min(list[trial].replicates, list[other].replicates)) {
      return differenceOf(sampleOf([list[other], list[trial]], objective, replicates), 0, [0, 1]);
    },
  };
}
