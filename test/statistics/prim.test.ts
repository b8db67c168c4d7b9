import { describe, expect, it } from 'vitest';
import { prim } from '../../src/statistics/prim.js';
import { isInBox } from '../../src/statistics/prim-region.js';
import { randomStream } from '../../src/statistics/random-stream.js';

/** Uniform rows; the outcome has probability `inside` where `isIn` and `outside` elsewhere. */
function planted(options: {
  seed: string;
  n?: number;
  factors?: number;
  inside: number;
  outside: number;
  isIn: (row: readonly number[]) => boolean;
  draw?: (u: number, k: number) => number;
}) {
  const { seed, n = 2000, factors = 10, inside, outside, isIn, draw = (u) => u } = options;
  const { uniform } = randomStream('planted', seed);
  const rows = Array.from({ length: n }, () => Array.from({ length: factors }, (_, k) => draw(uniform(), k)));
  return { rows, outcome: rows.map((row) => uniform() < (isIn(row) ? inside : outside)) };
}

const names = Array.from({ length: 10 }, (_, k) => `factor${k}`);
const corner = (row: readonly number[]) => row[2] >= 0.6 && row[7] <= 0.35;
const middle = (row: readonly number[]) => row[0] >= 0.3 && row[0] <= 0.8 && row[5] >= 0.2 && row[5] <= 0.7;

