import { describe, expect, it } from 'vitest';
import { minimizeScalar } from '../../src/statistics/minimize-scalar.js';

describe('minimizeScalar', () => {
  it('finds the minima of Brent’s test sum, one between each two poles', () => {
    // Brent 1973, section 5.6: sum of ((2 i - 5) / (x - i^2))^2, i = 1..20; minima by scipy 1.17's bounded search
    const f = (x: number) => {
      let sum = 0;
      for (let i = 1; i <= 20; i++) sum += ((2 * i - 5) / (x - i * i)) ** 2;
      return sum;
    };
    for (const [i, x, value] of [
      [1, 3.0229153, 3.676699],
      [2, 6.6837536, 1.11185],
      [5, 29.8282273, 3.0322905],
      [19, 380.2687096, 6.600847],
    ]) {
      const found = minimizeScalar(f, { low: i * i, high: (i + 1) ** 2, tolerance: 1e-9 });
      expect(found.x).toBeCloseTo(x, 6);
      expect(found.value).toBeCloseTo(value, 5);
      expect(found.evaluations).toBeLessThan(25);
      expect(found.converged).toBe(true);
    }
  });

  it('stays inside, and comes to an end of the interval if the least value is there', () => {
    const seen: number[] = [];
    const { x } = minimizeScalar(
      (at) => {
        seen.push(at);
        return at;
      },
      { low: 2, high: 3 },
    );
    expect(x).toBeCloseTo(2, 6);
    expect(Math.min(...seen)).toBeGreaterThan(2);
  });

  it('manages kinks, steps and holes', () => {
    const kink = minimizeScalar((x) => Math.abs(x - 0.3), { low: -1, high: 1 });
    expect(kink.x).toBeCloseTo(0.3, 7);
    const hole = minimizeScalar((x) => (x < 0 ? Number.NaN : (x - 0.5) ** 2), { low: -1, high: 1 });
    expect(hole.x).toBeCloseTo(0.5, 6);
    expect(minimizeScalar(() => 1, { low: 0, high: 1 }).converged).toBe(true);
  });

  it('says so when the evaluations ran out, and refuses an empty interval', () => {
    const cut = minimizeScalar((x) => x ** 4, { low: -1, high: 2, evaluations: 4 });
    expect(cut).toMatchObject({ evaluations: 4, converged: false });
    expect(() => minimizeScalar((x) => x, { low: 1, high: 1 })).toThrow(RangeError);
    expect(() => minimizeScalar((x) => x, { low: 0, high: 1, tolerance: 0 })).toThrow(RangeError);
  });
});
