import { describe, expect, it } from 'vitest';
import { type OutcomeSensitivity, sensitivity } from '../../../src/experiment/study/sensitivity.js';
import { randomStream } from '../../../src/statistics/random-stream.js';
import { labOf, ranges, studyOf, type Truth } from './artificial.js';

/** Ishigami & Homma 1990: sin x1 + 7 sin^2 x2 + .1 x3^4 sin x1, all x from -pi to pi. */
function ishigami(values: Readonly<Record<string, unknown>>): number {
  const [a, b, c] = ['x1', 'x2', 'x3'].map((name) => values[name] as number);
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
}

/** By hand from V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2, a = 7, b = .1. */
const TRUE = {
  variance: 13.8446,
  first: { x1: 0.3139, x2: 0.4424, x3: 0 },
  total: { x1: 0.5576, x2: 0.4424, x3: 0.2437 },
};
const factors = ranges(3, [-Math.PI, Math.PI]);

/** Noise of a world, sd 1.2: the same in all points (common luck) or each point's own. */
function noise(replicate: number, own: string): number {
  return randomStream(`noise ${replicate} ${own}`, '7').normal() * 1.2;
}

function found(outcome: OutcomeSensitivity, kind: 'first' | 'total'): Record<string, number> {
  return Object.fromEntries(outcome.effects.map((row) => [row.factor, row[kind]!.estimate]));
}

function largestError(outcome: OutcomeSensitivity): number {
  const errors = (['first', 'total'] as const).flatMap((kind) => {
    const got = found(outcome, kind);
    return Object.entries(TRUE[kind]).map(([name, truth]) => Math.abs(got[name] - truth));
  });
  return Math.max(...errors);
}

describe('a sensitivity study', () => {
  it('finds the Sobol indices of Ishigami within .05 from 512 base samples, the strongest first', async () => {
    const truth: Truth = ({ values }) => ({ cash: ishigami(values) });
    const study = studyOf('sensitivity', { factors, design: 'sobol', points: 512, replicates: 2 });
    const { method, outcomes } = await sensitivity(study, labOf(truth));
    expect(method).toBe('sobol');
    expect(outcomes[0].effects.map(({ factor }) => factor)).toEqual(['x1', 'x2', 'x3']);
    expect(largestError(outcomes[0])).toBeLessThan(0.05);
    expect(outcomes[0].mean).toBeCloseTo(3.5, 1);
    expect(outcomes[0].chanceShare).toBeCloseTo(0, 9);
    expect(outcomes[0].convergence!.map(({ n }) => n)).toEqual([128, 256, 512]);
  });

  it('tells chance apart: with noise of a tenth of the variance of a world the indices stay those without', async () => {
    const truth: Truth = ({ values, replicate }) => ({
      cash: ishigami(values) + noise(replicate, Object.values(values).join()),
    });
    const study = studyOf('sensitivity', { factors, design: 'sobol', points: 256, replicates: 4 });
    const [outcome] = (await sensitivity(study, labOf(truth))).outcomes;
    expect(largestError(outcome)).toBeLessThan(0.1);
    // of one world: 1.44 / (13.84 + 1.44)
    expect(outcome.chanceShare).toBeCloseTo(0.094, 1);
  });

  it('by Morris finds the slopes of a plane, and no spread of effects', async () => {
    const plane: Truth = ({ values }) => ({ cash: 3 * Number(values.x1) - 5 * Number(values.x2) });
    const study = studyOf('sensitivity', { factors: ranges(4), design: 'morris', points: 8, replicates: 2 });
    const { outcomes, method } = await sensitivity(study, labOf(plane));
    expect(method).toBe('morris');
    const effects = outcomes[0].effects.map(({ factor, mu, sigma }) => [
      factor,
      mu!.estimate,
      sigma!.estimate,
    ]);
    const near = (x: number) => expect.closeTo(x, 9);
    expect(effects.slice(0, 2)).toEqual([
      ['x2', near(-5), near(0)],
      ['x1', near(3), near(0)],
    ]);
    expect(effects.slice(2).every(([, mu]) => Math.abs(mu as number) < 1e-9)).toBe(true);
  });

  it('by rank correlation tells the direction of a monotone outcome', async () => {
    const curve: Truth = ({ values }) => ({ cash: Math.exp(3 * Number(values.x1)) - Number(values.x2) });
    const study = studyOf('sensitivity', { factors: ranges(3), design: 'lhs', points: 100, replicates: 2 });
    const { outcomes, method } = await sensitivity(study, labOf(curve));
    expect(method).toBe('rank');
    const [first, second, third] = outcomes[0].effects;
    expect([first.factor, second.factor]).toEqual(['x1', 'x2']);
    expect(first.correlation!.estimate).toBeGreaterThan(0.95);
    expect(second.correlation!.high).toBeLessThan(0);
    expect(third.correlation!.low * third.correlation!.high).toBeLessThan(0);
  });

  it('names outcomes that never vary instead of dividing by nothing', async () => {
    const { outcomes, silent } = await sensitivity(
      studyOf('sensitivity', { factors, design: 'sobol', points: 8, replicates: 2 }),
      labOf(() => ({ cash: 4 })),
    );
    expect([outcomes, silent]).toEqual([[], ['cash']]);
  });

  it('has a tornado whose ends are 5 % and 95 % of a range, the widest first', async () => {
    const plane: Truth = ({ values: { x1 = 0.5, x2 = 0.5 } }) => ({ cash: Number(x1) + 10 * Number(x2) });
    const study = studyOf('sensitivity', { factors: ranges(2), design: 'sobol', points: 8, replicates: 2 });
    const { tornado } = (await sensitivity(study, labOf(plane))).outcomes[0];
    expect(tornado.map(({ factor }) => factor)).toEqual(['x2', 'x1']);
    expect(tornado[0]).toMatchObject({
      ends: [expect.closeTo(0.05, 9), expect.closeTo(0.95, 9)],
      low: { estimate: expect.closeTo(-4.5, 9) },
      high: { estimate: expect.closeTo(4.5, 9) },
    });
  });
});
