/**
 * Who looks around this month. A byte of a hash, one hash for four users, sifts out most who neither lapse nor
 * review: above a bound that no user of the 64 exceeds a user stays unread. The rest get 23 more bits, and that
 * one uniform decides lapse, review or stay. Reviewers stay in the list; lapses are booked here.
 */
import { SIFT, verdictOf, word } from './draws';
import { add, every, gather, mul, sub, whole } from './numerics';
import {
  ACTIVATION, APP, COUNTS, HAZARD, lapseFree, lapsePaid, living, mostFree, mostPaid, now, PLAN, SEGMENT, states,
  twice,
} from './offers';
import { book, setSecond } from './tally';

/** Users of a chunk (u16, counted from its first). */
export const LIST: usize = 13312;
/** Ways to pack the marked ones of eight halfwords. */
const PACK: usize = 8192;

/** Fills the table of packings. */
export function layPacks(): void {
  for (let mask = 0; mask < 256; mask++) {
    let k = PACK + (mask << 4);
    v128.store(k, whole(0));
    for (let lane = 0; lane < 8; lane++)
      if ((mask >> lane) & 1) { store<u8>(k++, lane << 1); store<u8>(k++, (lane << 1) + 1); }
  }
}

/** Largest factors of the lapse rates and least rate of staying among the states that a cell's users have. */
let freeFactor: f32 = 0;
let paidFactor: f32 = 0;
let leastStay: f32 = 1;

// @ts-ignore: decorator
@inline function widen(counts: usize, hazard: usize, code: usize): void {
  if (!load<i32>(counts + (code << 4))) return;
  const row = hazard + (code << 4);
  freeFactor = max(freeFactor, load<f32>(row));
  paidFactor = max(paidFactor, load<f32>(row, 4));
  leastStay = min(leastStay, load<f32>(row, 8));
}

/** Prepares the bounds of a cell. */
export function boundCell(cell: usize): void {
  const counts = <usize>load<u32>(cell, COUNTS), hazard = <usize>load<u32>(<usize>load<u32>(cell, SEGMENT), HAZARD);
  freeFactor = 0;
  paidFactor = 0;
  leastStay = 1;
  for (let way: usize = 0; way < 3; way++) widen(counts, hazard, way);
  for (let plan = PLAN, end = PLAN + (living << 5); plan < end; plan += 32) {
    for (let code = <usize>load<u32>(plan, APP), last = code + 3; code < last; code++) widen(counts, hazard, code);
  }
}

/** Bytes below this may lapse or review (0 to 256): an upper bound for the 64 users around user i. */
// @ts-ignore: decorator
@inline function boundAt(i: usize): i32 {
  const block = (i >> 6) << 2;
  const rate = <f64>freeFactor * <f64>load<f32>(mostFree + block) + <f64>paidFactor * <f64>load<f32>(mostPaid + block);
  const edge = 1 - (1 - min<f64>(1, rate)) * <f64>leastStay;
  return <i32>min<f64>(256, ceil<f64>(edge * 256 + 0.0001));
}

/** Lists candidates among `count` users from `first`; returns the end of the list. Newcomers always are. */
export function candidates(cell: usize, first: usize, count: i32): usize {
  const newcomers = load<f32>(<usize>load<u32>(cell, SEGMENT), ACTIVATION) != 1;
  const joined = i16x8.splat(<i16>(now - 1));
  let list = LIST, ids = i16x8(0, 1, 2, 3, 4, 5, 6, 7), bound = boundAt(first);
  for (let i = 0; i < count; i += 16) {
    const user = first + i;
    if ((user & 63) == 0) bound = boundAt(user);
    let bits = 0;
    if (bound > 0) {
      const group = i32x4.add(whole(<i32>(user >> 2)), i32x4(0, 1, 2, 3));
      bits = i8x16.bitmask(i8x16.le_u(word(group, SIFT), i8x16.splat(<i8>(bound - 1))));
    }
    if (newcomers) {
      const at = states + (user << 1);
      const low = i16x8.eq(i16x8.shr_u(v128.load(at), 7), joined), high = i16x8.eq(i16x8.shr_u(v128.load(at, 16), 7), joined);
      bits |= i8x16.bitmask(i8x16.narrow_i16x8_s(low, high));
    }
    if (count - i < 16) bits &= (1 << (count - i)) - 1;
    v128.store(list, i8x16.swizzle(ids, v128.load(PACK + (<usize>(bits & 255) << 4))));
    list += popcnt(bits & 255) << 1;
    ids = i16x8.add(ids, i16x8.splat(8));
    v128.store(list, i8x16.swizzle(ids, v128.load(PACK + (<usize>(bits >> 8) << 4))));
    list += popcnt(bits >> 8) << 1;
    ids = i16x8.add(ids, i16x8.splat(8));
  }
  v128.store(list, whole(0));
  return list;
}

