/**
 * Who looks around this month. A byte of a hash, one hash for four users, sifts out most who neither lapse nor
 * review: above a bound that no user of the 64 exceeds a user stays unread. The rest get 23 more bits, and that
 * one uniform decides lapse, review or stay. Reviewers stay in the list; lapses are booked here.
 */
import { SIFT, verdictOf, word } from './draws';
import { add, every, gather, mul, packed, sub, whole } from './numerics';
import { ACTIVATION, APP, at, COUNTS, HAZARD, lapseFree, lapsePaid, leastFree, leastPaid, mostFree, mostPaid, now, PLAN, planEnd, SEGMENT, states } from './offers';
import { bookLapses } from './tally';

/** Users of a chunk (u16, counted from its first), those of them who lapse, and who review for sure; packing of
 * halfwords; their bytes of the sift. */
export const LIST: usize = 13312;
const LAPSING: usize = 15616, SURE: usize = 17680, PACK: usize = 8192, BYTES: usize = 0;
/** Of the states that a cell's users have, by tier (lanes 0 to 2): largest factors of the lapse rates, least and largest
 * rate of staying; the last also by way of having no app; least factors, 1 at most. f32, 16 bytes each. */
const FREE: usize = 3200, PAID: usize = 3216, LEAST: usize = 3232, MOST: usize = 3248, WAYS: usize = 3264, FREE_LEAST: usize = 3280, PAID_LEAST: usize = 3296;
/** Do both rates add up in any state? */
let adds: bool = false;
/** Ends of the lists of those who review and who lapse for sure. */
let sureEnd: usize = SURE, lapsingEnd: usize = LAPSING;
/** Where nobody can lapse and all rates are alike, bytes below this review whatever their other bits are, and those above
 * `edge` stay (0 = not so in this cell). */
export let sure: i32 = 0;
let edge: i32 = 0;
@inline function widen(counts: usize, hazard: usize, code: usize): void {
  if (!load<i32>(counts + (code << 4))) return;
  const row = hazard + (code << 4), lane = (code & 3) << 2;
  const free = load<f32>(row), paid = load<f32>(row, 4), stay = load<f32>(row, 8);
  store<f32>(FREE + lane, max(load<f32>(FREE + lane), free)), store<f32>(PAID + lane, max(load<f32>(PAID + lane), paid));
  store<f32>(FREE_LEAST + lane, min(load<f32>(FREE_LEAST + lane), free)), store<f32>(PAID_LEAST + lane, min(load<f32>(PAID_LEAST + lane), paid));
  store<f32>(LEAST + lane, min(load<f32>(LEAST + lane), stay)), store<f32>(MOST + lane, max(load<f32>(MOST + lane), stay));
  adds = adds || (free != 0 && paid != 0);
}
/** Prepares the bounds of a cell. */
export function boundCell(cell: usize): void {
  const counts = at(cell, COUNTS), hazard = at(at(cell, SEGMENT), HAZARD);
  v128.store(FREE, every(0)), v128.store(PAID, every(0)), v128.store(LEAST, every(1)), v128.store(MOST, every(0)), adds = false;
  v128.store(FREE_LEAST, every(1)), v128.store(PAID_LEAST, every(1));
  for (let plan = PLAN; plan < planEnd; plan += 32)
    for (let code = at(plan, APP), last = code + 3; code < last; code++) widen(counts, hazard, code);
  let least = min(load<f32>(LEAST), min(load<f32>(LEAST, 4), load<f32>(LEAST, 8))), most = max(load<f32>(MOST), max(load<f32>(MOST, 4), load<f32>(MOST, 8)));
  for (let way: usize = 0; way < 3; way++) {
    const stay = load<f32>(hazard + (way << 4), 8), any = load<i32>(counts + (way << 4)) != 0;
    if (any) least = min(least, stay), most = max(most, stay);
    store<f32>(WAYS + (way << 2), stay);
  }
  const lasting = load<f32>(at(cell, SEGMENT), ACTIVATION) == 1 && !v128.any_true(v128.or(v128.load(FREE), v128.load(PAID)));
  sure = lasting && most - least < 0.01 ? max(0, <i32>ceil<f32>((1 - most) * 256) - 1) : 0;
  edge = max(0, <i32>ceil<f32>((1 - least) * 256) - 1);
}
/** Those among the doubtful (`bits`) of 16 users of a chunk, from the i-th on, who stay as they are. */
function stayers(cell: usize, first: usize, i: i32, bits: i32): i32 {
  let stay = 0;
  for (let left = bits; left; left &= left - 1) if (!judge(cell, first, whole(i + ctz(left)), 1)) stay |= left & -left;
  return stay;
}
/** How many bytes may fall below 1 - `stays` (0 to 1): no byte from there on does, whatever its other bits are. */
@inline function below(stays: v128): v128 { return i32x4.sub(add(f32x4.ceil(mul(sub(every(1), stays), every(256))), every(12582912.0)), whole(0x4b400000)); }
/** Numbers of bytes by kind of user: of an app by tier, newcomers by tier, without an app by way. */
@inline function kinds(users: v128, fresh: v128, ways: v128): v128 {
  return i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(users, fresh), i16x8.narrow_i32x4_s(ways, ways));
}
@inline function less(bytes: v128): v128 { return i32x4.sub(bytes, whole(1)); }
/** Least part by tier that does not lapse among the 64 users around user i: a lower bound, by the steps of `judge`. */
@inline function keptAt(i: usize): v128 {
  const block = (i >> 6) << 2, free = mul(v128.load_splat<f32>(mostFree + block), v128.load(FREE)), paid = mul(v128.load_splat<f32>(mostPaid + block), v128.load(PAID));
  return sub(every(1), f32x4.pmin(adds ? add(free, paid) : f32x4.pmax(free, paid), every(1)));
}
/** The largest part, an upper bound. */
@inline function mostKeptAt(i: usize): v128 {
  const block = (i >> 6) << 2, free = mul(v128.load_splat<f32>(leastFree + block), v128.load(FREE_LEAST)), paid = mul(v128.load_splat<f32>(leastPaid + block), v128.load(PAID_LEAST));
  return sub(every(1), f32x4.pmin(add(free, paid), every(1)));
}
/** Writes largest and least numbers of every 64 in a column of `length`. The last four count again where fewer are left, and
 * in a column shorter than that some of the column before it: wide bounds are bounds. */
