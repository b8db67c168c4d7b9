/**
 * Which factors matter at all? Elementary effects (Morris 1991): the change of the outcome over the change of one factor,
 * at many places. mu, their mean, says the direction; mu* (Campolongo, Cariboni & Saltelli 2007, Environmental Modelling &
 * Software 22, 1509-1518), the mean of their sizes, says how much and is not fooled by changing signs; sigma, their
 * standard deviation, says whether the effect hangs on the others or is curved. Costs trajectories x (d + 1) evaluations.
 * Intervals by bootstrap over trajectories (percentiles): rough below some ten of them.
 */
import { expectLevel, expectThat, expectWhole } from './expect.js';
import { type MorrisOptions, morrisDesign } from './morris-design.js';
import { quantile } from './quantile.js';
import { randomStream, type Seed } from './random-stream.js';
import type { Interval } from './sobol-indices.js';

/** One entry a factor; in units of the outcome for the whole range of the factor. */
export interface MorrisEffects {
  readonly mu: readonly number[];
  readonly muStar: readonly number[];
  readonly sigma: readonly number[];
  readonly muInterval: readonly Interval[];
  readonly muStarInterval: readonly Interval[];
  readonly sigmaInterval: readonly Interval[];
}

export interface EffectOptions {
  /** Of the bootstrap; 1 unless given. */
  readonly seed?: Seed;
  /** Bootstrap resamples, at least 2; 1000 unless given. */
  readonly samples?: number;
  /** Between 0 and 1; .95 unless given. */
  readonly level?: number;
}

/** Elementary effects of each trajectory: shape trajectories x d. */
function elementaryEffects(rows: readonly (readonly number[])[], values: ArrayLike<number>): number[][] {
  const d = rows.length > 0 ? rows[0].length : 0;
  const trajectories = rows.length / (d + 1);
  const isWhole = d >= 1 && Number.isInteger(trajectories) && trajectories >= 2;
  expectThat(isWhole, `morrisEffects: expected at least 2 trajectories of ${d + 1} rows`, rows.length);
  expectThat(values.length === rows.length, `morrisEffects: expected ${rows.length} values`, values.length);
  return Array.from({ length: trajectories }, (_, t) => {
    const effects = new Array<number>(d).fill(Number.NaN);
    for (let step = t * (d + 1); step < t * (d + 1) + d; step++) {
      const [from, to] = [rows[step], rows[step + 1]];
      const j = from.findIndex((value, k) => value !== to[k]);
      const effect = (values[step + 1] - values[step]) / (to[j] - from[j]);
      expectThat(Number.isFinite(effect), `morrisEffects: expected a finite effect at row ${step}`, effect);
      effects[j] = effect;
    }
    expectThat(
      !effects.some(Number.isNaN),
      'morrisEffects: expected rows of morrisDesign',
      `row ${t * (d + 1)}`,
    );
    return effects;
  });
}

/** mu, mu* and sigma of one factor. */
function moments(effects: readonly number[]): [mu: number, muStar: number, sigma: number] {
  const r = effects.length;
  const mu = effects.reduce((sum, effect) => sum + effect, 0) / r;
  const muStar = effects.reduce((sum, effect) => sum + Math.abs(effect), 0) / r;
  const squares = effects.reduce((sum, effect) => sum + (effect - mu) ** 2, 0);
  return [mu, muStar, Math.sqrt(squares / (r - 1))];
}

function intervals(effects: readonly (readonly number[])[], options: EffectOptions): Interval[][] {
  const { seed = 1, samples = 1000, level = 0.95 } = options;
  expectWhole(samples, 2, 'morrisEffects: expected samples');
  expectLevel(level, 'morrisEffects');
  const stream = randomStream('morrisEffects', seed);
  const drawn = Array.from({ length: samples }, () => {
    const trajectories = effects.map(() => effects[stream.below(effects.length)]);
    return effects[0].map((_, j) => moments(trajectories.map((row) => row[j])));
  });
  return [0, 1, 2].map((moment) =>
    effects[0].map((_, j): Interval => {
      const sorted = Float64Array.from(drawn, (row) => row[j][moment]).sort();
      return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
    }),
  );
}

/**
 * Effects from the outcomes at the rows of `morrisDesign`, in its order; its first trajectories will do.
 * @param rows at least 2 trajectories of d + 1 rows @param values finite, one a row
 * @throws RangeError on other rows, values and options
 */
export function morrisEffects(
  rows: readonly (readonly number[])[],
  values: ArrayLike<number>,
  options: EffectOptions = {},
): MorrisEffects {
  const effects = elementaryEffects(rows, values);
  const found = effects[0].map((_, j) => moments(effects.map((row) => row[j])));
  const [muInterval, muStarInterval, sigmaInterval] = intervals(effects, options);
  return {
    mu: found.map(([mu]) => mu),
    muStar: found.map(([, muStar]) => muStar),
    sigma: found.map(([, , sigma]) => sigma),
    muInterval,
    muStarInterval,
    sigmaInterval,
  };
}

/**
 * Screens the factors of a function.
 * @param f takes a row of d numbers in 0..1, gives a finite number; asked trajectories x (d + 1) times
 * @throws RangeError on bad options
 */
export function morris(
  f: (row: readonly number[]) => number,
  d: number,
  options: MorrisOptions & Pick<EffectOptions, 'samples' | 'level'>,
): MorrisEffects {
  const rows = morrisDesign(d, options);
  return morrisEffects(
    rows,
    rows.map((row) => f(row)),
    options,
  );
}
