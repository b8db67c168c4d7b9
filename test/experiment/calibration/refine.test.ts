import { describe, expect, it } from 'vitest';
import { refine } from '../../../src/experiment/calibration/refine.js';

/** Errors that are linear in the point: squares are least at (1.2, .2) with the first coordinate free, outside the box. */
const errorsOf = ([x, y]: readonly number[]) => [3 * (x - 1.2) + 2 * (y - 0.2), 4 * (y - 0.2) - (x - 1.2)];
const errorsAt = async (points: readonly (readonly number[])[]) =>
  points.map((point) => {
    const errors = errorsOf(point);
    return { errors, loss: errors[0] ** 2 + errors[1] ** 2 };
  });

describe('refine', () => {
  // With x held at 1: errors -.6 + 2 v and .2 + 4 v, v = y - .2; squares least at v = (1.2 - .8) / 20 = .02.
  it('finds the least squares within the box when those without it lie outside', async () => {
    const end = { best: { point: [0.3, 0.7], loss: 1e9 }, evaluations: 0, restarts: 0, complete: true };
    const { best, evaluations, complete } = await refine(end, {
      errorsAt,
      evaluations: 1000,
      lossRest: 1e-9,
    });
    expect(best.point[0]).toBe(1);
    expect(best.point[1]).toBeCloseTo(0.22, 9);
    expect(best.loss).toBeCloseTo(0.56 ** 2 + 0.28 ** 2, 9);
    expect([evaluations, complete]).toEqual([20, true]);
  });

  it('measures the point that it begins with again: the loss of a search may be over other worlds', async () => {
    const end = { best: { point: [1, 0.22], loss: 1e-9 }, evaluations: 0, restarts: 0, complete: true };
    const { best } = await refine(end, { errorsAt, evaluations: 1000, lossRest: 1e-9 });
    expect(best.loss).toBeCloseTo(0.56 ** 2 + 0.28 ** 2, 9);
  });
});
