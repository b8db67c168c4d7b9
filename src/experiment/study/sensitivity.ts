/**
 * What decides it? Sobol indices (Saltelli's design, Jansen's total index) tell which part of the variance of an outcome
 * each uncertain field makes, alone and with others; Morris's screening tells for few worlds which fields matter at all;
 * partial rank correlations tell the direction. Chance noise (other luck in the same inputs) is told apart.
 */
import { morrisEffects } from '../../statistics/morris.js';
import { morrisDesign } from '../../statistics/morris-design.js';
import { partialRankCorrelation } from '../../statistics/rank-correlation.js';
import { saltelliDesign } from '../../statistics/saltelli-design.js';
import { indicesFrom, indicesFromReplicates, type SobolIndices } from '../../statistics/sobol-indices.js';
import { BASE } from '../job.js';
import { designRows } from './design.js';
import { metricOf } from './estimate.js';
import { valuesAt } from './factor.js';
import { type Sample, valuesOf } from './sample.js';
import type { Lab, Study } from './study.js';
import { type TornadoRow, takeTornado, tornadoOf, tornadoPoints } from './tornado.js';

/** A measure of sensitivity with its 95 % interval. */
export interface Effect {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** One factor in one outcome; which effects there are depends on the method. */
export interface FactorEffects {
  readonly factor: string;
  /** Sobol: part of the variance that it makes alone, and with all others. */
  readonly first?: Effect;
  readonly total?: Effect;
  /** Morris: mean size, mean and spread of its elementary effects, in units of the outcome over the whole range. */
  readonly muStar?: Effect;
  readonly mu?: Effect;
  readonly sigma?: Effect;
  /** Partial rank correlation. */
  readonly correlation?: Effect & { readonly p: number };
}

/** The indices from the first so many base samples. */
export interface Convergence {
  readonly n: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** What decides one outcome. */
export interface OutcomeSensitivity {
  readonly outcome: string;
  readonly firm: string;
  readonly measure: string;
  /** Over the design; variance that the factors make. */
  readonly mean: number;
  readonly variance: number;
  /** Part of the variance of one world that no factor decides; missing if it cannot be told. */
  readonly chanceShare?: number;
  /** The strongest first. */
  readonly effects: readonly FactorEffects[];
  readonly convergence?: readonly Convergence[];
  readonly tornado: readonly TornadoRow[];
}

/** What `sensitivity` finds. */
export interface SensitivityResult {
  readonly method: 'sobol' | 'morris' | 'rank';
  /** Base samples, trajectories or points. */
  readonly points: number;
  readonly factors: readonly { readonly name: string; readonly unit: string }[];
  readonly outcomes: readonly OutcomeSensitivity[];
  /** Outcomes that never vary or could not be measured at every point. */
  readonly silent: readonly string[];
}

/** From so many factors on Sobol indices cost more than a first look is worth. */
const MANY = 8;
/** Worlds of each end of the tornado at least. */
const TORNADO = 50;
const USUAL = { sobol: 64, morris: 20, rank: 200 } as const;

type Method = SensitivityResult['method'];

function methodOf({ design, factors }: Study): Method {
  if (design === undefined || design === 'grid') return factors.length > MANY ? 'morris' : 'sobol';
  return design === 'sobol' || design === 'morris' ? design : 'rank';
}

function rowsOf(method: Method, { factors, seed, design }: Study, points: number): (readonly number[])[] {
  const d = factors.length;
  if (method === 'sobol') return saltelliDesign(points, d, seed);
  if (method === 'morris') return morrisDesign(d, { seed, trajectories: points, places: 'middles' });
  return designRows(design === 'random' ? 'random' : 'lhs', factors, { points, seed }).map(({ at }) => at);
}

function effect(estimate: number, [low, high]: readonly [number, number]): Effect {
  return { estimate, low, high };
}

type Analysis = Pick<OutcomeSensitivity, 'mean' | 'variance' | 'chanceShare' | 'effects' | 'convergence'>;

function strength(effects: FactorEffects): number {
  const { total, muStar, correlation } = effects;
  return Math.abs((total ?? muStar ?? correlation)?.estimate ?? 0);
}

function ranked(effects: FactorEffects[]): FactorEffects[] {
  return effects.sort((a, b) => strength(b) - strength(a));
}

interface Evaluations {
  readonly study: Study;
  readonly rows: readonly (readonly number[])[];
  /** The metric at each row. */
  readonly values: readonly number[];
  /** Worlds at each row, if the metric is their mean and all finished. */
  readonly replicates?: readonly (readonly number[])[];
}

function convergenceOf({ study, values }: Evaluations): Convergence[] {
  const d = study.factors.length;
  const n = values.length / (d + 2);
  return [n / 4, n / 2, n]
    .filter((part) => part >= 4 && Number.isInteger(part))
    .map((part) => {
      const { first, total } = indicesFrom(values.slice(0, part * (d + 2)), d, { samples: 2 });
      return { n: part, first, total };
    });
}

function bySobol(all: Evaluations): Analysis {
  const { study, values, replicates } = all;
  const d = study.factors.length;
  const options = { seed: study.seed };
  const withChance = replicates ? indicesFromReplicates(replicates, d, options) : undefined;
  const indices: SobolIndices = withChance ?? indicesFrom(values, d, options);
  const effects = study.factors.map(({ name }, k) => ({
    factor: name,
    first: effect(indices.first[k], indices.firstInterval[k]),
    total: effect(indices.total[k], indices.totalInterval[k]),
  }));
  return {
    ...{ mean: indices.mean, variance: indices.variance },
    ...(withChance ? { chanceShare: withChance.chanceShare } : {}),
    ...{ effects: ranked(effects), convergence: convergenceOf(all) },
  };
}

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

function byMorris({ study, rows, values }: Evaluations): Analysis {
  const found = morrisEffects(rows, values, { seed: study.seed });
  const effects = study.factors.map(({ name }, k) => ({
    factor: name,
    muStar: effect(found.muStar[k], found.muStarInterval[k]),
    mu: effect(found.mu[k], found.muInterval[k]),
    sigma: effect(found.sigma[k], found.sigmaInterval[k]),
  }));
  return { ...moments(values), effects: ranked(effects) };
}

function byRank({ study, rows, values }: Evaluations): Analysis {
  const found = partialRankCorrelation(rows, values);
  const effects = study.factors.map(({ name }, k) => {
    const { estimate, low, high, p } = found[k];
    return { factor: name, correlation: { estimate, low, high, p } };
  });
  return { ...moments(values), effects: ranked(effects) };
}

const ANALYSES = { sobol: bySobol, morris: byMorris, rank: byRank } as const;

function evaluationsOf(study: Study, rows: Evaluations['rows'], sample: Sample, metric: number): Evaluations {
  const own = sample.metrics[metric];
  const worlds = rows.map((_, point) => valuesOf(sample, metric, point));
  const values = worlds.map((gathered) => metricOf(own, gathered));
  const { sole } = own.formula;
  const isMean = sole === 'mean' || sole === 'share';
  const isWhole = worlds.every(([one]) => one.length === sample.replicates && one.every(Number.isFinite));
  if (!isMean || !isWhole) return { study, rows, values };
  const number = (value: number) => (sole === 'share' ? Number(value !== 0) : value);
  return { study, rows, values, replicates: worlds.map(([one]) => one.map(number)) };
}

/** Simulates the design and the tornado, then analyses every outcome. */
export async function sensitivity(study: Study, lab: Lab): Promise<SensitivityResult> {
  const { scenario, factors, metrics, replicates } = study;
  const method = methodOf(study);
  const points = study.points || USUAL[method];
  const rows = rowsOf(method, study, points);
  const order = rows.map((row) => ({ scenario, arm: BASE, values: valuesAt(factors, row) }));
  const reps = Math.max(TORNADO, replicates);
  const planned = order.length * replicates + tornadoPoints(study).length * reps;
  const sample = await lab.sample({ points: order, metrics, replicates, planned });
  const ends = await takeTornado(study, lab, reps);
  const all = metrics.map((_, k) => evaluationsOf(study, rows, sample, k));
  const isTold = ({ values }: Evaluations) =>
    values.every(Number.isFinite) && values.some((value) => value !== values[0]);
  const name = (k: number) => [metrics[k].name, metrics[k].firm].filter((part) => part).join(' of ');
  return {
    ...{ method, points },
    factors: factors.map((factor) => ({ name: factor.name, unit: factor.unit })),
    outcomes: metrics.flatMap(({ name: outcome, firm = '', text }, k) =>
      isTold(all[k])
        ? [{ outcome, firm, measure: text, ...ANALYSES[method](all[k]), tornado: tornadoOf(study, ends, k) }]
        : [],
    ),
    silent: metrics.flatMap((_, k) => (isTold(all[k]) ? [] : [name(k)])),
  };
}
