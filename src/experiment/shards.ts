/**
 * How a batch is cut for several machines: its worlds in one row, point after point and replicate after replicate, and
 * shard i of n takes those from floor(i W / n) up to floor((i + 1) W / n). Which shard makes a world changes nothing of it.
 */
import type { Wanted } from './plan.js';

/** One of `count` equal shares, `index` from 0. */
export interface Share {
  readonly index: number;
  readonly count: number;
}

/** Points of a batch, and how many replicates each has, from 0. */
export interface BatchSize {
  readonly points: readonly string[];
  readonly replicates: number;
}

function bounds({ points, replicates }: BatchSize, { index, count }: Share): [from: number, to: number] {
  const worlds = points.length * replicates;
  return [Math.floor((index * worlds) / count), Math.floor(((index + 1) * worlds) / count)];
}

/** The worlds of a shard: some or all of the points, each with neighbouring replicates. May be none. */
export function worldsOfShard(size: BatchSize, share: Share): Wanted[] {
  const [from, to] = bounds(size, share);
  return size.points.flatMap((point, p) => {
    const first = Math.max(from - p * size.replicates, 0);
    const end = Math.min(to - p * size.replicates, size.replicates);
    if (end <= first) return [];
    return [{ point, replicates: Array.from({ length: end - first }, (_, i) => first + i) }];
  });
}

/** Which of `count` shards makes a world. */
export function shardOfWorld(
  size: BatchSize,
  count: number,
  world: { readonly point: string; readonly replicate: number },
): number {
  const at = size.points.indexOf(world.point) * size.replicates + world.replicate;
  const worlds = size.points.length * size.replicates;
  // floor(i W / n) <= at holds up to this i
  return Math.floor(((at + 1) * count - 1) / worlds);
}
