import { describe, expect, it } from 'vitest';
import { billedTokens, breakEvenConversion } from '../../../sim/firms/free-riders.js';
import { twoApps } from '../made-scenario.js';
import { ALIKE, sum, twins } from './twin.js';

describe('free riders (M03)', () => {
  it("the break-even conversion of the article's numbers is 1.4625 / 25.075 = 5.83 %, above the 5 % that pay", () => {
    expect(breakEvenConversion({ cost: 1.4625, adRevenue: 0, price: 25.075, fee: 0 })).toBeCloseTo(0.0583, 4);
    expect(breakEvenConversion({ cost: 1.5, adRevenue: 0.5, price: 20, fee: 0.5 })).toBe(0.1);
  });

  it('of 10 M tokens, 6 of them free, a free ride of a half leaves 7 to pay', () => {
    expect(billedTokens(10, 6, 0.5)).toBe(7);
    expect(billedTokens(10, 6, 1)).toBe(10);
  });

  it('an app of free users pays nothing without them, and an app of payers the same as before', () => {
    const free = { lapse: 0 };
    const paid = { lapse: 0, tiers: [{ price: 5 }] };
    const raw = twoApps(free, paid, { segment: { ...ALIKE, zeroPrice: 0, network: 0 }, top: { months: 4 } });
    const [whole, without] = twins(raw, 'free-riders');
    expect(sum(without.column('a', 'inference'))).toBe(0);
    expect(sum(whole.column('a', 'inference'))).toBeLessThan(-1e4);
    expect(without.column('b', 'inference')).toEqual(whole.column('b', 'inference'));
    expect(without.column('a', 'tokens')).toEqual(whole.column('a', 'tokens'));
  });

  it('a second app is a free user of the app, whatever its price: two tiers that cost, no free ride on the first', () => {
    const app = { lapse: 0, tiers: [{ price: 5 }] };
    const raw = twoApps(app, app, { segment: { ...ALIKE, review: 1, secondApp: 1 }, top: { months: 2 } });
    const [whole, without] = twins(raw, 'free-riders');
    // Second apps get .3 of the use and are not paid for: 1 of 1.3 tokens is billed.
    const both = (life: typeof whole) => life.column('a', 'inference')[1] + life.column('b', 'inference')[1];
    expect(both(without) / both(whole)).toBeCloseTo(1 / 1.3, 6);
  });
});
