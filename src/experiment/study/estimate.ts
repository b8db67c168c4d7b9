/**
 * Estimates of a metric with 95 % intervals: Wilson for a share, Student's t for a mean, percentile bootstrap over
 * worlds for the rest. Differences are paired: McNemar-type for shares, t of the differences for means.
 */
import { bootstrap } from '../../statistics/bootstrap.js';
import { meanInterval } from '../../statistics/mean-interval.js';
import { countPairs } from '../../statistics/paired-counts.js';
import { pairedDifference } from '../../statistics/paired-difference.js';
import { pairedProportions } from '../../statistics/paired-proportions.js';
import { wilson } from '../../statistics/wilson.js';
import { gather } from '../gatherers.js';
import type { Metric } from './metric.js';
import { pairedValues, type Sample, valuesOf } from './sample.js';

/** A number with its 95 % interval, from n worlds; NaN (null in JSON) if it could not be measured. */
export interface Estimated {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** B - A with its 95 % interval. */
export interface Difference extends Estimated {
  readonly a: number;
  readonly b: number;
  /** Of A and B over worlds; NaN if one of them does not vary. */
  readonly correlation: number;
  /** (var A + var B) / var (B - A): so many times fewer runs than with independent luck. */
  readonly varianceReduction: number;
}

const PERCENTILE = { samples: 1000, method: 'percentile' } as const;

/** The metric of numbers gathered in some worlds. */
export function metricOf({ formula }: Metric, gathered: readonly (readonly number[])[]): number {
  return formula.combine(
    formula.gathers.map(({ name, parameter }, k) => gather(name, gathered[k], parameter)),
  );
}

/** True in a share: a number that is not 0, and not undefined. */
function isTrue(value: number): boolean {
  return value !== 0 && !Number.isNaN(value);
}

function soleMean({ formula }: Metric, gathered: readonly (readonly number[])[]): boolean {
  return formula.sole === 'mean' && gathered[0].every(Number.isFinite);
}

/** The worlds of some gathered numbers, chosen by their places. */
function chosen(gathered: readonly (readonly number[])[], places: readonly number[]): number[][] {
  return gathered.map((numbers) => places.map((at) => numbers[at]));
}

/** The metric of one point with its interval. */
export function estimateOf(sample: Sample, metric: number, point: number): Estimated {
  const own = sample.metrics[metric];
  const gathered = valuesOf(sample, metric, point);
  const n = gathered[0].length;
  if (n === 0) return { estimate: Number.NaN, low: Number.NaN, high: Number.NaN, n };
  if (own.formula.sole === 'share') return wilson(gathered[0].filter(isTrue).length, n);
  if (soleMean(own, gathered)) return { ...meanInterval(gathered[0]), n };
  const places = Array.from({ length: n }, (_, at) => at);
  const statistic = (at: readonly number[]) => metricOf(own, chosen(gathered, at));
  return { ...bootstrap(places, statistic, { ...PERCENTILE, seed: own.text }), n };
}

/** B - A of a metric at two points, in the worlds that finished in both. */
export function differenceOf(sample: Sample, metric: number, pair: readonly [number, number]): Difference {
  const own = sample.metrics[metric];
  const [a, b] = pairedValues(sample, metric, pair);
  const n = a[0].length;
  const ends = { a: metricOf(own, a), b: metricOf(own, b), n };
  if (n < 2) return { ...NOTHING, ...ends };
  if (own.formula.sole === 'share') {
    const [first, second] = [a[0].map(isTrue), b[0].map(isTrue)];
    return { ...ofShares(first, second), ...ends };
  }
  if (soleMean(own, a) && soleMean(own, b)) return { ...pairedDifference(b[0], a[0]), ...ends };
  return { ...byBootstrap(own, a, b), ...ends };
}

const NOTHING = {
  estimate: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  correlation: Number.NaN,
  varianceReduction: Number.NaN,
};

function ofShares(a: readonly boolean[], b: readonly boolean[]) {
  const { correlation, varianceReduction } = pairedDifference(b.map(Number), a.map(Number));
  const { difference, low, high } = pairedProportions(countPairs(b, a));
  return { estimate: difference, low, high, correlation, varianceReduction };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function byBootstrap(own: Metric, a: readonly (readonly number[])[], b: readonly (readonly number[])[]) {
  const places = a[0].map((_, at) => at);
  const seen: (readonly [number, number])[] = [];
  const statistic = (at: readonly number[]) => {
    const both = [metricOf(own, chosen(a, at)), metricOf(own, chosen(b, at))] as const;
    seen.push(both);
    return both[1] - both[0];
  };
  const interval = bootstrap(places, statistic, { ...PERCENTILE, seed: own.text });
  const [ofA, ofB] = [seen.map(([x]) => x), seen.map(([, x]) => x)];
  const [va, vb, vd] = [variance(ofA), variance(ofB), variance(seen.map(([x, y]) => y - x))];
  return {
    ...interval,
    correlation: (va + vb - vd) / (2 * Math.sqrt(va * vb)),
    varianceReduction: (va + vb) / vd,
  };
}
