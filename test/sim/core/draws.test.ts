import { describe, expect, it } from 'vitest';
import { keyOf, makeLuck, seedWords, uniform, unit23, word } from '../../../sim/core/draws.js';
import { STREAM } from '../../../sim/core/streams.js';

describe('addressed draws', () => {
  it('have no order: the same address gives the same number whenever it is asked', () => {
    const key = keyOf(makeLuck('x', 3), STREAM.choice, 7);
    const forward = Array.from({ length: 50 }, (_, i) => uniform(key, i));
    const backward = Array.from({ length: 50 }, (_, i) => uniform(key, 49 - i)).reverse();
    expect(backward).toEqual(forward);
  });

  it('differ in every part of the address', () => {
    const base = makeLuck('x', 3);
    const keys = [
      keyOf(base, 1, 1),
      keyOf(base, 2, 1),
      keyOf(base, 1, 2),
      keyOf(makeLuck('x', 4), 1, 1),
      keyOf(makeLuck('y', 3), 1, 1),
      keyOf({ ...base, branch: 1, branchFrom: 1 }, 1, 1),
    ];
    expect(new Set(keys.map((key) => uniform(key, 0))).size).toBe(keys.length);
  });

  it('a fork keeps its luck before the branch month and draws a new future from then on', () => {
    const base = makeLuck('x', 0);
    const fork = { ...base, branch: 2, branchFrom: 5 };
    expect(keyOf(fork, 1, 4)).toEqual(keyOf(base, 1, 4));
    expect(keyOf(fork, 1, 5)).not.toEqual(keyOf(base, 1, 5));
  });

  it('0 and the empty string are seeds of their own', () => {
    const seeds = ['0', '', '1', 'a'].map((seed) => seedWords(seed).join());
    expect(new Set(seeds).size).toBe(4);
    expect(seedWords('')).toEqual(seedWords(''));
  });

  it('neighbouring addresses give uniforms: chi-squared of 256 bins over 2^16 draws (false alarm 1e-4 each)', () => {
    const base = makeLuck('s', 0);
    const orders: ((i: number) => number)[] = [
      (i) => word(i, ...keyOf(base, STREAM.choice, 1)),
      (i) => word(5, ...keyOf({ ...base, replicate: i }, STREAM.choice, 1)),
      (i) => word(5, ...keyOf(base, STREAM.choice, i)),
      (i) => word(5, ...keyOf(base, i, 1)),
      (i) => word(i & 255, ...keyOf({ ...base, replicate: i >> 8 }, STREAM.sift, 2)),
    ];
    for (const draw of orders) {
      for (const shift of [0, 12, 24]) {
        const bins = new Float64Array(256);
        for (let i = 0; i < 65536; i++) bins[(draw(i) >>> shift) & 255]++;
        const chi2 = bins.reduce((sum, n) => sum + (n - 256) ** 2 / 256, 0);
        // 255 degrees of freedom: above 346 or below 177 with probability 1e-4 each (Wilson-Hilferty).
        expect(chi2).toBeLessThan(346);
        expect(chi2).toBeGreaterThan(177);
      }
    }
  });

  it('a 23-bit uniform is below 1 and exact in single precision', () => {
    expect(unit23(-1)).toBe(1 - 2 ** -23);
    expect(Math.fround(unit23(-1))).toBe(unit23(-1));
    expect(unit23(0)).toBe(0);
  });
});
