import { describe, expect, it } from 'vitest';
import { distillationLoss } from '../../../sim/firms/distillation.js';
import { startMarket } from '../../../sim/index.js';
import { legal, twoApps } from '../made-scenario.js';
import { ALIKE, twins } from './twin.js';

const LAW = { depth: 1, cliff: 0.65, steepness: 8 };

describe('distillation (M11)', () => {
  it('costs nothing at no cut, the depth at a whole one, .633 utils at .7 and .05 at .3', () => {
    expect(distillationLoss(LAW, 0)).toBe(0);
    expect(distillationLoss(LAW, 1)).toBeCloseTo(1, 12);
    // S(0) = .005486, S(.3) = .057324, S(.7) = .598688, S(1) = .942676.
    expect(distillationLoss(LAW, 0.7)).toBeCloseTo(0.593202 / 0.93719, 5);
    expect(distillationLoss(LAW, 0.3)).toBeCloseTo(0.051838 / 0.93719, 5);
  });

  it('a cut of .7 leaves .3 of the cost for each token, and fewer choose the app', () => {
    const raw = twoApps({ lapse: 0, distil: 0.7 }, { lapse: 0 }, { segment: ALIKE, top: { months: 2 } });
    const [small, without] = twins(raw, 'distillation');
    const perToken = (life: typeof small) => life.column('a', 'inference')[0] / life.column('a', 'tokens')[0];
    expect(perToken(small) / perToken(without)).toBeCloseTo(0.3, 5);
    // The odds against b fall by e^-.633 at a mean taste of 1; s.e. of a share of 10,000 users is .005.
    const odds = (life: typeof small) => life.column('a', 'users')[0] / life.column('b', 'users')[0];
    expect(Math.log(odds(small) / odds(without))).toBeCloseTo(-0.633, 1);
    expect(small.column('a', 'quality')).toEqual(without.column('a', 'quality'));
  });

  it('a policy sees the cost that is left', () => {
    const market = startMarket(legal(twoApps({ distil: 0.7 }, {}, { top: { months: 2 } })), '1', 0);
    market.step();
    market.step();
    expect(market.state.sights[0].view.unitCost).toBeCloseTo(market.state.world.unitCost * 0.3, 12);
  });
});