describe('prim', () => {
  // No chance in these: the seeds are fixed. Of the true boxes coverage is 97 and 95 %, density 97 and 96 %.
  it('finds a planted corner of two factors of ten with coverage and density of 90 %', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const { rows, outcome } = planted({ seed, inside: 0.97, outside: 0.005, isIn: corner });
      const [box] = prim(rows, outcome, { names });
      expect(box.limits.map(({ name }) => name)).toEqual(['factor2', 'factor7']);
      expect(box.limits[0].low).toBeGreaterThan(0.56);
      expect(box.limits[0].low).toBeLessThan(0.64);
      expect(box.limits[0].high).toBe(Number.POSITIVE_INFINITY);
      expect(box.limits[1].high).toBeGreaterThan(0.31);
      expect(box.limits[1].high).toBeLessThan(0.39);
      expect(box.coverage).toBeGreaterThanOrEqual(0.9);
      expect(box.density).toBeGreaterThanOrEqual(0.9);
      for (const { quasiPValue } of box.limits) expect(quasiPValue).toBeLessThan(1e-20);
    }
  });

  it('finds a planted box with four sides', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const { rows, outcome } = planted({ seed, inside: 0.96, outside: 0.015, isIn: middle });
      const [box] = prim(rows, outcome, { names });
      expect(box.limits.map(({ dimension }) => dimension)).toEqual([0, 5]);
      expect(box.coverage).toBeGreaterThanOrEqual(0.9);
      expect(box.density).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('reports measures that are those of the rows within its limits', () => {
    const { rows, outcome } = planted({ seed: '7', inside: 0.9, outside: 0.05, isIn: corner });
    const [box] = prim(rows, outcome);
    const hits = outcome.filter(Boolean).length;
    for (const at of [box, ...box.trajectory]) {
      const within = rows.map((row) => isInBox(at.limits, row));
      const count = within.filter(Boolean).length;
      const cases = outcome.filter((hit, row) => hit && within[row]).length;
      expect([at.mass, at.density, at.coverage]).toEqual([count / 2000, cases / count, cases / hits]);
    }
    const [whole] = box.trajectory;
    expect(whole).toEqual({ coverage: 1, density: hits / 2000, mass: 1, limits: [] });
    for (const [k, { mass }] of box.trajectory.entries()) {
      if (k === 0) continue;
      const before = box.trajectory[k - 1].mass;
      expect(mass).toBeLessThan(before);
      // A step peels a part .05 of the rows, rounded down.
      expect(mass).toBeGreaterThanOrEqual(0.95 * before - 1e-12);
      expect(mass).toBeGreaterThanOrEqual(0.05);
    }
  });

  it('finds whole numbers and names without order', () => {
    // factor 1 in {2, 3} of 0..3; factor 4 one of the names 1 and 3 of 0..4
    const isIn = (row: readonly number[]) => row[1] >= 2 && (row[4] === 1 || row[4] === 3);
    const draw = (u: number, k: number) => (k === 1 ? Math.floor(4 * u) : k === 4 ? Math.floor(5 * u) : u);
    const { rows, outcome } = planted({ seed: '8', factors: 6, inside: 0.97, outside: 0.01, isIn, draw });
    const [box] = prim(rows, outcome, { categorical: [4] });
    expect(box.limits).toHaveLength(2);
    expect(box.limits[0]).toMatchObject({ dimension: 1, low: 2, high: Number.POSITIVE_INFINITY });
    expect(box.limits[1]).toMatchObject({ dimension: 4, values: [1, 3] });
    expect(box.coverage).toBeGreaterThan(0.9);
    expect(box.density).toBeGreaterThan(0.9);
  });

  it('trades coverage for the wanted density', () => {
    const { rows, outcome } = planted({ seed: '9', inside: 0.8, outside: 0.1, isIn: corner });
    const [dense] = prim(rows, outcome, { threshold: 0.8 });
    const [wide] = prim(rows, outcome, { threshold: 0.3 });
    expect(dense.density).toBeGreaterThanOrEqual(0.8);
    expect(wide.density).toBeGreaterThanOrEqual(0.3);
    expect(wide.coverage).toBeGreaterThan(dense.coverage);
  });

  it('finds a second box among the rows outside the first', () => {
    const isIn = (row: readonly number[]) => corner(row) || (row[0] < 0.3 && row[4] > 0.7);
    const { rows, outcome } = planted({ seed: '10', n: 3000, inside: 0.97, outside: 0.005, isIn });
    const boxes = prim(rows, outcome, { boxes: 2, threshold: 0.85 });
    expect(boxes.map(({ limits }) => limits.map(({ dimension }) => dimension).join()).sort()).toEqual([
      '0,4',
      '2,7',
    ]);
    expect(boxes[0].coverage + boxes[1].coverage).toBeGreaterThan(0.9);
  });

  it('tells a box from noise by shuffling', () => {
    const real = planted({ seed: '11', n: 500, inside: 0.7, outside: 0.1, isIn: corner });
    expect(prim(real.rows, real.outcome, { seed: 1, permutations: 39 })[0].pValue).toBe(1 / 40);
    // Noise: the p-values of 20 searches are spread over 0..1; at .05 or less 5 or more of them have a chance of .3 %.
    const noise = Array.from({ length: 20 }, (_, seed) => {
      const { rows, outcome } = planted({
        seed: `n${seed}`,
        n: 200,
        factors: 4,
        inside: 0.3,
        outside: 0.3,
        isIn: corner,
      });
      return prim(rows, outcome, { seed, permutations: 19 })[0]?.pValue ?? 1;
    });
    expect(noise.filter((p) => p <= 0.05).length).toBeLessThan(5);
    expect(noise.filter((p) => p > 0.3).length).toBeGreaterThan(5);
  });

  it('is the same twice, and has no answer to outcomes that are all alike', () => {
    const { rows, outcome } = planted({ seed: '12', n: 300, inside: 0.9, outside: 0.2, isIn: corner });
    expect(prim(rows, outcome, { seed: 'a' })).toEqual(prim(rows, outcome.map(Number), { seed: 'a' }));
    expect(prim(rows, outcome)[0].pValue).toBeNaN();
    expect(
      prim(
        rows,
        rows.map(() => true),
      ),
    ).toEqual([]);
    expect(
      prim(
        rows,
        rows.map(() => false),
      ),
    ).toEqual([]);
  });

  it('refuses what it cannot read', () => {
    expect(() => prim([], [])).toThrow('prim: expected rows');
    expect(() => prim([[1], [2]], [1])).toThrow('prim: expected 2 outcomes, got 1');
    expect(() => prim([[1], [2, 3]], [1, 0])).toThrow('prim: expected 1 finite numbers in row 1, got 2, 3');
    expect(() => prim([[1], [2]], [1, 2])).toThrow('expected outcome 1 to be 0, 1 or a boolean, got 2');
    expect(() => prim([[1], [2]], [1, 0], { alpha: 0 })).toThrow('expected alpha');
    expect(() => prim([[1], [2]], [1, 0], { names: ['a', 'b'] })).toThrow('expected 1 names');
    expect(() => prim([[1], [2]], [1, 0], { categorical: [1] })).toThrow('expected categorical');
  });
});
