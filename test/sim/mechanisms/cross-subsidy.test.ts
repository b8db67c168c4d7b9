import { describe, expect, it } from 'vitest';
import { oneBurner, twoApps } from '../made-scenario.js';
import { live, sum, twins } from './twin.js';

const parent = { monthlyCap: 5e5, topUpTo: 10e6, stopHazard: 0 };

describe('cross-subsidy (M07)', () => {
  it('half of a burn of 1 M makes 10 M last for 20 months instead of 10', () => {
    const [child, twin] = twins(oneBurner({ parent }), 'cross-subsidy');
    expect(child.column('burner', 'parent').slice(0, 21)).toEqual(Array(21).fill(5e5));
    // 10 M - 20 x .5 M = 0 is not below zero; a month later it is.
    expect(child.firm('burner').exitMonth).toBe(21);
    expect(twin.firm('burner').exitMonth).toBe(11);
    expect(sum(twin.column('burner', 'parent'))).toBe(0);
  });

  it('fills cash up to its limit and no further', () => {
    const rich = live(oneBurner({ parent: { ...parent, monthlyCap: 5e6 } }));
    expect(rich.column('burner', 'parent')).toEqual(Array(24).fill(1e6));
    expect(rich.firm('burner').finalCash).toBe(10e6);
  });

  it('a parent that stops for good is the proximate cause of the end, in the twin the fixed cost', () => {
    const [child, twin] = twins(oneBurner({ parent: { ...parent, stopHazard: 1 } }), 'cross-subsidy');
    expect(child.firm('burner').proximateCause).toBe('parent-stopped');
    expect(twin.firm('burner').proximateCause).toBe('fixed-cost');
    expect(child.firm('burner').exitMonth).toBe(11);
  });

  it('money in a channel of its own counts fourfold at a quarter of the price: reach .5 (1 - e^-4), twin .5 (1 - e^-1)', () => {
    const net = {
      otherSpend: 1e6,
      contacts: 1,
      crowding: 0,
      reach: { all: 0.5 },
      owner: 'a',
      ownerDiscount: 0.25,
    };
    const raw = twoApps(
      { press: 0, channels: ['net'], policy: { name: 'steady', ads: 1e6 } },
      { press: 0 },
      { segment: { innovation: 0, imitation: 0, wordOfMouth: 0 }, top: { channels: { net } } },
    );
    const [owner, twin] = twins(raw, 'cross-subsidy', 1);
    expect(owner.state.firms[0].paidAwareness[0]).toBeCloseTo(0.5 * (1 - Math.exp(-4)), 12);
    expect(twin.state.firms[0].paidAwareness[0]).toBeCloseTo(0.5 * (1 - Math.exp(-1)), 12);
    expect(owner.column('a', 'advertising')[0]).toBe(-1e6);
  });
});
