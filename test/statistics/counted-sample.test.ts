import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedSample } from '../../src/statistics/counted-sample.js';
import { heldSample, type Sample } from '../../src/statistics/sample.js';

const P = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Runs a sample to its end; returns n, mean, quantiles, and how many passes it took. */
function answers(sample: Sample, values: readonly number[]): { found: number[]; passes: number } {
  let passes = 0;
  do {
    for (const value of values) sample.put(value);
    passes++;
  } while (sample.endPass());
  return { found: [sample.count(), sample.mean(), ...P.map(sample.quantile)], passes };
}

function expectSame(values: readonly number[], bits: number): void {
  const { found } = answers(countedSample(P, bits), values);
  const held = answers(heldSample(), values).found;
  expect(found.map((value, k) => Object.is(value, held[k]))).toEqual(held.map(() => true));
}

/** Marsaglia's xorshift32, so that the numbers are always the same. */
function* noise(n: number): Generator<number> {
  let x = 2463534242;
  for (let i = 0; i < n; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    yield (x >>> 0) / 2 ** 32;
  }
}

describe('a sample that keeps no numbers', () => {
  it('gives the bits of one that does, for any doubles, NaN, infinities and both zeros', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.constantFrom(5, 9, 12, 16), (values, bits) =>
        expectSame(values, bits),
      ),
      { numRuns: 200 },
    );
  });

  it('does so for 20,000 numbers: uniform, of both signs, and with many ties', () => {
    const uniform = [...noise(20_000)];
    expectSame(uniform, 12);
    expectSame(
      uniform.map((u) => (u - 0.5) * 1e9),
      12,
    );
    // 3,000 fit in no bucket of 1,024: the key is followed to its last bit
    expectSame(
      uniform.map((u) => Math.floor(u * 6) / 10 - 0.2),
      12,
    );
    expectSame(
      uniform.map((u) => (u < 0.3 ? Number.NaN : u < 0.6 ? -0 : 0)),
      12,
    );
    expectSame(
      uniform.map((u) => 1e15 + Math.floor(u * 4)),
      9,
    );
  });

  it('takes three passes for numbers that spread, and no more than one above 64 / bits for any', () => {
    const uniform = [...noise(20_000)];
    expect(answers(countedSample(P), uniform).passes).toBe(3);
    expect(
      answers(
        countedSample(P),
        uniform.map(() => 0.1),
      ).passes,
    ).toBe(6);
  });
});