function boundRates(column: usize, length: usize, most: usize, least: usize): void {
  const end = column + (length << 2);
  for (let at = column; at < end; most += 4, least += 4) {
    let high = every(0), low = every(1);
    for (const next = min(at + 256, end); at < next; at += 16) {
      const four = v128.load(min(at, end - 16));
      high = f32x4.pmax(high, four), low = f32x4.pmin(low, four);
    }
    high = f32x4.pmax(high, i32x4.shuffle(high, high, 2, 3, 0, 1)), low = f32x4.pmin(low, i32x4.shuffle(low, low, 2, 3, 0, 1));
    v128.store32_lane(most, f32x4.pmax(high, i32x4.shuffle(high, high, 1, 0, 3, 2)), 0);
    v128.store32_lane(least, f32x4.pmin(low, i32x4.shuffle(low, low, 1, 0, 3, 2)), 0);
  }
}
/** Bounds of both lapse rates. */
export function boundLapses(length: usize): void {
  boundRates(lapseFree, length, mostFree, leastFree), boundRates(lapsePaid, length, mostPaid, leastPaid);
}
/** Writes those of eight users (`bits`) to the list; returns its new end. */
@inline function keep(list: usize, ids: v128, bits: i32): usize {
  v128.store(list, packed(ids, bits, PACK));
  return list + (<usize>popcnt(bits) << 1);
}
/** Eight states as kinds: tier or way, + 4 for those who joined last month, + 8 without an app. */
@inline function kindsOf(eight: v128): v128 {
  const fresh = i16x8.eq(i16x8.shr_u(eight, 7), i16x8.splat(<i16>(now - 1))), none = i16x8.eq(v128.and(eight, i16x8.splat(0x7c)), whole(0));
  return v128.or(v128.and(eight, i16x8.splat(3)), v128.or(v128.and(fresh, i16x8.splat(4)), v128.and(none, i16x8.splat(8))));
}
/** Lists candidates among `count` users from `first`; returns the end of the list. Whose byte is small enough for a lapse,
 * or too large for it and small enough for a review, needs no judge and goes to the lists of sure ones. In a cell with sure ones of every kind
 * all have one bound, and the list holds the reviewers. */
