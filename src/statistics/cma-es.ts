/**
 * CMA-ES in the unit box: an evolution strategy that learns the covariance of good steps. Hansen 2016 (The CMA
 * evolution strategy: a tutorial, arXiv:1604.00772), figure 6 with negative weights. It asks for nothing but a rank
 * of candidates, so rough and noisy losses do; it costs no derivatives, and candidates of a generation can be
 * evaluated side by side. Nelder-Mead would be one after the other and gets lost beyond five dimensions.
 *
 * The strategy itself knows no box: what lies beyond it is mirrored at its borders before it is evaluated, so that an
 * optimum on a border is one in the middle of two mirror images. To learn from mirrored steps instead, as repaired
 * ones, comes to rest before it is there.
 * Normal numbers come from a seed, or by address (generation, candidate, coordinate) from the caller. JavaScript leaves
 * the last digits of Math.exp and Math.log to the engine, so a caller that needs the same bytes everywhere gives its own.
 */
import { type CmaConstants, cmaConstants, usualPopulation } from './cma-weights.js';
import { expectThat, expectWhole } from './expect.js';
import { randomStream, type Seed } from './random-stream.js';
import { type Eigen, symmetricEigen } from './symmetric-eigen.js';

/** A standard normal number by its address. */
export type NormalAt = (generation: number, candidate: number, coordinate: number) => number;

export interface CmaOptions {
  /** First mean, each coordinate from 0 to 1. */
  readonly mean: readonly number[];
  /** First step, as a share of the box; .3 unless given (Hansen 2016, appendix A). */
  readonly sigma?: number;
  /** Candidates of a generation, at least 4; 4 + floor(3 ln n) unless given. */
  readonly lambda?: number;
  /** Source of the steps: any text or whole number, or normal numbers of one's own. */
  readonly seed?: Seed;
  readonly normal?: NormalAt;
  /** Math's unless given. */
  readonly functions?: { readonly exp: (x: number) => number; readonly log: (x: number) => number };
}

/** The strategy between generations. `sigma` and `covariance` are changed in place by `tell`. */
export interface Cma {
  /** Candidates of the next generation, each of the length of the mean, in the box. */
  ask(): number[][];
  /** Learns from the losses of the candidates that `ask` gave last, in their order; Infinity is the worst. */
  tell(losses: readonly number[]): void;
  /** Largest standard deviation of a step along any axis. */
  spread(): number;
  /** Longest axis / shortest axis of the steps. */
  stretch(): number;
}

/** A number folded into [0, 1] by mirrors at 0 and 1. */
export function mirrored(x: number): number {
  const folded = Math.abs(x % 2);
  return folded > 1 ? 2 - folded : folded;
}

interface State {
  readonly n: number;
  readonly constants: CmaConstants;
  readonly exp: (x: number) => number;
  mean: number[];
  sigma: number;
  generation: number;
  readonly covariance: number[][];
  readonly pathSigma: number[];
  readonly pathC: number[];
  /** Of the covariance. */
  eigen: Eigen;
}

/** Lengths of the axes; a value below 0 is rounding. */
function axes({ eigen }: State): number[] {
  return eigen.values.map((value) => Math.sqrt(Math.max(value, 1e-300)));
}

/** y = B D z. */
function step(state: State, z: readonly number[]): number[] {
  const lengths = axes(state);
  return z.map((_, i) => z.reduce((sum, own, k) => sum + state.eigen.vectors[k][i] * lengths[k] * own, 0));
}

/** C^(-1/2) y. */
function whiten(state: State, y: readonly number[]): number[] {
  const lengths = axes(state);
  const along = state.eigen.vectors.map(
    (vector, k) => vector.reduce((sum, part, i) => sum + part * y[i], 0) / lengths[k],
  );
  return y.map((_, i) => along.reduce((sum, part, k) => sum + state.eigen.vectors[k][i] * part, 0));
}

function squares(vector: readonly number[]): number {
  return vector.reduce((sum, part) => sum + part * part, 0);
}

/** The covariance after a generation, eq. 47. */
function adapt(state: State, steps: readonly (readonly number[])[], stalled: boolean): void {
  const { n, constants, covariance, pathC } = state;
  const { weights, c1, cMu, cC } = constants;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const keep = 1 + (stalled ? c1 * cC * (2 - cC) : 0) - c1 - cMu * total;
  const scaled = steps.map((y, k) =>
    weights[k] >= 0 ? weights[k] : (weights[k] * n) / Math.max(squares(whiten(state, y)), 1e-300),
  );
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = keep * covariance[i][j] + c1 * pathC[i] * pathC[j];
      for (const [k, y] of steps.entries()) sum += cMu * scaled[k] * y[i] * y[j];
      covariance[i][j] = sum;
      covariance[j][i] = sum;
    }
  }
}