/** States of four users. */
// @ts-ignore: decorator
@inline export function statesOf(a: usize, b: usize, c: usize, d: usize): v128 {
  let four = v128.load16_lane(states + (a << 1), whole(0), 0);
  four = v128.load16_lane(states + (b << 1), four, 2);
  four = v128.load16_lane(states + (c << 1), four, 4);
  return v128.load16_lane(states + (d << 1), four, 6);
}

/** Judges four users (`live`: one bit each): lets the lapsing ones lapse and returns the bits of the reviewers. */
// @ts-ignore: decorator
@inline function judge(cell: usize, who: v128, live: i32): i32 {
  const a = <usize>i32x4.extract_lane(who, 0), b = <usize>i32x4.extract_lane(who, 1);
  const c = <usize>i32x4.extract_lane(who, 2), d = <usize>i32x4.extract_lane(who, 3);
  const segment = <usize>load<u32>(cell, SEGMENT), hazard = <usize>load<u32>(segment, HAZARD);
  const state = statesOf(a, b, c, d), row = i32x4.shl(v128.and(state, whole(127)), 4);
  const ha = v128.load(hazard + i32x4.extract_lane(row, 0)), hb = v128.load(hazard + i32x4.extract_lane(row, 1));
  const hc = v128.load(hazard + i32x4.extract_lane(row, 2)), hd = v128.load(hazard + i32x4.extract_lane(row, 3));
  const rates = i32x4.shuffle(ha, hb, 0, 4, 1, 5), rates2 = i32x4.shuffle(hc, hd, 0, 4, 1, 5);
  const stay = i32x4.shuffle(i32x4.shuffle(ha, hb, 2, 6, 2, 6), i32x4.shuffle(hc, hd, 2, 6, 2, 6), 0, 1, 4, 5);
  const onFree = mul(gather(lapseFree, a, b, c, d), i64x2.shuffle(rates, rates2, 0, 2));
  const rate = add(onFree, mul(gather(lapsePaid, a, b, c, d), i64x2.shuffle(rates, rates2, 1, 3)));
  let keep = sub(every(1), f32x4.pmin(rate, every(1)));
  const joined = i32x4.eq(i32x4.shr_u(state, 7), whole(now - 1));
  keep = v128.bitselect(mul(keep, v128.load_splat<f32>(segment, ACTIVATION)), keep, joined);
  const verdict = verdictOf(who);
  let lapses = i32x4.bitmask(f32x4.lt(verdict, sub(every(1), keep))) & live;
  const reviews = i32x4.bitmask(f32x4.lt(verdict, sub(every(1), mul(keep, stay)))) & live & ~lapses;
  for (; lapses; lapses &= lapses - 1) lapse(cell, hazard, <usize>i32x4.extract_lane(who, 0), who, ctz(lapses));
  return reviews;
}

/** One user lapses: a payer falls to the free tier of her app and keeps her tenure, others to none. */
function lapse(cell: usize, hazard: usize, first: usize, who: v128, lane: i32): void {
  v128.store(LANES, who);
  const user = <usize>load<u32>(LANES + (<usize>lane << 2)), at = states + (user << 1);
  const before = <u32>load<u16>(at), to = load<u32>(hazard + (<usize>(before & 127) << 4), 12);
  const after = to > 3 ? (before & 0xff80) | to : to;
  store<u16>(at, <u16>after);
  if (twice) setSecond(cell, user, 0);
  book(cell, before, after, true);
}
const LANES: usize = 20400;

/** Judges all candidates of a chunk; the list then holds its reviewers. Returns its end. */
export function reviewers(cell: usize, first: usize, end: usize): usize {
  let kept = LIST;
  for (let at = LIST; at < end; at += 16) {
    const ids = v128.load(at), left = <i32>((end - at) >> 1), live = left < 8 ? (1 << left) - 1 : 255;
    const base = whole(<i32>first);
    let bits = judge(cell, i32x4.add(base, i32x4.extend_low_i16x8_u(ids)), live & 15);
    bits |= judge(cell, i32x4.add(base, i32x4.extend_high_i16x8_u(ids)), live >> 4) << 4;
    v128.store(kept, i8x16.swizzle(ids, v128.load(PACK + (<usize>bits << 4))));
    kept += popcnt(bits) << 1;
  }
  v128.store(kept, whole(0));
  return kept;
}
