import { describe, expect, it } from 'vitest';
import { MONTH_COLUMNS, normalQuantile, type Outcome } from '../../../sim/index.js';
import type { Values } from '../../../src/experiment/job.js';
import { bestResponse } from '../../../src/experiment/study/best-response.js';
import { readFactors } from '../../../src/experiment/study/factor.js';
import { makeLab } from '../../../src/experiment/study/study.js';
import { inlinePool } from '../../../src/pool/inline.js';
import { bestResponseText } from '../../../src/report/studies/best-response.js';
import { randomStream } from '../../../src/statistics/random-stream.js';
import { pricingStudy, studyOf } from './pricing-market.js';

const PRICE = 'firms.app0.tiers.0.price';
const QUALITY = 'firms.app0.quality';
const POLICY = 'firms.app0.policy';
const CASH = MONTH_COLUMNS.indexOf('cash');

/** A world whose only content is the cash of its only firm: the truth at some values. */
function worldOf(replicate: number, cash: number): Outcome {
  const firm = { firm: 'app0', outcome: 'alive', exitMonth: null };
  const months = new Float64Array(MONTH_COLUMNS.length);
  months[CASH] = cash;
  return { replicate, firms: [firm], months, market: new Float64Array(99) } as unknown as Outcome;
}

type Truth = (values: Values, replicate: number) => number;

/** The best response of a firm whose cash is known. */
async function found(written: Readonly<Record<string, unknown>>, truth: Truth, replicates = 20) {
  const { study } = await pricingStudy([{ value: 2, cost: 1, price: 4 }], {
    sensitivity: 1,
    range: '1 to 6',
    replicates,
  });
  const { factors, problems } = readFactors(written, study.scenario);
  expect(problems).toEqual([]);
  const asked: number[] = [];
  const pool = inlinePool((_, replicate, { values = {} } = {}) => {
    asked.push(replicate);
    return worldOf(replicate, truth({ [PRICE]: 4, [QUALITY]: 2, [POLICY]: 'steady', ...values }, replicate));
  }, '1');
  const result = await bestResponse(
    studyOf(study.scenario, factors, replicates),
    makeLab({ poolOf: () => pool }),
  );
  return { ...result, asked };
}

/** A normal number of each world, the same for all plans, and one of each world and plan. */
function noise(replicate: number, of = ''): number {
  return normalQuantile(randomStream(`noise ${replicate}`, of).uniform());
}

describe('the best response', () => {
  it('is the higher of two peaks, although the present plan stands on the lower', async () => {
    const peak = (x: number, at: number, height: number) => height - 100 * Math.abs(x - at);
    const truth: Truth = ({ [PRICE]: x }) => Math.max(peak(Number(x), 4, 100), peak(Number(x), 1.7, 120));
    const { fields, gain } = await found({ [PRICE]: '1 to 6' }, truth);
    expect(fields[0]).toMatchObject({ present: 4, range: [1, 6] });
    expect(fields[0].chosen).toBeCloseTo(1.7, 1);
    expect(gain.estimate).toBeGreaterThan(15);
    expect(gain.estimate).toBeLessThanOrEqual(20);
  });

  it('is the top of a parabola to a tenth although luck of each plan is as large as the difference a unit away', async () => {
    // truth 100 - (x - 3)^2, luck shared by plans sd 50, luck of each plan sd 1
    const truth: Truth = ({ [PRICE]: x }, replicate) =>
      100 - (Number(x) - 3) ** 2 + 50 * noise(replicate) + noise(replicate, String(x));
    const { fields, gain } = await found({ [PRICE]: '1 to 6' }, truth, 200);
    expect(Math.abs((fields[0].chosen as number) - 3)).toBeLessThan(0.1);
    const [low, high] = fields[0].near as number[];
    expect(low).toBeLessThanOrEqual(3);
    expect(high).toBeGreaterThanOrEqual(3);
    expect(gain.low).toBeLessThan(1);
    expect(gain.high).toBeGreaterThan(1);
  });

  it('says so if it lies at an end of the range', async () => {
    const { fields } = await found({ [PRICE]: '1 to 6' }, ({ [PRICE]: x }) => Number(x));
    expect(fields[0]).toMatchObject({ chosen: 6, end: 'high' });
  });

  it('says so if nothing makes a clear difference', async () => {
    const { flat, tried, gain } = await found({ [PRICE]: '1 to 6' }, (_, replicate) => noise(replicate));
    expect(flat).toBe(true);
    expect(gain).toMatchObject({ estimate: 0, low: 0, high: 0 });
    expect(tried.length).toBeLessThan(12);
  });

  it('is found among policies by a race in which bad ones drop out early', async () => {
    const worth: Record<string, number> = { steady: 1, runwayGuard: 3, blitzscale: 2 };
    const truth: Truth = ({ [POLICY]: policy }, replicate) =>
      10 * worth[String(policy)] + noise(replicate, String(policy));
    const { fields, tried } = await found({ [POLICY]: ['steady', 'runwayGuard', 'blitzscale'] }, truth, 40);
    expect(fields[0]).toMatchObject({ present: 'steady', chosen: 'runwayGuard', near: ['runwayGuard'] });
    expect(tried.map(({ worlds }) => worlds).sort((a, b) => a - b)).toEqual([5, 5, 40]);
  });

  it('is found for two fields at once, where they work on each other', async () => {
    // highest at price 2.5, quality 1.2, on a ridge
    const truth: Truth = ({ [PRICE]: x, [QUALITY]: y }, replicate) => {
      const [a, b] = [Number(x) - 2.5, Number(y) - 1.2];
      return 100 - a * a - b * b - 1.5 * a * b + 0.01 * noise(replicate, `${x} ${y}`);
    };
    const { fields, gain } = await found({ [PRICE]: '1 to 6', [QUALITY]: '0 to 4' }, truth, 16);
    expect(Math.abs((fields[0].chosen as number) - 2.5)).toBeLessThan(0.2);
    expect(Math.abs((fields[1].chosen as number) - 1.2)).toBeLessThan(0.2);
    // the present plan: a = 1.5, b = .8: 2.25 + .64 + 1.8 = 4.69 below the top
    expect(gain.estimate).toBeCloseTo(4.69, 1);
  });

  it('is confirmed on worlds that did not choose it', async () => {
    const { asked, gain } = await found(
      { [PRICE]: '1 to 6' },
      ({ [PRICE]: x }) => -Math.abs(Number(x) - 3),
      20,
    );
    expect(asked.filter((replicate) => replicate >= 20)).toHaveLength(2 * 20);
    expect(Math.max(...asked)).toBe(39);
    expect(gain.n).toBe(20);
  });

  it('is told in a sentence', async () => {
    const truth: Truth = ({ [PRICE]: x }) => 1000 * Number(x);
    const { asked: _, ...result } = await found({ [PRICE]: '1 to 6' }, truth);
    const head = { study: 'best-response', title: 'T', question: 'Q?', seed: '1', replicates: 20, agents: 1 };
    const rest = { months: 1, currency: 'USD', firms: { app0: 'App' }, worlds: 9, failed: 0 };
    const text = bestResponseText({ ...head, ...rest, ...result }).replace(/\s+/g, ' ');
    expect(text).toContain(
      'Best for App: tiers.0.price 6 (now 4). On fresh worlds that gains +2.0 k (95% +2.0 k to +2.0 k)',
    );
    expect(text).toContain('upper end of the range');
  });
});
