import { describe, expect, it } from 'vitest';
import { startMarket } from '../../../sim/index.js';
import type { AgentPopulation } from '../../../sim/population/population.js';
import { bandScores, priceTastes } from '../../../sim/population/use-correlation.js';
import { legal, type Raw, twoApps } from '../made-scenario.js';

const EDGES = [0.5, 0.75, 0.9, 0.97, 0.99, 0.998];

describe('scores of use by band', () => {
  it('of two halves are -+ sqrt(2/pi), with variance 1 - 2/pi', () => {
    const [low, high] = bandScores([0.5]);
    expect([low.mean, high.mean]).toEqual([-0.7978845608, 0.7978845608].map((x) => expect.closeTo(x, 9)));
    expect(low.variance).toBeCloseTo(0.3633802276, 9);
  });

  it('without edges are those of the whole law', () => {
    expect(bandScores([])).toEqual([{ mean: 0, variance: 1 }]);
  });

  it('make the whole law again: mean 0, variance 1 of the price taste, at any correlation', () => {
    const people = [...EDGES, 1].map((to, k) => to - (k > 0 ? EDGES[k - 1] : 0));
    for (const rank of [-0.95, -0.4, 0, 0.3, 0.8]) {
      const tastes = priceTastes(EDGES, rank, 1.3).map(({ median, spread }) => [Math.log(median), spread]);
      const mean = tastes.reduce((sum, [m], k) => sum + people[k] * m, 0);
      const variance = tastes.reduce((sum, [m, s], k) => sum + people[k] * (m * m + s * s), 0);
      expect(mean).toBeCloseTo(0, 12);
      expect(variance).toBeCloseTo(1.69, 12);
    }
  });
});

/** ln of each agent's weight of a price of 1 (alpha / alpha of the segment) with her people, class by class. */
function pricesOf(segment: Raw, more: Raw = {}): { weight: number; value: number; use: number }[] {
  const raw = twoApps(
    {},
    {},
    { segment: { priceSpread: 1.3, ...segment }, top: { agents: 50_000, heavyAgents: 0.3, ...more } },
  );
  const { state } = startMarket(legal(raw), 'tastes', 0, { population: 'plain' });
  const { agents } = state.population as AgentPopulation;
  const { cells } = state;
  return Array.from({ length: cells.count }, (_, cell) => cell).flatMap((cell) =>
    Array.from(agents.price.subarray(cells.start[cell], cells.end[cell]), (taste) => ({
      weight: cells.weight[cell],
      value: Math.log(taste * state.priceMedians[cells.usageClass[cell]]),
      use: cells.usageClass[cell],
    })),
  );
}

function momentsOf(rows: readonly { weight: number; value: number }[]): { mean: number; sd: number } {
  const sum = rows.reduce((total, { weight }) => total + weight, 0);
  const mean = rows.reduce((total, { weight, value }) => total + weight * value, 0) / sum;
  const variance = rows.reduce((total, { weight, value }) => total + weight * (value - mean) ** 2, 0) / sum;
  return { mean, sd: Math.sqrt(variance) };
}

describe('users whose use and price sensitivity correlate', () => {
  it.each([
    ['continuous tastes', {}],
    ['discrete types', { population: { types: 2000 } }],
  ])('have the median and spread of alpha that the segment declares, with %s', (_, population) => {
    const { mean, sd } = momentsOf(pricesOf({ useCorrelation: 0.6 }, population));
    // 50,000 agents: standard errors near .006 and .004 (weights differ); five of them.
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(sd - 1.3)).toBeLessThan(0.02);
  });

  it('mind prices more in the heavier class: ln alpha is r sigma m higher, r = 2 sin(.6 pi/6) = .618', () => {
    const rows = pricesOf({ useCorrelation: 0.6 });
    const top = momentsOf(rows.filter(({ use }) => use === 6));
    // Mean normal score above the .998 quantile (z = 2.878): density/.002 = .00634/.002 = 3.17.
    expect(Math.abs(top.mean - 0.618 * 1.3 * 3.17)).toBeLessThan(0.1);
    const other = momentsOf(pricesOf({ useCorrelation: -0.6 }).filter(({ use }) => use === 6));
    expect(Math.abs(other.mean + 0.618 * 1.3 * 3.17)).toBeLessThan(0.1);
  });

  it('have the tastes of the twin to the bit where the correlation is 0', () => {
    expect(pricesOf({ useCorrelation: 0 })).toEqual(pricesOf({}));
  });
});
