/**
 * The one source of chance of the statistics: a stream of uniforms from a text, by seedrandom's ARC4 (56 bits a
 * number). Each method names its own stream, so that two methods with one seed share no luck. Normals come by inversion of
 * a uniform (AS 241), which costs one number a normal and no state, unlike Box-Muller and the ziggurat.
 */
import seedrandom from 'seedrandom';
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

/** @param seed any text; put the method's name before the user's: `randomStream('bootstrap/' + seed)` */
export function randomStream(seed: string): RandomStream {
  const next = seedrandom(seed);
  const uniform = () => next.double() || 2 ** -57;
  return {
    uniform,
    normal: () => normalQuantile(uniform()),
    below: (n) => Math.min(n - 1, Math.floor(uniform() * n)),
  };
}
