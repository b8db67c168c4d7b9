/**
 * Counts kept from month to month, so that only movers are booked. A cell has 16 bytes a code (app << 2 | tier):
 * users, users younger than the cap, sum of tenures up to the cap; and a ring of counts by month of joining,
 * which says who reaches the cap: 24 rows of codes, and one more that takes those beyond it.
 */
import { packed, whole } from './numerics';
import { AGING, apps, at, COUNTS, END, HAZARD, LAPSES, MOVES, now, PLAN, planEnd, RING, SECONDS, seconds, SEGMENT, START, states, twice, WEIGHT } from './offers';
/** Tenure beyond which use no longer grows. */
const CAP: i32 = 24;
/** The host's tables by tenure 0 to CAP: what one user adds to the counts; offset of her row of the ring this month.
 * Movers of a chunk: state before | state after << 16; users whose second app changes: number in the chunk | before
 * << 16 | after << 24. Packing of words. Lapses from each app to none. */
const ONE: usize = 12544, ROW: usize = 12960, MOVERS: usize = 15616, CHANGED: usize = 20480, PACK: usize = 12288, GONE: usize = 3328;
/** Everybody grows older by a month: those who joined CAP months ago leave the ring. */
export function growOlder(cells: usize, end: usize): void {
  for (let cell = cells; cell < end; cell += 64) {
    const counts = at(cell, COUNTS), ring = at(cell, RING) + at(ROW, 0);
    if (!load<i32>(at(cell, SEGMENT), AGING)) continue;
    for (let plan = PLAN; plan < planEnd; plan += 32)
      for (let code = at(plan, 0), last = code + 3; code < last; code++) {
        const one = counts + (code << 4), gone = ring + (code << 2), young = load<i32>(one, 4);
        store<i32>(one, load<i32>(one, 8) + young, 8), store<i32>(one, young - load<i32>(gone), 4), store<i32>(gone, 0);
      }
  }
}
/** Counts a user in or out; `ring` 0: without her tenure. */
@inline function count(counts: usize, ring: usize, state: u32, enters: bool): void {
  const tenure = <usize>min(now - <i32>(state >> 7), CAP), code = <usize>(state & 127), all = counts + (code << 4);
  if (!ring) return store<i32>(all, load<i32>(all) + (enters ? 1 : -1));
  const one = v128.load(ONE + (tenure << 4)), old = v128.load(all), place = ring + at(ROW, tenure << 2) + (code << 2);
  v128.store(all, enters ? i32x4.add(old, one) : i32x4.sub(old, one));
  store<i32>(place, load<i32>(place) + (enters ? 1 : -1));
}
/** The ring of a cell, 0 where use does not grow with tenure: then nobody asks for tenures. */
@inline function ringOf(cell: usize): usize { return load<i32>(at(cell, SEGMENT), AGING) ? at(cell, RING) : 0; }
/** Books one change of state; people are added where the first app changes. */
@inline function change(counts: usize, ring: usize, moves: usize, people: f64, before: u32, after: u32): void {
  count(counts, ring, before, false), count(counts, ring, after, true);
  const from = <usize>((before >> 2) & 31), to = <usize>((after >> 2) & 31), all = moves + ((from * (apps + 1) + to) << 3);
  store<f64>(all, load<f64>(all) + (from != to ? people : 0));
}
/** Lets those users of a chunk lapse whose numbers stand in [list, end), and books it: a payer falls to the free tier of her
 * app and keeps her tenure, others to none. */
