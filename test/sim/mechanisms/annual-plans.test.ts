import { describe, expect, it } from 'vitest';
import { type Raw, twoApps } from '../made-scenario.js';
import { ALIKE, live } from './twin.js';

const annual = { annualShare: 0.5, annualDiscount: 0.2, lapse: 0, tiers: [{ price: 10 }] };
const life = (app: Raw, segment: Raw = ALIKE, months = 26) =>
  live(twoApps(app, { entersAt: 30 }, { segment, top: { months } })).column('a', 'subscriptions');

describe('annual plans (M29)', () => {
  it('of 100,000 payers half sign for twelve months at .8: 5.3 M in months 1, 13 and 25, .5 M in between', () => {
    const paid = life(annual);
    paid.forEach((money, t) => {
      expect(money / 1e6).toBeCloseTo(t % 12 === 0 ? 0.5 + 0.5 * 12 * 0.8 : 0.5, 4);
    });
  });

  it('payers of the start signed evenly over the last year: every month .5 + .5 x .8 of the monthly price', () => {
    const segment = { ...ALIKE, withApp: 1, ever: 1 };
    const paid = life({ ...annual, users: 1e5 }, segment, 14);
    for (const money of paid) expect(money / 1e6).toBeCloseTo(0.9, 4);
  });

  it('who has paid in advance pays nothing more when payers leave, and nobody signs until contracts run out', () => {
    const leaving = { ...ALIKE, lapsePaidA: 1e4, lapsePaidB: 1e4 };
    const paid = life({ ...annual, lapse: 1, annualShare: 1 }, leaving, 12);
    expect(paid[0] / 1e6).toBeCloseTo(9.6, 4);
    for (const money of paid.slice(1)) expect(money).toBe(0);
  });

  it('without a share on annual plans the books are those of monthly payers', () => {
    expect(life({ ...annual, annualShare: 0 })).toEqual(life({ lapse: 0, tiers: [{ price: 10 }] }));
  });
});
