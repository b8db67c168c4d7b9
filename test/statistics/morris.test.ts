import { describe, expect, it } from 'vitest';
import { morris, morrisEffects } from '../../src/statistics/morris.js';
import { morrisDesign } from '../../src/statistics/morris-design.js';
import { randomStream } from '../../src/statistics/random-stream.js';
import { gFunction } from './test-functions.js';

/** The function of Morris 1991, section 5: 20 inputs, the first ten matter; the small coefficients are normal draws. */
function morris1991() {
  const stream = randomStream('morris1991', 1);
  const small = (from: number, big: number) => (i: number) => (i < from ? big : stream.normal());
  const first = Array.from({ length: 20 }, (_, i) => small(10, 20)(i));
  const second = Array.from({ length: 20 }, (_, i) => {
    return Array.from({ length: 20 }, (_, j) => (i < j ? small(6, -15)(Math.max(i, j)) : 0));
  });
  const product = (w: readonly number[], k: number, size: number): number =>
    size === 0 ? 1 : w.slice(0, k).reduce((sum, value, i) => sum + value * product(w, i, size - 1), 0);
  return (x: readonly number[]) => {
    const w = x.map((u, i) => 2 * ([2, 4, 6].includes(i) ? (1.1 * u) / (u + 0.1) : u) - 1);
    const pairs = w.reduce((sum, a, i) => sum + a * w.reduce((part, b, j) => part + second[i][j] * b, 0), 0);
    const line = w.reduce((sum, value, i) => sum + first[i] * value, 0);
    return line + pairs - 10 * product(w, 5, 3) + 5 * product(w, 4, 4);
  };
}

describe('morrisDesign', () => {
  it('changes every factor once in a trajectory, one at a time, by 2/3 of the range between four levels', () => {
    const rows = morrisDesign(5, { seed: 'x', trajectories: 30 });
    expect(rows).toHaveLength(180);
    for (let t = 0; t < 30; t++) {
      const changed = [0, 1, 2, 3, 4].map((k) => {
        const [from, to] = [rows[t * 6 + k], rows[t * 6 + k + 1]];
        const moved = from.flatMap((value, j) => (value === to[j] ? [] : [j]));
        expect(moved).toHaveLength(1);
        expect(Math.abs(to[moved[0]] - from[moved[0]])).toBeCloseTo(2 / 3, 12);
        return moved[0];
      });
      expect(changed.sort()).toEqual([0, 1, 2, 3, 4]);
    }
    expect(new Set(rows.flat().map((u) => Math.round(u * 3)))).toEqual(new Set([0, 1, 2, 3]));
  });
  it('a longer design begins with the shorter one; places in the middle keep off both ends', () => {
    const short = morrisDesign(3, { seed: 1, trajectories: 2 });
    expect(morrisDesign(3, { seed: 1, trajectories: 5 }).slice(0, 8)).toEqual(short);
    const middle = morrisDesign(3, { seed: 1, places: 'middles' }).flat();
    expect([Math.min(...middle), Math.max(...middle)]).toEqual([0.125, 0.875]);
  });
  it('odd levels are refused', () => {
    expect(() => morrisDesign(2, { seed: 1, levels: 5 })).toThrow(
      new RangeError('morrisDesign: expected levels to be even, got 5'),
    );
  });
});

describe('morris', () => {
  it('the effects of a straight line are its slopes, without spread, at ends and middles', () => {
    for (const places of ['ends', 'middles'] as const) {
      const { mu, muStar, sigma } = morris(([x, y, z]) => 3 * x - 2 * y + 0 * z, 3, { seed: 'l', places });
      [3, -2, 0].forEach((slope, j) => {
        expect(mu[j]).toBeCloseTo(slope, 12);
        expect(muStar[j]).toBeCloseTo(Math.abs(slope), 12);
        expect(sigma[j]).toBeCloseTo(0, 12);
      });
    }
  });
  // By hand: the effect of x in x y is y, on 0, 1/3, 2/3, 1: mean 1/2, variance 14/36 - 1/4 = .1389. With 4000
  // trajectories the standard error of mu is .006.
  it('the effect of a factor of a product is the other factor', () => {
    const { mu, sigma } = morris(([x, y]) => x * y, 2, { seed: '2', trajectories: 4000, samples: 2 });
    expect(Math.abs(mu[0] - 0.5)).toBeLessThan(0.025);
    expect(sigma[1]).toBeCloseTo(Math.sqrt(14 / 36 - 1 / 4), 1);
  });
  it('mu* sees a factor whose effects cancel, mu does not', () => {
    const { mu, muStar } = morris(([x, y]) => (x - 0.5) * (y - 0.5), 2, {
      seed: '1',
      trajectories: 2000,
      samples: 2,
    });
    expect(Math.abs(mu[0])).toBeLessThan(0.04);
    expect(muStar[0]).toBeGreaterThan(0.3);
  });
  it('parts the ten inputs that matter from the ten that do not, as Morris 1991 shows', () => {
    const { muStar, sigma } = morris(morris1991(), 20, { seed: '1', trajectories: 20 });
    expect(Math.min(...muStar.slice(0, 10))).toBeGreaterThan(2 * Math.max(...muStar.slice(10)));
    // Inputs 8 to 10 act almost alone, 1 to 7 with others or curved.
    expect(Math.max(...sigma.slice(7, 10))).toBeLessThan(Math.min(...sigma.slice(0, 7)));
  });
  it("ranks the factors of Sobol's G-function by their coefficients", () => {
    const { muStar } = morris(gFunction([0, 1, 4.5, 9, 99]), 5, { seed: '1', trajectories: 100 });
    expect([...muStar].sort((a, b) => b - a)).toEqual(muStar);
  });
  // 100 designs of 30 trajectories; the truth of mu is 1/2. Fewer than 85 of 95 % has probability 1e-4.
  it('its intervals hold the mean effect about as often as they say', () => {
    let hits = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { muInterval } = morris(([x, y]) => x * y, 2, { seed, trajectories: 30, samples: 300 });
      if (muInterval[0][0] <= 0.5 && 0.5 <= muInterval[0][1]) hits++;
    }
    expect(hits).toBeGreaterThanOrEqual(85);
  });
  it('says what is wrong with rows and values', () => {
    const rows = morrisDesign(2, { seed: 1, trajectories: 2 });
    expect(() => morrisEffects(rows, [1, 2])).toThrow(
      new RangeError('morrisEffects: expected 6 values, got 2'),
    );
    expect(() => morrisEffects(rows.slice(1), [])).toThrow(RangeError);
    expect(() => morrisEffects(rows, [0, Number.NaN, 0, 0, 0, 0])).toThrow(
      'morrisEffects: expected a finite effect at row 0, got NaN',
    );
  });
});
