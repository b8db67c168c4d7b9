import { describe, expect, it } from 'vitest';
import { betaDistribution, betaQuantiles, logGamma, poisson } from '../../../sim/core/distributions.js';
import { exp, log, normalQuantile, pow } from '../../../sim/core/numerics.js';
import { exp2, tagged, tagOf, untagged } from '../../../sim/core/single.js';

describe('elementary functions', () => {
  it('exp and log agree with the engine to 3 units in the last place over their whole range', () => {
    for (let x = -700; x <= 700; x += 0.37) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(7e-16);
    for (let x = 1e-300; x < 1e300; x *= 1.37) {
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(Math.log(x))));
    }
  });

  it('have exact values at the ends', () => {
    expect([exp(0), exp(-1000), exp(1000), log(1), log(0), pow(5, 0), pow(0, 2)]).toEqual([
      1,
      0,
      Infinity,
      0,
      -Infinity,
      1,
      0,
    ]);
    expect(exp(Number.NaN)).toBeNaN();
    expect(log(-1)).toBeNaN();
    expect(exp(-744)).toBe(Math.exp(-744));
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 12);
  });

  // glibc's exp and log through Python's math module
  it.each([
    [709.782712893384, 1.7976931348622732e308],
    [709.6, 1.4974914744969295e308],
    [709.1, 9.082744919406668e307],
    [-708.4, 2.217119081664265e-308],
    [-708.9, 1.344750699263295e-308],
    [-740, 4.2e-322],
    [-745, 5e-324],
    [-745.1332191019411, 5e-324],
  ])('exp(%d) is %d: near overflow, and down to the smallest double', (x, y) => {
    expect(exp(x)).toBeGreaterThan(0);
    expect(Math.abs(exp(x) - y)).toBeLessThanOrEqual(Math.max(7e-16 * y, 5e-324));
    // below 2^-1022 a double keeps too few digits of e^x to find x again
    if (y > 2 ** -1022) expect(Math.abs(log(y) - x)).toBeLessThan(3e-13);
  });

  it('exp and log end where doubles end (fdlibm: 709.7827..., -745.1332...)', () => {
    expect([exp(709.7827128933842), exp(-745.1332191019413), log(Infinity), log(-0)]).toEqual([
      Infinity,
      0,
      Infinity,
      -Infinity,
    ]);
    for (const power of [-1074, -1023, -1022, -1021, 1023])
      expect(log(2 ** power) / (power * Math.LN2)).toBeCloseTo(1, 15);
  });

  it('pow is exp(y ln x), 1 at y = 0 and, at x = 0, 0 or Infinity by the sign of y', () => {
    expect([pow(0, 0), pow(0, 3), pow(0, -3), pow(Infinity, 0), pow(1, 1e9)]).toEqual([1, 0, Infinity, 1, 1]);
    expect(pow(2, 10)).toBeCloseTo(1024, 10);
    expect(pow(2.5, -3)).toBeCloseTo(0.064, 15);
  });

  // statistics.NormalDist().inv_cdf of Python 3.11, which is AS 241 in C
  it.each([
    [0.05, -1.6448536269514726],
    [0.075, -1.4395314709384557],
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.925, 1.439531470938456],
    [0.95, 1.6448536269514715],
    [0.999, 3.090232306167813],
    [1e-11, -6.706023155495136],
    [1.3887943864964021e-11, -6.6579046435011024],
    [1e-300, -37.0470962993612],
  ])('the normal quantile of %d is %d in the middle, the flanks and the tails', (u, z) => {
    expect(Math.abs(normalQuantile(u) - z)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(z)));
  });

  it('the normal quantile has the values of AS 241 (Wichura 1988): .25, .001 and 1e-20', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 13);
  });

  it('the single-precision exponential is within 2.7e-6 of 2^x and exact in its rounding', () => {
    for (let x = -60; x <= 60; x += 0.173) {
      const y = exp2(Math.fround(x));
      expect(Math.abs(y / 2 ** Math.fround(x) - 1)).toBeLessThan(2.7e-6);
      expect(Math.fround(y)).toBe(y);
    }
  });

  it('a tier rides in the two lowest bits of a utility', () => {
    for (const x of [-7.25, -1e-3, 0.1, 3.7, 59]) {
      const clean = untagged(Math.fround(x));
      for (const tag of [0, 1, 2, 3]) expect(tagOf(tagged(clean, tag))).toBe(tag);
      expect(Math.abs(clean - Math.fround(x))).toBeLessThan(Math.abs(x) * 5e-7);
    }
  });
});

describe('laws', () => {
  it('ln gamma and the beta distribution have textbook values (Abramowitz & Stegun 6.1, 26.5)', () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5723649429247001, 9);
    expect(logGamma(10)).toBeCloseTo(Math.log(362880), 9);
    expect(betaDistribution(0.5, 2, 3)).toBeCloseTo(0.6875, 9);
    expect(betaDistribution(0.3, 1, 1)).toBeCloseTo(0.3, 9);
  });

  it('midpoint quantiles of Beta(.8, 2.5) keep its mean .8/3.3 and invert its distribution', () => {
    const q = betaQuantiles(0.8, 2.5, 512);
    expect(q.reduce((a, b) => a + b, 0) / 512).toBeCloseTo(0.8 / 3.3, 4);
    expect(betaDistribution(q[100], 0.8, 2.5)).toBeCloseTo(100.5 / 512, 5);
  });

  it('a Poisson count of mean 1.2 is 0 up to u = e^-1.2 = .3012 and 1 up to .6626', () => {
    expect([poisson(1.2, 0.301), poisson(1.2, 0.302), poisson(1.2, 0.662), poisson(1.2, 0.664)]).toEqual([
      0, 1, 1, 2,
    ]);
  });
});
