import { describe, expect, it } from 'vitest';
import { usersFeedback } from '../../../sim/firms/data-flywheel.js';
import { twoApps } from '../made-scenario.js';
import { ALIKE, twins } from './twin.js';

describe('the data flywheel (M08)', () => {
  it('10 M users at .02 improve quality by .02 ln 2 a month from the second month on, in the twin nobody does', () => {
    const raw = twoApps(
      { lapse: 0 },
      { entersAt: 12 },
      {
        segment: ALIKE,
        world: { research: { rate: 0, users: 0.02, payers: 0, obsolescence: 0 } },
        top: { people: 10e6, months: 3 },
      },
    );
    const [wheel, twin] = twins(raw, 'data-flywheel');
    const steps = [0, 1, 2].map((n) => 1 + n * 0.02 * Math.LN2);
    wheel.column('a', 'quality').forEach((quality, t) => {
      expect(quality).toBeCloseTo(steps[t], 6);
    });
    expect(twin.column('a', 'quality')).toEqual([1, 1, 1]);
    expect(wheel.column('b', 'quality')).toEqual(twin.column('b', 'quality'));
  });

  it('is weak: ten times the users bring .02 ln 11 = .048, not .14', () => {
    const law = { users: 0.02, synthetic: 0, tolerated: 0.5 } as Parameters<typeof usersFeedback>[0];
    expect(usersFeedback(law, 100e6)).toBeCloseTo(0.047958, 6);
    expect(usersFeedback(law, 0)).toBe(0);
  });

  it('generated text among the feedback takes its worth away, and harms beyond what is tolerated', () => {
    const law = { users: 0.02, synthetic: 0.25, tolerated: 0.5 } as Parameters<typeof usersFeedback>[0];
    expect(usersFeedback(law, 10e6)).toBeCloseTo(0.01 * Math.LN2, 12);
    expect(usersFeedback({ ...law, synthetic: 1 }, 10e6)).toBeCloseTo(-0.02 * Math.LN2, 12);
  });
});
