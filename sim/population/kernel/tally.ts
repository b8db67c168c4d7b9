/**
 * Counts kept from month to month, so that only movers are booked. A cell has 16 bytes a code (app << 2 | tier):
 * users, users younger than the cap, sum of tenures up to the cap; and a ring of counts by month of joining,
 * which says who reaches the cap: 24 rows of codes, and one more that takes those beyond it.
 */
import { whole } from './numerics';
import { COUNTS, END, LAPSES, living, MOVES, now, PLAN, RING, SECONDS, seconds, SEGMENT, START, states, WEIGHT, APP } from './offers';

/** Tenure beyond which use no longer grows. */
const CAP: i32 = 24;
/** By tenure 0 to CAP: what one user adds to the counts; offset of her row of the ring. */
const ONE: usize = 12544;
const ROW: usize = 12960;
/** Movers of a chunk: state before | state after << 16. */
const MOVERS: usize = 15616;
/** Ways to pack the marked ones of four words. */
const PACK: usize = 12288;

let apps: usize = 0;
let codes: usize = 0;

/** Prepares the tables for markets with this many slots. */
export function layTally(slots: usize): void {
  apps = slots;
  codes = (slots + 1) << 2;
  for (let t = 0; t <= CAP; t++) v128.store(ONE + (t << 4), i32x4.replace_lane(i32x4.replace_lane(i32x4(1, 0, 0, 0), 1, t < CAP ? 1 : 0), 2, t));
  for (let mask = 0; mask < 16; mask++) {
    let k = PACK + (mask << 4);
    v128.store(k, whole(0));
    for (let lane = 0; lane < 4; lane++)
      if ((mask >> lane) & 1) for (let byte = 0; byte < 4; byte++, k++) store<u8>(k, (lane << 2) + byte);
  }
}

/** Says which row of the ring holds which tenure this month. */
function turnRing(): void {
  for (let t = 0; t <= CAP; t++) store<u32>(ROW + (t << 2), (t < CAP ? (now - t) % CAP : CAP) * <i32>codes * 4);
}

/** Everybody grows older by a month: those who joined CAP months ago leave the ring. */
export function growOlder(cells: usize, count: i32): void {
  turnRing();
  const row = <usize>load<u32>(ROW);
  for (; count > 0; count--, cells += 64) {
    const counts = <usize>load<u32>(cells, COUNTS), ring = <usize>load<u32>(cells, RING) + row;
    for (let plan = PLAN, end = PLAN + (living << 5); plan < end; plan += 32) {
      for (let code = <usize>load<u32>(plan, APP), last = code + 3; code < last; code++) {
        const at = counts + (code << 4), gone = ring + (code << 2), young = load<i32>(at, 4);
        store<i32>(at, load<i32>(at, 8) + young, 8);
        store<i32>(at, young - load<i32>(gone), 4);
        store<i32>(gone, 0);
      }
    }
  }
}

// @ts-ignore: decorator
@inline function tenureOf(state: u32): usize { return <usize>min(now - <i32>(state >> 7), CAP); }

// @ts-ignore: decorator
@inline function enter(counts: usize, ring: usize, state: u32): void {
  const tenure = tenureOf(state), code = <usize>(state & 127), at = counts + (code << 4);
  const place = ring + <usize>load<u32>(ROW + (tenure << 2)) + (code << 2);
  v128.store(at, i32x4.add(v128.load(at), v128.load(ONE + (tenure << 4))));
  store<i32>(place, load<i32>(place) + 1);
}

// @ts-ignore: decorator
@inline function leave(counts: usize, ring: usize, state: u32): void {
  const tenure = tenureOf(state), code = <usize>(state & 127), at = counts + (code << 4);
  const place = ring + <usize>load<u32>(ROW + (tenure << 2)) + (code << 2);
  v128.store(at, i32x4.sub(v128.load(at), v128.load(ONE + (tenure << 4))));
  store<i32>(place, load<i32>(place) - 1);
}

