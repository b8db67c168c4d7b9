import { describe, expect, it } from 'vitest';
import { leversOf } from '../../../src/experiment/study/levers.js';
import { rescue } from '../../../src/experiment/study/rescue.js';
import { legal, rawMarket } from '../../scenario/market.js';
import { labOf, studyOf, type Truth } from './artificial.js';

/** The names of the made worlds (`dies`, `lives`), and something to change in the first. */
const scenario = legal(
  rawMarket({
    months: 3,
    channels: { feed: { otherSpend: 1 }, shops: { otherSpend: 1 } },
    firms: {
      dies: {
        ...{ cash: 10, fixedCost: 4, research: 2, channels: ['feed', 'shops'] },
        tiers: [{ price: 0 }, { price: 10, quota: 1 }],
        policy: { name: 'blitzscale', base: 3 },
      },
      lives: { cash: 1, policy: 'steady' },
    },
  }),
);

/** Evenly over 0 to 1: of n worlds the share below p is p within 2 / n (golden ratio). */
function luckOf(replicate: number): number {
  return (replicate * 0.6180339887498949) % 1;
}

/** P(cash-out) is .8; fewer people take .3 off, no free tier .2, both together all of it, and no advertising adds .1. */
const truth: Truth = ({ replicate, values }) => {
  const has = (path: string) => path in values;
  const people = values['firms.dies.fixedCost'] === 3;
  const paid = has('firms.dies.tiers');
  const silent = values['firms.dies.policy.base'] === 0;
  const chance = people && paid ? 0 : 0.8 - (people ? 0.3 : 0) - (paid ? 0.2 : 0) + (silent ? 0.1 : 0);
  return { dies: luckOf(replicate) < chance };
};

const study = studyOf('rescue', { scenario, firms: ['dies'], replicates: 400 });

describe('a rescue', () => {
  it('ranks every lever by what it takes off P(cash-out), on the same luck', async () => {
    const { before, levers } = await rescue(study, labOf(truth));
    expect(before.cashOut.estimate).toBeCloseTo(0.8, 2);
    expect(levers.slice(0, 2).map(({ lever }) => lever)).toEqual([
      'fixed cost a quarter lower',
      'no free tier',
    ]);
    expect(levers.at(-1)!.lever).toBe('no advertising');
    const [people, tier] = levers;
    expect(people.cashOut.estimate).toBeCloseTo(-0.3, 2);
    expect(people.cashOut.high).toBeLessThan(0);
    expect(tier.cashOut.estimate).toBeCloseTo(-0.2, 2);
    expect(levers.at(-1)!.cashOut.estimate).toBeCloseTo(0.1, 2);
    expect(people.alive.estimate).toBeCloseTo(-people.cashOut.estimate, 12);
    // what a lever does not touch is the same world
    expect(levers.filter(({ cashOut }) => cashOut.estimate === 0).length).toBe(levers.length - 3);
  });

  it('pairs no lever with one that replaces what it writes to, such as prices with the list of tiers', async () => {
    const dear: Truth = ({ replicate, values }) => {
      const price = values['firms.dies.tiers.1.price'];
      const saves = 'firms.dies.tiers' in values || Number(price) > 10;
      return { dies: luckOf(replicate) < (saves ? 0.5 : 0.8) };
    };
    const { levers, pairs } = await rescue(study, labOf(dear));
    expect(levers.slice(0, 2).map(({ lever }) => lever)).toEqual(['prices a quarter higher', 'no free tier']);
    expect(pairs).toEqual([]);
  });

  it('finds the pair that saves every world, and measures it again in worlds that did not choose it', async () => {
    const seen = new Set<number>();
    const lab = labOf((world) => {
      seen.add(world.replicate);
      return truth(world);
    });
    const { before, pairs, confirmed } = await rescue(study, lab);
    expect(pairs[0].lever).toBe('fixed cost a quarter lower and no free tier');
    expect(pairs[0].cashOut.estimate).toBeCloseTo(-before.cashOut.estimate, 12);
    expect(confirmed.map(({ lever }) => lever)).toEqual([
      'fixed cost a quarter lower and no free tier',
      'fixed cost a quarter lower',
    ]);
    expect(confirmed[0].cashOut.estimate).toBeCloseTo(-0.8, 2);
    expect(seen.size).toBe(800);
    expect(lab.orders.map(([points]) => points)).toEqual([leversOf(scenario, 'dies').length + 1, 2, 3]);
  });

  it('says that nothing saves where nothing does', async () => {
    const { levers, pairs, confirmed } = await rescue(
      { ...study, replicates: 20 },
      labOf(() => ({ dies: true })),
    );
    expect(levers.every(({ cashOut }) => cashOut.estimate === 0)).toBe(true);
    expect([pairs, confirmed]).toEqual([[], []]);
  });

  it('tries price, quota, free tier, advertising in all and by channel, research, headcount, model and money', () => {
    expect(leversOf(scenario, 'dies').map(({ name }) => name)).toEqual([
      'prices a quarter higher',
      'prices a fifth lower',
      'a free quota of 0.05 M tokens a month',
      'no free tier',
      'half the advertising',
      'no advertising',
      'twice the advertising',
      'no advertising in feed',
      'no advertising in shops',
      'half the research',
      'fixed cost a quarter lower',
      'a model half as large',
      'half as much cash again at the start',
      'looks for money at twice the runway',
    ]);
  });
});
