/**
 * Bootstrap interval of any statistic: Efron 1987, "Better bootstrap confidence intervals", JASA 82, 171-185. BCa mends
 * bias and skewness of the percentile interval; the acceleration comes from the jackknife (his eq. 6.6), so it asks the
 * statistic samples + n times. With fewer than some twenty values no bootstrap covers as often as it says.
 */
import { expectLevel, expectThat, expectWhole } from './expect.js';
import { normalCdf } from './normal-cdf.js';
import { normalQuantile } from './normal-quantile.js';
import { quantile } from './quantile.js';
import { randomStream, type Seed } from './random-stream.js';

/** A statistic with its interval, in the units of the statistic. */
export interface BootstrapInterval {
  /** The statistic of the values themselves. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation over the resamples. */
  readonly standardError: number;
}

export interface BootstrapOptions {
  readonly seed: Seed;
  /** Resamples, at least 2; 2000 unless given. */
  readonly samples?: number;
  /** Between 0 and 1; .95 unless given. */
  readonly level?: number;
  /** `bca` unless given; `percentile` asks the statistic n times less. */
  readonly method?: 'bca' | 'percentile';
}

type Statistic<T> = (sample: readonly T[]) => number;

function standardDeviation(values: ArrayLike<number>): number {
  let [mean, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const step = values[i] - mean;
    mean += step / (i + 1);
    squares += step * (values[i] - mean);
  }
  return Math.sqrt(squares / (values.length - 1));
}

/** Efron 1987, eq. 6.6: a sixth of the skewness of the jackknife values; 0 if they are equal. */
function acceleration<T>(values: readonly T[], statistic: Statistic<T>): number {
  const jackknife = values.map((_, i) => statistic(values.toSpliced(i, 1)));
  const mean = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length;
  const squares = jackknife.reduce((sum, value) => sum + (mean - value) ** 2, 0);
  const cubes = jackknife.reduce((sum, value) => sum + (mean - value) ** 3, 0);
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

/** Share of resamples below the estimate, ties half; kept off 0 and 1 by half a resample. */
function shareBelow(sorted: Float64Array, estimate: number): number {
  const below = sorted.reduce((sum, value) => sum + (value < estimate ? 1 : value === estimate ? 0.5 : 0), 0);
  return Math.min(sorted.length - 0.5, Math.max(0.5, below)) / sorted.length;
}

/**
 * Interval of `statistic` over `values` drawn again with replacement.
 * @param values at least 2, of any kind: numbers, or rows of a table
 * @param statistic called with n values; it must give a finite number for each resample
 * @throws RangeError on bad options, or naming what the statistic gave
 */
export function bootstrap<T>(
  values: readonly T[],
  statistic: Statistic<T>,
  options: BootstrapOptions,
): BootstrapInterval {
  const { seed, samples = 2000, level = 0.95, method = 'bca' } = options;
  expectThat(values.length >= 2, 'bootstrap: expected at least 2 values', values.length);
  expectWhole(samples, 2, 'bootstrap: expected samples');
  expectLevel(level, 'bootstrap');
  const isMethod = method === 'bca' || method === 'percentile';
  expectThat(isMethod, 'bootstrap: expected method to be bca or percentile', method);
  const checked: Statistic<T> = (sample) => {
    const value = statistic(sample);
    expectThat(Number.isFinite(value), 'bootstrap: expected the statistic to be a finite number', value);
    return value;
  };
  const stream = randomStream('bootstrap', seed);
  const resample = () => checked(values.map(() => values[stream.below(values.length)]));
  const estimate = checked(values);
  const sorted = Float64Array.from({ length: samples }, resample).sort();
  let tails = [(1 - level) / 2, (1 + level) / 2];
  if (method === 'bca') {
    const bias = normalQuantile(shareBelow(sorted, estimate));
    const a = acceleration(values, checked);
    const mended = (z: number) => normalCdf(bias + (bias + z) / (1 - a * (bias + z)));
    tails = tails.map((tail) => mended(normalQuantile(tail)));
  }
  const [low, high] = tails.map((tail) => quantile(sorted, tail));
  return { estimate, low, high, standardError: standardDeviation(sorted) };
}
