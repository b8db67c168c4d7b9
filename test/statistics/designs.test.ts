import { describe, expect, it } from 'vitest';
import { gridDesign } from '../../src/statistics/grid-design.js';
import { latinHypercube } from '../../src/statistics/latin-hypercube.js';
import { randomDesign } from '../../src/statistics/random-design.js';
import { randomStream } from '../../src/statistics/random-stream.js';
import { sobolSequence } from '../../src/statistics/sobol-sequence.js';

const column = (rows: readonly (readonly number[])[], j: number) => rows.map((row) => row[j]);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

describe('latinHypercube', () => {
  it('hits each of n strata of each column exactly once', () => {
    for (const [n, d] of [
      [1, 1],
      [10, 3],
      [257, 12],
    ]) {
      const rows = latinHypercube(n, d, 'x');
      for (let j = 0; j < d; j++) {
        const strata = column(rows, j).map((u) => Math.floor(u * n));
        expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      }
    }
  });
  // d/(12 n³) and d/(12 n): Stein 1987; R's lhs gives .000255 over 4000 designs. The variance of 4000 normal means has a
  // standard error of 2.2 %, so 9 % is four of it: false alarm 6e-5 each.
  it('has the published variance of the mean of a sum, a hundredth of that of random points', () => {
    const sums = (rows: number[][]) => meanOf(rows.map((row) => row.reduce((sum, u) => sum + u, 0)));
    const seeds = Array.from({ length: 4000 }, (_, seed) => seed);
    const latin = varianceOf(seeds.map((seed) => sums(latinHypercube(10, 3, seed))));
    const random = varianceOf(seeds.map((seed) => sums(randomDesign(10, 3, seed))));
    expect(Math.abs(latin / 0.00025 - 1)).toBeLessThan(0.09);
    expect(Math.abs(random / 0.025 - 1)).toBeLessThan(0.09);
  });
  it('columns are paired at random: their mean correlation over 500 designs is 0 within four standard errors', () => {
    const products = Array.from({ length: 500 }, (_, seed) =>
      meanOf(latinHypercube(20, 2, seed).map(([x, y]) => 12 * (x - 0.5) * (y - 0.5))),
    );
    expect(Math.abs(meanOf(products))).toBeLessThan(4 * Math.sqrt(varianceOf(products) / 500));
  });
  it.each([
    [0, 3, 'latinHypercube: expected n to be a whole number of at least 1, got 0'],
    [2.5, 3, 'latinHypercube: expected n to be a whole number of at least 1, got 2.5'],
    [4, 0, 'latinHypercube: expected d to be a whole number of at least 1, got 0'],
  ])('%d rows of %d are refused', (n, d, message) => {
    expect(() => latinHypercube(n, d, '1')).toThrow(new RangeError(message));
  });
  it('a missing seed is refused', () => {
    expect(() => latinHypercube(2, 2, undefined as unknown as string)).toThrow(
      new RangeError('latinHypercube: expected seed to be a text or a whole number, got undefined'),
    );
  });
});

