import { describe, expect, it } from 'vitest';
import { roundHazard } from '../../../sim/firms/funding.js';
import { nextClimate } from '../../../sim/world/capital-climate.js';
import { oneBurner } from '../made-scenario.js';
import { type Life, live, sum, twins } from './twin.js';

const FUNDING = { base: -2, climate: 0.5, growth: 0, size: 0, distress: 0, frailty: 0, flat: 1, stay: 1e6 };
const raw = (hotAtStart: number) =>
  oneBurner({ funding: {} }, { world: { inferenceCost: { start: 1 }, funding: { ...FUNDING, hotAtStart } } });
const hazard = ({ state }: Life) => roundHazard(state, state.firms[0]);
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('the capital climate (M19)', () => {
  it('odds of a round are e^-1.5 in the heat and e^-2.5 in the cold, in the twin e^-2 in both', () => {
    const [hot, hotTwin] = twins(raw(1), 'capital-climate', 1);
    const [cold, coldTwin] = twins(raw(0), 'capital-climate', 1);
    expect(hazard(hot)).toBeCloseTo(logistic(-1.5), 12);
    expect(hazard(cold)).toBeCloseTo(logistic(-2.5), 12);
    for (const twin of [hotTwin, coldTwin]) expect(hazard(twin)).toBeCloseTo(logistic(-2), 12);
  });

  it('turns with probability 1/stay: at 18 months below u = .0556', () => {
    const law = { ...FUNDING, stay: 18, hotAtStart: 0.6 } as never;
    expect(nextClimate(law, 1, { month: 5, u: 0.055 })).toBe(-1);
    expect(nextClimate(law, 1, { month: 5, u: 0.056 })).toBe(1);
    expect(nextClimate(law, -1, { month: 5, u: 0.055 })).toBe(1);
    expect([0.59, 0.61].map((u) => nextClimate(law, 1, { month: 1, u }))).toEqual([1, -1]);
  });

  it('is one for all: in a world that flips every month no firm lists in the cold months', () => {
    const business = { tenders: 1000, win: 20, size: 1e3, sizeSpread: 0, margin: 1, paidAfter: 0 };
    const listing = { revenue: 1, proceeds: 1e6, chance: 1 };
    const rest = { shock: 0, policy: 'steady', business };
    const firm = { cash: 50e6, fixedCost: 1, ...rest, listing, funding: { shift: -50 } };
    const world = { inferenceCost: { start: 1 }, funding: { ...FUNDING, stay: 1, hotAtStart: 1 } };
    const life = live({ ...oneBurner({}, { world, months: 16 }), firms: { a: firm, b: firm } });
    // Hot in odd months; twelve months of books are there in month 12, so both list in month 13.
    expect(['a', 'b'].map((id) => life.firm(id).listedMonth)).toEqual([13, 13]);
    expect(sum(life.column('a', 'listing'))).toBe(1e6);
  });
});
