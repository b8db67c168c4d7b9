import { describe, expect, it } from 'vitest';
import { lastLook, nextLook } from '../../src/experiment/looks.js';
import { watchOpening, withOpening } from '../../src/experiment/opening.js';
import {
  beyond,
  folderPrice,
  leastSeconds,
  limitsOf,
  memoryBefore,
  shardPrice,
  worldSeconds,
} from '../../src/experiment/price.js';

describe('the price of a batch', () => {
  it('counts a world in a second of two threads as half a second', () => {
    // pairs of worlds end at 3, 4, 5, 6 s: waves at 3 and 4 are the warm half, 4 worlds in 2 s follow
    expect(worldSeconds([2990, 3000, 3990, 4000, 4990, 5000, 5990, 6000], 2)).toBe(0.5);
  });

  it('leaves out a wave that is not whole, and knows nothing before two waves', () => {
    expect(worldSeconds([1000, 1000, 2000, 2000, 2100], 2)).toBe(0.5);
    expect(worldSeconds([1000, 1000, 2000], 2)).toBeNaN();
  });

  it('adds up memory by hand', () => {
    // 110 MB + 2 x 36 MB + 2 worlds x 1 M users x 28 B + 4 firms x 2 MB
    expect(memoryBefore({ threads: 2, atATime: 2, users: 1e6, firms: 4 })).toBe(246e6);
  });

  it('has a least that is known before the first world', () => {
    // 1e6 worlds x 2e7 users x (7 ns + 24 months x .5 ns) on 2 threads
    expect(leastSeconds({ worlds: 1e6, users: 2e7, months: 24, threads: 2 })).toBeCloseTo(190_000, 6);
    expect(leastSeconds({ worlds: 1e6, users: 0, months: 24, threads: 2 })).toBe(0);
  });

  it('adds up what a run folder costs by hand', () => {
    // 1,000 worlds of 100 kB: .4 s + 1e8 B x 11 ns; 50 MB + 1,000 x 10 x 2 kB; 1.27e8 B + 3 MB
    const price = folderPrice({ worlds: 1000, firms: 10, worldBytes: 1e5 });
    expect(price.seconds).toBeCloseTo(1.5, 10);
    expect(price.memoryBytes).toBe(70e6);
    expect(price.diskBytes).toBeCloseTo(130e6, 3);
  });

  it('knows that the numbers of a large batch are not all kept', () => {
    // 50 MB + 300 MB + 1e7 lives x 13 B
    expect(folderPrice({ worlds: 1e6, firms: 10, worldBytes: 1e5 }).memoryBytes).toBe(480e6);
  });

  it('is too high beyond a day, nine tenths of the memory or the free disk', () => {
    const limits = limitsOf({ memoryBytes: 1e9, diskBytes: 2e9 });
    expect(beyond({ seconds: 86_400, memoryBytes: 9e8, diskBytes: 2e9 }, limits)).toEqual([]);
    expect(beyond({ seconds: 86_401, memoryBytes: 9.1e8, diskBytes: 2.1e9 }, limits)).toEqual([
      'seconds',
      'memoryBytes',
      'diskBytes',
    ]);
  });
});

describe('the opening of a batch', () => {
  const chunks = Array.from({ length: 10 }, (_, k) => ({ point: 'base', first: 4 * k, last: 4 * k + 3 }));

  it('puts single worlds of chunks far apart in front and loses no world', () => {
    const opened = withOpening(chunks, 4);
    // golden section of 10: 0, 6, 2, 8
    expect(opened.slice(0, 4).map(({ first, last }) => [first, last])).toEqual([
      [0, 0],
      [24, 24],
      [8, 8],
      [32, 32],
    ]);
    const worlds = opened.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, k) => first + k),
    );
    expect(worlds.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, k) => k));
  });

  /** Worlds that end every so many ms: how many of them until the price is told. */
  function toldAfter(every: number, width: number): number {
    let clock = 0;
    const opening = watchOpening(width, () => clock);
    for (let worlds = 1; ; worlds++) {
      clock += every;
      const ends = opening.ended();
      if (!ends) continue;
      expect(ends).toHaveLength(worlds);
      expect(opening.ended()).toBeUndefined();
      return worlds;
    }
  }

  it('tells two seconds after the first world, after eight waves, or at last after eight seconds', () => {
    expect(toldAfter(10, 2)).toBe(201);
    expect(toldAfter(500, 2)).toBe(16);
    expect(toldAfter(2000, 2)).toBe(5);
    expect(toldAfter(60_000, 2)).toBe(4);
  });
});

describe('looks at a batch', () => {
  it('are at 100 worlds and at half as many again, never above the most', () => {
    expect([nextLook(0, 1000), nextLook(100, 1000), nextLook(225, 1000), nextLook(760, 1000)]).toEqual([
      100, 150, 338, 1000,
    ]);
    expect(nextLook(0, 40)).toBe(40);
  });

  it('end where the root of the number of worlds has brought the half-width down', () => {
    // from .1 at 100 worlds to .05 takes 400: 150, 225, 338, 507
    expect(lastLook(100, 10_000, { widest: 0.1, until: 0.05 })).toBe(507);
    expect(lastLook(100, 300, { widest: 0.1, until: 0.05 })).toBe(300);
  });
});

it('a shard costs the disk of its worlds, and no results', () => {
  expect(shardPrice({ worlds: 100, worldBytes: 2000 })).toEqual({
    seconds: 0,
    memoryBytes: 0,
    diskBytes: 200_000,
  });
});