/** Paths, step size, mean and covariance after a generation; `steps` by rank, the best first. */
function learn(state: State, steps: readonly (readonly number[])[]): void {
  const { n, constants, pathSigma, pathC } = state;
  const { weights, muEff, cSigma, dSigma, cC, chi } = constants;
  const mean = state.mean.map((_, i) => steps.reduce((sum, y, k) => sum + Math.max(weights[k], 0) * y[i], 0));
  const white = whiten(state, mean);
  const ease = Math.sqrt(cSigma * (2 - cSigma) * muEff);
  for (let i = 0; i < n; i++) pathSigma[i] = (1 - cSigma) * pathSigma[i] + ease * white[i];
  const length = Math.sqrt(squares(pathSigma));
  state.generation++;
  let left = 1;
  for (let g = 0; g < 2 * state.generation && left > 1e-12; g++) left *= 1 - cSigma;
  const stalled = length / Math.sqrt(1 - left) >= (1.4 + 2 / (n + 1)) * chi;
  const easeC = stalled ? 0 : Math.sqrt(cC * (2 - cC) * muEff);
  for (let i = 0; i < n; i++) pathC[i] = (1 - cC) * pathC[i] + easeC * mean[i];
  adapt(state, steps, stalled);
  state.mean = state.mean.map((m, i) => m + state.sigma * mean[i]);
  state.sigma *= state.exp(Math.min(1, (cSigma / dSigma) * (length / chi - 1)));
  state.eigen = symmetricEigen(state.covariance);
}

/** Normal numbers one after the other; `startCma` asks in the order of generation, candidate, coordinate. */
function normalsOf(seed: Seed): NormalAt {
  const stream = randomStream('startCma', seed);
  return () => stream.normal();
}

/**
 * Starts a strategy; `ask` and `tell` take turns.
 * @throws RangeError unless the mean lies in the box, sigma > 0, lambda is whole from 4, and `seed` or `normal` is given
 */
export function startCma(options: CmaOptions): Cma {
  const { mean, sigma = 0.3, lambda = usualPopulation(mean.length), functions = Math } = options;
  const n = mean.length;
  const isInBox = n > 0 && mean.every((m) => m >= 0 && m <= 1);
  expectThat(isInBox, 'startCma: expected mean to hold numbers from 0 to 1', `[${mean.join(', ')}]`);
  expectThat(
    sigma > 0 && Number.isFinite(sigma),
    'startCma: expected sigma to be a finite number above 0',
    sigma,
  );
  expectWhole(lambda, 4, 'startCma: expected lambda');
  const normal = options.normal ?? normalsOf(options.seed as Seed);
  const identity = () => mean.map((_, i) => mean.map((_, k) => (i === k ? 1 : 0)));
  const state: State = {
    n,
    constants: cmaConstants(n, lambda, functions.log),
    exp: functions.exp,
    mean: [...mean],
    sigma,
    generation: 0,
    covariance: identity(),
    pathSigma: mean.map(() => 0),
    pathC: mean.map(() => 0),
    eigen: { values: mean.map(() => 1), vectors: identity() },
  };
  let steps: number[][] = [];
  return {
    ask() {
      steps = Array.from({ length: lambda }, (_, candidate) =>
        step(
          state,
          mean.map((_, i) => normal(state.generation, candidate, i)),
        ),
      );
      return steps.map((y) => y.map((part, i) => mirrored(state.mean[i] + state.sigma * part)));
    },
    tell(losses) {
      const form = `tell: expected a loss for each of the ${lambda} candidates that ask gave`;
      expectThat(losses.length === lambda && steps.length === lambda, form, losses.length);
      expectThat(!losses.some(Number.isNaN), 'tell: expected losses to be numbers', 'NaN');
      const order = steps.map((_, k) => k).sort((a, b) => ranked(losses[a], losses[b]) || a - b);
      learn(
        state,
        order.map((k) => steps[k]),
      );
    },
    spread: () => state.sigma * Math.max(...axes(state)),
    stretch: () => Math.max(...axes(state)) / Math.min(...axes(state)),
  };
}

/** Order of two losses, of which both may be Infinity. */
function ranked(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
