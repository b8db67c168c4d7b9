/**
 * Which factors decide? Sobol indices (Sobol 1993): the share of an outcome's variance that a factor makes alone (first)
 * and with all others (total); estimators in index-terms.ts. Nothing is cut to 0..1, so a small factor may come out below
 * 0. Intervals by bootstrap over blocks (percentiles); blocks of a Sobol sequence tell more than independent ones, so they
 * are rather too wide. Costs n (d + 2) evaluations and samples x n x d additions.
 *
 * Noise: see evaluation-errors.ts. Its variance is taken out of variance and indices without bias, so that they are those
 * of the mean outcome at a point; the intervals hold for the luck that was drawn, they do not draw it again.
 */
import { knownErrors, NO_ERRORS, replicateErrors, rowMeans } from './evaluation-errors.js';
import { expectLevel, expectWhole } from './expect.js';
import {
  blocksOf,
  type FirstEstimator,
  type IndexTerms,
  indexTerms,
  indicesOf,
  sumOf,
} from './index-terms.js';
import { quantile } from './quantile.js';
import { randomStream, type Seed } from './random-stream.js';
import { saltelliDesign } from './saltelli-design.js';

/** 95 % unless another level was asked for. */
export type Interval = readonly [low: number, high: number];

/** One entry a factor. NaN where the factors make no variance. */
export interface SobolIndices {
  readonly first: readonly number[];
  readonly total: readonly number[];
  readonly firstInterval: readonly Interval[];
  readonly totalInterval: readonly Interval[];
  /** Of the outcome over the factors. */
  readonly mean: number;
  /** Of the outcome that the factors make, noise taken out. */
  readonly variance: number;
  /** Variance between evaluations that chance made, taken out of `variance`; 0 if no noise was told. */
  readonly noise: number;
}

/** Indices with the chance of a single replicate. */
export interface ReplicateIndices extends SobolIndices {
  /** Mean variance between the replicates of one point: what chance makes of one world. */
  readonly chance: number;
  /** chance / (chance + variance): the share of one world's outcome that no factor decides. */
  readonly chanceShare: number;
}

export interface IndexOptions {
  /** Of the bootstrap; 1 unless given. */
  readonly seed?: Seed;
  /** Bootstrap resamples, at least 2; 500 unless given. */
  readonly samples?: number;
  /** Between 0 and 1; .95 unless given. */
  readonly level?: number;
  /** Of the first index; `corrected` unless given. */
  readonly estimator?: FirstEstimator;
}

function intervalsOf(terms: IndexTerms, options: IndexOptions): Interval[] {
  const { seed = 1, samples = 500, level = 0.95 } = options;
  expectWhole(samples, 2, 'indicesFrom: expected samples');
  expectLevel(level, 'indicesFrom');
  const stream = randomStream('indicesFrom', seed);
  const drawn = Array.from(
    { length: samples },
    () =>
      indicesOf(
        sumOf(terms, () => stream.below(terms.n)),
        terms,
      ).indices,
  );
  return Array.from({ length: 2 * terms.d }, (_, i) => {
    const known = Float64Array.from(
      drawn.map((row) => row[i]).filter((value) => !Number.isNaN(value)),
    ).sort();
    if (known.length < samples / 2) return [Number.NaN, Number.NaN];
    return [quantile(known, (1 - level) / 2), quantile(known, (1 + level) / 2)];
  });
}

function summary(terms: IndexTerms, options: IndexOptions): SobolIndices {
  const { d } = terms;
  const { indices, variance, noise } = indicesOf(
    sumOf(terms, (k) => k),
    terms,
  );
  const intervals = intervalsOf(terms, options);
  return {
    first: indices.slice(0, d),
    total: indices.slice(d),
    firstInterval: intervals.slice(0, d),
    totalInterval: intervals.slice(d),
    mean: terms.centre,
    variance,
    noise,
  };
}

/**
 * Indices from the outcomes at the rows of `saltelliDesign`, in its order; the outcomes of its first blocks will do.
 * @param values n (d + 2) finite numbers, n >= 2
 * @param options.noise variance of the chance in an evaluation (for a mean of R replicates: their variance / R), one for
 *   all or one for each, independent between evaluations; 0 unless given. For common luck see `indicesFromReplicates`
 * @throws RangeError on other values and options
 */
export function indicesFrom(
  values: ArrayLike<number>,
  d: number,
  options: IndexOptions & { readonly noise?: number | ArrayLike<number> } = {},
): SobolIndices {
  const { noise, estimator } = options;
  const errors = noise === undefined ? NO_ERRORS : knownErrors(noise, values.length);
  return summary(indexTerms(values, d, { errors, estimator }), options);
}

/**
 * Indices of the mean outcome from R replicates at each row of `saltelliDesign`, chance taken out; right with common
 * luck (replicate r has the same luck at all rows) and without.
 * @param replicates n (d + 2) rows of R >= 2 finite numbers
 * @throws RangeError on other shapes and options
 */
export function indicesFromReplicates(
  replicates: ArrayLike<ArrayLike<number>>,
  d: number,
  options: IndexOptions = {},
): ReplicateIndices {
  const values = rowMeans(replicates);
  const n = blocksOf(values, d);
  const base = Array.from({ length: 2 * n }, (_, k) => Math.floor(k / 2) * (d + 2) + (k % 2));
  const errors = replicateErrors(replicates, base);
  const indices = summary(indexTerms(values, d, { errors, estimator: options.estimator }), options);
  const chance = (replicates[0].length * base.reduce((sum, j) => sum + errors.variance(j), 0)) / base.length;
  return { ...indices, chance, chanceShare: chance / (chance + Math.max(0, indices.variance)) };
}

/**
 * Sobol indices of a function with bootstrap intervals.
 * @param f takes a row of d numbers in (0, 1), gives a finite number
 * @param d factors, 1..100 @param n base samples, at least 2, best a power of two: f is asked n (d + 2) times
 * @throws RangeError on other numbers
 */
export function sobolIndices(
  f: (row: readonly number[]) => number,
  d: number,
  n: number,
  seed: Seed,
  options: Omit<IndexOptions, 'seed'> = {},
): SobolIndices {
  return indicesFrom(
    saltelliDesign(n, d, seed).map((row) => f(row)),
    d,
    { ...options, seed },
  );
}
