/** Calibrations from several starts, on worlds whose cash is a function of the one free value that is known by hand. */
import { describe, expect, it } from 'vitest';
import { MONTH_COLUMNS, type Outcome, simulate } from '../../../sim/index.js';
import { aimsOf, observationsOf } from '../../../src/experiment/calibration/aims.js';
import { type CalibrationProgress, calibrate } from '../../../src/experiment/calibration/calibrate.js';
import { parametersOf } from '../../../src/experiment/calibration/parameters.js';
import type { Pool } from '../../../src/experiment/job.js';
import { inlinePool } from '../../../src/pool/inline.js';
import { market, parsed } from './market.js';

const QUALITY = 'firms.paid.quality';
const free = [{ path: QUALITY, low: 0, high: 10, scale: 'linear' }];
const target = { measure: 'mean(cash(free, 12))', value: 0, sd: 1, source: 'x' };
const scenario = parsed({ ...market(free, [target]), agents: 10 });
const world = simulate(scenario, '1', 0);
const CASH = 11 * 2 * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf('cash');

/** Worlds in which the first firm ends with the cash that a quality gives; undefined: the world fails. */
function poolOf(cash: (quality: number, replicate: number) => number | undefined): Pool {
  return inlinePool((_, replicate, { values = {} } = {}): Outcome => {
    const quality = Number(values[QUALITY] ?? 2);
    const value = cash(quality, replicate);
    if (value === undefined) throw new Error('no world');
    const months = world.months.slice();
    months[CASH] = value;
    return { ...world, replicate, months };
  }, '1');
}

interface Asked {
  readonly evaluations: number;
  readonly stopAt?: (at: CalibrationProgress) => boolean;
}

function fitted(
  cash: (quality: number, replicate: number) => number | undefined,
  { evaluations, stopAt }: Asked,
) {
  const stop = new AbortController();
  return calibrate({
    ...{ scenario, parameters: parametersOf(scenario), aims: aimsOf(observationsOf(scenario), scenario) },
    ...{ pool: poolOf(cash), freshPool: poolOf(cash), replicates: 1, evaluations, seed: '1', profile: true },
    ...{ signal: stop.signal, onProgress: (at) => void (stopAt?.(at) && stop.abort()) },
  });
}

/** Two valleys: at 2, where the scenario begins, 3 remain; at 8 nothing does. */
const valleys = (quality: number) => Math.min(3 + Math.abs(quality - 2), 2 * Math.abs(quality - 8));

describe('a calibration', () => {
  it('from three starts takes the one that is best on fresh worlds, and ends in the deeper valley', async () => {
    const { values, starts, search, fresh } = await fitted(valleys, { evaluations: 600 });
    expect(starts).toHaveLength(3);
    expect(search.complete).toBe(true);
    expect(values[QUALITY]).toBeCloseTo(8, 1);
    expect(fresh.loss).toBeLessThan(0.1);
    // objectives, which pull a little to the middle of the range; 9 remains in the other valley
    expect(Math.min(...starts)).toBeLessThan(1);
  });

  it('that is stopped in its second start keeps the first, and says that it is not complete', async () => {
    const { starts, search, values } = await fitted(valleys, {
      evaluations: 600,
      stopAt: ({ start }) => start === 1,
    });
    expect([starts.length, search.complete]).toEqual([1, false]);
    expect(Number.isFinite(values[QUALITY])).toBe(true);
  });

  it('that is stopped when it asks what the targets tell has no errors', async () => {
    const result = await fitted((quality) => quality - 5, {
      evaluations: 40,
      stopAt: ({ stage }) => stage === 'information',
    });
    expect(result.information).toBeUndefined();
    expect(result.profile).toBeUndefined();
  });

  it('of a value that changes nothing finds it free: no eigenvalue, both ends of the range as good', async () => {
    const { information, flatEnds } = await fitted(() => 1, { evaluations: 30 });
    expect(information?.eigenvalues).toEqual([expect.closeTo(0, 9)]);
    const ends = flatEnds?.map(({ values, loss }) => [values[QUALITY], loss]);
    expect(ends).toEqual(
      expect.arrayContaining([
        [0, 1],
        [10, 1],
      ]),
    );
  });

  it('in which every world fails has measured nothing and counts the failures', async () => {
    const { fresh, before, failures, worlds } = await fitted(() => undefined, { evaluations: 20 });
    expect([fresh.loss, before.loss]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(fresh.found).toEqual([Number.NaN]);
    expect(failures.length).toBe(worlds);
  });
});
