import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/statistics/random-stream.js';
import { saltelliDesign } from '../../src/statistics/saltelli-design.js';
import { indicesFrom, indicesFromReplicates, sobolIndices } from '../../src/statistics/sobol-indices.js';
import { gFunction, gIndices, ISHIGAMI, ishigami } from './test-functions.js';

const furthest = (found: readonly number[], truth: readonly number[]) =>
  Math.max(...found.map((value, i) => Math.abs(value - truth[i])));

describe('saltelliDesign', () => {
  it('has blocks of A, B and A with one factor of B, and a prefix of it is a smaller design', () => {
    const rows = saltelliDesign(8, 3, 'x');
    expect(rows).toHaveLength(40);
    for (let block = 0; block < 40; block += 5) {
      const [a, b, ...mixed] = rows.slice(block, block + 5);
      expect(mixed).toEqual([
        [b[0], a[1], a[2]],
        [a[0], b[1], a[2]],
        [a[0], a[1], b[2]],
      ]);
    }
    expect(rows.slice(0, 20)).toEqual(saltelliDesign(4, 3, 'x'));
  });
  it('is refused beyond the directions there are', () => {
    expect(() => saltelliDesign(8, 101, '1')).toThrow(
      new RangeError('saltelliDesign: expected d to be a whole number from 1 to 100, got 101'),
    );
  });
});

describe('sobolIndices', () => {
  // 40 seeds x 6 numbers. Over 300 other seeds the largest error was .012.
  it('are those of the Ishigami function within .02 at 2^12 base samples, for every one of 40 seeds', () => {
    for (let seed = 0; seed < 40; seed++) {
      const found = sobolIndices(ishigami, 3, 4096, seed, { samples: 2 });
      expect(furthest(found.first, ISHIGAMI.first)).toBeLessThan(0.02);
      expect(furthest(found.total, ISHIGAMI.total)).toBeLessThan(0.02);
      expect(Math.abs(found.mean - 3.5)).toBeLessThan(0.05);
      expect(Math.abs(found.variance / ISHIGAMI.variance - 1)).toBeLessThan(0.02);
    }
  });
  it.each(['corrected', 'saltelli', 'jansen'] as const)('hold with the %s estimator', (estimator) => {
    const found = sobolIndices(ishigami, 3, 4096, 'a', { estimator, samples: 2 });
    expect(furthest(found.first, ISHIGAMI.first)).toBeLessThan(0.02);
  });
  it("are those of Sobol's G-function with two strong, two weak and four idle factors", () => {
    const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
    const found = sobolIndices(gFunction(a), 8, 8192, '1');
    expect(furthest(found.first, gIndices(a).first)).toBeLessThan(0.01);
    expect(furthest(found.total, gIndices(a).total)).toBeLessThan(0.01);
  });
  // By hand: the variance of k u is k²/12, so the shares are 1, 4 and 25 of 30.
  it('are the squares of the slopes of a straight line, first and total alike', () => {
    const found = sobolIndices(([x, y, z]) => 7 + x - 2 * y + 5 * z, 3, 1024, '1');
    for (const indices of [found.first, found.total])
      expect(furthest(indices, [1 / 30, 4 / 30, 25 / 30])).toBeLessThan(0.005);
    expect(found.variance).toBeCloseTo(30 / 12, 2);
  });
  it('do not hang on the level or the unit of the outcome', () => {
    const plain = sobolIndices(ishigami, 3, 256, '1');
    const moved = sobolIndices((row) => 1e6 + 1000 * ishigami(row), 3, 256, '1');
    expect(furthest(moved.first, plain.first)).toBeLessThan(1e-6);
    expect(furthest(moved.totalInterval.flat(), plain.totalInterval.flat())).toBeLessThan(1e-6);
  });
  it('of an outcome that never varies are unknown', () => {
    const found = sobolIndices(() => 3, 2, 16, '1');
    expect([found.first, found.variance, found.mean]).toEqual([[Number.NaN, Number.NaN], 0, 3]);
    expect(found.totalInterval[0]).toEqual([Number.NaN, Number.NaN]);
  });
  // 50 seeds x 6 intervals of 95 %; below 90 % of 300 has probability 2e-4 if they are independent.
  it('lie in their intervals at least nine times of ten', () => {
    let hits = 0;
    for (let seed = 0; seed < 50; seed++) {
      const { firstInterval, totalInterval } = sobolIndices(ishigami, 3, 256, seed, { samples: 200 });
      const holds = ([low, high]: readonly [number, number], truth: number) => low <= truth && truth <= high;
      hits += firstInterval.filter((interval, i) => holds(interval, ISHIGAMI.first[i])).length;
      hits += totalInterval.filter((interval, i) => holds(interval, ISHIGAMI.total[i])).length;
    }
    expect(hits).toBeGreaterThanOrEqual(270);
  });
  it('same seed, same numbers; the seed 7 is the seed "7"', () => {
    expect(sobolIndices(ishigami, 3, 64, 7)).toEqual(sobolIndices(ishigami, 3, 64, '7'));
    expect(sobolIndices(ishigami, 3, 64, 7).first).not.toEqual(sobolIndices(ishigami, 3, 64, 8).first);
  });
  it('say what is wrong with values and options', () => {
    expect(() => indicesFrom([1, 2, 3], 3)).toThrow(
      new RangeError('indicesFrom: expected values of at least 2 blocks of 5, got 3'),
    );
    expect(() => sobolIndices(() => Number.NaN, 1, 4, '1')).toThrow(
      new RangeError('indicesFrom: expected values[0] to be a finite number, got NaN'),
    );
    expect(() => indicesFrom([1, 2, 3, 4, 5, 6], 1, { noise: -1 })).toThrow(RangeError);
    expect(() => indicesFrom([1, 2, 3, 4, 5, 6], 1, { noise: [1, 2] })).toThrow(RangeError);
  });
});

