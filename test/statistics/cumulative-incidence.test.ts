import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from '../../src/statistics/cumulative-incidence.js';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.js';
import { treated } from './freireich.js';

const shape = { horizon: 4, causeCount: 2 };

describe('cumulativeIncidence', () => {
  // By hand. At risk 5, 4, 2, 1; survival before each month 1, .8, .6, .3.
  // Cause 1: 1/5, then .6 x 1/2. Cause 2: .8 x 1/4, then .3 x 1/1.
  it('weights each exit by the survival before it', () => {
    const [first, second] = cumulativeIncidence([1, 2, 2, 3, 4], [1, 2, 0, 1, 2], shape);
    expect(first.estimate.map((value) => value.toFixed(12))).toEqual(
      [0.2, 0.2, 0.5, 0.5].map((v) => v.toFixed(12)),
    );
    expect(second.estimate.map((value) => value.toFixed(12))).toEqual(
      [0, 0.2, 0.2, 0.5].map((v) => v.toFixed(12)),
    );
  });
  it('its curves and the survival curve add to one in every month', () => {
    const times = [1, 1, 2, 2, 2, 3, 3, 4, 4, 4];
    const causes = [1, 2, 0, 1, 2, 2, 0, 1, 1, 0];
    const curves = cumulativeIncidence(times, causes, shape);
    const { estimate } = kaplanMeier(
      times,
      causes.map((cause) => cause > 0),
      4,
    );
    estimate.forEach((alive, month) => {
      expect(alive + curves[0].estimate[month] + curves[1].estimate[month]).toBeCloseTo(1, 12);
    });
  });
  it('without censoring its standard error is the binomial one', () => {
    const times = [1, 1, 2, 3, 3, 3, 4, 4, 4, 4];
    const [first] = cumulativeIncidence(times, [1, 2, 1, 2, 1, 1, 2, 1, 2, 2], shape);
    first.estimate.forEach((p, month) => {
      expect(first.standardError[month]).toBeCloseTo(Math.sqrt((p * (1 - p)) / 10), 12);
    });
  });
  it('with one cause it is one less Kaplan-Meier, with its Greenwood standard error', () => {
    const [only] = cumulativeIncidence(treated.times, treated.events as number[], {
      horizon: 35,
      causeCount: 1,
    });
    const { estimate, standardError } = kaplanMeier(treated.times, treated.events, 35);
    estimate.forEach((alive, month) => {
      expect(only.estimate[month]).toBeCloseTo(1 - alive, 12);
      expect(only.standardError[month]).toBeCloseTo(standardError[month], 12);
    });
  });
  it('a cause that never happened keeps an upper bound above zero', () => {
    const [, never] = cumulativeIncidence([1, 4, 4], [1, 0, 0], shape);
    expect(never.estimate[3]).toBe(0);
    expect(never.high[3]).toBeGreaterThan(0.5);
  });
});
