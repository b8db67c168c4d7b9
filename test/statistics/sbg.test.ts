import { describe, expect, it } from 'vitest';
import { discountedLifetime } from '../../src/statistics/discounted-lifetime.js';
import { fitSbg, sbgLogLikelihood } from '../../src/statistics/fit-sbg.js';
import { sbgCurve, sbgRetention, sbgSurvival } from '../../src/statistics/shifted-beta-geometric.js';

// Fader & Hardie 2007, table 1: customers of a thousand who are there after each year.
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491];
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241];

describe('fitSbg', () => {
  it('finds the paper’s parameters of both kinds of customers', () => {
    const high = fitSbg(HIGH_END);
    expect(high?.alpha).toBeCloseTo(0.6681, 4);
    expect(high?.beta).toBeCloseTo(3.8061, 4);
    expect(high?.logLikelihood).toBeCloseTo(-1611.158, 3);
    // scipy 1.17 Nelder-Mead on the same likelihood
    const regular = fitSbg(REGULAR);
    expect(regular?.alpha).toBeCloseTo(0.70409, 4);
    expect(regular?.beta).toBeCloseTo(1.18203, 4);
  });

  it('takes the start and those lost in each year as the same counts, and weights that are no whole numbers', () => {
    const lost = HIGH_END.slice(1).map((n, t) => HIGH_END[t] - n);
    expect(fitSbg({ start: 1000, lost })).toEqual(fitSbg(HIGH_END));
    expect(fitSbg(HIGH_END.map((n) => n / 10))?.alpha).toBeCloseTo(0.6681, 4);
  });

  it('has a likelihood that falls to all sides of the fit', () => {
    const { alpha, beta, logLikelihood } = fitSbg(HIGH_END) ?? { alpha: 0, beta: 0, logLikelihood: 0 };
    expect(sbgLogLikelihood(HIGH_END, alpha, beta)).toBeCloseTo(logLikelihood, 9);
    for (const [a, b] of [
      [1.01, 1],
      [0.99, 1],
      [1, 1.01],
      [1, 0.99],
      [1.01, 1.01],
      [0.99, 0.99],
    ])
      expect(sbgLogLikelihood(HIGH_END, alpha * a, beta * b)).toBeLessThan(logLikelihood);
  });

  it('gives back the parameters of exact curves', () => {
    for (const [alpha, beta] of [
      [0.5, 0.5],
      [2, 30],
      [0.1, 4],
      [8, 3],
    ]) {
      const fit = fitSbg(sbgCurve(alpha, beta, 12));
      expect(fit?.alpha).toBeCloseTo(alpha, 4);
      expect(fit?.beta).toBeCloseTo(beta, 3);
    }
  });

  it('has no answer where the likelihood has no maximum', () => {
    expect(fitSbg([100, 100, 100])).toBeNull();
    expect(fitSbg([100, 0, 0])).toBeNull();
    expect(fitSbg([1024, 512, 256, 128, 64])).toBeNull();
  });

  it('refuses counts that rise, fall below 0 or say nothing', () => {
    for (const counts of [[], [100], [100, 90], [100, 90, 95], [0, 0, 0], [10, 5, -1], [10, Number.NaN, 1]])
      expect(() => fitSbg(counts)).toThrow(RangeError);
    expect(() => fitSbg({ start: 10, lost: [6, 6] })).toThrow('fitSbg: expected counts that start above 0');
  });
});

describe('sbgCurve', () => {
  it('is the model column of the paper’s table, and its ratios are the retention rates', () => {
    const curve = sbgCurve(0.6681, 3.8061, 12);
    const published = [0.851, 0.747, 0.67, 0.61, 0.562, 0.522, 0.489, 0.46, 0.436, 0.414, 0.395, 0.378];
    for (const [t, share] of published.entries()) {
      // half a unit of the last printed digit
      expect(Math.abs(curve[t + 1] - share)).toBeLessThan(0.00051);
      expect(sbgSurvival(0.6681, 3.8061, t + 1)).toBe(curve[t + 1]);
      expect(curve[t + 1] / curve[t]).toBeCloseTo(sbgRetention(0.6681, 3.8061, t + 1), 14);
    }
    expect(sbgRetention(0.6681, 3.8061, 50)).toBeGreaterThan(sbgRetention(0.6681, 3.8061, 1));
    expect(() => sbgSurvival(1, 1, 1.5)).toThrow('sbgSurvival: expected t to be a whole number');
    expect(() => sbgCurve(-1, 1, 3)).toThrow(
      'sbgCurve: expected alpha to be a finite number above 0, got -1',
    );
    expect(() => sbgRetention(1, 1, 0)).toThrow(RangeError);
  });
});

describe('discountedLifetime', () => {
  it('is the hypergeometric function', () => {
    // Fader & Hardie's High End customers at 10 and 15 %; the other two by scipy.special.hyp2f1
    expect(discountedLifetime(0.668, 3.806, 0.1)).toBeCloseTo(5.9226, 4);
    expect(discountedLifetime(0.668, 3.806, 0.15)).toBeCloseTo(4.6904, 4);
    expect(discountedLifetime(2.5, 0.7, 0.01)).toBeCloseTo(1.4500838559, 9);
    expect(discountedLifetime(0.3, 9, 0.001)).toBeCloseTo(303.1234781425, 7);
  });

  it('without a discount is the mean lifetime, which may be without end', () => {
    // (alpha + beta - 1) / (alpha - 1) = 4 / 1
    expect(discountedLifetime(2, 3, 0)).toBe(4);
    expect(discountedLifetime(1, 3, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(discountedLifetime(3, 3, 1e-6)).toBeCloseTo(2.5, 4);
    expect(() => discountedLifetime(1, 1, -0.1)).toThrow('expected discount');
  });
});
