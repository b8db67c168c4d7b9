/** Studies of the made worlds in their rarer cases: all probabilities known, plans unlike, levels, nothing measured. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../sim/index.js';
import { chosenField } from '../../../src/experiment/study/chosen-field.js';
import { compare } from '../../../src/experiment/study/compare.js';
import { usualDesign } from '../../../src/experiment/study/design.js';
import { discover } from '../../../src/experiment/study/discover.js';
import { estimateOf } from '../../../src/experiment/study/estimate.js';
import type { Factor } from '../../../src/experiment/study/factor.js';
import { gathererFor } from '../../../src/experiment/study/metric.js';
import {
  presentCoordinate,
  presentLevel,
  presentNumber,
  presentPlain,
} from '../../../src/experiment/study/present.js';
import { basePoint } from '../../../src/experiment/study/sample.js';
import { sensitivity } from '../../../src/experiment/study/sensitivity.js';
import { wilson } from '../../../src/statistics/wilson.js';
import { legal, oneBurner } from '../../sim/made-scenario.js';
import { fakeOutcome, fakeScenario } from '../fake.js';
import { CASH_OUT, END_CASH, labOf, metrics, ranges, studyOf, type Truth } from './artificial.js';

describe('a comparison', () => {
  const outcomes = metrics({ cash: END_CASH, cashOut: CASH_OUT });
  /** One world in two dies under A, one in ten under B; both end with 10 and 4. */
  const truth: Truth = ({ plan, replicate }) => ({
    dies: plan === 'base' ? replicate % 2 === 0 : replicate % 10 === 0,
    cash: plan === 'base' ? 10 : 4,
  });
  it('until the answer is known has intervals for all looks of probabilities, of a single look of others', async () => {
    const study = studyOf('compare', { arms: ['cheap'], metrics: outcomes, until: 0.1, replicates: 5000 });
    const { differences, stopping, replicates } = await compare(study, labOf(truth));
    const [cash, cashOut] = differences;
    expect([cash.interval, cashOut.interval]).toEqual(['single look', 'anytime']);
    expect(stopping).toMatchObject({ reason: 'known', until: 0.1 });
    expect(replicates).toBe(cashOut.n);
    // -.4 by hand; the interval is as narrow as was wanted
    expect([cashOut.low <= -0.4, cashOut.high >= -0.4]).toEqual([true, true]);
    expect((cashOut.high - cashOut.low) / 2).toBeLessThanOrEqual(0.1);
    expect(cash.estimate).toBe(-6);
  });
  it('of plans that are not of the same months and people says so', async () => {
    const [a, b] = [
      legal(oneBurner()),
      legal(oneBurner({}, { months: 12, people: 5, agents: 50, currency: 'CNY' })),
    ];
    const study = studyOf('compare', {
      scenario: a,
      against: b,
      labels: ['甲', '乙'],
      metrics: [],
      replicates: 1,
    });
    const { unlike, plans } = await compare(
      study,
      labOf(() => ({})),
    );
    expect(plans).toEqual(['甲', '乙']);
    expect(unlike).toContain('乙 has months 12, 甲 24');
    expect(unlike).toContain('乙 has currency CNY, 甲 USD');
    expect(unlike.some((line) => line.includes('start'))).toBe(false);
  });
});

describe('an outcome', () => {
  it('that needs a firm which the other scenario does not have is not measured there', () => {
    const [own] = metrics({ cash: END_CASH });
    const other = legal(oneBurner()) as Scenario;
    expect(gathererFor([own], other)(fakeOutcome(0))).toEqual([Number.NaN]);
    expect(gathererFor([own], fakeScenario)(fakeOutcome(1))).toEqual([81]);
  });
  it('of worlds of which none finished is missing, and counts none', async () => {
    const order = {
      points: [basePoint(fakeScenario)],
      metrics: metrics({ cashOut: CASH_OUT }),
      replicates: 3,
    };
    const broken = labOf(() => {
      throw new Error('no world');
    });
    const none = await broken.sample(order);
    expect(estimateOf(none, 0, 0)).toEqual({ estimate: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 });
    const whole = await labOf(({ replicate }) => ({ dies: replicate === 0 })).sample(order);
    expect(estimateOf(whole, 0, 0)).toEqual(wilson(1, 3));
  });
});

