import { describe, expect, it } from 'vitest';
import { MONTH_COLUMNS, type Scenario, simulate } from '../../../sim/index.js';
import { legal, oneBurner, type Raw } from '../made-scenario.js';

const GROWTH = MONTH_COLUMNS.indexOf('growth');

/** Growth of the one firm in the months of a world, from 1; element 0 stands for none. */
function growths(scenario: Scenario, replicate: number): number[] {
  const { months } = simulate(scenario, 'track', replicate);
  return [Number.NaN, ...months.filter((_, k) => k % MONTH_COLUMNS.length === GROWTH)];
}

function tracked(track: Raw, rest: Raw = {}) {
  return legal(oneBurner({ cash: 1e9, track }, { months: 5, ...rest }));
}

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
  return { mean, sd };
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [one, two] = [moments(a), moments(b)];
  const sum = a.reduce((total, x, i) => total + (x - one.mean) * (b[i] - two.mean), 0);
  return sum / (a.length - 1) / one.sd / two.sd;
}

// 2,000 worlds; bounds of four standard errors, so each expectation fails one honest seed in 16,000.
const WORLDS = Array.from({ length: 2000 }, (_, k) => k);

describe('growth of firms whose users are not modelled', () => {
  it('is stationary from month 1: mean .1, standard deviation .3, autocorrelation .8 and, over two months, .64', () => {
    const scenario = tracked({ mean: 0.1, spread: 0.3, persistence: 0.8 });
    const worlds = WORLDS.map((k) => growths(scenario, k));
    const [first, second, fourth] = [1, 2, 4].map((month) => worlds.map((world) => world[month]));
    for (const { mean, sd } of [first, fourth].map(moments)) {
      expect(Math.abs(mean - 0.1)).toBeLessThan((4 * 0.3) / Math.sqrt(2000));
      expect(Math.abs(sd - 0.3)).toBeLessThan((4 * 0.3) / Math.sqrt(4000));
    }
    // Fisher's z has standard error 1 / sqrt(n - 3).
    const bound = 4 / Math.sqrt(1997);
    expect(Math.abs(Math.atanh(correlation(first, second)) - Math.atanh(0.8))).toBeLessThan(bound);
    expect(Math.abs(Math.atanh(correlation(second, fourth)) - Math.atanh(0.64))).toBeLessThan(bound);
  });

  it('lasting differences between firms add their variance: .3 and .4 give .5', () => {
    const scenario = tracked({ spread: 0.3, firmSpread: 0.4, persistence: 0.5 });
    const { sd } = moments(WORLDS.map((k) => growths(scenario, k)[5]));
    expect(Math.abs(sd - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(4000));
  });

  it('a mean alone is growth without luck, and a dated change of it shows in its month', () => {
    const interventions = [{ month: 3, path: 'firms.burner.track.mean', value: -0.2 }];
    const scenario = tracked({ mean: 0.1 }, { interventions });
    expect(growths(scenario, 0).slice(1, 5)).toEqual([0.1, 0.1, -0.2, -0.2]);
  });

  it('raises money on growth: with a weight of 20 a firm at +1 lives, its twin at -1 is out when 6 M are spent', () => {
    const world = {
      inferenceCost: { start: 1 },
      research: { rate: 0, users: 0, payers: 0, obsolescence: 0 },
      funding: { base: 0, growth: 20, size: 0, climate: 0, distress: 0, frailty: 0 },
    };
    const end = (mean: number) => {
      const firm = { cash: 6e6, track: { mean }, funding: { shift: 0 } };
      return simulate(legal(oneBurner(firm, { world })), 'track', 0).firms[0];
    };
    expect(end(1).outcome).toBe('alive');
    expect(end(-1).exitMonth).toBe(7);
  });
});