// Ishigami with chance of standard deviation 8 in each replicate, four replicates a point, so that an evaluation has as
// much variance from chance (16) as from factors (13.8). A first index then errs by about
// 30 / (13.8 sqrt(2^13)) = .024 and the variance by 30 sqrt(2 / 2^14) = .33; tolerances are four of each.
describe('noisy outcomes', () => {
  const n = 8192;
  const rows = saltelliDesign(n, 3, 'noise');
  const replicatesWith = (chance: (row: readonly number[], j: number, r: number) => number) =>
    rows.map((row, j) => [0, 1, 2, 3].map((r) => ishigami(row) + chance(row, j, r)));
  const means = (replicates: number[][]) => replicates.map((row) => row.reduce((sum, y) => sum + y, 0) / 4);
  const stream = randomStream('test', 5);
  const independent = replicatesWith(() => 8 * stream.normal());
  // Luck that all points share in replicate r: a common shift, and one that grows with the first factor.
  const shift = [5, -8, 2, 9];
  const shared = replicatesWith(() => 0).map((row) => row.map((y, r) => y + shift[r]));

  it('without correction make every factor look important', () => {
    expect(indicesFrom(means(independent), 3, { samples: 2 }).total[1]).toBeGreaterThan(0.65);
  });
  it('give the indices of the means when the variance of chance is told', () => {
    const found = indicesFrom(means(independent), 3, { noise: 64 / 4, samples: 2 });
    expect(furthest(found.first, ISHIGAMI.first)).toBeLessThan(0.1);
    expect(furthest(found.total, ISHIGAMI.total)).toBeLessThan(0.1);
    expect(Math.abs(found.variance - ISHIGAMI.variance)).toBeLessThan(1.33);
    expect(found.noise).toBeCloseTo(16, 1);
  });
  it('give them from the replicates too, with the share of chance in one world', () => {
    const found = indicesFromReplicates(independent, 3, { samples: 2 });
    expect(furthest(found.first, ISHIGAMI.first)).toBeLessThan(0.1);
    expect(furthest(found.total, ISHIGAMI.total)).toBeLessThan(0.1);
    expect(found.chance).toBeCloseTo(64, -1);
    expect(found.chanceShare).toBeCloseTo(64 / (64 + ISHIGAMI.variance), 2);
  });
  it('with luck that all points share nothing is taken out of differences it does not touch', () => {
    const found = indicesFromReplicates(shared, 3, { samples: 2 });
    expect(furthest(found.first, ISHIGAMI.first)).toBeLessThan(0.02);
    expect(furthest(found.total, ISHIGAMI.total)).toBeLessThan(0.02);
    expect(found.noise).toBeCloseTo(0, 6);
    // Sample variance of the four shifts: mean 2, (9 + 100 + 0 + 49) / 3.
    expect(found.chance).toBeCloseTo(158 / 3, 6);
  });
  // y = x1 + z_r x2 with z_r standard normal, the same in all points: the mean is x1, so x2 decides nothing of it.
  // Over 60 sets of 4 replicates the mean of an unbiased variance of x2's part is 0 within 3 standard errors.
  it('shared luck that acts through a factor is taken out of that factor', () => {
    const parts = Array.from({ length: 60 }, (_, k) => {
      const luck = randomStream('luck', k);
      const z = [0, 1, 2, 3].map(() => luck.normal());
      const values = saltelliDesign(128, 2, k).map(([x, y]) => z.map((zr) => x + zr * (y - 0.5)));
      const { total, variance } = indicesFromReplicates(values, 2, { samples: 2 });
      return [total[1] * variance, variance - 1 / 12];
    });
    for (const k of [0, 1]) {
      const mean = parts.reduce((sum, row) => sum + row[k], 0) / 60;
      const spread = Math.sqrt(parts.reduce((sum, row) => sum + (row[k] - mean) ** 2, 0) / 59);
      expect(Math.abs(mean)).toBeLessThan((3 * spread) / Math.sqrt(60));
    }
  });
});
