import { describe, expect, it } from 'vitest';
import { oneBurner } from '../made-scenario.js';
import { live, sum, twins } from './twin.js';

const world = { inferenceCost: { start: 1 } };

describe('acquisition (M16)', () => {
  it('whatever the runway: .2 a month sells in month 5 in the mean, and nobody without the mechanism', () => {
    const raw = oneBurner({ cash: 1e9, fixedCost: 0, acquisition: { always: 0.2 } }, { months: 100 });
    const months = Array.from(
      { length: 300 },
      (_, k) => live(raw, { replicate: k }).firm('burner').exitMonth ?? 101,
    );
    // Geometric: mean 5, sd 4.47; 4.5 s.e. of a mean of 300: 1.16; false alarms 7e-6.
    expect(Math.abs(sum(months) / 300 - 5)).toBeLessThan(1.16);
    const [, without] = twins(raw, 'acquisition');
    expect(without.firm('burner').outcome).toBe('alive');
  });

  it('pays a lognormal multiple of the cash of the start and of the money raised after it', () => {
    const acquisition = { always: 1, multiple: 1.5, multipleSpread: 0 };
    const poor = live(oneBurner({ acquisition })).firm('burner');
    expect(poor.proceeds).toBe(15e6);
    expect(sum(poor.ledger)).toBe(-1e6); // the buyer pays the investors, not the firm
    const funding = { hotAtStart: 1, base: 20, months: 6, spread: 0, frailty: 0 };
    const rich = live(
      oneBurner({ cash: 4e6, funding: { seekAt: 12 }, acquisition }, { world: { ...world, funding } }),
    ).firm('burner');
    expect(rich.raised).toBe(6e6);
    expect(rich.proceeds).toBe(15e6); // 1.5 x (4 M + 6 M)
  });

  it('has the median multiple in half of the sales', () => {
    const raw = oneBurner(
      { acquisition: { always: 1, multiple: 1.25, multipleSpread: 0.15 } },
      { months: 1 },
    );
    const above = Array.from(
      { length: 400 },
      (_, k) => live(raw, { replicate: k }).firm('burner').proceeds > 12.5e6,
    );
    // 4.5 s.e. of a share of 400: .1125; false alarms 7e-6.
    expect(Math.abs(above.filter(Boolean).length / 400 - 0.5)).toBeLessThan(0.1125);
  });
});
