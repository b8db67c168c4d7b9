/** What a calibration is fitted to. */
import { describe, expect, it } from 'vitest';
import { aimsOf, lossOf, monthsNeeded, observationsOf } from '../../../src/experiment/calibration/aims.js';
import { market, parsed } from './market.js';

describe('the targets of a calibration', () => {
  const target = (more: object) => ({ measure: 'median(users(free, 3))', value: 200, source: 'x', ...more });
  const scenario = parsed(
    market([], [target({ sd: 5 }), target({ within: 0.1, fit: false, measure: 'median(users(paid, 9))' })]),
  );
  it('have their own error, or a share of their value', () => {
    expect(observationsOf(scenario)).toEqual([
      { measure: 'median(users(free, 3))', value: 200, sd: 5, source: 'x', fit: true },
      { measure: 'median(users(paid, 9))', value: 200, sd: 20, source: 'x', fit: false },
    ]);
  });
  it('are none in a scenario without a calibration', () => {
    const { calibration: _, ...bare } = market();
    expect(observationsOf(parsed(bare))).toEqual([]);
  });
  it('count only what is fitted, and cannot be met where that was not measured', () => {
    const aims = aimsOf(observationsOf(scenario), scenario);
    // (210 - 200) / 5 = 2 sd, and the held-out one does not count
    expect(lossOf(aims, [210, 999])).toBe(4);
    expect(lossOf(aims, [Number.NaN, 200])).toBe(Number.POSITIVE_INFINITY);
  });
  it('need the months up to the last of them, and to the month from which a decision is held', () => {
    const aims = aimsOf(observationsOf(scenario), scenario);
    expect([monthsNeeded(aims, scenario), monthsNeeded([], scenario)]).toEqual([9, 1]);
    const arms = { held: { hold: { from: 11, firms: ['free'], fields: ['ads'] } } };
    const held = parsed({ ...market(), arms });
    expect(monthsNeeded(aims, held)).toBe(11);
  });
});
