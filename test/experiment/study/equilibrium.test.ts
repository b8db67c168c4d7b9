import { describe, expect, it } from 'vitest';
import { bestResponse } from '../../../src/experiment/study/best-response.js';
import { equilibrium } from '../../../src/experiment/study/equilibrium.js';
import { bertrandLogit } from '../../../src/statistics/bertrand-logit.js';
import { randomStream } from '../../../src/statistics/random-stream.js';
import { pricingStudy, type Seller } from './pricing-market.js';

/** Nothing in the path knows a formula: shares are counted in the engine, profits are read in the books. */
const REPLICATES = 6;

function same(n: number): Seller[] {
  return Array.from({ length: n }, () => ({ value: 2, cost: 1, price: 4 }));
}

async function pricesOf(sellers: readonly Seller[], sensitivity: number, range: string) {
  const { study, lab } = await pricingStudy(sellers, { sensitivity, range, replicates: REPLICATES });
  const { ends: firms, rested } = await equilibrium(study, lab);
  return { rested, firms, prices: firms.map(({ fields: [{ chosen }] }) => chosen as number) };
}

describe('prices found through simulated demand', () => {
  it('are the monopoly price 2.567143 = 2 + W(1) of one firm', async () => {
    const { study, lab } = await pricingStudy(same(1), {
      sensitivity: 1,
      range: '1 to 6',
      replicates: REPLICATES,
    });
    const { fields, gain } = await bestResponse(study, lab);
    console.log(fields, gain.estimate / 1e9);
    expect(Math.abs((fields[0].chosen as number) / 2.567143 - 1)).toBeLessThan(0.005);
    expect(gain.low).toBeGreaterThan(0);
  });

  it.each([
    [2, 2.401058],
    [3, 2.298679],
    [5, 2.191882],
  ])('are those of Bertrand competition with logit demand, %i firms: %d', async (n, price) => {
    const t = process.cpuUsage();
    const { prices, rested, firms } = await pricesOf(same(n), 1, '1 to 6');
    console.log(
      prices,
      rested,
      firms.map(({ regret }) => regret.estimate / 1e9),
      process.cpuUsage(t).user / 1e6,
    );
    expect(rested).toBe(true);
    for (const found of prices) expect(Math.abs(found / price - 1)).toBeLessThan(0.005);
  });

  it('are those of an asymmetric market drawn at random', async () => {
    const stream = randomStream('asymmetric market', 1);
    const draw = (low: number, high: number) => Number((low + (high - low) * stream.uniform()).toFixed(3));
    const sensitivity = draw(0.6, 1.6);
    const sellers = Array.from({ length: 3 }, () => ({ value: draw(1, 4), cost: draw(0.5, 1.5), price: 3 }));
    const law = bertrandLogit({
      values: sellers.map(({ value }) => value),
      costs: sellers.map(({ cost }) => cost),
      alpha: sensitivity,
    });
    const { prices } = await pricesOf(sellers, sensitivity, '0.5 to 8');
    console.log(sensitivity, sellers, law.prices, prices);
    for (const [k, found] of prices.entries())
      expect(Math.abs(found / law.prices[k] - 1)).toBeLessThan(0.005);
  });
});
