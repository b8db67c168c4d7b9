/**
 * Users and payers of a firm at the end of its worlds: means over worlds, and what a change does to them on the same luck
 * (Student's interval of the paired differences). Of copies: one copy, on average over those of a world.
 */
import type { Family } from '../experiment/families.js';
import { meanInterval } from '../statistics/mean-interval.js';
import { pairedDifference } from '../statistics/paired-difference.js';
import type { Seen } from './seen.js';
import type { FirmEnding } from './state.js';

/** People, or a share of them from 0 to 1. `share`: of the users of all apps; who uses two counts twice. */
export const PEOPLE = ['users', 'payers', 'share'] as const;
export type People = (typeof PEOPLE)[number];

type World = readonly FirmEnding[];

/** A mean over worlds. */
export interface Level {
  readonly now: number;
  /** Student's 95 % interval of the mean; infinite from one world. */
  readonly low: number;
  readonly high: number;
  /** Worlds behind it. */
  readonly n: number;
  /** What was, in the same worlds, and the mean difference with its 95 % interval; missing without a before. */
  readonly was?: {
    readonly mean: number;
    readonly difference: number;
    readonly low: number;
    readonly high: number;
  };
}

function levelIn(world: World, { members }: Family, what: People): number {
  const rows = members.map((member) => world[member]);
  const sum = (of: readonly FirmEnding[], field: 'finalUsers' | 'finalPayers') =>
    of.reduce((all, firm) => all + firm[field], 0);
  if (what === 'share') {
    const all = sum(world, 'finalUsers');
    return all > 0 ? sum(rows, 'finalUsers') / all / members.length : 0;
  }
  return sum(rows, what === 'users' ? 'finalUsers' : 'finalPayers') / members.length;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The level of a line; undefined before a world has ended, or with a before while no world has ended in both. */
export function levelOf({ worlds, before, families }: Seen, id: string, what: People): Level | undefined {
  const family = families.get(id);
  if (!family) return undefined;
  const pairs = worlds.flatMap((world, at) => {
    const was = before?.worlds[at];
    return world && (was || !before) ? [{ world, was }] : [];
  });
  if (pairs.length === 0) return undefined;
  const now = pairs.map(({ world }) => levelIn(world, family, what));
  const { low, high } = meanInterval(now);
  const level = { now: mean(now), low: Math.max(0, low), high, n: pairs.length };
  if (!before) return level;
  const was = pairs.map((pair) => (pair.was ? levelIn(pair.was, family, what) : 0));
  const { estimate: difference, ...change } = pairedDifference(now, was);
  return { ...level, was: { mean: mean(was), difference, low: change.low, high: change.high } };
}
