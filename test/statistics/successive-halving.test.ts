import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/statistics/random-stream.js';
import { successiveHalving } from '../../src/statistics/successive-halving.js';

/** Loss `candidate` plus noise that all candidates of a replicate share, and some of their own. */
function noisy(seed: number, own: number) {
  return (candidates: readonly number[], from: number, to: number) =>
    candidates.map((candidate) =>
      Array.from({ length: to - from }, (_, k) => {
        const shared = randomStream('shared', `${seed} ${from + k}`).normal();
        const noise = randomStream('own', `${seed} ${candidate} ${from + k}`).normal();
        return candidate + 50 * shared + own * noise;
      }),
    );
}

describe('successiveHalving', () => {
  it('spends an equal part of the budget on halves, and goes on with the replicates where it was', async () => {
    const asked: string[] = [];
    const evaluate = (candidates: readonly number[], from: number, to: number) => {
      asked.push(`${candidates.length}: ${from}-${to}`);
      return noisy(1, 0)(candidates, from, to);
    };
    const { order, replicates } = await successiveHalving({ candidates: 8, budget: 240, evaluate });
    // By hand: three rounds of 80: 10 replicates for 8, 20 for 4, 40 for 2
    expect(asked).toEqual(['8: 0-10', '4: 10-30', '2: 30-70']);
    expect(replicates).toEqual([70, 70, 30, 30, 10, 10, 10, 10]);
    // Shared noise of 50 does not matter
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('finds the best of 16 within own noise of four ranks more often than equal shares would', async () => {
    let found = 0;
    let byEqualShares = 0;
    for (let seed = 0; seed < 100; seed++) {
      const evaluate = noisy(seed, 4);
      const { order } = await successiveHalving({ candidates: 16, budget: 640, evaluate });
      found += Number(order[0] === 0);
      const means = evaluate(
        order.toSorted((a, b) => a - b),
        0,
        40,
      ).map((row) => row.reduce((a, b) => a + b));
      byEqualShares += Number(means.indexOf(Math.min(...means)) === 0);
    }
    // Fixed seeds, no chance: 40 replicates each against up to 150 for the last two
    expect(found).toBeGreaterThan(byEqualShares);
    expect(found).toBeGreaterThan(85);
  });

  it('takes one candidate, and refuses too small a budget and wrong rows', async () => {
    const one = await successiveHalving({ candidates: 1, budget: 3, evaluate: () => [[1, 2, 3]] });
    expect(one).toEqual({ order: [0], means: [2], replicates: [3] });
    const evaluate = () => [[1], [2]];
    await expect(successiveHalving({ candidates: 4, budget: 7, evaluate })).rejects.toThrow(
      'expected budget',
    );
    await expect(successiveHalving({ candidates: 4, budget: 8, evaluate })).rejects.toThrow(
      'expected 4 rows, got 2',
    );
    await expect(successiveHalving({ candidates: 2, budget: 4, evaluate })).rejects.toThrow(
      'expected 2 losses of candidate 0',
    );
  });
});
