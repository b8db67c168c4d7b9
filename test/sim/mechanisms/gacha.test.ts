import { describe, expect, it } from 'vitest';
import { keyOf, makeLuck, uniform } from '../../../sim/core/draws.js';
import { paretoSum } from '../../../sim/firms/gacha.js';
import { type Raw, twoApps } from '../made-scenario.js';
import { ALIKE, sum, twins } from './twin.js';

const keyAt = (replicate: number) => keyOf(makeLuck('gacha', replicate), 24, 1);
const sums = (n: number, law: { mean: number; tail: number }, worlds = 4000) =>
  Array.from({ length: worlds }, (_, k) => paretoSum(n, law, { key: keyAt(k), entity: 5 }));

/** The same sum by n independent draws, with another entity's luck. */
const plain = (n: number, { mean, tail }: { mean: number; tail: number }, replicate: number) =>
  sum(
    Array.from(
      { length: n },
      (_, k) => mean * (1 - 1 / tail) * uniform(keyAt(replicate), 9, k) ** (-1 / tail),
    ),
  );

describe('chances (M23)', () => {
  it('one spender is x_m (1 - u)^(-1/tail); nobody spends nothing', () => {
    const u = uniform(keyAt(0), 5, 1);
    const one = paretoSum(1, { mean: 3, tail: 1.5 }, { key: keyAt(0), entity: 5 });
    expect(one).toBeCloseTo((1 - u) ** (-1 / 1.5), 12); // x_m = 3 / 3
    expect(paretoSum(0, { mean: 3, tail: 1.5 }, { key: keyAt(0), entity: 5 })).toBe(0);
  });

  it('two spenders: the larger has the smaller of two uniforms, by gaps', () => {
    const [u, v] = [uniform(keyAt(0), 5, 1), uniform(keyAt(0), 5, 2)];
    const both = paretoSum(2, { mean: 3, tail: 1.5 }, { key: keyAt(0), entity: 5 });
    const first = 1 - Math.sqrt(u);
    const second = 1 - Math.sqrt(u) * v;
    expect(both).toBeCloseTo(first ** (-1 / 1.5) + second ** (-1 / 1.5), 12);
  });

  it('the sum is right in the mean, drawn wholly (10) or beyond the 16 largest (5,000)', () => {
    for (const n of [10, 5000]) {
      const mean = sum(sums(n, { mean: 2, tail: 3 })) / 4000;
      // Variance of one: 4/3; 4.5 s.e. of a mean of 4,000, false alarms 7e-6.
      expect(Math.abs(mean - 2 * n)).toBeLessThan(4.5 * Math.sqrt((n * 4) / 3 / 4000));
    }
  });

  it('the law is that of independent spenders: medians and upper decile at tail 1.2 and 200 spenders', () => {
    const law = { mean: 1, tail: 1.2 };
    const quick = sums(200, law).sort((a, b) => a - b);
    const direct = Array.from({ length: 4000 }, (_, k) => plain(200, law, k)).sort((a, b) => a - b);
    for (const p of [0.5, 0.9]) {
      const below = quick.filter((x) => x < direct[4000 * p]).length / 4000;
      // 4.5 s.e. of the difference of two shares of 4,000, false alarms 7e-6; the noise left out takes part of it.
      expect(Math.abs(below - p)).toBeLessThan(4.5 * Math.sqrt((2 * p * (1 - p)) / 4000));
    }
  });

  it('few very large spenders: a heavier tail makes the months differ more at the same mean', () => {
    const spread = (tail: number) => {
      const one = sums(10_000, { mean: 1, tail }, 500).sort((a, b) => a - b);
      return one[375] - one[125];
    };
    expect(spread(1.2)).toBeGreaterThan(3 * spread(3));
  });
});

describe('what users bring besides subscriptions (M23)', () => {
  const tiers = [{ adRevenue: 0.2, impressions: 100, adLoad: 1 }];
  const app = { lapse: 0, tiers, eCPM: 4, brandSafety: 0.5 };
  const raw = (a: Raw) => twoApps(a, { entersAt: 12 }, { segment: ALIKE, top: { months: 3 } });

  it('100,000 users x (.2 + 100 x 4 / 1,000) x .5 of safe brands = 30,000 a month; none without the mechanism', () => {
    const [ads, without] = twins(raw(app), 'ads-and-gacha');
    expect(ads.column('a', 'adSales')[1]).toBeCloseTo(30_000, 0);
    expect(sum(without.column('a', 'adSales'))).toBe(0);
  });

  it('3,000 of 100,000 users spend 5 in the mean; a life without chances has the same users', () => {
    const gacha = { payers: 0.03, spend: 5, tail: 8 };
    const [chances, without] = twins(raw({ ...app, gacha }), 'ads-and-gacha');
    // Tail 8: x_m = 4.375, sd of one .63; 4.5 s.e. of the sum of 3,000: 156.
    for (const month of chances.column('a', 'gacha')) expect(Math.abs(month - 15_000)).toBeLessThan(160);
    expect(sum(without.column('a', 'gacha'))).toBe(0);
    expect(without.column('a', 'users')).toEqual(chances.column('a', 'users'));
  });
});
