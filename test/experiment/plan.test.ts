import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkLength, longestChunk, planChunks, pointsOf, span } from '../../src/experiment/plan.js';

const sizes = fc.record({ n: fc.integer({ min: 1, max: 2000 }), threads: fc.integer({ min: 1, max: 64 }) });

describe('a plan', () => {
  it('covers each wanted replicate of each point once, in chunks of at most 16, for any size and threads', () => {
    fc.assert(
      fc.property(sizes, fc.func(fc.boolean()), ({ n, threads }, isThere) => {
        const wanted = ['base', 'arm'].map((point) => ({
          point,
          replicates: span(0, n - 1).filter((replicate) => !isThere(point, replicate)),
        }));
        const chunks = planChunks(wanted, chunkLength(n, threads));
        for (const { point, replicates } of wanted) {
          const own = chunks.filter((chunk) => chunk.point === point);
          expect(own.flatMap(({ first, last }) => span(first, last))).toEqual(replicates);
        }
        expect(Math.max(0, ...chunks.map(({ first, last }) => last - first + 1))).toBeLessThanOrEqual(16);
      }),
      { numRuns: 200 },
    );
  });

  it('gives 300 worlds on 2 threads 19 chunks of 16 or less', () => {
    // ceil(300 / 16) = 19; 300 / (2 x 8) = 18.75 would be above the cap of 16
    expect(planChunks([{ point: 'base', replicates: span(0, 299) }], chunkLength(300, 2))).toHaveLength(19);
  });

  it('has the base first and every arm once', () => {
    expect(pointsOf(['b', 'a', 'b'])).toEqual(['base', 'b', 'a']);
  });

  it('puts up to 256 tiny worlds into a chunk, never more than a second or a few megabytes of them', () => {
    // 2e7 / (60 + 3 x 500) = 12,820 by time, 5e5 / 120 = 4166 by size: 256
    expect(longestChunk({ userMonths: 60, firmMonths: 3 })).toBe(256);
    // six firms, 24 months, 1,000 users: 2e7 / (24000 + 72000) = 208 by time; 5e5 / 5760 = 86 by size
    expect(longestChunk({ userMonths: 24_000, firmMonths: 144 })).toBe(86);
    // 10,000 users: 2e7 / (240000 + 72000) = 64 by time
    expect(longestChunk({ userMonths: 240_000, firmMonths: 144 })).toBe(64);
    expect(longestChunk({ userMonths: 2.4e6, firmMonths: 144 })).toBe(16);
  });
});
