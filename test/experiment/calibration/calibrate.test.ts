import { describe, expect, it } from 'vitest';
import { simulate } from '../../../sim/index.js';
import { aimsOf, type Observation } from '../../../src/experiment/calibration/aims.js';
import { type CalibrationJob, calibrate } from '../../../src/experiment/calibration/calibrate.js';
import { parametersOf, smoothValue } from '../../../src/experiment/calibration/parameters.js';
import { MEASURES } from '../../../src/experiment/measures.js';
import { market, parsed, poolOf } from './market.js';

const FREE = [
  { path: 'segments.all.innovation', low: 0.005, high: 0.2 },
  { path: 'segments.all.activation', low: 0.2, high: 0.98 },
  { path: 'firms.paid.quality', low: 0, high: 6 },
];
const MONTHS = [2, 4, 6, 9, 12];
const WORLDS = 40;

type Truth = readonly [innovation: number, activation: number, quality: number];

/** Mean users of both firms, each number from worlds of its own (errors are independent), with its standard error. */
function historyOf([innovation, activation, quality]: Truth): Observation[] {
  const raw = market();
  Object.assign(raw.segments.all, { innovation, activation });
  raw.firms.paid.quality = quality;
  const scenario = parsed(raw);
  const shape = { firms: 2, channels: 0, months: 12 };
  return MONTHS.flatMap((month) =>
    ['free', 'paid'].map((firm, f): Observation => {
      const users = MEASURES.users.make([[f], month], shape);
      const own = `history ${firm} ${month}`;
      const values = Array.from({ length: WORLDS }, (_, replicate) =>
        users(simulate(scenario, own, replicate)),
      );
      const mean = values.reduce((sum, value) => sum + value, 0) / WORLDS;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (WORLDS - 1);
      const sd = Math.sqrt(variance / WORLDS);
      return { measure: `mean(users(${firm}, ${month}))`, value: mean, sd, source: 'made', fit: month < 12 };
    }),
  );
}

function job(truth: Truth, more: Partial<CalibrationJob> = {}): CalibrationJob {
  const scenario = parsed(market(FREE));
  return {
    scenario,
    parameters: parametersOf(scenario),
    aims: aimsOf(historyOf(truth), scenario),
    pool: poolOf(scenario, 'fit'),
    freshPool: poolOf(scenario, 'fresh'),
    replicates: 8,
    evaluations: 150,
    seed: 'fit',
    profile: false,
    ...more,
  };
}

describe('calibrate', () => {
  // Each of 6 estimates is off by more than 3 of its standard errors in .27 % of seeds if they are normal: in all at
  // most 1.6 %. Seeds are fixed.
  for (const truth of [
    [0.05, 0.7, 2.8],
    [0.08, 0.5, 1.2],
  ] as const) {
    it(`finds innovation, activation and quality ${truth.join(', ')} again within its own 3 standard errors`, async () => {
      const { parameters, ...rest } = job(truth);
      const { point, information, search, fresh, before } = await calibrate({ parameters, ...rest });
      expect(search.complete).toBe(true);
      expect(fresh.loss).toBeLessThan(before.loss / 10);
      for (const [k, parameter] of parameters.entries()) {
        const error = information?.errors[k] ?? 0;
        expect(error).toBeLessThan(0.4);
        const ends = [-3, 3].map((z) => smoothValue(parameter, point[k] + z * error));
        expect(truth[k]).toBeGreaterThan(ends[0]);
        expect(truth[k]).toBeLessThan(ends[1]);
      }
    });
  }

  it('never looks at held-out targets, and reports them', async () => {
    const few = { replicates: 4, evaluations: 40 };
    const own = job([0.03, 0.2, 2], few);
    const off = own.aims.map((aim) => (aim.fit ? aim : { ...aim, value: 3 * aim.value }));
    const [first, second] = [
      await calibrate(own),
      await calibrate({ ...job([0.03, 0.2, 2], few), aims: off }),
    ];
    expect(second.point).toEqual(first.point);
    expect(second.information).toEqual(first.information);
    expect(second.fresh.found).toHaveLength(own.aims.length);
  });

  it('gives the same bytes from a pool that cuts worlds otherwise and ends them in another order', async () => {
    const few = { replicates: 6, evaluations: 30, profile: true };
    const plain = await calibrate(job([0.03, 0.2, 2], few));
    const inline = job([0.03, 0.2, 2], few);
    const late: typeof inline.pool = {
      ...inline.pool,
      width: 7,
      run: async (chunk, onReplicate) => {
        const result = await inline.pool.run(chunk, onReplicate);
        await new Promise((resolve) => setTimeout(resolve, chunk.first % 3));
        return result;
      },
    };
    expect(await calibrate({ ...inline, pool: late })).toEqual(plain);
    expect(plain.profile?.map((points) => points.length)).toEqual([5, 5, 5]);
  });

  it('stops when asked, with the best so far and nothing about what the targets tell', async () => {
    const abort = new AbortController();
    const stopped = await calibrate({
      ...job([0.03, 0.2, 2], { replicates: 2, evaluations: 1000 }),
      signal: abort.signal,
      onProgress: ({ evaluations }) => evaluations > 20 && abort.abort(),
    });
    expect(stopped.search.complete).toBe(false);
    expect(stopped.search.best.loss).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(stopped.fresh.found).toEqual(job([0.03, 0.2, 2]).aims.map(() => Number.NaN));
    expect(stopped.information).toBeUndefined();
  });
});
