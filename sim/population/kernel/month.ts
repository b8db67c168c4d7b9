/**
 * A month of all users: the doors of the kernel. Cells in which everybody reviews for certain are walked through
 * in order; in the others users are sifted and the reviewers gathered.
 */
import { ADS, AFTER, BLOCK, choose, OTHER, PRICE, QUALITY, SECOND_AFTER, SECOND_OF, STATE, SWITCHING, WHO } from './choice';
import { gather, whole } from './numerics';
import { ads, at, CERTAIN, END, layColumns, price, quality, seconds, SEGMENT, START, states, switching, twice } from './offers';
import { boundCell, candidates, laySift, LIST, reviewers, statesOf } from './sift';
import { bookAll, growOlder, layTally, note, setSecond } from './tally';

export { openMonth } from './offers';
export { recount, report } from './tally';

/** Users worked on at a time: their lists and movers stay in the first-level cache. */
const CHUNK: usize = 1024;

/** Prepares a memory: where the columns and the largest lapse rates of 64 users lie, how many slots there are. */
export function lay(columns: usize, length: usize, tops: usize, slots: usize): void {
  layColumns(columns, length, tops);
  layTally(slots);
  laySift();
}

/** Four users in a row into a block. */
@inline function takeRow(block: usize, i: usize): void {
  v128.store(block, i32x4.add(whole(<i32>i), i32x4(0, 1, 2, 3)), WHO);
  v128.store(block, v128.load_ext<u16>(states + (i << 1)), STATE);
  v128.store(block, v128.load(quality + (i << 2)), QUALITY);
  v128.store(block, v128.load(price + (i << 2)), PRICE);
  v128.store(block, v128.load(ads + (i << 2)), ADS);
  v128.store(block, v128.load(switching + (i << 2)), SWITCHING);
  if (twice) v128.store(block, i32x4.extend_low_i16x8_u(v128.load_ext<u8>(seconds + i)), SECOND_OF);
}
/** Four users of anywhere into a block. */
@inline function takeFour(block: usize, who: v128): void {
  v128.store(block, who, WHO);
  v128.store(block, statesOf(who), STATE);
  v128.store(block, gather(quality, who), QUALITY);
  v128.store(block, gather(price, who), PRICE);
  v128.store(block, gather(ads, who), ADS);
  v128.store(block, gather(switching, who), SWITCHING);
  if (!twice) return;
  let second = v128.load8_lane(seconds + i32x4.extract_lane(who, 0), whole(0), 0);
  second = v128.load8_lane(seconds + i32x4.extract_lane(who, 1), second, 4);
  second = v128.load8_lane(seconds + i32x4.extract_lane(who, 2), second, 8);
  v128.store(block, v128.load8_lane(seconds + i32x4.extract_lane(who, 3), second, 12), SECOND_OF);
}
/** Writes back the first `count` users of a block one by one: lanes beyond them never touch memory. */
function giveBack(cell: usize, block: usize, count: i32): void {
  for (let one = block, end = block + (<usize>count << 2); one < end; one += 4) {
    const user = at(one, WHO);
    store<u16>(states + (user << 1), <u16>load<u32>(one, AFTER));
    if (twice) setSecond(cell, user, load<u32>(one, SECOND_AFTER));
  }
}
/** Writes back the first `count` users of both blocks and notes the movers; returns their new number. */
@inline function finish(cell: usize, count: i32, movers: i32): i32 {
  const live = count < 8 ? (1 << count) - 1 : 255;
  giveBack(cell, BLOCK, min(count, 4));
  giveBack(cell, OTHER, max(count - 4, 0));
  movers = note(v128.load(BLOCK, STATE), v128.load(BLOCK, AFTER), live & 15, movers);
  return note(v128.load(OTHER, STATE), v128.load(OTHER, AFTER), live >> 4, movers);
}

/** Everybody of the chunk reviews. */
function everyone(cell: usize, first: usize, last: usize): void {
  let movers = 0;
  for (let i = first; i < last; i += 8) {
    takeRow(BLOCK, i);
    takeRow(OTHER, i + 4);
    choose(cell);
    movers = finish(cell, <i32>min<usize>(8, last - i), movers);
  }
  bookAll(cell, movers);
}
/** Some of the chunk lapse, some review. */
function some(cell: usize, first: usize, last: usize): void {
  const end = reviewers(cell, first, candidates(cell, first, <i32>(last - first)));
  let movers = 0;
  for (let list = LIST; list < end; list += 16) {
    const ids = v128.load(list);
    takeFour(BLOCK, i32x4.add(whole(<i32>first), i32x4.extend_low_i16x8_u(ids)));
    takeFour(OTHER, i32x4.add(whole(<i32>first), i32x4.extend_high_i16x8_u(ids)));
    choose(cell);
    movers = finish(cell, <i32>min<usize>(8, (end - list) >> 1), movers);
  }
  bookAll(cell, movers);
}

/** Moves all users of the cells in [cells, end) through the month of `openMonth`. */
export function moveAll(cells: usize, end: usize): void {
  growOlder(cells, end);
  for (let cell = cells; cell < end; cell += 64) {
    const last = at(cell, END), certain = load<i32>(at(cell, SEGMENT), CERTAIN);
    if (!certain) boundCell(cell);
    for (let first = at(cell, START); first < last; first += CHUNK) {
      if (certain) everyone(cell, first, min(first + CHUNK, last));
      else some(cell, first, min(first + CHUNK, last));
    }
  }
}
