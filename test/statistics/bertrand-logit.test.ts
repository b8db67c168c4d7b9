import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bertrandLogit, bestResponse } from '../../src/statistics/bertrand-logit.js';
import { logitShares } from '../../src/statistics/logit-shares.js';
import { minimizeScalar } from '../../src/statistics/minimize-scalar.js';
import { wrightOmega } from '../../src/statistics/wright-omega.js';

const same = (n: number, x: number) => new Array<number>(n).fill(x);

describe('wrightOmega', () => {
  it('is Lambert’s W of e^y', () => {
    // scipy.special.lambertw(exp(y)); at 0 the omega constant
    const table: readonly (readonly [number, number])[] = [
      [-10, 4.5397868749215435e-5],
      [-1, 0.2784645427610738],
      [0, 0.5671432904097838],
      [1, 1],
      [5, 3.6934413589606496],
      [50, 46.16771916549209],
    ];
    for (const [y, w] of table) expect(wrightOmega(y) / w).toBeCloseTo(1, 13);
    expect(wrightOmega(1e6) + Math.log(wrightOmega(1e6))).toBeCloseTo(1e6, 6);
    expect(wrightOmega(-800)).toBe(0);
    expect(wrightOmega(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('bestResponse', () => {
  it('of a monopoly is cost + 1 + W(e^(value - cost - 1))', () => {
    // value 2, cost 1: 2 + W(1) = 2.567143
    const { price, share, profit } = bestResponse({ value: 2, cost: 1, alpha: 1, rivals: [] });
    expect(price).toBeCloseTo(2.567143, 6);
    expect(share).toBeCloseTo(0.361896, 6);
    expect(profit).toBeCloseTo(0.567143, 6);
  });

  it('is where Brent finds the largest profit, for any rivals', () => {
    const number = fc.double({ min: -2, max: 4, noNaN: true });
    const problem = fc.record({
      value: number,
      cost: number,
      alpha: fc.double({ min: 0.1, max: 5, noNaN: true }),
      rivals: fc.array(fc.record({ value: number, price: number }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(problem, (given) => {
        const { value, cost, alpha, rivals } = given;
        const profit = (price: number) => {
          const offers = [{ value, price }, ...rivals];
          const [share] = logitShares(
            offers.map((offer) => offer.value - alpha * offer.price),
            { outside: 0 },
          );
          return (price - cost) * share;
        };
        const best = bestResponse(given);
        expect(profit(best.price) / best.profit).toBeCloseTo(1, 9);
        const found = minimizeScalar((p) => -profit(p), { low: cost, high: 2 * best.price - cost });
        expect(-found.value).toBeLessThanOrEqual(best.profit * (1 + 1e-12));
      }),
      { seed: 1 },
    );
  });

  it('refuses a game without an end: nobody to lose users to', () => {
    const alone = { value: 2, cost: 1, alpha: 1, rivals: [], outside: Number.NEGATIVE_INFINITY };
    expect(() => bestResponse(alone)).toThrow('rivals or an outside');
    expect(() => bestResponse({ ...alone, alpha: 0 })).toThrow('expected a finite alpha above 0, got 0');
  });
});

describe('bertrandLogit', () => {
  it('finds the symmetric equilibria', () => {
    // fixed point of p = 1 + 1 / (1 - s) and the Lambert-W iteration, which agree to 1e-8
    const table: readonly (readonly [number, number, number])[] = [
      [1, 2.567143, 0.361896],
      [2, 2.401058, 0.286254],
      [3, 2.298679, 0.229987],
      [5, 2.191882, 0.160991],
      [10, 2.09897, 0.090057],
    ];
    for (const [n, price, share] of table) {
      const { prices, shares, profits } = bertrandLogit({ values: same(n, 2), costs: same(n, 1), alpha: 1 });
      for (let k = 0; k < n; k++) {
        expect(prices[k]).toBeCloseTo(price, 6);
        expect(shares[k]).toBeCloseTo(share, 6);
        expect(profits[k]).toBeCloseTo((prices[k] - 1) * shares[k], 14);
      }
    }
  });

  it('without an outside is cost + n / (alpha (n - 1))', () => {
    for (const [n, price] of [
      [2, 3],
      [3, 2.5],
      [5, 2.25],
      [10, 2 + 1 / 9],
    ]) {
      const game = { values: same(n, 7), costs: same(n, 1), alpha: 1, outside: Number.NEGATIVE_INFINITY };
      expect(bertrandLogit(game).prices[0]).toBeCloseTo(price, 10);
    }
  });

  it('finds unequal firms, and prices that satisfy p = c + 1 / (alpha (1 - s)) in any game', () => {
    const { prices, shares } = bertrandLogit({ values: [3, 2], costs: [1, 1], alpha: 1 });
    expect(prices[0]).toBeCloseTo(2.746108, 6);
    expect(prices[1]).toBeCloseTo(2.317897, 6);
    expect(shares[0]).toBeCloseTo(0.427298, 6);
    expect(shares[1]).toBeCloseTo(0.241216, 6);
    const firm = fc.tuple(
      fc.double({ min: -3, max: 8, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(firm, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        (firms, alpha) => {
          const costs = firms.map(([, cost]) => cost);
          const found = bertrandLogit({ values: firms.map(([value]) => value), costs, alpha });
          for (const [k, p] of found.prices.entries())
            expect((p - costs[k]) * alpha * (1 - found.shares[k])).toBeCloseTo(1, 9);
          expect(found.rounds).toBeLessThan(1000);
        },
      ),
      { seed: 2 },
    );
  });

  it('refuses costs that are not those of the firms', () => {
    expect(() => bertrandLogit({ values: [1, 2], costs: [1], alpha: 1 })).toThrow(
      'a cost for each of 2 values',
    );
    expect(() => bertrandLogit({ values: [], costs: [], alpha: 1 })).toThrow(RangeError);
  });
});
