/**
 * Before and after on the same luck: what became of a firm in each world in both, and the paired difference of
 * P(cash-out). A firm alone: Newcombe 1998, method 10 (paired-proportions.ts). Copies of a firm share the luck of their
 * world, so their difference is that of the worlds' shares (Student's t). One pass over the worlds that both have.
 */
import type { FirmOutcome, Status } from '../../sim/index.js';
import type { Family } from '../experiment/families.js';
import { countPairs } from '../statistics/paired-counts.js';
import { pairedDifference } from '../statistics/paired-difference.js';
import { pairedProportions } from '../statistics/paired-proportions.js';

/** Firms of every world in scenario order; undefined where a world has not ended. */
export type Worlds = readonly (readonly FirmOutcome[] | undefined)[];

/** After - before of P(cash-out) with its 95 % interval, -1..1, from `n` pairs of worlds. */
export interface Change {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** How a firm, or one copy, ended a world; the month of its exit from 1, null if it had none. */
export interface Fate {
  readonly status: Status;
  readonly month: number | null;
  /** Of the copies of the firm, how many ran out of cash; 1 is the firm alone. */
  readonly lost: number;
  readonly of: number;
  /** Why it ended, as the engine names it; empty if it did not. */
  readonly cause: string;
}

/** Share of cash-outs among the copies that entered; undefined if none did. */
function shareIn(world: readonly FirmOutcome[] | undefined, { members }: Family): number | undefined {
  if (!world) return undefined;
  const entered = members.map((member) => world[member].outcome).filter((outcome) => outcome !== 'absent');
  if (entered.length === 0) return undefined;
  return entered.filter((outcome) => outcome === 'cash-out').length / entered.length;
}

/** Of a firm or its copies, in the worlds that ended in both and in which it entered; undefined if there are none. */
export function changeOf(before: Worlds, after: Worlds, family: Family): Change | undefined {
  const [a, b]: number[][] = [[], []];
  after.forEach((world, replicate) => {
    const [now, was] = [shareIn(world, family), shareIn(before[replicate], family)];
    if (now === undefined || was === undefined) return;
    a.push(now);
    b.push(was);
  });
  if (a.length === 0) return undefined;
  const same = a.every((share, i) => share === b[i]);
  if (family.members.length === 1 || same)
    return { ...pairedProportions(countPairs(a.map(ceil), b.map(ceil))) };
  const { estimate, low, high, n } = pairedDifference(a, b);
  return { difference: estimate, low: Math.max(-1, low), high: Math.min(1, high), n };
}

/** Copies that all ended as before differ as little as one firm that did. */
function ceil(share: number): number {
  return share > 0 ? 1 : 0;
}

/** True if the interval holds no change. */
export function couldBeZero({ low, high }: Change): boolean {
  return low <= 0 && high >= 0;
}

/** What became of a firm in a world; of copies what became of most of them, and the first of those. */
export function fateIn(world: readonly FirmOutcome[] | undefined, { members }: Family): Fate | undefined {
  if (!world) return undefined;
  const rows = members.map((member) => world[member]);
  const like = ({ outcome }: FirmOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const row = rows.reduce((most, each) => (like(each) > like(most) ? each : most));
  const lost = rows.filter(({ outcome }) => outcome === 'cash-out').length;
  return { status: row.outcome, month: row.exitMonth, lost, of: rows.length, cause: row.proximateCause };
}

/** Cash-outs of a line by what drained it most, the commonest first. */
export function countCauses(worlds: Worlds, { members }: Family): [cause: string, n: number][] {
  const counts = new Map<string, number>();
  for (const world of worlds)
    for (const member of members) {
      const row = world?.[member];
      if (row?.outcome === 'cash-out')
        counts.set(row.proximateCause, (counts.get(row.proximateCause) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Worlds, of copies cases, by how the firm ended them. */
export function countFates(worlds: Worlds, family: Family): Record<Status, number> {
  const counts = { absent: 0, alive: 0, 'cash-out': 0, acquired: 0, 'wound-down': 0, paused: 0 };
  for (const world of worlds) {
    for (const member of family.members) if (world) counts[world[member].outcome]++;
  }
  return counts;
}
