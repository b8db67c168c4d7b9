import { describe, expect, it } from 'vitest';
import { aggregate, makeAggregator } from '../../src/experiment/aggregate.js';
import { fakeOutcome, fakeScenario } from './fake.js';

const outcomes = [0, 1, 2, 3].map((replicate) => fakeOutcome(replicate));
const summary = aggregate(fakeScenario, outcomes, 4);
const { dies, lives } = summary.firms;

describe('the summary of four worlds, two of which lose the firm `dies` in month 2', () => {
  it('counts ways out with their Wilson interval', () => {
    expect(dies.cashOut.estimate).toBe(0.5);
    // 2 of 4: 0.5 -+ 1.96 sqrt(.0625 + .9604/16) / (1 + 3.8416/4), by hand
    expect(dies.cashOut.low).toBeCloseTo(0.15, 2);
    expect(dies.cashOut.high).toBeCloseTo(0.85, 2);
    expect(dies.outcomes.alive.estimate).toBe(0.5);
    expect(lives.cashOut).toMatchObject({ estimate: 0, low: 0, n: 4 });
  });

  it('tells when and why the firm died, and nothing of a firm that did not', () => {
    expect(dies.medianExitMonth).toBe(2);
    expect(dies.exitQuartiles).toEqual([2, 2]);
    expect(dies.causes).toEqual({ advertising: 2 });
    expect([lives.medianExitMonth, lives.exitQuartiles, lives.money.cashOut]).toEqual([null, null, null]);
  });

  it('follows survival and incidence month by month', () => {
    expect(dies.survival).toMatchObject({ atRisk: [4, 4, 2], exits: [0, 2, 0], estimate: [1, 0.5, 0.5] });
    expect(dies.incidence).toMatchObject({ cashOut: [0, 0.5, 0.5], acquired: [0, 0, 0] });
  });

  it('lets a firm that has ended keep the cash it ended with', () => {
    // month 3: worlds 0 and 2 ended with -5, worlds 1 and 3 have 81 and 83
    expect(dies.cash.mean[2]).toBe((-5 + 81 - 5 + 83) / 4);
    expect(dies.worlds).toEqual([
      { replicate: 0, cash: [100, -5, -5] },
      { replicate: 1, cash: [101, 91, 81] },
      { replicate: 2, cash: [102, -5, -5] },
    ]);
  });

  it('counts users after the end as 0, and prices only where the firm is alive', () => {
    // month 3: users 0, 53, 0, 55; prices of worlds 1 and 3 are 6 and 8
    expect(dies.users.q50[2]).toBe(53 / 2);
    expect(dies.price.mean[2]).toBe(7);
    expect(dies.advertising.mean[0]).toBe((3 + 4 + 5 + 6) / 4);
  });

  it('has NaN in months without a living world, and no dash of a negative zero', () => {
    const doomed = aggregate(fakeScenario, [fakeOutcome(0)], 1).firms.dies;
    expect(doomed.price.q50[2]).toBeNaN();
    expect(Object.is(doomed.advertising.q50[2], 0)).toBe(true);
  });

  it('takes the money before the first month back from the ledger', () => {
    // finalCash - ledger: world 0: -5 + 95.5 - 0.1 = 90.4; 1: 81 + 96.5 - 0.1 = 177.4; 2: -5 + 97.4; 3: 83 + 98.4
    expect(dies.startCash).toBeCloseTo((90.4 + 177.4 + 92.4 + 181.4) / 4, 10);
    expect(dies.money.all.advertising.mean).toBe(-97);
    expect(dies.money.cashOut?.advertising.mean).toBe(-96.5);
  });

  it('averages flows between apps and counts lost firms per world', () => {
    expect(summary.moves[2]).toBe((0 + 2 + 4 + 6) / 4);
    expect(summary.firmsLost).toEqual({ mean: 0.5, q25: 0, q75: 1, q05: 0, q95: 1 });
    expect(summary.priceIndex.store.mean[0]).toBe(4 + 1.5);
  });

  it('has the same bits when it is too large for its numbers to be kept', () => {
    // 1e8 worlds are allowed for, so numbers are counted in several walks over the same four
    expect(aggregate(fakeScenario, outcomes, 1e8)).toEqual(summary);
    expect(aggregate(fakeScenario, [], 1e8)).toEqual(aggregate(fakeScenario, [], 4));
  });

  it('tells the worlds so far at any time, and goes on', () => {
    const aggregator = makeAggregator(fakeScenario, 1);
    for (const [k, outcome] of outcomes.entries()) {
      aggregator.add(outcome);
      const soFar = aggregate(fakeScenario, outcomes.slice(0, k + 1), 4);
      expect([aggregator.finish(), aggregator.finish()]).toEqual([soFar, soFar]);
    }
  });

  it('leaves what it told earlier as it was', () => {
    const aggregator = makeAggregator(fakeScenario, 4);
    aggregator.add(outcomes[0]);
    const first = aggregator.finish();
    for (const outcome of outcomes.slice(1)) aggregator.add(outcome);
    aggregator.finish();
    expect(first).toEqual(aggregate(fakeScenario, outcomes.slice(0, 1), 4));
  });

  it('survives a batch in which no world finished', () => {
    const empty = aggregate(fakeScenario, [], 4);
    expect(empty.n).toBe(0);
    expect(empty.firms.dies.cashOut).toMatchObject({ low: 0, high: 1, n: 0 });
  });
});
