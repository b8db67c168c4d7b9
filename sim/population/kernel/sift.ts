/**
 * Who looks around this month. A byte of a hash, one hash for four users, sifts out most who neither lapse nor
 * review: above a bound that no user of the 64 exceeds a user stays unread. The rest get 23 more bits, and that
 * one uniform decides lapse, review or stay. Reviewers stay in the list; lapses are booked here.
 */
import { SIFT, verdictOf, word } from './draws';
import { add, every, gather, mul, packed, sub, whole } from './numerics';
import { ACTIVATION, APP, at, COUNTS, HAZARD, lapseFree, lapsePaid, mostFree, mostPaid, now, PLAN, planEnd, SEGMENT, states, twice } from './offers';
import { bookLapse, setSecond } from './tally';

/** Users of a chunk (u16, counted from its first); packing of halfwords; four users who may lapse. */
export const LIST: usize = 13312;
const PACK: usize = 8192, LANES: usize = 13296;
/** Largest factors of the lapse rates, least and largest rate of staying among the states that a cell's users have;
 * where nobody can lapse, bytes below `sure` review whatever their other bits are (0 = nobody is that sure). */
let freeFactor: f32 = 0, paidFactor: f32 = 0, leastStay: f32 = 1, mostStay: f32 = 0;
export let sure: i32 = 0;
@inline function widen(counts: usize, hazard: usize, code: usize): void {
  if (!load<i32>(counts + (code << 4))) return;
  const row = hazard + (code << 4);
  freeFactor = max(freeFactor, load<f32>(row)), paidFactor = max(paidFactor, load<f32>(row, 4));
  leastStay = min(leastStay, load<f32>(row, 8)), mostStay = max(mostStay, load<f32>(row, 8));
}
/** Prepares the bounds of a cell. */
export function boundCell(cell: usize): void {
  const counts = at(cell, COUNTS), hazard = at(at(cell, SEGMENT), HAZARD);
  freeFactor = 0, paidFactor = 0, leastStay = 1, mostStay = 0;
  for (let way: usize = 0; way < 3; way++) widen(counts, hazard, way);
  for (let plan = PLAN; plan < planEnd; plan += 32)
    for (let code = at(plan, APP), last = code + 3; code < last; code++) widen(counts, hazard, code);
  const lasting = freeFactor == 0 && paidFactor == 0 && load<f32>(at(cell, SEGMENT), ACTIVATION) == 1;
  sure = lasting && mostStay - leastStay < 0.01 ? max(0, <i32>ceil<f32>((1 - mostStay) * 256) - 1) : 0;
}
/** Those among the doubtful of 16 users (`bits`) who stay as they are. */
function stayers(cell: usize, first: usize, bits: i32): i32 {
  let stay = 0;
  for (let left = bits; left; left &= left - 1) if (!judge(cell, whole(<i32>first + ctz(left)), 1)) stay |= left & -left;
  return stay;
}
/** Bytes below this may lapse or review (0 to 256): an upper bound for the 64 users around user i. */
@inline function boundAt(i: usize): i32 {
  const free = load<f32>(mostFree + ((i >> 6) << 2)), paid = load<f32>(mostPaid + ((i >> 6) << 2));
  const rate = <f64>freeFactor * <f64>free + <f64>paidFactor * <f64>paid;
  const edge = 1 - (1 - min<f64>(1, rate)) * <f64>leastStay;
  return <i32>min<f64>(256, ceil<f64>(edge * 256 + 0.0001)); // more than the rounding of single precision
}
/** Writes those of eight users (`bits`) to the list; returns its new end. */
@inline function keep(list: usize, ids: v128, bits: i32): usize {
  v128.store(list, packed(ids, bits, PACK));
  return list + (<usize>popcnt(bits) << 1);
}
/** Eight states of those who joined last month, as lanes. */
@inline function newcomers(eight: v128): v128 { return i16x8.eq(i16x8.shr_u(eight, 7), i16x8.splat(<i16>(now - 1))); }
/** Lists candidates among `count` users from `first`; returns the end of the list. Newcomers always are; in a cell with
 * sure ones the list holds the reviewers. */