export function bookLapses(cell: usize, first: usize, list: usize, end: usize): void {
  const segment = at(cell, SEGMENT), hazard = at(segment, HAZARD), second = at(cell, SECONDS);
  const counts = at(cell, COUNTS), ring = ringOf(cell);
  for (; list < end; list += 2) {
    const user = first + <usize>load<u16>(list), before = <u32>load<u16>(states + (user << 1));
    const to = load<u32>(hazard + (<usize>(before & 127) << 4), 12), stays = to > 3;
    const after = to | (stays ? before & 0xff80 : 0), gone = GONE + (<usize>((before >> 2) & 31) << 2);
    store<u16>(states + (user << 1), <u16>after);
    if (twice) loseSecond(second, user);
    count(counts, ring, before, false), count(counts, ring, after, true);
    store<i32>(gone, load<i32>(gone) + <i32>!stays);
  }
  const people = load<f64>(cell, WEIGHT), moves = at(segment, MOVES), lapses = at(segment, LAPSES);
  for (let plan = PLAN; plan < planEnd; plan += 32) { // sums of people are exact, in one go or one by one
    const app = at(plan, 0) >> 2, gone = GONE + (app << 2), more = people * <f64>load<i32>(gone);
    const all = moves + (app * (apps + 1) << 3), left = lapses + (app << 3);
    store<f64>(all, load<f64>(all) + more), store<f64>(left, load<f64>(left) + more), store<i32>(gone, 0);
  }
}
/** Notes those of four users (`live`: one bit each) whose state changes; returns the new number of movers. */
@inline export function note(before: v128, after: v128, live: i32, movers: i32): i32 {
  const bits = live & ~i32x4.bitmask(i32x4.eq(before, after));
  v128.store(MOVERS + (<usize>movers << 2), packed(v128.or(before, i32x4.shl(after, 16)), bits, PACK));
  return movers + popcnt(bits);
}
/** Books all movers of a chunk. */
export function bookAll(cell: usize, movers: i32): void {
  const counts = at(cell, COUNTS), ring = ringOf(cell), moves = at(at(cell, SEGMENT), MOVES), people = load<f64>(cell, WEIGHT);
  for (let m = MOVERS, end = m + (<usize>movers << 2); m < end; m += 4)
    change(counts, ring, moves, people, load<u16>(m), load<u16>(m, 2));
}
/** Notes those of four users of a chunk (`live`: one bit each) whose second app changes; returns the new number of them. */
@inline export function noteSeconds(ids: v128, before: v128, after: v128, live: i32, changed: i32): i32 {
  const bits = live & ~i32x4.bitmask(i32x4.eq(before, after)), word = v128.or(i32x4.shl(before, 16), i32x4.shl(after, 24));
  v128.store(CHANGED + (<usize>changed << 2), packed(v128.or(ids, word), bits, PACK));
  return changed + popcnt(bits);
}
/** Writes and counts all changed second apps of a chunk. */
export function bookSeconds(cell: usize, first: usize, changed: i32): void {
  const row = at(cell, SECONDS);
  for (let m = CHANGED, end = m + (<usize>changed << 2); m < end; m += 4)
    setSecond(row, first + <usize>load<u16>(m), load<u8>(m, 3));
}
/** Takes a user's second app and counts it out, without branches: where there is none, the number before the row stays. */
@inline function loseSecond(row: usize, user: usize): void {
  const old = <usize>load<u8>(seconds + user), lost = row + (old << 2) - 4;
  store<i32>(lost, load<i32>(lost) - <i32>(old != 0)), store<u8>(seconds + user, 0);
}
/** Writes a user's second app and counts it. */
@inline function setSecond(row: usize, user: usize, app: u32): void {
  loseSecond(row, user);
  const won = row + (<usize>app << 2) - 4;
  store<i32>(won, load<i32>(won) + <i32>(app != 0)), store<u8>(seconds + user, <u8>app);
}
/** Counts `users` of one state in, whose counts are those of `clock`. */
@inline function countIn(cell: usize, state: u32, clock: i32, users: i32): void {
  const tenure = <usize>min(clock - <i32>(state >> 7), CAP), code = <usize>(state & 127), all = at(cell, COUNTS) + (code << 4), ring = ringOf(cell);
  if (!ring) return store<i32>(all, load<i32>(all) + users);
  const place = ring + at(ROW, tenure << 2) + (code << 2);
  v128.store(all, i32x4.add(v128.load(all), i32x4.mul(v128.load(ONE + (tenure << 4)), whole(users))));
  store<i32>(place, load<i32>(place) + users);
}
/** Counts everybody into empty counts at `clock`. Neighbours who are alike, as all are at the start, count at once. */
export function recount(cells: usize, end: usize, clock: i32): void {
  for (let cell = cells; cell < end; cell += 64) {
    const last = at(cell, END);
    for (let user = at(cell, START); user < last; ) {
      const state = <u32>load<u16>(states + (user << 1)), like = i16x8.splat(<i16>state), first = user;
      while (user + 8 <= last && i16x8.all_true(i16x8.eq(v128.load(states + (user << 1)), like))) user += 8;
      while (user < last && load<u16>(states + (user << 1)) == state) user++;
      countIn(cell, state, clock, <i32>(user - first));
    }
    for (let user = at(cell, START); user < last; user += load<u64>(seconds + user) ? 1 : 8) {
      const app = <usize>load<u8>(seconds + user), one = at(cell, SECONDS) + (app << 2) - 4;
      if (app) store<i32>(one, load<i32>(one) + 1);
    }
  }
}
/** Takes `app` from those who have it as second app, and their second apps from its users. */
export function dropSeconds(cells: usize, end: usize, app: i32): void {
  const gone = i16x8.splat(<i16>app), first = i16x8.splat(<i16>(app << 2));
  for (let cell = cells; cell < end; cell += 64) {
    const last = at(cell, END), row = at(cell, SECONDS);
    for (let user = at(cell, START); user < last; user += 8) {
      const second = v128.load_ext<u8>(seconds + user), mine = i16x8.eq(v128.and(v128.load(states + (user << 1)), i16x8.splat(0x7c)), first);
      let bits = i16x8.bitmask(v128.and(i16x8.ne(second, whole(0)), v128.or(mine, i16x8.eq(second, gone))));
      if (last - user < 8) bits &= (1 << <i32>(last - user)) - 1;
      for (; bits; bits &= bits - 1) loseSecond(row, user + ctz(bits));
    }
  }
}
/** Writes users and tenures (cell x app x 3 tiers) and those without an app (cell x 3) for the host. */
export function report(cells: usize, end: usize, users: usize, tenures: usize, none: usize): void {
  for (let cell = cells; cell < end; cell += 64) {
    const counts = at(cell, COUNTS);
    for (let way: usize = 0; way < 3; way++, none += 4) store<i32>(none, load<i32>(counts + (way << 4)));
    for (let code: usize = 4; code < (apps + 1) << 2; code++)
      for (const last = code + 2; code <= last; code++, users += 4, tenures += 4)
        store<i32>(users, load<i32>(counts + (code << 4))), store<i32>(tenures, load<i32>(counts + (code << 4), 8));
  }
}
