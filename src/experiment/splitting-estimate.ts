/**
 * What repetitions of a splitting say: the mean, an interval, and what the same precision would cost plain worlds.
 *
 * The interval is Student's t over independent repetitions on the log scale, mean exp(-+ t se / mean), because products
 * of shares are skewed to the right. In walks with P from 4e-6 to .02, 10 repetitions and 100 to 300 ways a level it holds
 * the truth in 92 to 97 of 100 experiments, t without the logarithm in 88 to 97. Without levels every repetition is
 * plain worlds, which are pooled: k of n with Wilson's interval.
 */
import { studentQuantile } from '../statistics/student-quantile.js';
import { wilson } from '../statistics/wilson.js';
import { findLevels, type Pilot, type Repetition, splitOnce } from './splitting.js';
import type { SplittingTask } from './splitting-line.js';

/** Fewest repetitions that give an interval. */
const LEAST = 4;

/** P of a rare event. */
export interface RareEstimate {
  /** In 0..1, with a 95 % interval. If no repetition came to the event, `high` is what its plain worlds allow. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** `plain` if the pilot found no level: then nothing was split. */
  readonly method: 'splitting' | 'plain';
  readonly levels: readonly number[];
  /** Share of the ways that went on from each level to the next, the event last; mean over repetitions. */
  readonly shares: readonly number[];
  /** Estimate of each repetition. */
  readonly repetitions: readonly number[];
  /** Different plain worlds from which the ways to the event began, over all repetitions. */
  readonly roots: number;
  /** Plain worlds of all first stages that met the event, and their number. */
  readonly plain: { readonly k: number; readonly n: number };
  /** Worlds that were lived, those of the pilot included. */
  readonly worlds: number;
  /** Plain worlds whose share would have the same variance, p (1 - p) / se²; null if that is not known. */
  readonly plainWorlds: number | null;
  /** plainWorlds / worlds: both cost the same a world, so this is the gain in time. */
  readonly gain: number | null;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Means of the shares; a repetition that ended early counts in the stages it came to. */
function meanShares(done: readonly Repetition[], stages: number): number[] {
  return Array.from({ length: stages }, (_, k) => {
    const own = done.flatMap(({ shares }) => (k < shares.length ? [shares[k]] : []));
    return own.length > 0 ? sumOf(own) / own.length : 0;
  });
}

/** Mean of the repetitions, its standard error, and the interval on the log scale. */
function overRepetitions(estimates: readonly number[]): {
  readonly mean: number;
  readonly error: number;
  readonly factor: number;
} {
  const n = estimates.length;
  const mean = sumOf(estimates) / n;
  const squares = sumOf(estimates.map((estimate) => (estimate - mean) ** 2));
  const error = Math.sqrt(squares / (n - 1) / n);
  return { mean, error, factor: mean > 0 ? Math.exp((studentQuantile(0.975, n - 1) * error) / mean) : 1 };
}

/** What is known after these repetitions; undefined if they are fewer than four. */
export function estimateOf(pilot: Pilot, done: readonly Repetition[]): RareEstimate | undefined {
  if (done.length < LEAST) return undefined;
  const { levels } = pilot;
  const repetitions = done.map(({ estimate }) => estimate);
  const plain = { k: sumOf(done.map((one) => one.plain.k)), n: sumOf(done.map((one) => one.plain.n)) };
  const worlds = pilot.worlds + sumOf(done.map((one) => one.worlds));
  const pooled = wilson(plain.k, plain.n);
  const told = {
    levels,
    shares: meanShares(done, levels.length + 1),
    repetitions,
    roots: sumOf(done.map(({ roots }) => roots)),
    plain,
    worlds,
  };
  if (levels.length === 0) {
    const { estimate, low, high } = pooled;
    return { estimate, low, high, method: 'plain', ...told, plainWorlds: plain.n, gain: plain.n / worlds };
  }
  const { mean, error, factor } = overRepetitions(repetitions);
  const plainWorlds = error > 0 ? (mean * (1 - mean)) / error ** 2 : null;
  return {
    estimate: mean,
    low: mean / factor,
    high: mean > 0 ? Math.min(1, mean * factor) : pooled.high,
    method: 'splitting',
    ...told,
    plainWorlds,
    gain: plainWorlds === null ? null : plainWorlds / worlds,
  };
}

/** How a splitting goes. */
export interface SplittingOptions extends SplittingTask {
  /** Independent repetitions, at least 8. */
  readonly repetitions: number;
  /** Called for every level that the pilot finds. */
  readonly onLevel?: (level: number) => void;
  /** Called after the pilot with all levels, before the first repetition. */
  readonly onPilot?: (levels: readonly number[]) => void;
}

/** Pilot, repetitions, estimate. Undefined if it was stopped before four repetitions were finished. */
export async function splitting(options: SplittingOptions): Promise<RareEstimate | undefined> {
  const pilot = await findLevels(options, options.onLevel);
  if (!pilot) return undefined;
  options.onPilot?.(pilot.levels);
  const done: Repetition[] = [];
  for (let number = 1; number <= options.repetitions; number++) {
    const one = await splitOnce(options, pilot, number);
    if (!one) break;
    done.push(one);
  }
  return estimateOf(pilot, done);
}