export function candidates(cell: usize, first: usize, count: i32): usize {
  const activation = v128.load_splat<f32>(at(cell, SEGMENT), ACTIVATION), least = v128.load(LEAST), most = v128.load(MOST);
  const ways = below(v128.load(WAYS)), certainly = kinds(less(below(most)), less(below(mul(activation, most))), less(ways));
  let list = LIST, certain = SURE, gone = LAPSING, ids = i16x8(0, 1, 2, 3, 4, 5, 6, 7), limits = whole(0), lapsing = whole(0), doomed = whole(0);
  for (let i = 0; i < count; i += 16) {
    const user = first + i, bytes = word(i32x4.add(whole(<i32>(user >> 2)), i32x4(0, 1, 2, 3)), SIFT);
    v128.store(BYTES + i, bytes);
    let bits: i32, quick = 0, lost = 0;
    if (sure > 0) {
      bits = i8x16.bitmask(i8x16.le_u(bytes, i8x16.splat(<i8>edge)));
    } else {
      if (i == 0 || (user & 63) == 0) {
        const kept = keptAt(user), late = mul(kept, activation);
        limits = kinds(less(below(mul(kept, least))), less(below(mul(late, least))), less(ways));
        lapsing = kinds(below(kept), below(late), whole(0));
        const most = mostKeptAt(user);
        doomed = kinds(less(below(most)), less(below(mul(most, activation))), whole(0));
      }
      const kind = i8x16.narrow_i16x8_s(kindsOf(v128.load(states + (user << 1))), kindsOf(v128.load(states + (user << 1), 16)));
      bits = i8x16.bitmask(i8x16.le_u(bytes, i8x16.swizzle(limits, kind)));
      lost = ~i8x16.bitmask(i8x16.ge_u(bytes, i8x16.swizzle(doomed, kind)));
      quick = i8x16.bitmask(v128.andnot(i8x16.ge_u(bytes, i8x16.swizzle(lapsing, kind)), i8x16.ge_u(bytes, i8x16.swizzle(certainly, kind))));
    }
    if (count - i < 16) bits &= (1 << (count - i)) - 1;
    if (sure > 0) bits &= ~(stayers(cell, first, i, bits & ~i8x16.bitmask(i8x16.le_u(bytes, i8x16.splat(<i8>(sure - 1))))));
    else {
      quick &= bits, lost &= bits, bits ^= quick | lost;
      gone = keep(gone, ids, lost & 255), gone = keep(gone, i16x8.add(ids, i16x8.splat(8)), lost >> 8);
      certain = keep(certain, ids, quick & 255), certain = keep(certain, i16x8.add(ids, i16x8.splat(8)), quick >> 8);
    }
    list = keep(list, ids, bits & 255), list = keep(list, i16x8.add(ids, i16x8.splat(8)), bits >> 8);
    ids = i16x8.add(ids, i16x8.splat(16));
  }
  v128.store(list, whole(0)), sureEnd = certain, lapsingEnd = gone;
  return list;
}
/** States of four users. */
@inline export function statesOf(who: v128): v128 {
  const column = states;
  let four = v128.load16_lane(column + (i32x4.extract_lane(who, 0) << 1), whole(0), 0);
  four = v128.load16_lane(column + (i32x4.extract_lane(who, 1) << 1), four, 2);
  four = v128.load16_lane(column + (i32x4.extract_lane(who, 2) << 1), four, 4);
  return v128.load16_lane(column + (i32x4.extract_lane(who, 3) << 1), four, 6);
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
/** Judges all candidates of a chunk: some lapse, and the list then holds the reviewers. Returns its end. */
export function reviewers(cell: usize, first: usize, end: usize): usize {
  let kept = LIST, lapsing = lapsingEnd;
  for (let p = LIST; p < end; p += 16) {
    const ids = v128.load(p), left = <i32>((end - p) >> 1), live = left < 8 ? (1 << left) - 1 : 255;
    const low = judge(cell, first, i32x4.extend_low_i16x8_u(ids), live & 15);
    const high = judge(cell, first, i32x4.extend_high_i16x8_u(ids), live >> 4);
    kept = keep(kept, ids, (low & 15) | ((high & 15) << 4)), lapsing = keep(lapsing, ids, (low >> 4) | (high & 0xf0));
  }
  for (let p = SURE; p < sureEnd; p += 16, kept += 16) v128.store(kept, v128.load(p));
  kept -= (SURE - sureEnd) & 15;
  v128.store(kept, whole(0));
  bookLapses(cell, first, LAPSING, lapsing);
  return kept;
}
