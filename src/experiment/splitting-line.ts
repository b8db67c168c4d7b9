/**
 * A line of splitting: ways through the model, lived stage by stage. A way is a replicate and the forks of its luck;
 * restarting it means the same forks and one more, with a branch that nobody else has. See splitting.ts.
 */
import { type Fork, keyOf, makeLuck, uniform } from '../../sim/index.js';
import { quantile } from '../statistics/quantile.js';

/** A way through the model: a world, and where its luck turned. */
export interface Way {
  readonly replicate: number;
  readonly forks: readonly Fork[];
}

/** How near the event a way was at the end of months 1, 2, ...; Infinity in the month of the event. */
export type Heights = ArrayLike<number>;

/** Lives ways; undefined for one that failed. The same way must always have the same heights. */
export type Live = (ways: readonly Way[]) => Promise<readonly (Heights | undefined)[]>;

/** A way that was lived. */
export interface Lived {
  readonly way: Way;
  readonly heights: Heights;
}

/** A lived way in the month in which it first reached a level. */
interface Entrance extends Lived {
  readonly month: number;
}

/** What is split. */
export interface SplittingTask {
  readonly live: Live;
  /** Ways of a stage: at least 10. */
  readonly effort: number;
  readonly seed: string;
  /** Once it is aborted nothing more is lived, and what is under way is thrown away. */
  readonly signal?: AbortSignal;
}

/** First month in which a way is at least as high as `level`; 0 if it never is. */
function monthAt(heights: Heights, level: number): number {
  for (let k = 0; k < heights.length; k++) if (heights[k] >= level) return k + 1;
  return 0;
}

/** The ways that reached a level, each in its first month there. */
export function entrancesOf(lived: readonly Lived[], level: number): Entrance[] {
  return lived.flatMap((one) => {
    const month = monthAt(one.heights, level);
    return month > 0 ? [{ ...one, month }] : [];
  });
}

/** What the median of the ways rises from the end of each month to its highest later month; length: months. */
export function riseOf(ways: readonly Heights[]): number[] {
  const medians = Array.from(ways[0] ?? [], (_, k) => {
    const finite = ways.map((heights) => heights[k]).filter(Number.isFinite);
    return quantile(
      finite.sort((a, b) => a - b),
      0.5,
    );
  });
  let highest = -Infinity;
  return medians
    .map((_, k) => k)
    .reduceRight<number[]>((rise, k) => {
      highest = Math.max(highest, Number.isNaN(medians[k]) ? -Infinity : medians[k]);
      rise[k] = Number.isNaN(medians[k]) ? 0 : highest - medians[k];
      return rise;
    }, []);
}

/** Heights with the rise of their month. */
export function lifted(heights: Heights, rise: readonly number[]): Heights {
  return Float64Array.from(heights, (height, k) => height + (rise[k] ?? 0));
}

/** The same task with all heights lifted. */
export function liftedTask(task: SplittingTask, rise: readonly number[]): SplittingTask {
  const live: Live = async (ways) =>
    (await task.live(ways)).map((heights) => heights && lifted(heights, rise));
  return { ...task, live };
}

/** One line of splitting: its own replicates, so that lines are independent, and branches that nobody else has. */
export class Line {
  worlds = 0;
  private branch = 0;
  private stage = 0;
  private task: SplittingTask;
  private readonly number: number;

  /** @param number 0 for the pilot, from 1 for repetitions */
  constructor(task: SplittingTask, number: number) {
    this.task = task;
    this.number = number;
  }

  /** The first stage: plain worlds. */
  start(): Promise<Lived[]> {
    const first = this.number * this.task.effort;
    return this.live(
      Array.from({ length: this.task.effort }, (_, k) => ({ replicate: first + k, forks: [] })),
    );
  }

  /** Lifts all heights from now on. */
  lift(rise: readonly number[]): void {
    this.task = liftedTask(this.task, rise);
  }

  /**
   * The next stage. Each entrance is restarted n / entrances times, rounded up or down by one uniform (systematic
   * sampling), so the expected number is the same for all. A way that is above `level` already, or has no month left,
   * is what it is and costs nothing.
   */
  async restart(entrances: readonly Entrance[], level: number): Promise<Lived[]> {
    const { effort, seed } = this.task;
    this.stage++;
    const offset = uniform(keyOf(makeLuck(`splitting/${seed}`, this.number), 1, this.stage), 0);
    const parents = Array.from(
      { length: effort },
      (_, k) => entrances[Math.floor(((k + offset) * entrances.length) / effort)],
    );
    const isSettled = ({ heights, month }: Entrance) =>
      month === heights.length || heights[month - 1] >= level;
    const settled = parents.filter(isSettled);
    const fresh = parents.filter((parent) => !isSettled(parent));
    return [...settled, ...(await this.live(fresh.map((parent) => this.fork(parent))))];
  }

  private fork({ way, month }: Entrance): Way {
    this.branch++;
    const before = way.forks.filter(({ from }) => from <= month);
    return { ...way, forks: [...before, { branch: this.branch, from: month + 1 }] };
  }

  private async live(ways: readonly Way[]): Promise<Lived[]> {
    this.worlds += ways.length;
    const heights = await this.task.live(ways);
    return ways.flatMap((way, k) => {
      const own = heights[k];
      return own ? [{ way, heights: own }] : [];
    });
  }
}