describe('sobolSequence', () => {
  // Joe & Kuo 2008: their program's first points in five dimensions (also scipy.stats.qmc.Sobol 1.17).
  it('starts as published', () => {
    expect(sobolSequence(8, 5)).toEqual([
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
    ]);
  });
  // scipy.stats.qmc.Sobol(200, scramble=False, bits=32) 1.17, coordinates 1, 2, 10, 50, 100, 200.
  it.each([
    [5, [0.875, 0.875, 0.125, 0.875, 0.375, 0.375]],
    [1000, [0.2197265625, 0.0966796875, 0.0693359375, 0.4794921875, 0.1865234375, 0.8427734375]],
    [
      65537,
      [
        0.5000228881835938, 0.9999923706054688, 0.6398849487304688, 0.8400497436523438, 0.48340606689453125,
        0.13021087646484375,
      ],
    ],
    [
      100001,
      [
        0.5610733032226562, 0.6075820922851562, 0.26996612548828125, 0.48303985595703125, 0.01271820068359375,
        0.33579254150390625,
      ],
    ],
  ])('point %i in 200 dimensions is that of Joe & Kuo', (skip, values) => {
    const [row] = sobolSequence(1, 200, { skip });
    expect([0, 1, 9, 49, 99, 199].map((j) => row[j])).toEqual(values);
  });
  it('skips by leaving out, scrambled or not', () => {
    for (const seed of [undefined, 'x'])
      expect(sobolSequence(5, 3, { seed, skip: 11 })).toEqual(sobolSequence(16, 3, { seed }).slice(11));
  });
  it('scrambled or not, each of 2^m strata of each of 200 columns is hit once', () => {
    for (const seed of [undefined, 'x']) {
      const rows = sobolSequence(64, 200, { seed });
      for (let j = 0; j < 200; j++)
        expect(new Set(column(rows, j).map((u) => Math.floor(u * 64))).size).toBe(64);
    }
  });
  it('scrambled, each of the 4 x 4 boxes and 2 x 8 boxes of two columns still holds one of 16 points', () => {
    for (let seed = 0; seed < 20; seed++) {
      const rows = sobolSequence(16, 2, { seed });
      for (const [a, b] of [
        [4, 4],
        [2, 8],
        [16, 1],
      ])
        expect(new Set(rows.map(([x, y]) => Math.floor(x * a) * b + Math.floor(y * b))).size).toBe(16);
    }
  });
  // 2000 seeds: the mean of a uniform has standard error .0065, its variance 1/12 has .0017; four of each.
  it('scrambled points are uniform one by one, the first one too', () => {
    for (const i of [0, 1, 7]) {
      const values = Array.from({ length: 2000 }, (_, seed) => sobolSequence(1, 2, { seed, skip: i })[0][1]);
      expect(Math.abs(meanOf(values) - 0.5)).toBeLessThan(0.026);
      expect(Math.abs(varianceOf(values) - 1 / 12)).toBeLessThan(0.007);
    }
  });
  // Owen 1997: the variance of a scrambled net falls as n^-3 for smooth functions, 64 times less at 4 times the points.
  it('the variance of a smooth mean falls much faster than 1/n', () => {
    const variance = (n: number) =>
      varianceOf(
        Array.from({ length: 200 }, (_, seed) =>
          meanOf(sobolSequence(n, 2, { seed }).map(([x, y]) => Math.exp(x) * (1 + y * y))),
        ),
      );
    expect(variance(64) / variance(256)).toBeGreaterThan(25);
  });
  it('200 dimensions are the most there are', () => {
    expect(() => sobolSequence(4, 201)).toThrow(
      new RangeError('sobolSequence: expected d to be a whole number from 1 to 200, got 201'),
    );
    expect(() => sobolSequence(-1, 2)).toThrow(RangeError);
  });
});

describe('gridDesign', () => {
  it('holds every combination, the last factor fastest', () => {
    expect(gridDesign([3, 2])).toEqual([
      [0, 0],
      [0, 1],
      [0.5, 0],
      [0.5, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(gridDesign([2, 1], { places: 'middles' })).toEqual([
      [0.25, 0.5],
      [0.75, 0.5],
    ]);
  });
  it('refuses more rows than can be paid for, and no factors', () => {
    expect(() => gridDesign([1000, 1000, 1000])).toThrow('expected at most 10000000 rows, got 1000000000');
    expect(() => gridDesign([])).toThrow('expected at least one factor');
    expect(() => gridDesign([2, 0])).toThrow('expected counts[1] to be a whole number of at least 1, got 0');
  });
});

describe('randomDesign', () => {
  it('a longer design begins with the shorter one', () => {
    expect(randomDesign(9, 4, 's').slice(0, 3)).toEqual(randomDesign(3, 4, 's'));
  });
});

describe('randomStream', () => {
  it('methods with one seed share no luck', () => {
    expect(randomStream('a', 1).uniform()).not.toBe(randomStream('b', 1).uniform());
  });
  // 1e5 normals: standard errors .0032 of the mean, .0045 of the variance; five of each.
  it('its normals have mean 0 and variance 1', () => {
    const stream = randomStream('normals', 1);
    const values = Array.from({ length: 1e5 }, () => stream.normal());
    expect(Math.abs(meanOf(values))).toBeLessThan(0.016);
    expect(Math.abs(varianceOf(values) - 1)).toBeLessThan(0.023);
  });
});
