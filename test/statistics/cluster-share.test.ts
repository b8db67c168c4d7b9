import { describe, expect, it } from 'vitest';
import { clusterShare, independentOnes } from '../../src/statistics/cluster-share.js';
import { wilson } from '../../src/statistics/wilson.js';

/** A small generator with a fixed seed (Park & Miller 1988). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe('share of clustered observations', () => {
  it('is the interval of Wilson if every cluster is one observation', () => {
    const clusters = [1, 0, 0, 1, 0].map((k) => ({ k, n: 1 }));
    expect(clusterShare([...clusters, { k: 0, n: 0 }])).toEqual(wilson(2, 5));
  });

  it('by hand: 2 of 2, 1 of 2, 0 of 2 are 3 of 6 with variance 3/2 x 2/36, so 3 independent ones', () => {
    const clusters = [2, 1, 0].map((k) => ({ k, n: 2 }));
    expect(independentOnes(clusters)).toBeCloseTo(3, 12);
    const { estimate, low, n } = clusterShare(clusters);
    expect(estimate).toBe(0.5);
    expect(n).toBe(3);
    expect(low).toBeCloseTo(wilson(1.5, 3).low, 12);
  });

  it('counts clusters where all agree: 40 clusters of 30 without a hit tell as much as 0 of 40', () => {
    const { low, high } = clusterShare(Array.from({ length: 40 }, () => ({ k: 0, n: 30 })));
    expect([low, high]).toEqual([wilson(0, 40).low, wilson(0, 40).high]);
    // 1 / 49 x 49 is not 1 in floating point
    expect(independentOnes(Array.from({ length: 40 }, () => ({ k: 1, n: 49 })))).toBe(40);
  });

  it('covers: copies that share a cluster shock lie in the interval in 91 to 98 % of 400 batches', () => {
    // Chance of a hit .1 or .5 by cluster: mean .3. Nominal coverage .95 has standard error .011 over 400 batches; the
    // bounds are 3.7 of them, so an honest interval fails about once in 4,000 seeds. Independent ones would cover .62.
    const next = generator(7);
    let covered = 0;
    for (let batch = 0; batch < 400; batch++) {
      const clusters = Array.from({ length: 100 }, () => {
        const p = next() < 0.5 ? 0.1 : 0.5;
        return {
          k: Array.from({ length: 30 }, () => (next() < p ? 1 : 0) as number).reduce((a, b) => a + b),
          n: 30,
        };
      });
      const { low, high } = clusterShare(clusters);
      if (low <= 0.3 && 0.3 <= high) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.91);
    expect(covered / 400).toBeLessThan(0.985);
  });
});
