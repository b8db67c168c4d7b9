import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardOfWorld, worldsOfShard } from '../../src/experiment/shards.js';

const batch = fc.record({
  points: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }),
  replicates: fc.integer({ min: 1, max: 40 }),
});

describe('shards of a batch', () => {
  it('cut two plans of five worlds into three as floor(10 i / 3) says', () => {
    const size = { points: ['base', 'arm'], replicates: 5 };
    expect([0, 1, 2].map((index) => worldsOfShard(size, { index, count: 3 }))).toEqual([
      [{ point: 'base', replicates: [0, 1, 2] }],
      [
        { point: 'base', replicates: [3, 4] },
        { point: 'arm', replicates: [0] },
      ],
      [{ point: 'arm', replicates: [1, 2, 3, 4] }],
    ]);
  });

  it('hold every world once, in order, differ by one world at most, and each world knows its shard', () => {
    fc.assert(
      fc.property(batch, fc.integer({ min: 1, max: 50 }), (size, count) => {
        const shards = Array.from({ length: count }, (_, index) =>
          worldsOfShard(size, { index, count }).flatMap(({ point, replicates }) =>
            replicates.map((replicate) => ({ point, replicate })),
          ),
        );
        const all = size.points.flatMap((point) =>
          Array.from({ length: size.replicates }, (_, replicate) => ({ point, replicate })),
        );
        expect(shards.flat()).toEqual(all);
        const sizes = shards.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        for (const [index, worlds] of shards.entries())
          for (const world of worlds) expect(shardOfWorld(size, count, world)).toBe(index);
      }),
    );
  });
});
