import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../src/statistics/symmetric-eigen.js';

describe('symmetricEigen', () => {
  it('finds 3 and 1 with (1, 1) and (1, -1) for [[2, 1], [1, 2]] (by hand)', () => {
    const { values, vectors } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    expect(Math.abs(vectors[0][0] - vectors[0][1])).toBeLessThan(1e-14);
    expect(Math.abs(vectors[1][0] + vectors[1][1])).toBeLessThan(1e-14);
  });

  it('gives the eigenvalues 4 sin^2(k pi / 2(n + 1)) of the second difference (Strang 1986)', () => {
    const n = 12;
    const matrix = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, k): number => (i === k ? 2 : Math.abs(i - k) === 1 ? -1 : 0)),
    );
    const expected = Array.from(
      { length: n },
      (_, k) => 4 * Math.sin(((n - k) * Math.PI) / (2 * (n + 1))) ** 2,
    );
    const { values, vectors } = symmetricEigen(matrix);
    for (const [k, value] of values.entries()) expect(value).toBeCloseTo(expected[k], 12);
    for (const [k, v] of vectors.entries()) {
      const image = matrix.map((row) => row.reduce((sum, part, i) => sum + part * v[i], 0));
      for (const [i, part] of image.entries()) expect(part).toBeCloseTo(values[k] * v[i], 11);
    }
  });

  it('leaves a zero matrix and a diagonal one as they are', () => {
    expect(symmetricEigen([[0]]).values).toEqual([0]);
    expect(
      symmetricEigen([
        [1, 0],
        [0, 5],
      ]).values,
    ).toEqual([5, 1]);
  });
});
