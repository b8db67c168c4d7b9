/**
 * Sobol's sequence: points that fill a cube more evenly than chance. Gray-code order of Antonov & Saleev 1979, direction
 * numbers of Joe & Kuo 2008. With a seed each coordinate is scrambled as Owen 1995 wrote it: bit k is flipped or not by a
 * hash of the bits above it (the tree of coins is never stored; Laine & Karras 2011, Burley 2020). Scrambled points are
 * uniform one by one, keep the balance of the sequence, and differ between seeds, so that chance can be told. Why not
 * Burley's five multiplications instead of 32 hashes: they only resemble the tree, and a simulation costs more than both.
 * Balance needs the first 2^m points from the start: n a power of two, skip 0.
 */
import { expectThat, expectWhole } from './expect.js';
import { randomStream, type Seed } from './random-stream.js';
import { SOBOL_DIMENSIONS, sobolDirections } from './sobol-directions.js';

const BITS = 32;

/** A well-mixed 32-bit hash of two words: the finaliser of MurmurHash3 (Appleby 2011) after a multiplication. */
function hash(word: number, key: number): number {
  let h = Math.imul(word ^ 0x9e3779b9, 0x85ebca6b) ^ key;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Owen's nested scrambling of 32 bits: the coin of bit k hangs on all bits above it. */
function scrambled(x: number, keys: Uint32Array): number {
  let flips = 0;
  for (let k = 0; k < BITS; k++) {
    const above = k === 0 ? 0 : x >>> (BITS - k);
    flips = (flips << 1) | (hash(above, keys[k]) >>> 31);
  }
  return (x ^ flips) >>> 0;
}

/** A key for each bit of each coordinate, so that no two bits share a tree. */
function keysOf(seed: Seed, d: number): Uint32Array[] {
  const stream = randomStream('sobolSequence', seed);
  return Array.from({ length: d }, () => Uint32Array.from({ length: BITS }, () => stream.below(2 ** 32)));
}

/** The state after `skip` points: the exclusive or of the direction numbers in the Gray code of `skip`. */
function stateAfter(skip: number, directions: readonly Uint32Array[]): Uint32Array {
  const gray = (skip ^ (skip >>> 1)) >>> 0;
  return Uint32Array.from(directions, (v) => {
    let x = 0;
    for (let k = 0; k < BITS; k++) if ((gray >>> k) & 1) x ^= v[k];
    return x;
  });
}

/**
 * n points of the sequence in d dimensions, one row a point, from point `skip` on; scrambled if there is a seed.
 * @param n whole, from 0; 32 d hashes a point if scrambled
 * @param d whole, 1..200
 * @param options.seed scrambled by it: coordinates in (0, 1). Without: the published sequence, first point 0, in [0, 1)
 * @param options.skip points of the sequence left out at its start, 0 unless given
 * @throws RangeError on other numbers
 */
export function sobolSequence(
  n: number,
  d: number,
  options: { readonly seed?: Seed; readonly skip?: number } = {},
): number[][] {
  const { seed, skip = 0 } = options;
  expectWhole(n, 0, 'sobolSequence: expected n');
  expectWhole(d, 1, 'sobolSequence: expected d', SOBOL_DIMENSIONS);
  expectWhole(skip, 0, 'sobolSequence: expected skip');
  expectThat(skip + n <= 2 ** BITS, 'sobolSequence: expected n + skip of at most 2^32', skip + n);
  const directions = sobolDirections(d);
  const keys = seed === undefined ? undefined : keysOf(seed, d);
  const state = stateAfter(skip, directions);
  return Array.from({ length: n }, (_, i) => {
    const row = Array.from(state, (x, j) =>
      keys ? (scrambled(x, keys[j]) + 0.5) / 2 ** BITS : x / 2 ** BITS,
    );
    // The bit that changes next in the Gray code: the lowest zero of the index.
    const bit = 31 - Math.clz32(~(skip + i) & (skip + i + 1));
    for (let j = 0; j < d && bit >= 0; j++) state[j] ^= directions[j][bit];
    return row;
  });
}
