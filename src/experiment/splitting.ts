/**
 * Multilevel splitting with fixed effort for a rare event (Garvels 2000; L'Ecuyer, Demers & Tuffin 2007): a stage lives
 * n ways, keeps those that reach the next level, and restarts from the states in which they reached it; the product
 * of the shares that reached is an unbiased estimate of the probability. Levels come from a pilot run in which each is
 * the height that a fifth of its ways reach (Cérou & Guyader 2007); the estimate itself never uses the pilot's ways.
 *
 * No state is stored. A way is a replicate and the forks of its luck, and is lived again from its start: the same
 * forks, and a fresh branch from the month after the one in which it reached the level. So a way costs as much as a
 * plain world, and what is drawn once before month 1 stays along a line of ways: splitting gains on rare luck, not on
 * rare inputs.
 *
 * A height late in a span that ends soon is worth less than the same height early where heights rise by themselves, as
 * those of a firm that burns cash do. So a way counts as high as the median plain world would still take it: its own
 * height plus what the median path of the pilot's first stage rises from this month to its highest later one.
 */
import {
  entrancesOf,
  Line,
  type Lived,
  lifted,
  liftedTask,
  riseOf,
  type SplittingTask,
} from './splitting-line.js';

/** Best share of ways that reach a level when each costs the same: the least of (1 - p) / (p ln² p) is at p = .2. */
const SHARE = 0.2;
/** Levels of a pilot at most: below .2^20 = 1e-14 nobody asks. */
const MOST_LEVELS = 20;

/** The next level: the height that a fifth of the ways reach, or the lowest above the last; undefined without any. */
function nextLevel(lived: readonly Lived[], last: number): number | undefined {
  const peaks = lived
    .map(({ heights }) => Array.from(heights).reduce((most, height) => Math.max(most, height), -Infinity))
    .sort((a, b) => b - a);
  const wanted = peaks[Math.ceil(SHARE * peaks.length) - 1];
  return wanted > last ? wanted : peaks.findLast((peak) => peak > last);
}

/** What a pilot found. */
export interface Pilot {
  /** Ascending heights below the event; none if a fifth of plain worlds meet it. */
  readonly levels: readonly number[];
  /** What is added to the heights of each month; length: months. */
  readonly rise: readonly number[];
  /** Did it get to the event? If not, levels end where it was stuck. */
  readonly arrived: boolean;
  readonly worlds: number;
}

/** Finds levels; undefined if it was stopped. */
export async function findLevels(
  task: SplittingTask,
  onLevel?: (level: number) => void,
): Promise<Pilot | undefined> {
  const line = new Line(task, 0);
  const levels: number[] = [];
  const first = await line.start();
  const rise = riseOf(first.map(({ heights }) => heights));
  line.lift(rise);
  let lived = first.map((one) => ({ ...one, heights: lifted(one.heights, rise) }));
  for (;;) {
    if (task.signal?.aborted) return undefined;
    const level = nextLevel(lived, levels.at(-1) ?? -Infinity);
    if (level === Infinity) return { levels, rise, arrived: true, worlds: line.worlds };
    if (level === undefined || levels.length === MOST_LEVELS)
      return { levels, rise, arrived: false, worlds: line.worlds };
    levels.push(level);
    onLevel?.(level);
    lived = await line.restart(entrancesOf(lived, level), Infinity);
  }
}

/** One independent estimate. */
export interface Repetition {
  /** The product of `shares`: unbiased. */
  readonly estimate: number;
  /** Shares of the ways of each stage that reached its level, the event last; ends with the first 0. */
  readonly shares: readonly number[];
  /** Plain worlds of the first stage that met the event, and their number. */
  readonly plain: { readonly k: number; readonly n: number };
  /** Different plain worlds from which the ways to the event began. */
  readonly roots: number;
  readonly worlds: number;
}

/**
 * One repetition over the levels of a pilot; undefined if it was stopped.
 * @param number from 1; repetitions with different numbers share no luck
 */
export async function splitOnce(
  task: SplittingTask,
  { levels, rise }: Pick<Pilot, 'levels' | 'rise'>,
  number: number,
): Promise<Repetition | undefined> {
  const line = new Line(liftedTask(task, rise), number);
  const shares: number[] = [];
  let lived = await line.start();
  const plain = { k: entrancesOf(lived, Infinity).length, n: lived.length };
  const targets = [...levels, Infinity];
  for (const [k, level] of targets.entries()) {
    if (task.signal?.aborted) return undefined;
    const entrances = entrancesOf(lived, level);
    shares.push(lived.length > 0 ? entrances.length / lived.length : 0);
    if (entrances.length === 0 || level === Infinity) {
      const roots = new Set(entrances.map(({ way }) => way.replicate)).size;
      const estimate = shares.reduce((product, share) => product * share, 1);
      return { estimate, shares, plain, roots, worlds: line.worlds };
    }
    lived = await line.restart(entrances, targets[k + 1]);
  }
  throw new Error('splitOnce: the event is no level');
}
