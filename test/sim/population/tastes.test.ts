/**
 * Tastes of a population that is too large for the pool. All bounds are 4.9 standard errors of 400,000 independent
 * draws: a false alarm in a million for each, with fixed seeds.
 */
import { describe, expect, it } from 'vitest';
import { makeLuck } from '../../../sim/core/draws.js';
import { normalQuantile } from '../../../sim/core/numerics.js';
import type { Cells } from '../../../sim/population/contract.js';
import { returnKernel, takeKernel } from '../../../sim/population/kernel-module.js';
import { fillTastes, spreadOut, TASTE } from '../../../sim/population/tastes.js';

const N = 400_000;
const WIDE = 4.9;
const one = (value: number) => Int32Array.of(value);
const cells: Cells = {
  count: 1,
  segments: 1,
  classes: 1,
  start: one(0),
  end: one(N),
  segment: one(0),
  usageClass: one(0),
  origin: one(0),
  weight: Float64Array.of(1),
  length: N,
  agents: N,
};

function tastes(replicate: number, index: number, spread: number | null): Float32Array {
  const into = new Float32Array(N);
  fillTastes(into, cells, { luck: makeLuck('tastes', replicate), segment: 0, column: { index, spread } });
  return into;
}

const mean = (values: Float32Array) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe('tastes of a population too large for the pool', () => {
  const z = tastes(0, TASTE.quality, null);

  it('have mean 0, variance 1 and fourth moment 3', () => {
    expect(Math.abs(mean(z))).toBeLessThan(WIDE / Math.sqrt(N));
    expect(Math.abs(mean(z.map((x) => x * x)) - 1)).toBeLessThan(WIDE * Math.sqrt(2 / N));
    expect(Math.abs(mean(z.map((x) => x ** 4)) - 3)).toBeLessThan(WIDE * Math.sqrt(96 / N));
  });

  it.each([1e-4, 0.0039, 0.004, 0.1, 0.5, 0.9, 0.996, 0.9999])(
    'lie below the quantile of %d as often as the normal law says, in the table and in the tails',
    (p) => {
      const edge = normalQuantile(p);
      const below = z.reduce((count, x) => count + (x < edge ? 1 : 0), 0) / N;
      expect(Math.abs(below - p)).toBeLessThan(WIDE * Math.sqrt((p * (1 - p)) / N));
    },
  );

  it('differ between replicates and columns, and a spread is e^(spread x normal)', () => {
    const product = (other: Float32Array) => Math.abs(mean(z.map((x, i) => x * other[i])));
    expect(product(tastes(1, TASTE.quality, null))).toBeLessThan(WIDE / Math.sqrt(N));
    expect(product(tastes(0, TASTE.price, null))).toBeLessThan(WIDE / Math.sqrt(N));
    const spread = tastes(0, TASTE.quality, 0.5);
    for (let i = 0; i < N; i += 97) expect(spread[i] / Math.exp(0.5 * z[i])).toBeCloseTo(1, 5);
  });
});

describe("the kernel's exponential", () => {
  it('has the bits of spreadOut, from -7 to 7 and for spreads from 0.01 to 100', () => {
    const at = 65536;
    const length = 10_001;
    const kernel = takeKernel(2 * at);
    for (const spread of [0.01, 0.3, 1, 2.5, 12, 100]) {
      const column = new Float32Array(kernel.buffer, at, length);
      for (let i = 0; i < length; i++) column[i] = (14 * i) / (length - 1) - 7;
      const expected = column.slice();
      spreadOut(expected, spread);
      kernel.exports.spreadOut(at, at + 4 * length, spread);
      const bits = (values: Float32Array) => new Uint32Array(values.slice().buffer);
      expect(bits(column)).toEqual(bits(expected));
    }
    returnKernel(kernel);
  });
});