export function candidates(cell: usize, first: usize, count: i32): usize {
  const activated = load<f32>(at(cell, SEGMENT), ACTIVATION) == 1;
  let list = LIST, ids = i16x8(0, 1, 2, 3, 4, 5, 6, 7), bound = boundAt(first);
  for (let i = 0; i < count; i += 16) {
    const user = first + i;
    if ((user & 63) == 0) bound = boundAt(user);
    const bytes = word(i32x4.add(whole(<i32>(user >> 2)), i32x4(0, 1, 2, 3)), SIFT);
    let bits = bound > 0 ? i8x16.bitmask(i8x16.le_u(bytes, i8x16.splat(<i8>(bound - 1)))) : 0;
    const two = states + (user << 1);
    if (!activated) bits |= i8x16.bitmask(i8x16.narrow_i16x8_s(newcomers(v128.load(two)), newcomers(v128.load(two, 16))));
    if (count - i < 16) bits &= (1 << (count - i)) - 1;
    if (sure > 0) bits &= ~stayers(cell, user, bits & ~i8x16.bitmask(i8x16.le_u(bytes, i8x16.splat(<i8>(sure - 1)))));
    list = keep(list, ids, bits & 255), list = keep(list, i16x8.add(ids, i16x8.splat(8)), bits >> 8);
    ids = i16x8.add(ids, i16x8.splat(16));
  }
  v128.store(list, whole(0));
  return list;
}
/** States of four users. */
@inline export function statesOf(who: v128): v128 {
  let four = v128.load16_lane(states + (i32x4.extract_lane(who, 0) << 1), whole(0), 0);
  four = v128.load16_lane(states + (i32x4.extract_lane(who, 1) << 1), four, 2);
  four = v128.load16_lane(states + (i32x4.extract_lane(who, 2) << 1), four, 4);
  return v128.load16_lane(states + (i32x4.extract_lane(who, 3) << 1), four, 6);
}
/** Judges four users (`live`: one bit each): lets the lapsing ones lapse and returns the bits of the reviewers. */
@inline function judge(cell: usize, who: v128, live: i32): i32 {
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
  const stays = v128.bitselect(late, kept, i32x4.eq(i32x4.shr_u(state, 7), whole(now - 1))), verdict = verdictOf(who);
  const lapses = i32x4.bitmask(f32x4.lt(verdict, sub(every(1), stays))) & live;
  const reviews = i32x4.bitmask(f32x4.lt(verdict, sub(every(1), mul(stays, stay)))) & live & ~lapses;
  if (lapses) v128.store(LANES, who);
  for (let left = lapses; left; left &= left - 1) lapse(cell, hazard, at(LANES, <usize>ctz(left) << 2));
  return reviews;
}
/** One user lapses: a payer falls to the free tier of her app and keeps her tenure, others to none. */
function lapse(cell: usize, hazard: usize, user: usize): void {
  const before = <u32>load<u16>(states + (user << 1)), to = load<u32>(hazard + (<usize>(before & 127) << 4), 12);
  const after = to > 3 ? (before & 0xff80) | to : to;
  store<u16>(states + (user << 1), <u16>after);
  if (twice) setSecond(cell, user, 0);
  bookLapse(cell, before, after);
}
/** Judges all candidates of a chunk; the list then holds its reviewers. Returns its end. */
export function reviewers(cell: usize, first: usize, end: usize): usize {
  let kept = LIST;
  for (let p = LIST; p < end; p += 16) {
    const ids = v128.load(p), left = <i32>((end - p) >> 1), live = left < 8 ? (1 << left) - 1 : 255;
    const low = judge(cell, i32x4.add(whole(<i32>first), i32x4.extend_low_i16x8_u(ids)), live & 15);
    const high = judge(cell, i32x4.add(whole(<i32>first), i32x4.extend_high_i16x8_u(ids)), live >> 4);
    kept = keep(kept, ids, low | (high << 4));
  }
  v128.store(kept, whole(0));
  return kept;
}
