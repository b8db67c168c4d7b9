import { describe, expect, it } from 'vitest';
import { mirrored, startCma } from '../../src/statistics/cma-es.js';
import { cmaConstants } from '../../src/statistics/cma-weights.js';

type Loss = (x: readonly number[]) => number;

/** The least loss after `generations`, from one corner of the box. */
function descend(loss: Loss, n: number, generations: number, seed = '1') {
  const cma = startCma({ mean: new Array<number>(n).fill(0.1), seed });
  let best = Number.POSITIVE_INFINITY;
  for (let g = 0; g < generations; g++) {
    const losses = cma.ask().map(loss);
    best = Math.min(best, ...losses);
    cma.tell(losses);
  }
  return { best, spread: cma.spread(), stretch: cma.stretch() };
}

describe('startCma', () => {
  it('comes to the middle of a sphere and to a corner of the box', () => {
    const sphere = descend((x) => x.reduce((sum, part) => sum + (part - 0.6) ** 2, 0), 5, 200);
    expect(sphere.best).toBeLessThan(1e-12);
    expect(sphere.spread).toBeLessThan(1e-4);
    expect(descend(([a, b]) => 2 - a - b, 2, 120).best).toBeLessThan(1e-5);
  });

  it('learns that one axis matters a thousand times more than another', () => {
    // condition 1e6 of the loss: steps come to be 1e3 longer along the flat axis
    const { stretch, best } = descend(
      ([a, b, c]) => (a - 0.5) ** 2 + 1e6 * (b - 0.5) ** 2 + (c - 0.5) ** 2,
      3,
      250,
    );
    expect(best).toBeLessThan(1e-10);
    expect(stretch).toBeGreaterThan(100);
    expect(stretch).toBeLessThan(10_000);
  });

  it('repeats itself with the same seed only, and asks within the box', () => {
    const [a, b, c] = ['x', 'x', 'y'].map((seed) => startCma({ mean: [0.9, 0.1], seed }).ask());
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
    for (const x of a.flat()) expect(x >= 0 && x <= 1).toBe(true);
  });

  it('refuses means outside the box, no source of chance, and losses that are not those of its candidates', () => {
    expect(() => startCma({ mean: [1.2], seed: '' })).toThrow(
      'expected mean to hold numbers from 0 to 1, got [1.2]',
    );
    expect(() => startCma({ mean: [], seed: '' })).toThrow(RangeError);
    expect(() => startCma({ mean: [0.5] })).toThrow('startCma: expected seed to be a text');
    expect(() => startCma({ mean: [0.5], seed: '', lambda: 3 })).toThrow('expected lambda');
    const cma = startCma({ mean: [0.5], seed: '', lambda: 4 });
    expect(() => cma.tell([1, 2, 3, 4])).toThrow('that ask gave');
    cma.ask();
    expect(() => cma.tell([1, 2, 3])).toThrow('each of the 4 candidates that ask gave, got 3');
    expect(() => cma.tell([1, 2, 3, Number.NaN])).toThrow('expected losses to be numbers');
  });
});

describe('constants', () => {
  it('are those of the tutorial: positive weights add to 1, decay of the covariance is about 0', () => {
    const { weights, muEff, c1, cMu } = cmaConstants(10, 10);
    const positive = weights.filter((weight) => weight > 0);
    expect(positive).toHaveLength(5);
    expect(positive.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    // Hansen 2016, eq. 8: mu_eff = 3.17 for a population of 10
    expect(muEff).toBeCloseTo(3.17, 2);
    expect(1 - c1 - cMu * weights.reduce((a, b) => a + b)).toBeGreaterThan(0.99);
  });
});

describe('mirrored', () => {
  it('folds the line into the box', () => {
    expect([-0.2, 0.3, 1.2, 2.1, -1.4].map((x) => Math.round(mirrored(x) * 1e9) / 1e9)).toEqual([
      0.2, 0.3, 0.8, 0.1, 0.6,
    ]);
  });
});
