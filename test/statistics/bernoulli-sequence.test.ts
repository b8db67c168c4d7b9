import { describe, expect, it } from 'vitest';
import { bernoulliSequence } from '../../src/statistics/bernoulli-sequence.js';
import { runningIntersection } from '../../src/statistics/running-intersection.js';
import { wilson } from '../../src/statistics/wilson.js';
import { countCovered, falseAlarm, keptCounts, LOOKS, missProbability } from './peeking.js';

describe('bernoulliSequence', () => {
  for (const p of [0.001, 0.05, 0.5]) {
    it(`holds p = ${p} at all of 2,000 looks in 95 % of experiments; Wilson's interval does not`, () => {
      const kept = keptCounts(p, (k, n) => bernoulliSequence(k, n));
      const keptByWilson = keptCounts(p, (k, n) => wilson(k, n));
      // exact, by summing over all paths: no luck in it
      const missed = missProbability(p, kept);
      const missedByWilson = missProbability(p, keptByWilson);
      expect(missed).toBeLessThan(0.05);
      expect(missedByWilson).toBeGreaterThan(0.25);
      const covered = [kept, keptByWilson].map((bounds) =>
        countCovered(`p=${p}`, (uniform) => {
          let k = 0;
          let holds = true;
          for (let n = 1; n <= LOOKS; n++) {
            if (uniform() < p) k++;
            holds &&= k >= bounds[n][0] && k <= bounds[n][1];
          }
          return holds;
        }),
      );
      expect(covered[0]).toBeGreaterThanOrEqual(950);
      // Exact: .8, 2.3 and 3.7 % are missed, by Wilson's 26, 52 and 56 %. So 950 of 1000 are too many for 1 seed in 50.
      expect(falseAlarm(950, 1000, 1 - missed)).toBeLessThan(0.02);
      expect(covered[1]).toBeLessThan(800);
    });
  }

  it('ends where the mixture is 20 times as likely as p', () => {
    // k = 0: B(1/2, n + 1/2) / (pi (1 - p)^n) = 20; for n = 1 by hand: (1/2) / (1 - p) = 20, p = 39/40
    expect(bernoulliSequence(0, 1)).toEqual({ estimate: 0, low: 0, high: expect.closeTo(0.975, 12), n: 1 });
    // n = 2: (3/8) / (1 - p)^2 = 20
    expect(bernoulliSequence(0, 2).high).toBeCloseTo(1 - Math.sqrt(3 / 160), 12);
    // k = 1 of 2: (1/8) / (p (1 - p)) = 20
    const end = (1 - Math.sqrt(1 - 4 / 160)) / 2;
    expect(bernoulliSequence(1, 2).low).toBeCloseTo(end, 12);
    expect(bernoulliSequence(1, 2).high).toBeCloseTo(1 - end, 12);
  });

  it('is wider than Wilson’s for one look, by less than 2.5 times, and mirrors hits and misses', () => {
    for (const [k, n] of [
      [50, 100],
      [5, 1000],
      [999, 1000],
      [30_000, 1_000_000],
    ]) {
      const [always, once] = [bernoulliSequence(k, n), wilson(k, n)];
      const ratio = (always.high - always.low) / (once.high - once.low);
      expect(ratio).toBeGreaterThan(1.3);
      expect(ratio).toBeLessThan(2.5);
      expect(bernoulliSequence(n - k, n).low).toBeCloseTo(1 - always.high, 12);
    }
  });

  it('knows nothing of nothing, and refuses counts that are none', () => {
    expect(bernoulliSequence(0, 0)).toEqual({ estimate: Number.NaN, low: 0, high: 1, n: 0 });
    expect(() => bernoulliSequence(3, 2)).toThrow(
      'bernoulliSequence: expected k to be a whole number from 0 to 2, got 3',
    );
    expect(() => bernoulliSequence(1, 2, 95)).toThrow('expected level');
  });
});

describe('runningIntersection', () => {
  it('only narrows, and keeps what was if the two do not meet', () => {
    const before = { low: 0.1, high: 0.5 };
    expect(runningIntersection(before, { low: 0.2, high: 0.9, n: 3 })).toEqual({ low: 0.2, high: 0.5, n: 3 });
    expect(runningIntersection(before, { low: 0.6, high: 0.9 })).toEqual(before);
  });
});
