import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logitElasticities, logitShares } from '../../src/statistics/logit-shares.js';

const rounded = (shares: readonly number[]) => shares.map((s) => Math.round(s * 1e6) / 1e6);

describe('logitShares', () => {
  it('are e^V over their sum', () => {
    // by hand: e / (e + e^.5 + 2) = 2.718282 / 6.367003
    expect(rounded(logitShares([1, 0.5, 0, 0]))).toEqual([0.426933, 0.258948, 0.15706, 0.15706]);
    expect(rounded(logitShares([2, 1], { outside: 0 }))).toEqual([0.665241, 0.244728]);
  });

  it('of red bus, blue bus and car are thirds, and a half and two quarters once the buses are one nest', () => {
    const nests = (lambda: number) => ({ nests: [{ members: [0, 1], lambda }] });
    expect(logitShares([0, 0, 0])).toEqual(logitShares([0, 0, 0], nests(1)));
    expect(logitShares([0, 0, 0])[0]).toBeCloseTo(1 / 3, 15);
    expect(logitShares([0, 0, 0], nests(0))).toEqual([0.25, 0.25, 0.5]);
    expect(logitShares([0, 0, 0], nests(1e-9))[2]).toBeCloseTo(0.5, 8);
  });

  it('of two nests and an outside are those of the closed form', () => {
    // by hand: I_chat = .5 ln(e^2 + e^1), I_companion = .3 ln(e^(.8/.3) + e^(.2/.3)); shares e^I / (1 + sum e^I)
    const nests = [
      { members: [0, 1], lambda: 0.5 },
      { members: [2, 3], lambda: 0.3 },
    ];
    const shares = logitShares([1, 0.5, 0.8, 0.2], { outside: 0, nests });
    expect(rounded(shares)).toEqual([0.358056, 0.131721, 0.31371, 0.042456]);
    expect(1 - shares.reduce((a, b) => a + b)).toBeCloseTo(0.154057, 6);
  });

  it('add to 1 and do not change when all utilities rise alike, whatever their size', () => {
    const utility = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(utility, { minLength: 1, maxLength: 6 }), (utilities) => {
        const shares = logitShares(utilities);
        expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        const shifted = logitShares(utilities.map((v) => v + 512));
        for (const [k, share] of shares.entries()) expect(shifted[k]).toBeCloseTo(share, 9);
      }),
      { seed: 1 },
    );
  });

  it('leave nothing to a utility of -Infinity and refuse what is no utility, no nest, no choice', () => {
    expect(logitShares([Number.NEGATIVE_INFINITY, 0])).toEqual([0, 1]);
    expect(logitShares([], { outside: 0 })).toEqual([]);
    expect(() => logitShares([])).toThrow('expected a good or an outside to choose');
    expect(() => logitShares([Number.NaN])).toThrow(RangeError);
    expect(() => logitShares([1, 2], { nests: [{ members: [0, 0], lambda: 1 }] })).toThrow(
      'each in one nest',
    );
    expect(() => logitShares([1], { nests: [{ members: [0], lambda: 1.5 }] })).toThrow('lambda');
  });
});

describe('logitElasticities', () => {
  it('are the derivatives of the logarithms', () => {
    const game = { values: [2, 1.5, 1], prices: [1, 0.5, 0.2], alpha: 1.3 };
    const at = (prices: readonly number[]) =>
      logitShares(
        prices.map((price, k) => game.values[k] - game.alpha * price),
        { outside: 0 },
      );
    const matrix = logitElasticities({ shares: at(game.prices), prices: game.prices, alpha: game.alpha });
    const step = 1e-5;
    for (const [k] of game.prices.entries()) {
      const moved = (by: number) => at(game.prices.map((price, i) => (i === k ? price * (1 + by) : price)));
      const [up, down] = [moved(step), moved(-step)];
      for (const [j] of game.prices.entries())
        expect(matrix[j][k]).toBeCloseTo(Math.log(up[j] / down[j]) / (2 * step), 7);
    }
    expect(() => logitElasticities({ shares: [0.1], prices: [], alpha: 1 })).toThrow('a price for each of 1');
  });
});
