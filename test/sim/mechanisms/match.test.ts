import { describe, expect, it } from 'vitest';
import { startMarket } from '../../../sim/index.js';
import type { AgentPopulation } from '../../../sim/population/population.js';
import { legal, type Raw, twoApps } from '../made-scenario.js';
import { live } from './twin.js';

/** All take one of two equal apps in month 1 and choose again, free of effort, every month. */
const RESTLESS = {
  ...{ innovation: 50, outside: -40, review: 1, switchingCost: 0, activation: 1, secondApp: 0 },
  ...{ network: 0, qualitySpread: 0, contextGrowth: 0 },
};

/** Apps at +1 and -1 of one trait, or of both with the same distance. */
function market(matchSpread: number, population: Raw = {}, both = false): Raw {
  const at = (side: number) =>
    both
      ? { traitA: side * Math.SQRT1_2, traitB: side * Math.SQRT1_2, lapse: 0 }
      : { traitA: side, lapse: 0 };
  return twoApps(at(1), at(-1), {
    segment: { ...RESTLESS, matchSpread },
    top: { population, agents: 20_000 },
  });
}

/** Part of the people who change from one app to the other in month 3. */
function moved(raw: Raw): number {
  const { moves } = live(raw, { months: 3 }).state.tally;
  return (moves[1 * 3 + 2] + moves[2 * 3 + 1]) / 100_000;
}

/** 2 E[p (1 - p)] with p = 1/(1 + e^(-2 s z)), z standard normal: trapezoid, 2,001 nodes from -10 to 10. */
function disagreement(s: number): number {
  let sum = 0;
  for (let z = -10; z <= 10; z += 0.01) {
    const p = 1 / (1 + Math.exp(-2 * s * z));
    sum += (2 * p * (1 - p) * Math.exp(-0.5 * z * z) * 0.01) / Math.sqrt(2 * Math.PI);
  }
  return sum;
}

describe('persistent match (M04)', () => {
  it('makes users choose the same app again without any switching cost: of .5 who would move, .182 do', () => {
    expect(disagreement(2)).toBeCloseTo(0.1824, 4);
    // 20,000 agents: standard error below .0036; .015 is four of them. 4,000 types have less.
    for (const population of [{}, { types: 4000 }, { engine: 'cohorts', types: 4000 }]) {
      expect(Math.abs(moved(market(0, population)) - 0.5)).toBeLessThan(0.015);
      expect(Math.abs(moved(market(2, population)) - disagreement(2))).toBeLessThan(0.015);
      expect(Math.abs(moved(market(2, population, true)) - disagreement(2))).toBeLessThan(0.015);
    }
  });

  it('takes memory only where a segment has it', () => {
    // Cells are padded to 16 users.
    for (const [spread, length] of [
      [0, 0],
      [1, 20_032],
    ]) {
      for (const population of ['plain', 'simd'] as const) {
        const { state } = startMarket(legal(market(spread)), '1', 0, { population });
        const { agents } = state.population as AgentPopulation;
        expect(agents.matchA.length).toBe(length);
        expect(agents.matchB.length).toBe(length);
        state.population.release();
      }
    }
  });

  it('is standard normal in both dimensions, each its own', () => {
    const { state } = startMarket(legal(market(1)), '1', 0, { population: 'plain' });
    const { matchA, matchB, cells } = (state.population as AgentPopulation).agents;
    const n = cells.end[0];
    const mean = (of: (i: number) => number) =>
      Array.from({ length: n }, (_, i) => of(i)).reduce((a, b) => a + b, 0) / n;
    // Standard errors .007, .01 and .007; five of them.
    expect(Math.abs(mean((i) => matchA[i]))).toBeLessThan(0.035);
    expect(Math.abs(mean((i) => matchB[i] ** 2) - 1)).toBeLessThan(0.05);
    expect(Math.abs(mean((i) => matchA[i] * matchB[i]))).toBeLessThan(0.035);
  });
});
