/**
 * The population before month 1: tastes, lapse rates, who has which app and for how long.
 * A user who has survived t months has a lapse rate from Beta(a, b + t) (Fader & Hardie 2007): with Beta(a, b)
 * the start would be followed by a false wave of lapses.
 */

import { keyOf, type Luck, uniform } from '../core/draws.js';
import { STREAM } from '../core/streams.js';
import { type Agents, startingState, stateWithout } from './agents.js';
import { LAPSED, NEVER } from './contract.js';
import { lapseTable, POINTS, startingTenure } from './lapse.js';
import { fillTastes, type spreadOut, TASTE, type TasteColumn } from './tastes.js';
import { makeTypes, TYPE_COLUMNS } from './types.js';

/** What the start needs of a segment, drawn for this replicate. */
export interface SegmentStart {
  readonly qualitySpread: number;
  readonly priceSpread: number;
  /** Spread of the price taste by usage class, where it correlates with use; else `priceSpread` in all. */
  readonly priceSpreads?: readonly number[] | undefined;
  readonly adSpread: number;
  readonly switchingSpread: number;
  readonly lapseFree: readonly [a: number, b: number];
  readonly lapsePaid: readonly [a: number, b: number];
  /** Spread of the persistent match; only whether there is one matters here. */
  readonly matchSpread?: number;
  readonly secondApp: number;
  /** Of those without an app: the part that once had one. */
  readonly lapsedShare: number;
}

/** What the start needs besides: the luck of the replicate, starting users by slot (for the second apps), types. */
export interface StartFrom {
  readonly luck: Luck;
  readonly users: readonly number[];
  /** Discrete types of a segment; 0 or absent: continuous tastes. */
  readonly types?: number;
  /** What spreads tastes out; absent: `spreadOut` of tastes.ts, whose bits it has. */
  readonly spreadOut?: typeof spreadOut;
}

/** Fills the empty columns of one replicate's agents. */
export function startAgents(agents: Agents, segments: readonly SegmentStart[], from: StartFrom): void {
  const { cells } = agents;
  if (from.types) {
    startTyped(agents, segments, { ...from, types: from.types });
    return;
  }
  segments.forEach((segment, s) => {
    const fill = (into: Float32Array, index: number, spread: TasteColumn['spread']) =>
      fillTastes(into, cells, {
        luck: from.luck,
        segment: s,
        column: { index, spread },
        spreadOut: from.spreadOut,
      });
    fill(agents.quality, TASTE.quality, segment.qualitySpread === 0 ? 0 : null);
    fill(agents.price, TASTE.price, segment.priceSpreads ?? segment.priceSpread);
    fill(agents.ads, TASTE.ads, segment.adSpread);
    fill(agents.switching, TASTE.switching, segment.switchingSpread);
    if (!segment.matchSpread) return;
    fill(agents.matchA, TASTE.matchA, null);
    fill(agents.matchB, TASTE.matchB, null);
  });
  for (let cell = 0; cell < cells.count; cell++) startCell(agents, cell, segments[cells.segment[cell]], from);
}

/** One cell: agents `from` to `to` (excluded) of a column, and the same ones among all users of the whole cell. */
interface Span {
  readonly from: number;
  readonly to: number;
  /** Address of the first one's draws, her place in the whole cell, and the size of that. */
  readonly user: number;
  readonly place: number;
  readonly size: number;
}

function startCell(agents: Agents, cell: number, segment: SegmentStart, from: StartFrom): void {
  const { cells } = agents;
  const { of: whole, first } = cells.stretch ?? { of: cells, first: 0 };
  const user = first + cells.start[cell];
  const span = {
    from: cells.start[cell],
    to: cells.end[cell],
    user,
    place: user - whole.start[cell],
    size: whole.end[cell] - whole.start[cell],
  };
  if (cells.origin[cell]) startUsers(agents, span, { segment, from, origin: cells.origin[cell] });
  else startOthers(agents, span, { segment, luck: from.luck });
}

