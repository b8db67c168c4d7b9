import { describe, expect, it } from 'vitest';
import { readFactor, uncertainFactors } from '../../../src/experiment/study/factor.js';
import { legal, oneBurner } from '../../sim/made-scenario.js';

/** Median and spread of the notation `5 to 10`: its ends are the 5 % and 95 % values. */
const scenario = legal(oneBurner({ cash: '5 M to 20 M', fixedCost: 'uniform(1000, 3000)' }));

describe('the factors of a scenario itself', () => {
  const [cash, fixedCost] = uncertainFactors(scenario);

  it('run over the laws that the scenario writes: middle, and quarter of an even law, by hand', () => {
    expect([cash.name, fixedCost.name]).toEqual(['firms.burner.cash', 'firms.burner.fixedCost']);
    expect([cash.at(0.5), fixedCost.at(0.25)]).toEqual([10e6, 1500]);
  });

  it('have the ends of the law at the ends of the cube, and rise from end to end', () => {
    expect([cash.at(0), cash.at(1)]).toEqual([5e6, 20e6]);
    expect([fixedCost.at(0), fixedCost.at(1)].map((x) => Math.round(Number(x)))).toEqual([1000, 3000]);
  });
});

describe('a factor of a study', () => {
  it('goes evenly from end to end, or by ratios', () => {
    const at = (written: unknown, u: number) => {
      const factor = readFactor('firms.burner.cash', written, scenario);
      return 'at' in factor ? factor.at(u) : factor;
    };
    expect([0, 0.5, 1].map((u) => at('1 M to 4 M', u))).toEqual([1e6, 2.5e6, 4e6]);
    expect(at({ range: '1 M to 4 M', scale: 'log' }, 0.5)).toBe(2e6);
  });
});
