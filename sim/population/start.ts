/**
 * The population before month 1: tastes, lapse rates, who has which app and for how long.
 * A user who has survived t months has a lapse rate from Beta(a, b + t) (Fader & Hardie 2007): with Beta(a, b)
 * the start would be followed by a false wave of lapses.
 */

import { betaQuantiles } from '../core/distributions.js';
import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import { type Agents, startingState, stateWithout } from './agents.js';
import { LAPSED, NEVER } from './contract.js';
import { fillTastes, TASTE } from './tastes.js';

/** What the start needs of a segment, drawn for this replicate. */
export interface SegmentStart {
  readonly qualitySpread: number;
  readonly priceSpread: number;
  readonly adSpread: number;
  readonly switchingSpread: number;
  readonly lapseFree: readonly [a: number, b: number];
  readonly lapsePaid: readonly [a: number, b: number];
  readonly secondApp: number;
  /** Of those without an app: the part that once had one. */
  readonly lapsedShare: number;
}

/** What the start needs besides: the luck of the replicate, and starting users by slot, for the second apps. */
export interface StartFrom {
  readonly luck: Luck;
  readonly users: readonly number[];
}

const POINTS = 512;
const tables = new Map<string, Float32Array>();

/** Midpoint quantiles of Beta(a, b); kept, because most replicates ask for the same. */
function lapseTable(a: number, b: number): Float32Array {
  const name = `${a} ${b}`;
  let table = tables.get(name);
  if (!table) {
    if (tables.size >= 256) tables.clear();
    table = betaQuantiles(a, b, POINTS);
    tables.set(name, table);
  }
  return table;
}

/** 1 + floor(9 U^1.5): months that a starting user has had her app (our assumption). */
function startingTenure(u: number): number {
  return 1 + Math.floor(9 * u * Math.sqrt(u));
}

/** Fills the empty columns of one replicate's agents. */
export function startAgents(agents: Agents, segments: readonly SegmentStart[], from: StartFrom): void {
  const { cells } = agents;
  segments.forEach((segment, s) => {
    const fill = (into: Float32Array, index: number, spread: number | null) =>
      fillTastes(into, cells, {
        luck: from.luck,
        segment: s,
        column: { index, spread },
      });
    fill(agents.quality, TASTE.quality, segment.qualitySpread === 0 ? 0 : null);
    fill(agents.price, TASTE.price, segment.priceSpread);
    fill(agents.ads, TASTE.ads, segment.adSpread);
    fill(agents.switching, TASTE.switching, segment.switchingSpread);
  });
  for (let cell = 0; cell < cells.count; cell++) startCell(agents, cell, segments[cells.segment[cell]], from);
}

function startCell(agents: Agents, cell: number, segment: SegmentStart, from: StartFrom): void {
  const { cells } = agents;
  const { of: whole, first } = cells.stretch ?? { of: cells, first: 0 };
  const key = keyOf(from.luck, STREAM.start, 0);
  const origin = cells.origin[cell];
  const size = whole.end[cell] - whole.start[cell];
  const free: Float32Array[] = [];
  const paid: Float32Array[] = [];
  for (let i = cells.start[cell]; i < cells.end[cell]; i++) {
    const user = first + i;
    const tenure = origin ? startingTenure(uniform(key, user, 0)) : 0;
    const point = Math.floor((1 - (user - whole.start[cell] + 0.5) / size) * POINTS);
    free[tenure] ??= lapseTable(segment.lapseFree[0], segment.lapseFree[1] + tenure);
    paid[tenure] ??= lapseTable(segment.lapsePaid[0], segment.lapsePaid[1] + tenure);
    agents.lapseFree[i] = free[tenure][point];
    agents.lapsePaid[i] = paid[tenure][point];
    if (origin) {
      agents.state[i] = startingState(origin, 0, tenure);
      if (segment.secondApp > 0 && uniform(key, user, 1) < segment.secondApp)
        agents.second[i] = startingSecond(origin, from.users, uniform(key, user, 2));
    } else {
      const lapsed = segment.lapsedShare > 0 && uniform(key, user, 0) < segment.lapsedShare;
      agents.state[i] = stateWithout(lapsed ? LAPSED : NEVER);
    }
  }
}

/** Second app of a starting user who has one, in proportion to the other apps' users; `which` from 0 to 1. */
function startingSecond(origin: number, users: readonly number[], which: number): number {
  let sum = 0;
  users.forEach((n, k) => {
    if (k + 1 !== origin) sum += n;
  });
  let pick = which * sum;
  for (let k = 0; k < users.length; k++) {
    if (k + 1 === origin || users[k] === 0) continue;
    if (pick < users[k]) return k + 1;
    pick -= users[k];
  }
  return 0;
}
