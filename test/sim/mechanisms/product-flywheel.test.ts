import { describe, expect, it } from 'vitest';
import { payersFeedback } from '../../../sim/firms/product-flywheel.js';
import { type Raw, twoApps } from '../made-scenario.js';
import { ALIKE, twins } from './twin.js';

/** A million people, all of them with app a. */
const app = (tiers: Raw[]) =>
  twoApps(
    { lapse: 0, tiers },
    { entersAt: 12 },
    {
      segment: ALIKE,
      world: { research: { rate: 0, users: 0, payers: 0.03, obsolescence: 0 } },
      top: { people: 1e6, months: 3 },
    },
  );

describe('the product flywheel (M21)', () => {
  it('a million payers at .03 improve quality by .03 a month from the second month on, in the twin nobody does', () => {
    const [wheel, twin] = twins(app([{ price: 5 }]), 'product-flywheel');
    wheel.column('a', 'quality').forEach((quality, t) => {
      expect(quality).toBeCloseTo(1 + 0.03 * t, 6);
    });
    expect(twin.column('a', 'quality')).toEqual([1, 1, 1]);
  });

  it('users who pay nothing turn it no further', () => {
    const [free] = twins(app([{ price: 0 }]), 'product-flywheel');
    expect(free.column('a', 'quality')).toEqual([1, 1, 1]);
  });

  it('a quarter of a million payers bring half as much', () => {
    const law = { payers: 0.03 } as Parameters<typeof payersFeedback>[0];
    expect(payersFeedback(law, 250_000)).toBeCloseTo(0.015, 12);
  });
});
