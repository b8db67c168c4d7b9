/**
 * The one source of chance of the statistics: a stream of uniforms from a text, by seedrandom's ARC4 (52 bits or more a
 * number). Each method names its own stream, so that two methods with one seed share no luck. Normals come by inversion of
 * a uniform (AS 241), which costs one number a normal and no state, unlike Box-Muller and the ziggurat.
 */
import seedrandom from 'seedrandom';
import { expectThat } from './expect.js';
import { normalQuantile } from './normal-quantile.js';

/** Numbers one after the other; the same seed gives the same numbers. */
export interface RandomStream {
  /** In (0, 1): never an end, so that any quantile function may take it. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Whole number in 0..n - 1, n up to 2^32. */
  below(n: number): number;
}

/** A text, or a whole number that stands for its digits: 7 and '7' are the same seed. */
export type Seed = string | number;

/**
 * @param name of the method that draws
 * @param seed the user's
 * @throws RangeError if it is no seed
 */
export function randomStream(name: string, seed: Seed): RandomStream {
  const isSeed = typeof seed === 'string' || Number.isSafeInteger(seed);
  expectThat(isSeed, `${name}: expected seed to be a text or a whole number`, seed);
  const next = seedrandom(`${name}/${seed}`);
  const uniform = () => next() || 2 ** -57;
  return {
    uniform,
    normal: () => normalQuantile(uniform()),
    below: (n) => Math.min(n - 1, Math.floor(uniform() * n)),
  };
}