/** Users of no app: every one has waited for no time. */
function startOthers(agents: Agents, span: Span, of: { segment: SegmentStart; luck: Luck }): void {
  const { lapseFree, lapsePaid, lapsedShare } = of.segment;
  const free = lapseTable(lapseFree[0], lapseFree[1]);
  const paid = lapseTable(lapsePaid[0], lapsePaid[1]);
  const key = keyOf(of.luck, STREAM.start, 0);
  agents.state.fill(stateWithout(NEVER), span.from, span.to);
  for (let i = span.from; i < span.to; i++) {
    const k = i - span.from;
    const point = pointOf(span.place + k, span.size);
    agents.lapseFree[i] = free[point];
    agents.lapsePaid[i] = paid[point];
    if (lapsedShare > 0 && uniform(key, span.user + k, 0) < lapsedShare)
      agents.state[i] = stateWithout(LAPSED);
  }
}

/** Users of an app: tenure, the lapse rates of those who lasted so long, second app. */
function startUsers(
  agents: Agents,
  span: Span,
  of: { segment: SegmentStart; from: StartFrom; origin: number },
): void {
  const { segment, from, origin } = of;
  const key = keyOf(from.luck, STREAM.start, 0);
  const free: Float32Array[] = [];
  const paid: Float32Array[] = [];
  for (let i = span.from; i < span.to; i++) {
    const user = span.user + i - span.from;
    const tenure = startingTenure(uniform(key, user, 0));
    const point = pointOf(span.place + i - span.from, span.size);
    free[tenure] ??= lapseTable(segment.lapseFree[0], segment.lapseFree[1] + tenure);
    paid[tenure] ??= lapseTable(segment.lapsePaid[0], segment.lapsePaid[1] + tenure);
    agents.lapseFree[i] = free[tenure][point];
    agents.lapsePaid[i] = paid[tenure][point];
    agents.state[i] = startingState(origin, 0, tenure);
    if (segment.secondApp > 0 && uniform(key, user, 1) < segment.secondApp)
      agents.second[i] = startingSecond(origin, from.users, uniform(key, user, 2));
  }
}

/** Agents of discrete types: those of a cell take its types in turn, block by block. */
function startTyped(
  agents: Agents,
  segments: readonly SegmentStart[],
  from: StartFrom & { types: number },
): void {
  const { cells } = agents;
  const { of: whole, first } = cells.stretch ?? { of: cells, first: 0 };
  const types = makeTypes(whole, segments, from.types);
  const key = keyOf(from.luck, STREAM.start, 0);
  for (let type = 0; type < types.count; type++) {
    const cell = types.cell[type];
    const begin = Math.max(types.start[type] - first, cells.start[cell]);
    const end = Math.min(types.start[type] + types.size[type] - first, cells.end[cell]);
    if (begin >= end) continue;
    for (const column of TYPE_COLUMNS) agents[column].fill(types[column][type], begin, end);
    const { secondApp, lapsedShare } = segments[cells.segment[cell]];
    const origin = cells.origin[cell];
    for (let i = begin; i < end; i++) {
      const user = first + i;
      if (origin === 0) {
        agents.state[i] = stateWithout(uniform(key, user, 0) < lapsedShare ? LAPSED : NEVER);
        continue;
      }
      agents.state[i] = startingState(origin, 0, types.tenure[type]);
      if (secondApp > 0 && uniform(key, user, 1) < secondApp)
        agents.second[i] = startingSecond(origin, from.users, uniform(key, user, 2));
    }
  }
}

/** Which of the quantiles, falling, the k-th of `size` users has. */
function pointOf(k: number, size: number): number {
  return ((1 - (k + 0.5) / size) * POINTS) | 0;
}

/** Second app of a starting user who has one, in proportion to the other apps' users; `which` from 0 to 1. */
function startingSecond(origin: number, users: readonly number[], which: number): number {
  let sum = 0;
  for (let k = 0; k < users.length; k++) if (k + 1 !== origin) sum += users[k];
  let pick = which * sum;
  for (let k = 0; k < users.length; k++) {
    if (k + 1 === origin || users[k] === 0) continue;
    if (pick < users[k]) return k + 1;
    pick -= users[k];
  }
  return 0;
}
