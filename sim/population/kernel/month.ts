/**
 * A month of all users: the doors of the kernel. Cells in which everybody reviews for certain are walked through
 * in order; in the others users are sifted and the reviewers gathered.
 */
import {
  ADS, AFTER, BLOCK, choose, OTHER, PRICE, QUALITY, SECOND_AFTER, SECOND_OF, STATE, SWITCHING, WHO,
} from './choice';
import { gather, whole } from './numerics';
import {
  ads, CERTAIN, END, layColumns, now, openMonth, price, quality, seconds, SEGMENT, START, states, switching, twice,
} from './offers';
import { boundCell, candidates, layPacks, LIST, reviewers, statesOf } from './sift';
import { bookAll, growOlder, layTally, note, recount, report, setSecond } from './tally';

export { KEYS } from './draws';
export { CODES, HEAP, openMonth, PLAN } from './offers';
export { recount, report } from './tally';

/** Users worked on at a time: their lists and movers stay in the first-level cache. */
const CHUNK: usize = 1024;

/** Prepares a memory: where the columns and the largest lapse rates of 64 users lie, how many slots there are. */
export function lay(columns: usize, length: usize, tops: usize, slots: usize): void {
  layColumns(columns, length, tops);
  layTally(slots);
  layPacks();
}

/** Four users in a row into a block. */
// @ts-ignore: decorator
@inline function takeRow(block: usize, i: usize): void {
  v128.store(block, i32x4.add(whole(<i32>i), i32x4(0, 1, 2, 3)), WHO);
  v128.store(block, v128.load_ext<u16>(states + (i << 1)), STATE);
  v128.store(block, v128.load(quality + (i << 2)), QUALITY);
  v128.store(block, v128.load(price + (i << 2)), PRICE);
  v128.store(block, v128.load(ads + (i << 2)), ADS);
  v128.store(block, v128.load(switching + (i << 2)), SWITCHING);
  if (twice) v128.store(block, i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(seconds + i))), SECOND_OF);
}

/** Four users of anywhere into a block. */
// @ts-ignore: decorator
@inline function takeFour(block: usize, who: v128): void {
  const a = <usize>i32x4.extract_lane(who, 0), b = <usize>i32x4.extract_lane(who, 1);
  const c = <usize>i32x4.extract_lane(who, 2), d = <usize>i32x4.extract_lane(who, 3);
  v128.store(block, who, WHO);
  v128.store(block, statesOf(a, b, c, d), STATE);
  v128.store(block, gather(quality, a, b, c, d), QUALITY);
  v128.store(block, gather(price, a, b, c, d), PRICE);
  v128.store(block, gather(ads, a, b, c, d), ADS);
  v128.store(block, gather(switching, a, b, c, d), SWITCHING);
  if (!twice) return;
  let second = v128.load8_lane(seconds + a, whole(0), 0);
  second = v128.load8_lane(seconds + b, second, 4);
  second = v128.load8_lane(seconds + c, second, 8);
  v128.store(block, v128.load8_lane(seconds + d, second, 12), SECOND_OF);
}

/** Writes back the first `count` users of a block one by one: lanes beyond them never touch memory. */
function giveBack(cell: usize, block: usize, count: i32): void {
  for (let at = block, end = block + (<usize>count << 2); at < end; at += 4) {
    const user = <usize>load<u32>(at, WHO);
    store<u16>(states + (user << 1), <u16>load<u32>(at, AFTER));
    if (twice) setSecond(cell, user, load<u32>(at, SECOND_AFTER));
  }
}

/** Notes the movers among the first `count` users of both blocks. */
// @ts-ignore: decorator
@inline function noteBoth(count: i32, movers: i32): i32 {
  const live = count < 8 ? (1 << count) - 1 : 255;
  movers = note(v128.load(BLOCK, STATE), v128.load(BLOCK, AFTER), live & 15, movers);
  return note(v128.load(OTHER, STATE), v128.load(OTHER, AFTER), live >> 4, movers);
}

/** Everybody of the chunk reviews. */
function everyone(cell: usize, first: usize, last: usize): void {
  let movers = 0;
  for (let i = first; i < last; i += 8) {
    const count = <i32>min<usize>(8, last - i);
    takeRow(BLOCK, i);
    takeRow(OTHER, i + 4);
    choose(cell);
    movers = noteBoth(count, movers);
    if (count == 8 && !twice) {
      v128.store(states + (i << 1), i16x8.narrow_i32x4_u(v128.load(BLOCK, AFTER), v128.load(OTHER, AFTER)));
    } else {
      giveBack(cell, BLOCK, min(count, 4));
      giveBack(cell, OTHER, max(count - 4, 0));
    }
  }
  bookAll(cell, movers);
}

/** Some of the chunk lapse, some review. */
function some(cell: usize, first: usize, last: usize): void {
  const end = reviewers(cell, first, candidates(cell, first, <i32>(last - first)));
  let movers = 0;
  for (let at = LIST; at < end; at += 16) {
    const ids = v128.load(at), base = whole(<i32>first), count = <i32>min<usize>(8, (end - at) >> 1);
    takeFour(BLOCK, i32x4.add(base, i32x4.extend_low_i16x8_u(ids)));
    takeFour(OTHER, i32x4.add(base, i32x4.extend_high_i16x8_u(ids)));
    choose(cell);
    movers = noteBoth(count, movers);
    giveBack(cell, BLOCK, min(count, 4));
    giveBack(cell, OTHER, max(count - 4, 0));
  }
  bookAll(cell, movers);
}

/** Moves all users of `count` cells through the month of `openMonth`. */
export function moveAll(cells: usize, count: i32): void {
  growOlder(cells, count);
  for (; count > 0; count--, cells += 64) {
    const start = <usize>load<u32>(cells, START), end = <usize>load<u32>(cells, END);
    const certain = load<i32>(<usize>load<u32>(cells, SEGMENT), CERTAIN);
    if (!certain) boundCell(cells);
    for (let first = start; first < end; first += CHUNK) {
      const last = min(first + CHUNK, end);
      if (certain) everyone(cells, first, last);
      else some(cells, first, last);
    }
  }
}
