import { describe, expect, it } from 'vitest';
import { oneBurner, type Raw } from '../made-scenario.js';
import { live, sum, twins } from './twin.js';

const HOT = { inferenceCost: { start: 1 }, funding: { hotAtStart: 1, stay: 1e6 } };
const COLD = { inferenceCost: { start: 1 }, funding: { hotAtStart: 0, stay: 1e6 } };
const business = { tenders: 1000, win: 20, size: 1e3, sizeSpread: 0, margin: 1, paidAfter: 0 };
const company = (listing: Raw, world: Raw = HOT): Raw =>
  oneBurner(
    { cash: 50e6, business, listing: { chance: 1, proceeds: 30e6, ...listing } },
    { world, months: 20 },
  );

describe('listing (M19)', () => {
  it('a firm with a revenue of about 12 M a year is listed after twelve months of books, once', () => {
    const [listed, without] = twins(company({ revenue: 11e6 }), 'capital-climate');
    const money = listed.column('burner', 'listing');
    expect(money.map((x, t) => [x, t + 1]).filter(([x]) => x > 0)).toEqual([[30e6, 12]]);
    expect(listed.firm('burner').listedMonth).toBe(12);
    expect(sum(without.column('burner', 'listing'))).toBe(0);
    expect(without.firm('burner').listedMonth).toBeNull();
    // No burn and no round.
    expect(listed.column('burner', 'runway')[11]).toBeGreaterThan(500);
    expect(listed.firm('burner').roundsClosed).toBe(0);
  });

  it('needs the revenue and a hot climate', () => {
    expect(live(company({ revenue: 20e6 })).firm('burner').listedMonth).toBeNull();
    expect(live(company({ revenue: 11e6 }, COLD)).firm('burner').listedMonth).toBeNull();
  });

  it('comes with its chance: the months of waiting at .5 are 1 in the mean', () => {
    const months = Array.from({ length: 200 }, (_, k) =>
      live(company({ revenue: 11e6, chance: 0.5 }), { replicate: k }),
    ).map((life) => life.firm('burner').listedMonth ?? 21);
    // Geometric: mean 1, sd 1.41; 4.5 s.e. of a mean of 200: .45; false alarms 7e-6.
    expect(Math.abs(sum(months) / 200 - 13)).toBeLessThan(0.45);
  });

  it('is drawn before rounds, and saves a firm whose cash went negative', () => {
    const saved = live(company({ revenue: 1 })).firm('burner');
    expect(saved.outcome).toBe('alive');
    const poor = { ...company({ revenue: 1 }) };
    const firms = poor.firms as Record<string, Raw>;
    const broke = { ...poor, firms: { burner: { ...firms.burner, cash: 3e6, fixedCost: 1.25e6 } } };
    expect(live(broke).firm('burner').exitMonth).toBeNull();
    expect(live({ ...broke, without: ['capital-climate'] }).firm('burner').exitMonth).toBeGreaterThan(11);
  });
});
