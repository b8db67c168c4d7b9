import { describe, expect, it } from 'vitest';
import { oneBurner, type Raw } from '../made-scenario.js';
import { live, sum, twins } from './twin.js';

/** Every month in which it looks, a firm gets 6 months of its burn. */
const world = (funding: Raw = {}) => ({
  inferenceCost: { start: 1 },
  funding: { base: 20, months: 6, spread: 0, frailty: 0, flat: 1, ...funding },
});
const seeker = (funding: Raw, rest: Raw = world()) =>
  oneBurner({ cash: 4e6, funding: { seekAt: 3, ...funding } }, { world: rest, months: 12 });

describe('strategic capital (M18)', () => {
  it('brings 40 % of its money as credits at once, which pay research and never the payroll', () => {
    const raw = seeker({ shift: -50, strategic: 1, creditShare: 0.4 });
    const [backed, without] = twins(raw, 'strategic-capital');
    expect(backed.column('burner', 'rounds')[1]).toBe(3.6e6);
    expect(backed.column('burner', 'credits')[1]).toBe(2.4e6);
    const { raised, roundsClosed } = backed.firm('burner');
    expect(raised).toBe(6e6 * roundsClosed);
    expect(without.firm('burner').exitMonth).toBe(5);
    expect(without.firm('burner').roundsClosed).toBe(0);
  });

  it('money of a round is cash, whatever part of state money comes as credits', () => {
    const life = live(seeker({ strategic: 1, creditShare: 0.4 }));
    expect(sum(life.column('burner', 'credits'))).toBe(0);
  });
});
