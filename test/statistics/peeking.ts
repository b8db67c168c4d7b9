/** Experiments that are looked at after every observation, for the tests of confidence sequences. */
import { betaCdf } from '../../src/statistics/incomplete-beta.js';
import { randomStream } from '../../src/statistics/random-stream.js';

export const EXPERIMENTS = 1000;
export const LOOKS = 2000;

/** Experiments, of 1000, in which no look excludes the truth; `experiment` lives one and says so. */
export function countCovered(
  seed: string,
  experiment: (uniform: () => number) => boolean,
  experiments = EXPERIMENTS,
): number {
  const { uniform } = randomStream('peeking', seed);
  let covered = 0;
  for (let e = 0; e < experiments; e++) covered += Number(experiment(uniform));
  return covered;
}

/** P(fewer than `least` of n are covered) if each is with probability p: the false-alarm rate of asking for `least`. */
export function falseAlarm(least: number, n: number, p: number): number {
  return 1 - betaCdf(p, least, n - least + 1);
}

/** Counts k that do not exclude p after n observations, n from 0 to LOOKS: [least, most]. */
export function keptCounts(p: number, interval: (k: number, n: number) => { low: number; high: number }) {
  return Array.from({ length: LOOKS + 1 }, (_, n): readonly [number, number] => {
    const first = (isReached: (k: number) => boolean) => {
      let [below, at] = [-1, n + 1];
      while (at - below > 1) {
        const k = Math.floor((below + at) / 2);
        if (isReached(k)) at = k;
        else below = k;
      }
      return at;
    };
    return [first((k) => interval(k, n).high >= p), first((k) => interval(k, n).low > p) - 1];
  });
}

/** P(some look excludes p), exactly: the law of k among the experiments that have not, observation by observation. */
export function missProbability(p: number, kept: readonly (readonly [number, number])[]): number {
  let alive = new Float64Array(LOOKS + 2);
  alive[0] = 1;
  let missed = 0;
  for (let n = 1; n <= LOOKS; n++) {
    const next = new Float64Array(LOOKS + 2);
    for (let k = 0; k <= n; k++) {
      const part = alive[k] * (1 - p) + (k > 0 ? alive[k - 1] * p : 0);
      if (k >= kept[n][0] && k <= kept[n][1]) next[k] = part;
      else missed += part;
    }
    alive = next;
  }
  return missed;
}
