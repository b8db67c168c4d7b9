import { describe, expect, it } from 'vitest';
import { simulate, withValues } from '../../../sim/index.js';
import { aimsOf, lossOf, monthsNeeded } from '../../../src/experiment/calibration/aims.js';
import { informationOf } from '../../../src/experiment/calibration/information.js';
import {
  coordinateOf,
  parametersOf,
  smoothValue,
  valueAt,
  valuesAt,
} from '../../../src/experiment/calibration/parameters.js';
import { market, parsed } from './market.js';

describe('free fields', () => {
  const scenario = parsed(
    market([
      { path: 'segments.all.innovation', low: 0.01, high: 1 },
      { path: 'segments.all.review', low: 0.1, high: 0.9 },
      { path: 'firms.paid.quality', low: -2, high: 2 },
      { paths: ['firms.free.press', 'firms.paid.press'], low: 0.01, high: 0.2, scale: 'linear' },
      { path: 'firms.paid.entersAt', low: 1, high: 9, scale: 'linear' },
    ]),
  );
  const parameters = parametersOf(scenario);

  it('choose log above 0, logit for shares within 0 and 1, linear below 0, unless told', () => {
    expect(parameters.map(({ scale }) => scale)).toEqual(['log', 'logit', 'linear', 'linear', 'linear']);
  });

  it('have their middle where the scale has it: .1, .5, 0, .105 (by hand), whole numbers whole', () => {
    const middles = parameters.map((parameter) => valueAt(parameter, 0.5));
    expect(middles[0]).toBeCloseTo(0.1, 6);
    expect(middles[1]).toBeCloseTo(0.5, 6);
    expect(middles.slice(2)).toEqual([0, 0.105, 5]);
    expect(valueAt(parameters[4], 0.55)).toBe(5);
  });

  it('go to a coordinate and back, and hold a start outside its range at the range', () => {
    for (const parameter of parameters.slice(0, 4)) {
      for (const x of [0, 0.2, 0.7, 1]) {
        expect(coordinateOf(parameter, smoothValue(parameter, x))).toBeCloseTo(x, 9);
      }
    }
    expect(parameters[2].start).toBe(2);
    expect(parametersOf(parsed(market([{ path: 'firms.paid.quality', low: 3, high: 5 }])))[0].start).toBe(3);
  });

  it('give several paths one value', () => {
    const values = valuesAt(parameters, [0, 0, 0, 0, 0]);
    expect(values['firms.free.press']).toBe(0.01);
    expect(values['firms.paid.press']).toBe(0.01);
    expect(Object.keys(values)).toHaveLength(6);
  });
});

describe('values laid over a scenario', () => {
  const months = (raw: unknown) => [...simulate(parsed(raw), '1', 0).months];

  it('are the scenario with these numbers written into it, startOnly fields too', () => {
    const raw = market();
    const written = structuredClone(raw);
    written.firms.paid.quality = 3;
    written.segments.all.useSpread = 1;
    const laid = withValues(raw, { 'firms.paid.quality': 3, 'segments.all.useSpread': 1 });
    expect(months(laid)).toEqual(months(written));
    expect(raw.firms.paid.quality).toBe(2);
  });

  it('leave a dated change of the same field in its month', () => {
    const interventions = [{ month: 6, path: 'firms.paid.quality', value: 2 }];
    const raw = { ...market(), interventions };
    const column = months(withValues(raw, { 'firms.paid.quality': 3 }));
    const written = structuredClone(raw);
    written.firms.paid.quality = 3;
    expect(column).toEqual(months(written));
    expect(column).not.toEqual(months({ ...written, interventions: [] }));
  });

  it('may be cut to the months that aims read: those months keep their bytes', () => {
    const scenario = parsed(market());
    const observe = (measure: string) => ({ measure, value: 1, sd: 1, source: 'made', fit: true });
    const needed = (...measures: string[]) => monthsNeeded(aimsOf(measures.map(observe), scenario), scenario);
    expect(needed('median(users(free, 3))', 'mean(total(joins, paid, 2, 5)) - median(people(0))')).toBe(5);
    expect(needed('median(users(free, 3))', 'share(alive(paid))')).toBe(12);
    expect(needed('median(users(free, months))')).toBe(12);
    const short = months(withValues(scenario.raw, { months: 5 }));
    expect(short).toEqual(months(scenario.raw).slice(0, short.length));
  });
});

describe('loss and information', () => {
  it('adds squared errors of fitted aims only; what cannot be measured is the worst', () => {
    const scenario = parsed(market());
    const observe = (value: number, sd: number, fit: boolean) => ({
      ...{ measure: 'median(users(free, 3))', value, sd, source: 'made', fit },
    });
    const aims = aimsOf([observe(10, 2, true), observe(5, 1, true), observe(0, 1, false)], scenario);
    // by hand: ((14 - 10) / 2)^2 + (2 - 5)^2 = 13
    expect(lossOf(aims, [14, 2, 99])).toBe(13);
    expect(lossOf(aims, [Number.NaN, 2, 99])).toBe(Number.POSITIVE_INFINITY);
  });

  it('is that of least squares: errors (1, .5) and no correlation for J = diag(1, 2) without luck', () => {
    const { eigenvalues, directions, errors, correlations } = informationOf(
      [
        [1, 0],
        [0, 2],
      ],
      [],
    );
    expect(eigenvalues).toEqual([4, 1]);
    expect(directions[1].map(Math.abs)).toEqual([1, 0]);
    expect(errors).toEqual([1, 0.5]);
    expect(correlations[0][1]).toBe(0);
  });

  it('adds the luck of the own worlds: variance 1 + 2 for one parameter, J = 1, errors -1 and 1', () => {
    expect(informationOf([[1]], [[-1], [1]]).errors[0]).toBeCloseTo(Math.sqrt(3), 12);
  });

  it('says of two parameters that do the same that only their sum is told', () => {
    const { eigenvalues, directions, errors, correlations } = informationOf([[3, 3]], []);
    expect(eigenvalues[0]).toBeCloseTo(18, 12);
    expect(Math.abs(eigenvalues[1])).toBeLessThan(1e-12);
    expect(directions[1][0]).toBeCloseTo(-directions[1][1], 12);
    expect(errors[0]).toBeGreaterThan(1000);
    expect(correlations[0][1]).toBeCloseTo(-1, 6);
  });
});