describe('a discovery over levels', () => {
  const named: Factor = {
    ...{ name: 'policy', paths: ['policy'], unit: '', levels: ['steady', '稳健', 'bold', 'wild'] },
    at: (u) => ['steady', '稳健', 'bold', 'wild'][Math.min(3, Math.floor(u * 4))],
  };
  const numbered: Factor = {
    ...{ name: 'tier', paths: ['tier'], unit: '', levels: [1, 2, 3, 4] },
    at: (u) => Math.min(4, Math.floor(u * 4) + 1),
  };
  const boxOf = async (factor: Factor, truth: Truth) => {
    const study = studyOf('discover', {
      factors: [factor, ...ranges(1)],
      firms: ['dies'],
      points: 400,
      replicates: 1,
    });
    const [{ boxes }] = (await discover(study, labOf(truth))).discoveries;
    return boxes[0].limits;
  };
  it('names the levels in which it happens, which need not be neighbours', async () => {
    const limits = await boxOf(named, ({ values }) => ({
      dies: values.policy === 'steady' || values.policy === 'bold',
    }));
    expect(limits).toMatchObject([{ factor: 'policy', low: null, high: null, levels: ['steady', 'bold'] }]);
  });
  it('of numbers takes those between the ends of the box', async () => {
    const limits = await boxOf(numbered, ({ values }) => ({ dies: Number(values.tier) >= 3 }));
    expect(limits).toMatchObject([{ factor: 'tier', low: null, high: null, levels: [3, 4] }]);
  });
  it('finds no box where nearly nobody, or nearly everybody, is a case', async () => {
    const study = studyOf('discover', { factors: ranges(2), firms: ['dies'], points: 100 });
    for (const dies of [false, true])
      expect(
        (
          await discover(
            study,
            labOf(() => ({ dies })),
          )
        ).discoveries[0].boxes,
      ).toEqual([]);
  });
});

describe('a sensitivity study', () => {
  const line: Truth = ({ values }) => ({ cash: 3 * Number(values.x1) + Number(values.x2), dies: false });
  const run = (more: object) =>
    sensitivity(
      studyOf('sensitivity', { factors: ranges(2), points: 64, replicates: 2, ...more }),
      labOf(line),
    );
  it('ranks by correlation over a random or Latin design: 1 for what the outcome strictly follows', async () => {
    for (const design of ['random', 'lhs'] as const) {
      const { method, outcomes } = await run({ design });
      expect(method).toBe('rank');
      expect(outcomes[0].effects.map(({ factor }) => factor)).toEqual(['x1', 'x2']);
      expect(outcomes[0].effects[0].correlation?.estimate).toBeGreaterThan(0.9);
    }
  });
  it('screens by Morris, whose mean effect of a line is its slope', async () => {
    const { method, outcomes } = await run({ design: 'morris', points: 10 });
    expect(method).toBe('morris');
    expect(outcomes[0].effects.map(({ muStar }) => muStar?.estimate)).toEqual([
      expect.closeTo(3, 9),
      expect.closeTo(1, 9),
    ]);
  });
  it('takes Morris by itself where there are many fields, else Sobol', async () => {
    expect((await run({ factors: ranges(40), points: 2 })).method).toBe('morris');
    expect((await run({ design: 'grid', points: 16 })).method).toBe('sobol');
  });
  it('names outcomes that never change, with their firm', async () => {
    const [cashOut] = metrics({ cashOut: CASH_OUT });
    const { outcomes, silent } = await run({ metrics: [{ ...cashOut, firm: 'dies' }, cashOut] });
    expect(outcomes).toEqual([]);
    expect(silent).toEqual(['cashOut of dies', 'cashOut']);
  });
  it('of an outcome that is no mean says nothing of luck', async () => {
    const { outcomes } = await run({ metrics: metrics({ middle: 'median(cash(dies, 3))' }) });
    expect(outcomes[0]).not.toHaveProperty('chanceShare');
    expect((await run({})).outcomes[0]).toHaveProperty('chanceShare');
  });
});

