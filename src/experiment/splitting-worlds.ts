/**
 * Worlds as ways for splitting: lives them on a pool, one chunk each because each has its own forks, and reads how
 * near a firm was to running out of cash, month by month. A world costs what a plain one does; only heights are kept.
 */
import { type Outcome, STATUS } from '../../sim/index.js';
import { BASE, type Failure, type Pool } from './job.js';
import type { Heights, Live, Way } from './splitting-line.js';
import { cell, type WorldShape } from './world-cell.js';

/** Height of a living firm at the end of a month; more is nearer to the end of its cash. */
type Measure = (read: (column: string, month: number) => number, start: number) => (month: number) => number;

/**
 * What may say how near a firm is. Any of them gives an unbiased estimate; a bad one gives a wide interval.
 * `cash`: cash over that of its start (over 1 unit of currency if it starts without), negative.
 * `runway`: months of cash at the burn of the last months, negative; -999 without burn.
 */
export const NEARNESS: Readonly<Record<'cash' | 'runway', Measure>> = {
  cash: (read, start) => (month) => -read('cash', month) / (start > 0 ? start : 1),
  runway: (read) => (month) => -read('runway', month),
};

/** Whose cash-out, by which month, and what says how near it is. */
export interface CashOut {
  /** Position of the firm in the outcome. */
  readonly firm: number;
  readonly by: number;
  readonly nearness: keyof typeof NEARNESS;
}

/** Heights of the firm at the end of months 1 to `by`: Infinity from its cash-out on, -Infinity while it is not there. */
export function heightsOf(world: Outcome, shape: WorldShape, { firm, by, nearness }: CashOut): Heights {
  const read = (column: string, month: number) => cell(world, shape, { column, firm, month });
  const height = NEARNESS[nearness](read, world.firms[firm].startingCash);
  return Float64Array.from({ length: by }, (_, k) => {
    const status = STATUS[read('status', k + 1)];
    if (status === 'cash-out') return Infinity;
    return status === 'alive' ? height(k + 1) : -Infinity;
  });
}

/** Lives ways on a pool; the pool stays open. A world that failed is told and has no heights. */
export function liveOn(
  pool: Pool,
  of: { readonly shape: WorldShape; readonly event: CashOut },
  on: { readonly onWorld?: () => void; readonly onFailure?: (failure: Failure) => void } = {},
): Live {
  const one = async ({ replicate, forks }: Way) => {
    const chunk = { point: BASE, first: replicate, last: replicate, forks };
    const { outcomes, failures } = await pool.run(chunk, on.onWorld);
    const heights = outcomes.length > 0 ? heightsOf(outcomes[0], of.shape, of.event) : undefined;
    return { heights, failures };
  };
  return async (ways) => {
    const lived = await Promise.all(ways.map(one));
    for (const failure of lived.flatMap(({ failures }) => failures)) on.onFailure?.(failure);
    return lived.map(({ heights }) => heights);
  };
}
