import { describe, expect, it } from 'vitest';
import { keyOf, makeLuck, normalQuantile, uniform } from '../../../sim/index.js';
import { search } from '../../../src/experiment/calibration/search.js';

type Loss = (x: readonly number[]) => number;

/** The box [-5, 5]^n as the unit box; the minimum of all functions below lies within. */
const scaled = (point: readonly number[]) => point.map((x) => 10 * x - 5);

const sphere: Loss = (x) => x.reduce((sum, part) => sum + part * part, 0);
const rosenbrock: Loss = (x) =>
  x.slice(1).reduce((sum, next, i) => sum + 100 * (x[i] ** 2 - next) ** 2 + (x[i] - 1) ** 2, 0);

/** An orthonormal basis by Gram-Schmidt from addressed normal numbers. */
function basis(n: number): number[][] {
  const key = keyOf(makeLuck('basis', n), 1, 0);
  const rows: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row = Array.from({ length: n }, (_, k) => normalQuantile(uniform(key, i, k)));
    for (const other of rows) {
      const along = row.reduce((sum, part, k) => sum + part * other[k], 0);
      for (let k = 0; k < n; k++) row[k] -= along * other[k];
    }
    const length = Math.sqrt(sphere(row));
    rows.push(row.map((part) => part / length));
  }
  return rows;
}

/** Axes from 1 to 1000, in no direction of a coordinate: condition 1e6. */
function rotatedEllipsoid(n: number): Loss {
  const rows = basis(n);
  return (x) =>
    rows.reduce((sum, row, i) => {
      const along = row.reduce((total, part, k) => total + part * (x[k] - 0.5), 0);
      return sum + 10 ** ((6 * i) / Math.max(1, n - 1)) * along * along;
    }, 0);
}

function minimise(loss: Loss, n: number, evaluations = 1000 * n * n) {
  let calls = 0;
  return search({
    start: Array.from({ length: n }, (_, i) => 0.15 + (0.7 * i) / n),
    seed: 'test',
    evaluations,
    lossRest: 1e-13,
    stepRest: 1e-9,
    evaluate: async (points) => {
      calls += points.length;
      return points.map((point) => loss(scaled(point)));
    },
  }).then((end) => ({ ...end, calls }));
}

// Hansen's purecmaes.m stops at a loss of 1e-10 and gives itself 1000 n^2 evaluations.
describe('search', () => {
  for (const n of [2, 5, 10]) {
    it(`brings sphere, Rosenbrock and a rotated ellipsoid in ${n} dimensions below 1e-10 in 1000 n^2`, async () => {
      for (const loss of [sphere, rosenbrock, rotatedEllipsoid(n)]) {
        const { best, evaluations, calls } = await minimise(loss, n);
        expect(best.loss).toBeLessThan(1e-10);
        expect(loss(scaled(best.point))).toBe(best.loss);
        expect(evaluations).toBe(calls);
        expect(calls).toBeLessThanOrEqual(1000 * n * n);
      }
    });
  }

  it('finds one dimension, and an optimum on the border of the box', async () => {
    expect((await minimise(sphere, 1)).best.loss).toBeLessThan(1e-10);
    const { best } = await minimise((x) => x[0] + 2 * x[1] + x[2] * x[2], 3);
    expect(best.point[0]).toBeLessThan(1e-6);
    expect(best.point[1]).toBeLessThan(1e-6);
    expect(best.point[2]).toBeCloseTo(0.5, 3);
  });

  it('comes close on a sphere whose every loss has noise of a tenth', async () => {
    const key = keyOf(makeLuck('noise', 0), 1, 0);
    let call = 0;
    const noisy: Loss = (x) => sphere(x) * (1 + 0.1 * normalQuantile(uniform(key, call++)));
    const { best } = await minimise(noisy, 5, 3000);
    expect(sphere(scaled(best.point))).toBeLessThan(1e-8);
  });

  it('leaves a local minimum by a restart with twice the candidates', async () => {
    // Rastrigin's function: cosines of depth 10 on a bowl, about 10^2 local minima in the box.
    const rastrigin: Loss = (x) =>
      x.reduce((sum, part) => sum + part * part + 10 - 10 * Math.cos(2 * Math.PI * part), 0);
    const { best, restarts } = await minimise(rastrigin, 2);
    expect(restarts).toBeGreaterThan(0);
    expect(best.loss).toBeLessThan(1e-10);
  });

  it('gives the same answer twice, another for another seed, and never exceeds its evaluations', async () => {
    const few = await minimise(rosenbrock, 4, 100);
    expect(await minimise(rosenbrock, 4, 100)).toEqual(few);
    expect(few.calls).toBeLessThanOrEqual(100);
    expect((await minimise(rosenbrock, 4, 1)).calls).toBe(1);
  });

  it('survives losses of Infinity, and a flat loss', async () => {
    const holes: Loss = (x) => (x[0] < 0 ? Number.POSITIVE_INFINITY : sphere(x));
    expect((await minimise(holes, 3)).best.loss).toBeLessThan(1e-6);
    expect((await minimise(() => 1, 3, 5000)).best.loss).toBe(1);
    expect((await minimise(() => Number.POSITIVE_INFINITY, 3, 500)).best.point).toHaveLength(3);
  });

  it('stops with the best so far when evaluate says so', async () => {
    let calls = 0;
    const end = await search({
      start: [0.2, 0.2],
      seed: '',
      evaluations: 1000,
      lossRest: 0,
      stepRest: 0,
      evaluate: async (points) => (calls++ > 5 ? undefined : points.map(sphere)),
    });
    expect(end.complete).toBe(false);
    expect(end.best.loss).toBeLessThanOrEqual(0.08);
  });
});
