import { describe, expect, it } from 'vitest';
import { roundHazard } from '../../../sim/firms/funding.js';
import { growthAppeal, sizeAppeal } from '../../../sim/firms/growth-funding.js';
import { oneBurner, type Raw, twoApps } from '../made-scenario.js';
import { ALIKE, type Life, sum, twins } from './twin.js';

/** Odds of a round are e^-2 but for growth and size. */
const FUNDING = { base: -2, growth: 1.5, size: 0.1, climate: 0, distress: 0, frailty: 0, flat: 1 };
const world = (funding: Raw = {}) => ({
  inferenceCost: { start: 1 },
  funding: { ...FUNDING, ...funding },
});
const hazard = ({ state }: Life) => roundHazard(state, state.firms[0]);
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('growth funding (M06)', () => {
  it('adds 1.5 g to the log odds, g at most 1, and .1 ln(1 + users / 1 M)', () => {
    const law = { ...FUNDING } as Parameters<typeof growthAppeal>[0];
    expect(growthAppeal(law, 0.4)).toBeCloseTo(0.6, 12);
    expect([growthAppeal(law, 3), growthAppeal(law, -3)]).toEqual([1.5, -1.5]);
    expect(sizeAppeal(law, 1e6)).toBeCloseTo(0.1 * Math.LN2, 12);
  });

  it('a firm that grows by .4 in three months has odds e^-1.4, in the twin e^-2', () => {
    const track = { mean: 0.4, spread: 0, firmSpread: 0 };
    const [grown, twin] = twins(oneBurner({ track, funding: {} }, { world: world() }), 'growth-funding', 1);
    expect(hazard(grown)).toBeCloseTo(logistic(-1.4), 12);
    expect(hazard(twin)).toBeCloseTo(logistic(-2), 12);
  });

  it('100,000 users are worth 5 ln 1.1 = .4766 at a weight of 5, in the twin nothing', () => {
    const segment = ALIKE;
    const raw = twoApps(
      { lapse: 0, funding: {} },
      { entersAt: 12 },
      { segment, world: world({ size: 5, growth: 0 }) },
    );
    const [large, twin] = twins(raw, 'growth-funding', 1);
    expect(hazard(large)).toBeCloseTo(logistic(-2 + 0.47655), 5);
    expect(hazard(twin)).toBeCloseTo(logistic(-2), 12);
  });

  it('the same luck brings the twin no round that the growing firm does not get', () => {
    const firm = { track: { mean: 1, spread: 0 }, funding: { seekAt: 120 }, cash: 1e9, fixedCost: 1e7 };
    const [grown, twin] = twins(oneBurner(firm, { world: world({ growth: 4 }) }), 'growth-funding');
    const rounds = (life: Life) => life.column('burner', 'rounds').map((money) => money > 0);
    // logit 2 against -2: .88 and .12 a month; while runway is under 120 months both look.
    rounds(twin).forEach((came, t) => {
      if (came) expect(rounds(grown)[t]).toBe(true);
    });
    expect(sum(rounds(grown).map(Number))).toBeGreaterThan(sum(rounds(twin).map(Number)));
  });
});