describe('the present plan', () => {
  const scenario = legal(oneBurner({ cash: '5 M to 20 M', policy: { name: 'runwayGuard' } }));
  const cash: Factor = { name: 'cash', paths: ['firms.burner.cash'], unit: '', at: (u) => 1e7 * u };
  const policy = (levels: unknown[]): Factor => ({
    name: 'p',
    paths: ['firms.burner.policy'],
    unit: '',
    levels,
    at: () => 0,
  });
  it('is the middle of what is uncertain, and stands where the range has it, or at the nearer end', () => {
    expect(presentNumber(cash, scenario)).toBe(1e7);
    const wide = { ...cash, at: (u: number) => 4e7 * u };
    const falling = { ...cash, at: (u: number) => 4e7 * (1 - u) };
    expect([presentCoordinate(wide, scenario), presentCoordinate(falling, scenario)]).toEqual([
      expect.closeTo(0.25, 6),
      expect.closeTo(0.75, 6),
    ]);
    expect(presentCoordinate({ ...cash, at: (u: number) => 1e6 * u }, scenario)).toBeCloseTo(1, 6);
  });
  it('is no number where the field is none, and then in the middle', () => {
    const name = { ...cash, paths: ['firms.burner.policy'] };
    expect([presentNumber(name, scenario), presentCoordinate(name, scenario)]).toEqual([undefined, 0.5]);
  });
  it('is a level by name or number, none if the scenario gives parameters of its own', () => {
    expect(presentLevel(policy(['steady', { name: 'runwayGuard' }]), scenario)).toBe(1);
    expect(presentLevel(policy(['steady', 'runwayGuard']), scenario)).toBe(-1);
    expect(presentPlain(policy([]), scenario)).toBe('runwayGuard with parameters of its own');
    expect(presentPlain({ ...cash, paths: ['firms.burner.nothing.below'] }, scenario)).toBe(null);
    expect(presentPlain({ ...cash, paths: ['firms.burner.fixedCost'] }, scenario)).toBe(1e6);
    expect(presentLevel({ ...cash, levels: [1e6, 1e7] }, scenario)).toBe(1);
    expect(presentCoordinate({ ...cash, levels: [1, 2] }, scenario)).toBe(0.25);
    expect(presentCoordinate({ ...cash, levels: [1, 1e7] }, scenario)).toBe(0.75);
  });
  it('is told beside the choice, which may lie at an end of its range', () => {
    expect(chosenField(cash, 0.999, scenario)).toMatchObject({
      present: 1e7,
      range: [0, expect.closeTo(1e7, 3)],
      end: 'high',
    });
    expect(chosenField(cash, 0.001, scenario)).toMatchObject({ end: 'low' });
    expect(chosenField(cash, 0.5, scenario)).not.toHaveProperty('end');
    expect(chosenField(policy(['steady', { name: 'runwayGuard' }]), 0.5, scenario)).toMatchObject({
      present: { name: 'runwayGuard' },
    });
    expect(chosenField(policy(['steady']), 0.5, scenario)).toMatchObject({
      present: 'runwayGuard with parameters of its own',
    });
    expect(chosenField({ ...cash, paths: ['firms.burner.policy'] }, 0.5, scenario)).toMatchObject({
      present: null,
    });
  });
});

it('the usual design is a grid for two fields, or for levels alone, else a Sobol sequence', () => {
  const levels = ranges(3).map((factor) => ({ ...factor, levels: [1, 2] }));
  expect([usualDesign(ranges(2)), usualDesign(ranges(3)), usualDesign(levels)]).toEqual([
    'grid',
    'sobol',
    'grid',
  ]);
});
