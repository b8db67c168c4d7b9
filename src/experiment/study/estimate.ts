/**
 * Estimates of a metric with 95 % intervals: Wilson for a share (of copies with a world as a cluster), Student's t for a
 * mean, percentile bootstrap over worlds for the rest. Differences are paired: McNemar-type for shares, t of the differences for means.
 */
import { clusterShare } from '../../statistics/cluster-share.js';
import { meanInterval } from '../../statistics/mean-interval.js';
import { countPairs } from '../../statistics/paired-counts.js';
import { pairedDifference } from '../../statistics/paired-difference.js';
import { pairedProportions } from '../../statistics/paired-proportions.js';
import { wilson } from '../../statistics/wilson.js';
import { gather } from '../gatherers.js';
import type { Metric } from './metric.js';
import { resamples, spanOf } from './resample.js';
import { pairedValues, type Sample, valuesOf } from './sample.js';

/**
 * A number with its 95 % interval, from n worlds; NaN (null in JSON) if it could not be measured, infinite (null, too)
 * where a formula is, such as the median exit month of a firm that lives in most worlds.
 */
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

/** The metric of numbers gathered in some worlds. */
export function metricOf({ formula }: Metric, gathered: readonly (readonly number[])[]): number {
  return formula.combine(
    formula.gathers.map(({ name, parameter }, k) => gather(name, gathered[k], parameter)),
  );
}

/** True if no world has a value, such as of a firm that the scenario lacks. */
function isMissing(gathered: readonly (readonly number[])[]): boolean {
  return gathered.some((numbers) => numbers.every(Number.isNaN));
}

/** True in a share: a number that is not 0, and not undefined. */
export function isTrue(value: number): boolean {
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
  if (isMissing(gathered)) return { estimate: Number.NaN, low: Number.NaN, high: Number.NaN, n };
  if (own.formula.sole === 'share') return wilson(gathered[0].filter(isTrue).length, n);
  const { copies } = own;
  if (copies !== undefined) return clusterShare(gathered[0].map((k) => ({ k, n: copies })));
  if (soleMean(own, gathered)) return { ...meanInterval(gathered[0]), n };
  const seen = resamples(n, own.text, (places) => metricOf(own, chosen(gathered, places)));
  return { estimate: metricOf(own, gathered), ...spanOf(seen), n };
}

/** B - A of a metric at two points, in the worlds that finished in both. */
export function differenceOf(sample: Sample, metric: number, pair: readonly [number, number]): Difference {
  const own = sample.metrics[metric];
  const [a, b] = pairedValues(sample, metric, pair);
  const n = a[0].length;
  const found = (gathered: number[][]) => (isMissing(gathered) ? Number.NaN : metricOf(own, gathered));
  const ends = { a: found(a), b: found(b), n };
  if (n < 2 || isMissing(a) || isMissing(b)) return { ...NOTHING, ...ends };
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
  const seen = resamples(a[0].length, own.text, (places) => [
    metricOf(own, chosen(a, places)),
    metricOf(own, chosen(b, places)),
  ]);
  const differences = seen.map(([ofA, ofB]) => ofB - ofA);
  const [va, vb, vd] = [
    variance(seen.map(([x]) => x)),
    variance(seen.map(([, y]) => y)),
    variance(differences),
  ];
  return {
    ...{ estimate: metricOf(own, b) - metricOf(own, a), ...spanOf(differences) },
    correlation: (va + vb - vd) / (2 * Math.sqrt(va * vb)),
    varianceReduction: (va + vb) / vd,
  };
}
