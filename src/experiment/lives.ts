/** How long each firm of a family lived in each world, and how it ended: 9 bytes a life. */
import type { Cluster } from '../statistics/cluster-share.js';

/** One entry a life, in the order of worlds. */
export interface Lives {
  /** World of the life. */
  readonly worlds: Float64Array;
  /** Months from entry to exit or to the end of the world, from 1. */
  readonly times: Uint32Array;
  /** How it ended; 0 is alive. */
  readonly causes: Uint8Array;
}

/** Typed arrays that grow. */
export function collectLives(): { add(world: number, time: number, cause: number): void; finish(): Lives } {
  let [worlds, times, causes] = [new Float64Array(64), new Uint32Array(64), new Uint8Array(64)];
  let n = 0;
  const grow = () => {
    const longer = [new Float64Array(2 * n), new Uint32Array(2 * n), new Uint8Array(2 * n)] as const;
    longer[0].set(worlds);
    longer[1].set(times);
    longer[2].set(causes);
    [worlds, times, causes] = longer;
  };
  return {
    add(world, time, cause) {
      if (n === times.length) grow();
      worlds[n] = world;
      times[n] = time;
      causes[n++] = cause;
    },
    finish: () => ({
      worlds: worlds.subarray(0, n),
      times: times.subarray(0, n),
      causes: causes.subarray(0, n),
    }),
  };
}

/** Lives of each world and how many of them ended so. Lives of a world come one after the other. */
export function clustersOf(worlds: Float64Array, causes: Uint8Array, cause: number): Cluster[] {
  // few kinds of clusters are shared by all worlds, so that a million take 8 MB
  const kinds = new Map<string, Cluster>();
  const clusters: Cluster[] = [];
  for (let at = 0; at < worlds.length; ) {
    let [n, k] = [0, 0];
    const world = worlds[at];
    for (; at < worlds.length && worlds[at] === world; at++) {
      n++;
      if (causes[at] === cause) k++;
    }
    const name = `${k} of ${n}`;
    const cluster = kinds.get(name) ?? { k, n };
    kinds.set(name, cluster);
    clusters.push(cluster);
  }
  return clusters;
}
