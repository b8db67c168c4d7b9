import { describe, expect, it } from 'vitest';
import { bestResponse } from '../../../src/experiment/study/best-response.js';
import { equilibrium } from '../../../src/experiment/study/equilibrium.js';
import { equilibriumText } from '../../../src/report/studies/equilibrium.js';
import { bertrandLogit, bestResponse as closedForm } from '../../../src/statistics/bertrand-logit.js';
import { randomStream } from '../../../src/statistics/random-stream.js';
import { type Asked, pricingStudy, type Seller } from './pricing-market.js';

/**
 * Prices of closed forms through simulated demand. Nothing in the path knows a formula: shares are counted in the engine,
 * profits are read in the books. Luck (1e9 people, fixed seeds) moves the prices by less than a thousandth.
 */
const PRECISION = 0.005;
const USUAL: Asked = { sensitivity: 1, range: '1 to 6', replicates: 6 };

function same(n: number): Seller[] {
  return Array.from({ length: n }, () => ({ value: 2, cost: 1, price: 4 }));
}

function error(found: unknown, expected: number): number {
  return Math.abs(Number(found) / expected - 1);
}

async function endOf(sellers: readonly Seller[], asked: Asked) {
  const { study, lab } = await pricingStudy(sellers, asked);
  const found = await equilibrium(study, lab);
  return { ...found, prices: found.ends.map(({ fields: [{ chosen }] }) => chosen) };
}

describe('prices found through simulated demand', () => {
  it('are the monopoly price 2.567143 = 2 + W(1), W(1) = .567143, of one firm', async () => {
    const { study, lab } = await pricingStudy(same(1), USUAL);
    const { fields, gain } = await bestResponse(study, lab);
    expect(error(fields[0].chosen, 2.567143)).toBeLessThan(PRECISION);
    // profit a head: W(1) less 3 e^-2 / (1 + e^-2) = .357609 at the present price of 4
    expect(error(gain.estimate / 1e9, 0.567143 - 0.357609)).toBeLessThan(PRECISION);
  });

  it.each([
    [2, 2.401058],
    [3, 2.298679],
    [5, 2.191882],
  ])('are those of Bertrand competition with logit demand: %i equal firms, %d', async (n, price) => {
    const { prices, rested, ends } = await endOf(same(n), USUAL);
    for (const found of prices) expect(error(found, price)).toBeLessThan(PRECISION);
    expect(rested).toBe(true);
    // nobody could gain a ten-thousandth of a unit a head
    for (const { regret } of ends) expect(regret.estimate / 1e9).toBeLessThan(1e-4);
    for (const { rests } of ends) expect(rests).toBe(true);
  });

  it('are those of values 3 and 2: 2.746108 and 2.317897', async () => {
    const [first, second] = same(2);
    const { prices } = await endOf([{ ...first, value: 3 }, second], USUAL);
    expect(error(prices[0], 2.746108)).toBeLessThan(PRECISION);
    expect(error(prices[1], 2.317897)).toBeLessThan(PRECISION);
  });

  it('are those of markets of three different firms drawn at random', async () => {
    const stream = randomStream('markets of three firms', 1);
    const draw = (low: number, high: number) => Number((low + (high - low) * stream.uniform()).toFixed(3));
    for (let market = 0; market < 2; market++) {
      const sensitivity = draw(0.6, 1.6);
      const sellers = [0, 1, 2].map(() => ({ value: draw(1, 4), cost: draw(0.5, 1.5), price: 3 }));
      const [values, costs] = [sellers.map(({ value }) => value), sellers.map(({ cost }) => cost)];
      const law = bertrandLogit({ values, costs, alpha: sensitivity });
      const { prices } = await endOf(sellers, { ...USUAL, sensitivity, range: '0.5 to 8' });
      for (const [k, found] of prices.entries()) expect(error(found, law.prices[k])).toBeLessThan(PRECISION);
    }
  });
});

describe('what a rival does if a firm does X', () => {
  it('is its best response by the closed form, before and after', async () => {
    const sellers = same(2);
    const against = [{ ...sellers[0], price: 1.5 }, sellers[1]];
    const found = await endOf(sellers, { ...USUAL, choosing: [1], against });
    const answer = (price: number) =>
      closedForm({ value: 2, cost: 1, alpha: 1, rivals: [{ value: 2, price }] });
    const after = found.against;
    expect(found.prices).toHaveLength(1);
    expect(error(found.prices[0], answer(4).price)).toBeLessThan(PRECISION);
    expect(error(after?.ends[0].fields[0].chosen, answer(1.5).price)).toBeLessThan(PRECISION);
    // the rival's profit a head: with X and its old price, and with X and its answer
    const old = Math.exp(2 - answer(4).price);
    const stays = ((answer(4).price - 1) * old) / (1 + Math.exp(0.5) + old);
    const [, rival] = after?.answers ?? [];
    expect(rival.firm).toBe('app1');
    expect(rival.alone.estimate / 1e9 - (stays - answer(4).profit)).toBeCloseTo(0, 3);
    expect(rival.answered.estimate / 1e9 - (answer(1.5).profit - answer(4).profit)).toBeCloseTo(0, 3);
    const head = {
      study: 'equilibrium',
      title: 'T',
      question: 'Q?',
      seed: '1',
      replicates: 6,
      agents: 1,
      months: 1,
    };
    const firms = { app0: 'Mover', app1: 'Rival' };
    const told = { ...head, currency: 'USD', firms, worlds: 9, failed: 0, ...found };
    const change = 'firms.app0.tiers.0.price=1.5';
    const text = equilibriumText({ ...told, ...(after ? { against: { ...after, change } } : {}) });
    expect(text).toMatch(/Rival: tiers\.0\.price 4 → 2\.5/);
    expect(text).toContain(`If ${change}:`);
    expect(text).toMatch(/Rival +−\d+.M/);
  });
});
