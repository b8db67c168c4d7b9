/**
 * Who looks around this month. A byte of a hash, one hash for four users, sifts out most who neither lapse nor
 * review: above a bound that no user of the 64 exceeds a user stays unread. The rest get 23 more bits, and that
 * one uniform decides lapse, review or stay. Reviewers stay in the list; lapses are booked here.
 */
import { SIFT, verdictOf, word } from './draws';
import { add, every, gather, mul, packed, sub, whole } from './numerics';
import { ACTIVATION, APP, at, COUNTS, HAZARD, lapseFree, lapsePaid, mostFree, mostPaid, now, PLAN, planEnd, SEGMENT, states, twice } from './offers';
import { bookLapse, setSecond } from './tally';

/** Users of a chunk (u16, counted from its first), those of them who lapse, and who review for sure; packing of
 * halfwords; their bytes of the sift. */
export const LIST: usize = 13312;
const LAPSING: usize = 15616, SURE: usize = 17680, PACK: usize = 8192, BYTES: usize = 0;
/** Largest factors of the lapse rates, least and largest rate of staying among the states that a cell's users have, the
 * bounds apart for those without an app; where nobody can lapse, bytes below `sure` review whatever their other bits
 * are (0 = nobody is that sure). */
let freeFactor: f32 = 0, paidFactor: f32 = 0, leastStay: f32 = 1, leastWithout: f32 = 1, mostStay: f32 = 0, mostWithout: f32 = 0;
/** Do both rates add up in any state? */
let adds: bool = false;
/** End of the list of those who review for sure. */
let sureEnd: usize = SURE;
export let sure: i32 = 0;
@inline function widen(counts: usize, hazard: usize, code: usize): void {
  if (!load<i32>(counts + (code << 4))) return;
  const row = hazard + (code << 4);
  const free = load<f32>(row), paid = load<f32>(row, 4);
  freeFactor = max(freeFactor, free), paidFactor = max(paidFactor, paid), adds = adds || (free != 0 && paid != 0);
  leastStay = min(leastStay, load<f32>(row, 8)), mostStay = max(mostStay, load<f32>(row, 8));
}
/** Prepares the bounds of a cell. */
export function boundCell(cell: usize): void {
  const counts = at(cell, COUNTS), hazard = at(at(cell, SEGMENT), HAZARD);
  freeFactor = 0, paidFactor = 0, leastStay = 1, mostStay = 0, adds = false;
  for (let way: usize = 0; way < 3; way++) widen(counts, hazard, way);
  leastWithout = leastStay, mostWithout = mostStay, leastStay = 1;
  for (let plan = PLAN; plan < planEnd; plan += 32)
    for (let code = at(plan, APP), last = code + 3; code < last; code++) widen(counts, hazard, code);
  const lasting = freeFactor == 0 && paidFactor == 0 && load<f32>(at(cell, SEGMENT), ACTIVATION) == 1;
  sure = lasting && mostStay - min(leastStay, leastWithout) < 0.01 ? sureOf(mostStay) : 0;
}
/** Bytes below this review whatever their other bits are, if nobody lapses and nobody stays with a higher rate. */
@inline function sureOf(stay: f32): i32 { return max(0, <i32>ceil<f32>((1 - stay) * 256) - 1); }
/** Those among the doubtful (`bits`) of 16 users of a chunk, from the i-th on, who stay as they are. */
function stayers(cell: usize, first: usize, i: i32, bits: i32): i32 {
  let stay = 0;
  for (let left = bits; left; left &= left - 1) if (!judge(cell, first, whole(i + ctz(left)), 1)) stay |= left & -left;
  return stay;
}
/** Largest byte with which users who stay with this rate, if they do not lapse, may lapse or review: an upper bound. */
@inline function edgeOf(stays: f64): v128 {
  return i8x16.splat(<i8>(<i32>min<f64>(256, ceil<f64>((1 - stays) * 256 + 0.0002)) - 1)); // more than the rounding of single precision
}
/** Rate at which nobody of the 64 users around user i lapses: a lower bound. */
@inline function keptAt(i: usize): f64 {
  const free = <f64>freeFactor * <f64>load<f32>(mostFree + ((i >> 6) << 2)), paid = <f64>paidFactor * <f64>load<f32>(mostPaid + ((i >> 6) << 2));
  return 1 - min<f64>(1, adds ? free + paid : max(free, paid));
}
/** Writes those of eight users (`bits`) to the list; returns its new end. */
@inline function keep(list: usize, ids: v128, bits: i32): usize {
  v128.store(list, packed(ids, bits, PACK));
  return list + (<usize>popcnt(bits) << 1);
}
/** Eight states of those who joined last month, as lanes. */
@inline function newcomers(eight: v128): v128 { return i16x8.eq(i16x8.shr_u(eight, 7), i16x8.splat(<i16>(now - 1))); }
/** Eight states of users without an app, as lanes. */
@inline function without(eight: v128): v128 { return i16x8.eq(v128.and(eight, i16x8.splat(0x7c)), i16x8.splat(0)); }
/** Lists candidates among `count` users from `first`; returns the end of the list. Those without an app, newcomers and
 * others have bounds of their own, and of the first kind most need no judge: they go to the list of sure ones. In a cell
 * with sure ones of every kind all have one bound, and the list holds the reviewers. */
