import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.js';
import { logRank } from '../../src/statistics/log-rank.js';
import { wilson } from '../../src/statistics/wilson.js';
import { control, treated } from './freireich.js';

describe('kaplanMeier', () => {
  const curve = kaplanMeier(treated.times, treated.events, 35);
  // Published table of the 6-MP group (R survival 3.5-3; intervals log-log, as printed by Stata's sts list).
  it.each([
    [6, 21, 3, 0.857, 0.0764, 0.6197, 0.9516],
    [7, 17, 1, 0.807, 0.0869, 0.5631, 0.9228],
    [10, 15, 1, 0.753, 0.0963, 0.5032, 0.8894],
    [13, 12, 1, 0.69, 0.1068, 0.4316, 0.8491],
    [16, 11, 1, 0.627, 0.1141, 0.3675, 0.8049],
    [22, 7, 1, 0.538, 0.1282, 0.2678, 0.7468],
    [23, 6, 1, 0.448, 0.1346, 0.1881, 0.6801],
  ])('6-MP, week %i: %i at risk, %i relapses', (week, atRisk, exits, estimate, se, low, high) => {
    const i = week - 1;
    expect([curve.atRisk[i], curve.exits[i]]).toEqual([atRisk, exits]);
    expect(Math.abs(curve.estimate[i] - estimate)).toBeLessThan(5.01e-4);
    expect(curve.standardError[i]).toBeCloseTo(se, 4);
    expect(curve.low[i]).toBeCloseTo(low, 4);
    expect(curve.high[i]).toBeCloseTo(high, 4);
  });
  it('the control group reaches the published values and ends at zero', () => {
    const { estimate } = kaplanMeier(control.times, control.events, 23);
    const published = {
      1: 0.9048,
      2: 0.8095,
      3: 0.7619,
      4: 0.6667,
      5: 0.5714,
      8: 0.381,
      11: 0.2857,
      12: 0.1905,
    };
    for (const [week, value] of Object.entries(published))
      expect(estimate[Number(week) - 1]).toBeCloseTo(value, 4);
    expect(estimate[22]).toBe(0);
  });
  it('where nobody has left, or nobody is left, the interval is that of Wilson and not empty', () => {
    const { low, high } = kaplanMeier([2, 2], [1, 1], 3);
    expect([low[0], high[0]]).toEqual([wilson(2, 2).low, 1]);
    expect([low[2], high[2]]).toEqual([0, wilson(0, 2).high]);
  });
  it('an exit beyond the horizon counts as still there', () => {
    const { atRisk, exits, estimate } = kaplanMeier([1, 9], [true, true], 2);
    expect({ atRisk, exits, estimate }).toEqual({ atRisk: [2, 1], exits: [1, 0], estimate: [0.5, 0.5] });
  });
  // Median 23 and control 8: Freireich 1963 as in R survival 3.5-3; bounds by hand, from the table above (.4316 at 13
  // weeks is the first bound below a half) and from exp(log S exp(+-1.96 se / (S log S))) of the control group.
  it('the median is the first month with half or less left, with the months where the bounds cross a half', () => {
    expect([curve.median, curve.medianInterval]).toEqual([23, [13, Infinity]]);
    const { median, medianInterval } = kaplanMeier(control.times, control.events);
    expect([median, medianInterval]).toEqual([8, [4, 11]]);
  });
  it('a curve that stays above a half has no median, one that meets it exactly has', () => {
    expect(kaplanMeier([1, 2, 2], [1, 0, 0]).median).toBe(Infinity);
    // 3/4 x 2/3 is .5 up to rounding.
    expect(kaplanMeier([1, 2, 3, 3], [1, 1, 0, 0]).median).toBe(2);
  });
  it('without a horizon it ends with the longest time', () => {
    expect(kaplanMeier([3, 5, 2], [1, 0, 1]).estimate).toHaveLength(5);
  });
  it.each([
    [[1.5], [1], 'expected times[0] (a month) to be a whole number of at least 1, got 1.5'],
    [[2, Number.NaN], [1, 1], 'expected times[1] (a month) to be a whole number of at least 1, got NaN'],
    [[2], [3], 'expected the cause of exit [0] to be a whole number from 1 to 1, or 0 (still there), got 3'],
    [[2, 3], [1], 'expected an event for each of 2 times, got 1'],
    [[], [], 'expected times to hold at least one, unless a horizon is given, got none'],
  ])('%j and %j are refused with what was expected', (times, events, message) => {
    expect(() => kaplanMeier(times, events)).toThrow(new RangeError(message));
  });
  it('month 0 is refused: the first month is 1', () => {
    expect(() => kaplanMeier([0], [1], 3)).toThrow(RangeError);
  });
});

describe('logRank', () => {
  it('finds the published chi-square 16.79 between the 6-MP and control groups', () => {
    const { observed, chiSquare } = logRank(treated, control);
    expect(observed).toBe(9);
    expect(chiSquare).toBeCloseTo(16.79, 2);
  });
  // Tail of the chi-square law with one degree of freedom at 16.792941: scipy.stats.chi2.sf 1.17.
  it('says how surprising that is', () => {
    expect(logRank(treated, control).p).toBeCloseTo(4.168809e-5, 10);
    expect(logRank(treated, treated)).toMatchObject({ chiSquare: 0, p: 1 });
  });
  it('finds the published 14.5 of Peto & Peto, where early weeks weigh more', () => {
    expect(logRank(treated, control, { rho: 1 }).chiSquare).toBeCloseTo(14.46, 2);
  });
  it('refuses events that are neither 0 nor 1', () => {
    expect(() => logRank(treated, { times: [1], events: [2] })).toThrow(RangeError);
  });
  it('finds the published 3.4 for the aml data of R survival', () => {
    const maintained = {
      times: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161],
      events: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0],
    };
    const not = {
      times: [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
      events: [1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
    };
    expect(logRank(maintained, not).chiSquare).toBeCloseTo(3.4, 1);
  });
});