/** Books one change of state; people are added where the first app changes. */
export function book(cell: usize, before: u32, after: u32, lapse: bool): void {
  const counts = <usize>load<u32>(cell, COUNTS), ring = <usize>load<u32>(cell, RING);
  leave(counts, ring, before);
  enter(counts, ring, after);
  const from = <usize>((before >> 2) & 31), to = <usize>((after >> 2) & 31);
  if (from == to) return;
  const segment = <usize>load<u32>(cell, SEGMENT), weight = load<f64>(cell, WEIGHT);
  const at = <usize>load<u32>(segment, MOVES) + ((from * (apps + 1) + to) << 3);
  store<f64>(at, load<f64>(at) + weight);
  if (!lapse) return;
  const left = <usize>load<u32>(segment, LAPSES) + (from << 3);
  store<f64>(left, load<f64>(left) + weight);
}

/** Notes those of four users (`live`: one bit each) whose state changes; returns the new number of movers. */
// @ts-ignore: decorator
@inline export function note(before: v128, after: v128, live: i32, movers: i32): i32 {
  const bits = i32x4.bitmask(i32x4.ne(before, after)) & live;
  const both = v128.or(before, i32x4.shl(after, 16));
  v128.store(MOVERS + (<usize>movers << 2), i8x16.swizzle(both, v128.load(PACK + (<usize>bits << 4))));
  return movers + popcnt(bits);
}

/** Books all movers of a chunk. */
export function bookAll(cell: usize, movers: i32): void {
  for (let at = MOVERS, end = MOVERS + (<usize>movers << 2); at < end; at += 4) {
    book(cell, load<u16>(at), load<u16>(at, 2), false);
  }
}

/** Writes a user's second app and counts it. */
export function setSecond(cell: usize, user: usize, app: u32): void {
  const old = <u32>load<u8>(seconds + user);
  if (old == app) return;
  const counts = <usize>load<u32>(cell, SECONDS) - 4, from = counts + (old << 2), to = counts + (app << 2);
  if (old) store<i32>(from, load<i32>(from) - 1);
  if (app) store<i32>(to, load<i32>(to) + 1);
  store<u8>(seconds + user, <u8>app);
}

/** Counts everybody afresh on the clock of `openMonth`. */
export function recount(cells: usize, count: i32): void {
  turnRing();
  for (; count > 0; count--, cells += 64) {
    const counts = <usize>load<u32>(cells, COUNTS), ring = <usize>load<u32>(cells, RING);
    const second = <usize>load<u32>(cells, SECONDS) - 4;
    memory.fill(counts, 0, codes << 4);
    memory.fill(ring, 0, 25 * (codes << 2));
    memory.fill(second + 4, 0, apps << 2);
    for (let i = <usize>load<u32>(cells, START), end = <usize>load<u32>(cells, END); i < end; i++) {
      const state = <u32>load<u16>(states + (i << 1)), other = second + (<usize>load<u8>(seconds + i) << 2);
      enter(counts, ring, state);
      if (other != second && (state & 0x7c)) store<i32>(other, load<i32>(other) + 1);
    }
  }
}

/** Writes users and tenures (cell x app x 3 tiers) and those without an app (cell x 3) for the host. */
export function report(cells: usize, count: i32, users: usize, tenures: usize, none: usize): void {
  for (; count > 0; count--, cells += 64, none += 12) {
    let at = <usize>load<u32>(cells, COUNTS);
    for (let way: usize = 0; way < 3; way++) store<i32>(none + (way << 2), load<i32>(at + (way << 4)));
    for (let app: usize = 0; app < apps; app++, users += 12, tenures += 12) {
      at += 64;
      for (let tier: usize = 0; tier < 3; tier++) {
        store<i32>(users + (tier << 2), load<i32>(at + (tier << 4)));
        store<i32>(tenures + (tier << 2), load<i32>(at + (tier << 4), 8));
      }
    }
  }
}