export function candidates(cell: usize, first: usize, count: i32): usize {
  const activation = <f64>load<f32>(at(cell, SEGMENT), ACTIVATION), outside = edgeOf(leastWithout);
  let list = LIST, ids = i16x8(0, 1, 2, 3, 4, 5, 6, 7), edge = edgeOf(min(leastStay, leastWithout)), fresh = edge;
  const sureWithout = i8x16.splat(<i8>sureOf(mostWithout));
  let certain = SURE;
  for (let i = 0; i < count; i += 16) {
    const user = first + i, bytes = word(i32x4.add(whole(<i32>(user >> 2)), i32x4(0, 1, 2, 3)), SIFT);
    v128.store(BYTES + i, bytes);
    let limit = edge, quick = 0;
    if (sure == 0) {
      if (i == 0 || (user & 63) == 0) {
        const stays = keptAt(user) * <f64>leastStay;
        limit = edge = edgeOf(stays), fresh = edgeOf(stays * activation);
      }
      const low = v128.load(states + (user << 1)), high = v128.load(states + (user << 1), 16);
      limit = v128.bitselect(fresh, limit, i8x16.narrow_i16x8_s(newcomers(low), newcomers(high)));
      const none = i8x16.narrow_i16x8_s(without(low), without(high));
      limit = v128.bitselect(outside, limit, none);
      quick = i8x16.bitmask(v128.and(none, i8x16.lt_u(bytes, sureWithout)));
    }
    let bits = i8x16.bitmask(i8x16.le_u(bytes, limit));
    if (count - i < 16) bits &= (1 << (count - i)) - 1;
    if (sure > 0) bits &= ~(stayers(cell, first, i, bits & ~i8x16.bitmask(i8x16.le_u(bytes, i8x16.splat(<i8>(sure - 1))))));
    if (sure == 0) {
      quick &= bits, bits ^= quick;
      certain = keep(certain, ids, quick & 255), certain = keep(certain, i16x8.add(ids, i16x8.splat(8)), quick >> 8);
    }
    list = keep(list, ids, bits & 255), list = keep(list, i16x8.add(ids, i16x8.splat(8)), bits >> 8);
    ids = i16x8.add(ids, i16x8.splat(16));
  }
  v128.store(list, whole(0)), sureEnd = certain;
  return list;
}
/** States of four users. */
@inline export function statesOf(who: v128): v128 {
  let four = v128.load16_lane(states + (i32x4.extract_lane(who, 0) << 1), whole(0), 0);
  four = v128.load16_lane(states + (i32x4.extract_lane(who, 1) << 1), four, 2);
  four = v128.load16_lane(states + (i32x4.extract_lane(who, 2) << 1), four, 4);
  return v128.load16_lane(states + (i32x4.extract_lane(who, 3) << 1), four, 6);
}
/** The bytes that sifted four users of a chunk. */
@inline function bytesOf(ids: v128): v128 {
  let four = v128.load8_lane(BYTES + <usize>i32x4.extract_lane(ids, 0), whole(0), 0);
  four = v128.load8_lane(BYTES + <usize>i32x4.extract_lane(ids, 1), four, 4);
  four = v128.load8_lane(BYTES + <usize>i32x4.extract_lane(ids, 2), four, 8);
  return v128.load8_lane(BYTES + <usize>i32x4.extract_lane(ids, 3), four, 12);
}
/** Judges four users of a chunk (`live`: one bit each): bits of the reviewers, and above those of the lapsing ones. */
@inline function judge(cell: usize, first: usize, ids: v128, live: i32): i32 {
  const who = i32x4.add(whole(<i32>first), ids);
  const segment = at(cell, SEGMENT), hazard = at(segment, HAZARD);
  const state = statesOf(who), row = i32x4.shl(v128.and(state, whole(127)), 4);
  const a = v128.load(hazard + i32x4.extract_lane(row, 0)), b = v128.load(hazard + i32x4.extract_lane(row, 1));
  const c = v128.load(hazard + i32x4.extract_lane(row, 2)), d = v128.load(hazard + i32x4.extract_lane(row, 3));
  const rates = i32x4.shuffle(a, b, 0, 4, 1, 5), rates2 = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const stay = i64x2.shuffle(i32x4.shuffle(a, b, 2, 6, 2, 6), i32x4.shuffle(c, d, 2, 6, 2, 6), 0, 2);
  const onFree = mul(gather(lapseFree, who), i64x2.shuffle(rates, rates2, 0, 2));
  const rate = add(onFree, mul(gather(lapsePaid, who), i64x2.shuffle(rates, rates2, 1, 3)));
  const kept = sub(every(1), f32x4.pmin(rate, every(1)));
  const late = mul(kept, v128.load_splat<f32>(segment, ACTIVATION));
  const stays = v128.bitselect(late, kept, i32x4.eq(i32x4.shr_u(state, 7), whole(now - 1))), verdict = verdictOf(who, bytesOf(ids));
  const lapses = i32x4.bitmask(f32x4.lt(verdict, sub(every(1), stays))) & live;
  const reviews = i32x4.bitmask(f32x4.lt(verdict, sub(every(1), mul(stays, stay)))) & live & ~lapses;
  return reviews | (lapses << 4);
}
/** One user lapses: a payer falls to the free tier of her app and keeps her tenure, others to none. */
function lapse(cell: usize, hazard: usize, user: usize): void {
  const before = <u32>load<u16>(states + (user << 1)), to = load<u32>(hazard + (<usize>(before & 127) << 4), 12);
  const after = to > 3 ? (before & 0xff80) | to : to;
  store<u16>(states + (user << 1), <u16>after);
  if (twice) setSecond(cell, user, 0);
  bookLapse(cell, before, after);
}
/** Judges all candidates of a chunk: some lapse, and the list then holds the reviewers. Returns its end. */
export function reviewers(cell: usize, first: usize, end: usize): usize {
  let kept = LIST, lapsing = LAPSING;
  for (let p = LIST; p < end; p += 16) {
    const ids = v128.load(p), left = <i32>((end - p) >> 1), live = left < 8 ? (1 << left) - 1 : 255;
    const low = judge(cell, first, i32x4.extend_low_i16x8_u(ids), live & 15);
    const high = judge(cell, first, i32x4.extend_high_i16x8_u(ids), live >> 4);
    kept = keep(kept, ids, (low & 15) | ((high & 15) << 4)), lapsing = keep(lapsing, ids, (low >> 4) | (high & 0xf0));
  }
  for (let p = SURE; p < sureEnd; p += 16, kept += 16) v128.store(kept, v128.load(p));
  kept -= (SURE - sureEnd) & 15;
  v128.store(kept, whole(0));
  const hazard = at(at(cell, SEGMENT), HAZARD);
  for (let p = LAPSING; p < lapsing; p += 2) lapse(cell, hazard, first + <usize>load<u16>(p));
  return kept;
}
