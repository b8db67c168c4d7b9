/**
 * Evenly spread points of up to eight dimensions: Sobol's sequence (1967) with the direction numbers of Joe & Kuo
 * (2008, new-joe-kuo-6), scrambled as Owen (1995) does, each coordinate replaced by the midpoint of its rank. So there
 * is one point in the middle of each equal part of every axis (a Latin hypercube): means along one axis have no error of
 * the points' own, and at 128 points no two axes are correlated by more than .05. Any aligned run of 2^k points is even
 * too, so cells take runs: the mean of a normal taste over 8 points is off by .06, by .18 without the scramble (all
 * points of a run lie at one place of their parts), by .35 for independent draws. The additive recurrence R_d (Roberts
 * 2018) is shorter but leaves correlations of .05 to .2.
 */
import { word } from './draws.js';

/** Of dimensions 2 to 8: coefficients of the primitive polynomial, first direction numbers (their count is its degree). */
const POLYNOMIALS: readonly [coefficients: number, first: readonly number[]][] = [
  [0, [1]],
  [1, [1, 3]],
  [1, [1, 3, 1]],
  [2, [1, 1, 1]],
  [1, [1, 1, 3, 3]],
  [4, [1, 3, 5, 13]],
  [2, [1, 1, 5, 5, 17]],
];

/** Direction numbers of a dimension (from 0) as 32-bit fractions. */
function directionsOf(dimension: number): Uint32Array {
  const v = new Uint32Array(32);
  const [coefficients, first] = dimension === 0 ? [0, []] : POLYNOMIALS[dimension - 1];
  const degree = first.length;
  for (let i = 0; i < 32; i++) {
    if (degree === 0 || i < degree) {
      v[i] = (first[i] ?? 1) << (31 - i);
      continue;
    }
    let x = v[i - degree] ^ (v[i - degree] >>> degree);
    for (let k = 1; k < degree; k++) if ((coefficients >> (degree - 1 - k)) & 1) x ^= v[i - k];
    v[i] = x;
  }
  return v;
}

function reversed(x: number): number {
  let y = 0;
  for (let i = 0; i < 32; i++) y |= ((x >>> i) & 1) << (31 - i);
  return y;
}

/**
 * Owen's nested scramble by a hash whose bits depend on lower bits only (Laine & Karras 2011; Burley 2020, "Practical
 * hash-based Owen scrambling", listing 2): each half of each part of the axis is swapped or not, by its own coin.
 */
function scrambled(x: number, seed: number): number {
  let y = (reversed(x) + seed) | 0;
  y ^= Math.imul(y, 0x6c50b47c);
  y ^= Math.imul(y, 0xb82f1e52);
  y ^= Math.imul(y, 0xc7afe638);
  y ^= Math.imul(y, 0x8d22f6e6);
  return reversed(y) >>> 0;
}

/** Points 0 to count - 1 of one dimension (0 to 7), not scrambled, as 32-bit fractions. */
export function sobol(count: number, dimension: number): Uint32Array {
  const directions = directionsOf(dimension);
  const points = new Uint32Array(count);
  for (let k = 0; k < count; k++) {
    let x = 0;
    for (let bits = k, i = 0; bits > 0; bits >>>= 1, i++) if (bits & 1) x ^= directions[i];
    points[k] = x;
  }
  return points;
}

/** Ranked coordinates by count and dimension: replicates ask for the same again, and the sort is what they cost. */
const ranked = new Map<string, Float64Array>();
const MOST_RANKED = 64;

function rankedPoints(count: number, dimension: number): Float64Array {
  const seed = word(dimension, 1, 2, 3);
  const at = sobol(count, dimension).map((x) => scrambled(x, seed));
  const order = Uint32Array.from({ length: count }, (_, k) => k).sort((a, b) => at[a] - at[b]);
  const points = new Float64Array(count);
  order.forEach((k, rank) => {
    points[k] = (rank + 0.5) / count;
  });
  return points;
}

/** `count` points of `dimensions` (1 to 8); by dimension, each of length `count`, values in (0, 1); kept, not to be written. */
export function evenPoints(count: number, dimensions: number): Float64Array[] {
  return Array.from({ length: dimensions }, (_, dimension) => {
    const name = `${count} ${dimension}`;
    const points = ranked.get(name) ?? rankedPoints(count, dimension);
    if (ranked.size >= MOST_RANKED) ranked.clear();
    ranked.set(name, points);
    return points;
  });
}
