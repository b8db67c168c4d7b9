import { describe, expect, it } from 'vitest';
import { startMarket } from '../../../sim/index.js';
import { legal, oneBurner, type Raw } from '../made-scenario.js';
import { live, sum } from './twin.js';

/** Every month in which it looks, a firm gets 6 months of its burn. */
const world = (funding: Raw = {}) => ({
  inferenceCost: { start: 1 },
  funding: { base: 20, months: 6, spread: 0, frailty: 0, flat: 1, ...funding },
});
const seeker = (funding: Raw, rest: Raw = world()) =>
  oneBurner({ cash: 4e6, funding: { seekAt: 3, ...funding } }, { world: rest, months: 12 });

describe('rounds of money', () => {
  it('a round of 6 M sells a fifth: worth 30 M, and the owners of the start hold .8, then .64', () => {
    const life = live(seeker({}));
    // Runway 2 after month 2: 2 + 6 = 8 M; again below 3 after month 8.
    expect(life.column('burner', 'rounds')).toEqual([0, 6e6, 0, 0, 0, 0, 0, 6e6, 0, 0, 0, 0]);
    const { roundsClosed, raised, valuation, stake } = life.firm('burner');
    expect([roundsClosed, raised, valuation]).toEqual([2, 12e6, 30e6]);
    expect(stake).toBeCloseTo(0.64, 12);
    expect(life.column('burner', 'stage')[1]).toBe(1);
  });

  it('three tranches come a quarter of a year apart, on the line when paid, and keep the firm from looking again', () => {
    const life = live(seeker({ tranches: 3 }));
    const paid = life.column('burner', 'rounds');
    // Promised money counts: after month 2 runway is 2 + 2 and 4 promised, below 3 again after month 8.
    expect(paid).toEqual([0, 2e6, 0, 0, 2e6, 0, 0, 4e6, 0, 0, 2e6, 0]);
    expect(life.firm('burner').raised).toBe(10e6);
    expect(life.firm('burner').roundsClosed).toBe(2);
  });

  it('a decision not to look is obeyed however short the runway, one to look however long, and none leaves it to the runway', () => {
    const market = (seek?: boolean) => {
      const running = startMarket(legal(seeker({})), 's', 0);
      for (let month = 1; month <= 12; month++) running.step(seek === undefined ? {} : { burner: { seek } });
      return running.outcome().firms[0];
    };
    // 4 M at 1 M a month: gone in month 5, whatever investors would have given
    expect(market(false)).toMatchObject({ outcome: 'cash-out', exitMonth: 5, roundsClosed: 0, raised: 0 });
    expect(market(true).roundsClosed).toBe(12);
    expect(market().roundsClosed).toBe(2);
  });

  it('tranches end with the firm', () => {
    const quick = live(seeker({ tranches: 12 }, world({ months: 3 })));
    const { raised, ledger, exitMonth } = quick.firm('burner');
    expect(exitMonth).not.toBeNull();
    expect(raised).toBe(sum(quick.column('burner', 'rounds')));
    expect(raised).toBeLessThan(3e6 * quick.firm('burner').roundsClosed);
    expect(sum(ledger)).toBeLessThan(0);
  });
});
