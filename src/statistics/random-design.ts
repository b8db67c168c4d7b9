/** Independent uniform points: the plain Monte Carlo design, the yardstick of the others. */
import { expectWhole } from './expect.js';
import { randomStream, type Seed } from './random-stream.js';

/**
 * n rows of d numbers in (0, 1); the first rows of a longer design are the shorter one.
 * @param n whole, from 1 @param d whole, from 1 @throws RangeError on other numbers
 */
export function randomDesign(n: number, d: number, seed: Seed): number[][] {
  expectWhole(n, 1, 'randomDesign: expected n');
  expectWhole(d, 1, 'randomDesign: expected d');
  const stream = randomStream('randomDesign', seed);
  return Array.from({ length: n }, () => Array.from({ length: d }, () => stream.uniform()));
}
