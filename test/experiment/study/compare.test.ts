import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../sim/index.js';
import { compare } from '../../../src/experiment/study/compare.js';
import { randomStream } from '../../../src/statistics/random-stream.js';
import { fakeScenario } from '../fake.js';
import { CASH_OUT, END_CASH, labOf, metrics, studyOf, type Truth } from './artificial.js';

const SHARED = 3;
const OWN = 1;

/** Cash 100 + common luck (sd 3) + luck of the plan (sd 1); the arm has 5 more. */
const twins: Truth = ({ plan, replicate }) => {
  const common = randomStream(`common ${replicate}`, '1').normal() * SHARED;
  const own = randomStream(`${plan} ${replicate}`, '1').normal() * OWN;
  return { cash: 100 + common + own + (plan === 'cheap' ? 5 : 0) };
};

describe('a comparison', () => {
  it('finds the difference, its interval, the correlation and the variance reduction of paired plans', async () => {
    const study = studyOf('compare', { arms: ['cheap'], replicates: 4000 });
    const { plans, differences } = await compare(study, labOf(twins));
    expect(plans).toEqual(['A', 'cheap']);
    const [row] = differences;
    expect(row).toMatchObject({ plan: 'cheap', outcome: 'cash', firm: '', measure: END_CASH, n: 4000 });
    // By hand: correlation 9 / 10, var B - A = 2, so 20 / 2 = 10 and a half-width of 1.96 sqrt(2 / 4000).
    expect(row.correlation).toBeCloseTo(0.9, 1);
    expect(row.varianceReduction).toBeGreaterThan(9);
    expect(row.varianceReduction).toBeLessThan(11);
    expect(Math.abs(row.estimate - 5)).toBeLessThan(0.1);
    expect(row.high - row.low).toBeCloseTo(2 * 1.96 * Math.sqrt(2 / 4000), 2);
    expect(row.b - row.a).toBeCloseTo(row.estimate, 9);
  });

  it('covers the true difference in 95 % of studies (of 200: at least 181, missed by a right one once in 400)', async () => {
    const covers = async (seed: number) => {
      const truth: Truth = (world) => twins({ ...world, replicate: world.replicate + seed * 1000 });
      const study = studyOf('compare', { arms: ['cheap'], replicates: 30 });
      const [{ low, high }] = (await compare(study, labOf(truth))).differences;
      return low <= 5 && high >= 5;
    };
    const seen = await Promise.all(Array.from({ length: 200 }, (_, seed) => covers(seed)));
    expect(seen.filter(Boolean).length).toBeGreaterThanOrEqual(181);
  });

  it('of shares is McNemar-like: 3 of 10 worlds lost and 1 won are a difference of -.2', async () => {
    const dies: Truth = ({ plan, replicate }) => ({
      dies: plan === 'base' ? replicate < 5 : replicate === 0 || replicate === 1 || replicate === 9,
    });
    const study = studyOf('compare', {
      arms: ['cheap'],
      replicates: 10,
      metrics: metrics({ cashOut: CASH_OUT }),
    });
    const [row] = (await compare(study, labOf(dies))).differences;
    expect(row).toMatchObject({ a: 0.5, b: 0.3, n: 10, estimate: expect.closeTo(-0.2, 12) });
    expect([row.low < -0.2, row.high > 0]).toEqual([true, true]);
  });

  it('has a factor for outcomes that are no mean, too, from the resamples of the bootstrap', async () => {
    const study = studyOf('compare', {
      arms: ['cheap'],
      replicates: 200,
      metrics: metrics({ median: 'median(cash(dies, 3))' }),
    });
    const [row] = (await compare(study, labOf(twins))).differences;
    expect(row.low).toBeLessThan(5);
    expect(row.high).toBeGreaterThan(5);
    expect(row.varianceReduction).toBeGreaterThan(2);
  });

  it('of a number that some or all worlds do not have says what is known', async () => {
    const study = studyOf('compare', {
      ...{ arms: ['cheap'], replicates: 40 },
      metrics: metrics({
        when: 'median(exitMonth(dies))',
        never: 'mean(exitMonth(lives) - exitMonth(lives))',
      }),
    });
    const dies: Truth = ({ plan, replicate }) => ({ dies: plan === 'base' || replicate % 2 === 0 });
    const [when, never] = (await compare(study, labOf(dies))).differences;
    // In the arm half of the worlds have no exit: the median is month 2 or never.
    expect(when).toMatchObject({
      a: 2,
      n: 40,
      low: 0,
      high: Number.POSITIVE_INFINITY,
      correlation: Number.NaN,
    });
    expect(never).toMatchObject({ estimate: Number.NaN, low: Number.NaN, high: Number.NaN });
  });

  it('of a plan with itself is nothing, without an interval, in all worlds', async () => {
    const study = studyOf('compare', { arms: ['cheap'], replicates: 8 });
    const same: Truth = ({ replicate }) => ({ cash: replicate });
    const [row] = (await compare(study, labOf(same))).differences;
    expect(row).toMatchObject({ estimate: 0, low: 0, high: 0, correlation: 1 });
  });

  it('leaves out the worlds that failed in one of both plans', async () => {
    const study = studyOf('compare', { arms: ['cheap'], replicates: 10 });
    const failing: Truth = ({ plan, replicate }) => {
      if (plan === 'cheap' && replicate === 3) throw new Error('broken');
      return { cash: plan === 'cheap' ? 2 : 1 };
    };
    const [row] = (await compare(study, labOf(failing))).differences;
    expect(row).toMatchObject({ n: 9, a: 1, b: 2, estimate: 1 });
  });

  it('says what the plans do not have alike, and nothing of plans that differ in their decisions alone', async () => {
    const constant = (value: number) => ({ law: { kind: 'constant' as const, value } });
    const against = { ...fakeScenario, start: '2025-01', agents: constant(20) } as Scenario;
    const other = studyOf('compare', { against, labels: ['A', 'B'], replicates: 2 });
    expect((await compare(other, labOf(twins))).unlike).toEqual([
      'B has start 2025-01, A 2024-01',
      'B has agents 20, A 10',
    ]);
    const arm = studyOf('compare', { arms: ['cheap'], replicates: 2 });
    expect((await compare(arm, labOf(twins))).unlike).toEqual([]);
  });
});
