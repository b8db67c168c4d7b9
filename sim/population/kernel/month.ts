/** A month of all users: the doors of the kernel. Cells in which everybody reviews for certain are walked through
 * in order; in the others users are sifted and the reviewers gathered. */
import { ADS, AFTER, BLOCK, choose, MATCH_A, MATCH_B, OTHER, PRICE, QUALITY, SECOND_AFTER, SECOND_OF, STATE, SWITCHING, WHO } from './choice';
import { gather, whole } from './numerics';
import { ads, adverts, at, CERTAIN, END, matchA, matchB, matched, price, quality, seconds, SEGMENT, START, states, switching, twice } from './offers';
import { boundCell, candidates, LIST, reviewers, statesOf, sure } from './sift';
import { bookAll, bookSeconds, growOlder, note, noteSeconds } from './tally';
export { lay, openMonth } from './offers';
export { boundLapses } from './sift';
export { dropSeconds, recount, report } from './tally';
export { spreadOut } from './tastes';

/** Users worked on at a time: their lists and movers stay in the first-level cache. */
const CHUNK: usize = 1024;
/** Numbers of the users `who` in a column; `row`: they stand in a row. */
@inline function take(column: usize, who: v128, row: bool): v128 {
  return row ? v128.load(column + (i32x4.extract_lane(who, 0) << 2)) : gather(column, who);
}
/** Four users into a block. */
@inline function fill(block: usize, who: v128, row: bool): void {
  const i = <usize>i32x4.extract_lane(who, 0);
  v128.store(block, who, WHO);
  v128.store(block, row ? v128.load_ext<u16>(states + (i << 1)) : statesOf(who), STATE);
  v128.store(block, take(quality, who, row), QUALITY), v128.store(block, take(price, who, row), PRICE);
  v128.store(block, take(switching, who, row), SWITCHING);
  if (adverts) v128.store(block, take(ads, who, row), ADS);
  if (matched) v128.store(block, take(matchA, who, row), MATCH_A), v128.store(block, take(matchB, who, row), MATCH_B);
  if (!twice) return;
  const column = seconds;
  let second = v128.load8_lane(column + i, whole(0), 0);
  second = v128.load8_lane(column + i32x4.extract_lane(who, 1), second, 4);
  second = v128.load8_lane(column + i32x4.extract_lane(who, 2), second, 8);
  v128.store(block, v128.load8_lane(column + i32x4.extract_lane(who, 3), second, 12), SECOND_OF);
}
/** Writes back the first `count` users of a block one by one: lanes beyond them never touch memory. */
@inline function giveBack(block: usize, count: i32): void {
  for (let one = block, end = block + (<usize>count << 2); one < end; one += 4) {
    store<u16>(states + (at(one, WHO) << 1), <u16>load<u32>(one, AFTER));
  }
}
/** Lets `count` users choose: those of the list, or (`row`) all from `first` on. */
@inline function review(cell: usize, first: usize, count: i32, row: bool): void {
  let movers = 0, changed = 0;
  for (let i = 0; i < count; i += 8) {
    const ids = row ? i16x8.add(i16x8.splat(<i16>i), i16x8(0, 1, 2, 3, 4, 5, 6, 7)) : v128.load(LIST + (i << 1));
    const base = whole(<i32>first), n = min(8, count - i), live = (1 << n) - 1;
    fill(BLOCK, i32x4.add(base, i32x4.extend_low_i16x8_u(ids)), row);
    fill(OTHER, i32x4.add(base, i32x4.extend_high_i16x8_u(ids)), row);
    choose(cell);
    if (row && n == 8)
      v128.store(states + ((first + i) << 1), i16x8.narrow_i32x4_u(v128.load(BLOCK, AFTER), v128.load(OTHER, AFTER)));
    else giveBack(BLOCK, min(n, 4)), giveBack(OTHER, max(n - 4, 0));
    movers = note(v128.load(BLOCK, STATE), v128.load(BLOCK, AFTER), live & 15, movers);
    movers = note(v128.load(OTHER, STATE), v128.load(OTHER, AFTER), live >> 4, movers);
    if (!twice) continue;
    changed = noteSeconds(i32x4.extend_low_i16x8_u(ids), v128.load(BLOCK, SECOND_OF), v128.load(BLOCK, SECOND_AFTER), live & 15, changed);
    changed = noteSeconds(i32x4.extend_high_i16x8_u(ids), v128.load(OTHER, SECOND_OF), v128.load(OTHER, SECOND_AFTER), live >> 4, changed);
  }
  bookAll(cell, movers), bookSeconds(cell, first, changed);
}
/** A chunk in which everybody reviews for certain, or some lapse and some review. */
function chunk(cell: usize, first: usize, count: i32, certain: bool): void {
  if (certain) return review(cell, first, count, true);
  let end = candidates(cell, first, count);
  if (sure == 0) end = reviewers(cell, first, end);
  review(cell, first, <i32>((end - LIST) >> 1), false);
}
/** Moves all users of the cells in [cells, end) through the month of `openMonth`. */
export function moveAll(cells: usize, end: usize): void {
  growOlder(cells, end);
  for (let cell = cells; cell < end; cell += 64) {
    const last = at(cell, END), certain = load<i32>(at(cell, SEGMENT), CERTAIN) != 0;
    if (!certain) boundCell(cell);
    for (let first = at(cell, START); first < last; first += CHUNK)
      chunk(cell, first, <i32>min(CHUNK, last - first), certain);
  }
}
/** Gives the state `to` to all `length` users whose state under `mask` is `what`. */
export function relabel(length: usize, mask: i32, what: i32, to: i32): void {
  const bits = i16x8.splat(<i16>mask), old = i16x8.splat(<i16>what), fresh = i16x8.splat(<i16>to);
  for (let i = states, end = states + (length << 1); i < end; i += 16)
    v128.store(i, v128.bitselect(fresh, v128.load(i), i16x8.eq(v128.and(v128.load(i), bits), old)));
}
