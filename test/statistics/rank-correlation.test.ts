import { describe, expect, it } from 'vitest';
import { partialRankCorrelation, rankCorrelation } from '../../src/statistics/rank-correlation.js';
import { ranks } from '../../src/statistics/ranks.js';

const lsat = [576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594];
const gpa = [3.39, 3.3, 2.81, 3.03, 3.44, 3.07, 3, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96];

describe('ranks', () => {
  it('ties share the mean of their ranks', () => {
    expect([...ranks([10, 20, 20, 5, 20])]).toEqual([2, 4, 4, 1, 4]);
  });
});

describe('rankCorrelation', () => {
  // scipy.stats.spearmanr 1.17; interval by hand: tanh(atanh r -+ 1.96 sqrt((1 + r²/2) / 12)).
  it('of the law schools is that of scipy, with its p and interval', () => {
    const { estimate, low, high, p, n } = rankCorrelation(lsat, gpa);
    expect(estimate).toBeCloseTo(0.7964285714285713, 12);
    expect(p).toBeCloseTo(0.00038046767853463354, 10);
    expect([low, high].map((value) => value.toFixed(6))).toEqual(['0.413168', '0.940007']);
    expect(n).toBe(15);
  });
  it('sees any rising shape as 1, and a falling one as -1', () => {
    const x = [0.1, 0.4, 0.2, 0.9, 0.5];
    expect(rankCorrelation(x, x.map(Math.exp))).toEqual({ estimate: 1, low: 1, high: 1, p: 0, n: 5 });
    const falling = x.map((value) => -(value ** 3));
    expect(rankCorrelation(x, falling).estimate).toBe(-1);
  });
  it('with a column that never varies is unknown', () => {
    expect(rankCorrelation([1, 1, 1, 1], [1, 2, 3, 4])).toMatchObject({
      estimate: Number.NaN,
      low: Number.NaN,
      p: Number.NaN,
    });
  });
  it('refuses unequal columns and what is no number', () => {
    expect(() => rankCorrelation([1, 2, 3, 4], [1, 2])).toThrow('expected 4 values in both columns, got 2');
    expect(() => rankCorrelation([1, 2, 3, Number.NaN], [1, 2, 3, 4])).toThrow(
      'expected value 3 to be a finite number, got NaN',
    );
  });
});

describe('partialRankCorrelation', () => {
  const index = Array.from({ length: 30 }, (_, i) => i);
  const rows = index.map((i) => [
    ((i * 7) % 30) / 30,
    ((i * 11 + 3) % 30) / 30,
    Math.floor(((i * i * 13 + 5 * i) % 31) / 2),
  ]);
  const outcome = rows.map(([x, y, z], i) => Math.exp(3 * x) - 2 * y + z * 0.05 + ((i * 17) % 23) / 23);
  // NumPy 2: residuals of rank regressions correlated (Marino 2008, section 2.3.2); scipy.stats.t for p.
  it.each([
    [0, 0.9900324499585539, 0.9782979586488698, 0.9954366309803477, 1.1511907352348227e-23],
    [1, -0.7096325975091752, -0.8560676999812004, -0.4577416489618674, 2.3501555044527183e-5],
    [2, 0.1782682753328081, -0.20868803106159722, 0.5169631332763749, 0.3640897927844513],
  ])('factor %i is that of regressions of the ranks, ties included', (j, estimate, low, high, p) => {
    const found = partialRankCorrelation(rows, outcome)[j];
    expect(found.estimate).toBeCloseTo(estimate, 10);
    expect(found.low).toBeCloseTo(low, 10);
    expect(found.high).toBeCloseTo(high, 10);
    expect(found.p / p).toBeCloseTo(1, 6);
  });
  it('with a single factor is the rank correlation', () => {
    const [only] = partialRankCorrelation(
      lsat.map((value) => [value]),
      gpa,
    );
    expect(only.estimate).toBeCloseTo(rankCorrelation(lsat, gpa).estimate, 12);
  });
  it('an outcome that one factor orders fully leaves nothing for the others', () => {
    const found = partialRankCorrelation(
      rows,
      rows.map(([x]) => x ** 5),
    ).map(({ estimate }) => estimate);
    expect(found).toEqual([1, 0, 0]);
  });
  it('a factor that never varies is unknown and disturbs no other', () => {
    const padded = partialRankCorrelation(
      rows.map((row) => [row[0], 4, row[1], row[2]]),
      outcome,
    );
    expect(padded[1].estimate).toBeNaN();
    expect(padded[2]).toEqual(partialRankCorrelation(rows, outcome)[1]);
    const alone = partialRankCorrelation(
      rows.map(() => [4]),
      outcome,
    );
    expect(alone.map(({ estimate }) => estimate)).toEqual([Number.NaN]);
  });
  it('a factor given twice is refused', () => {
    expect(() =>
      partialRankCorrelation(
        rows.map(([x]) => [x, 2 * x]),
        outcome,
      ),
    ).toThrow('expected no factor to follow from the others');
  });
});
