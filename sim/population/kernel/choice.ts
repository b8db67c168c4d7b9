/**
 * The choice of reviewing users: multinomial logit over a drawn consideration set (Goeree 2008), her own app with
 * the grip of habit, every app by its best tier. Two blocks of four users are in flight, so that one load of a
 * coefficient serves eight and the two chains of the exponential overlap.
 *
 * A block (2048): 0 who, 16 states, 32 quality, 48 price, 64 ads, 80 switching, 96 second apps; results 112
 * states, 128 second apps; then 32 places of 16 each from 256 weights, from 768 running totals before the app,
 * from 1280 utilities of the best tiers (which ride in the two lowest bits).
 */
import { CHOICE, CONSIDER, SECOND, SECOND_CHOICE, unit, word } from './draws';
import { add, clamped, every, exp2, gather, mul, sub, untagged, whole } from './numerics';
import {
  ALL_AWARE, APP, AWARENESS, CODES, FRESH, LEAVE, living, now, OUTSIDE, OUTSIDE_GRIP, PAIR, PLAN, SECOND_APP,
  SEGMENT, SHIFT, TERMS, TERMS_AT, tiered, TIERS_OF, twice,
} from './offers';

export const BLOCK: usize = 4096;
export const OTHER: usize = 6144;
export const WHO: usize = 0;
export const STATE: usize = 16;
export const QUALITY: usize = 32;
export const PRICE: usize = 48;
export const ADS: usize = 64;
export const SWITCHING: usize = 80;
export const SECOND_OF: usize = 96;
export const AFTER: usize = 112;
export const SECOND_AFTER: usize = 128;
const WEIGHTS: usize = 256;
const BEFORE: usize = 768;
const BEST: usize = 1280;

/** What a block's users give up by leaving: switching x habit - novelty, from a table of pairs by month of joining. */
// @ts-ignore: decorator
@inline function leaveOf(block: usize, table: usize): v128 {
  const at = v128.and(i32x4.shr_u(v128.load(block, STATE), 4), whole(0xff8));
  let low = v128.load64_zero(table + i32x4.extract_lane(at, 0));
  low = v128.load64_lane(table + i32x4.extract_lane(at, 1), low, 1);
  let high = v128.load64_zero(table + i32x4.extract_lane(at, 2));
  high = v128.load64_lane(table + i32x4.extract_lane(at, 3), high, 1);
  const habit = i32x4.shuffle(low, high, 0, 2, 4, 6);
  return sub(mul(v128.load(block, SWITCHING), habit), i32x4.shuffle(low, high, 1, 3, 5, 7));
}

/** Weight of having no app; those without one feel the whole effort of joining. */
// @ts-ignore: decorator
@inline function outsideOf(own: v128, leave: v128, segment: usize): v128 {
  const grip = v128.bitselect(every(1), v128.load_splat<f32>(segment, OUTSIDE_GRIP), i32x4.eq(own, whole(0)));
  return exp2(clamped(add(v128.load_splat<f32>(segment, OUTSIDE), mul(grip, leave))));
}

/** Utility of one tier (coefficients at `o`) for a block. */
// @ts-ignore: decorator
@inline function appeal(block: usize, base: v128, q: v128, p: v128, a: v128): v128 {
  const liked = add(base, mul(v128.load(block, QUALITY), q));
  return sub(sub(liked, mul(v128.load(block, PRICE), p)), mul(v128.load(block, ADS), a));
}

/** Weighs all living apps for both blocks: writes weights, running totals and best tiers. */
// @ts-ignore: decorator
@inline function weighAll(cell: usize, drawn: bool): void {
  const segment = <usize>load<u32>(cell, SEGMENT), terms = <usize>load<u32>(cell, TERMS);
  const aware = <usize>load<u32>(segment, AWARENESS), table = <usize>load<u32>(segment, LEAVE);
  const own = v128.and(v128.load(BLOCK, STATE), whole(0x7c)), own2 = v128.and(v128.load(OTHER, STATE), whole(0x7c));
  const leave = leaveOf(BLOCK, table), leave2 = leaveOf(OTHER, table);
  let total = outsideOf(own, leave, segment), total2 = outsideOf(own2, leave2, segment);
  let bits = whole(0), bits2 = whole(0);
  for (let plan = PLAN, place = BLOCK, end = PLAN + (living << 5); plan < end; plan += 32, place += 16) {
    let o = terms + <usize>load<u32>(plan, TERMS_AT);
    const tiers = load<i32>(plan, TIERS_OF), app = v128.load_splat<i32>(plan, APP);
    let base = v128.load_splat<f32>(o), q = v128.load_splat<f32>(o, 4);
    let p = v128.load_splat<f32>(o, 8), a = v128.load_splat<f32>(o, 12);
    let x = appeal(BLOCK, base, q, p, a), x2 = appeal(OTHER, base, q, p, a);
    if (tiers > 1) {
      x = untagged(x);
      x2 = untagged(x2);
      let rank = x, rank2 = x2;
      for (let tier = 1; tier < tiers; tier++) {
        o += 16;
        base = v128.load_splat<f32>(o), q = v128.load_splat<f32>(o, 4);
        p = v128.load_splat<f32>(o, 8), a = v128.load_splat<f32>(o, 12);
        const y = untagged(appeal(BLOCK, base, q, p, a)), y2 = untagged(appeal(OTHER, base, q, p, a));
        x = v128.bitselect(v128.or(y, whole(tier)), x, f32x4.gt(y, rank));
        x2 = v128.bitselect(v128.or(y2, whole(tier)), x2, f32x4.gt(y2, rank2));
        rank = f32x4.pmax(rank, y);
        rank2 = f32x4.pmax(rank2, y2);
      }
      v128.store(place, x, BEST);
      v128.store(place, x2, BEST + 2048);
    }
    const mine = i32x4.eq(own, app), mine2 = i32x4.eq(own2, app);
    let w = exp2(clamped(add(x, v128.and(leave, mine))));
    let w2 = exp2(clamped(add(x2, v128.and(leave2, mine2))));
    if (drawn) {
      if (load<i32>(plan, FRESH)) {
        const pair = v128.load_splat<i32>(plan, PAIR);
        bits = word(v128.or(i32x4.shl(v128.load(BLOCK, WHO), 4), pair), CONSIDER);
        bits2 = word(v128.or(i32x4.shl(v128.load(OTHER, WHO), 4), pair), CONSIDER);
      }
      const shift = load<i32>(plan, SHIFT), slot = i32x4.shr_u(app, 2);
      const known = v128.load_splat<i32>(aware + (<usize>load<u32>(plan, APP) - 4));
      const seen = i32x4.lt_s(v128.and(i32x4.shr_u(bits, shift), whole(0xffff)), known);
      const seen2 = i32x4.lt_s(v128.and(i32x4.shr_u(bits2, shift), whole(0xffff)), known);
      w = v128.and(w, v128.or(seen, v128.or(mine, i32x4.eq(v128.load(BLOCK, SECOND_OF), slot))));
      w2 = v128.and(w2, v128.or(seen2, v128.or(mine2, i32x4.eq(v128.load(OTHER, SECOND_OF), slot))));
    }
    v128.store(place, w, WEIGHTS);
    v128.store(place, w2, WEIGHTS + 2048);
    v128.store(place, total, BEFORE);
    v128.store(place, total2, BEFORE + 2048);
    total = add(total, w);
    total2 = add(total2, w2);
  }
  decide(BLOCK, total, own, segment);
  decide(OTHER, total2, own2, segment);
}

/** How many running totals are <= pick: 0 = none, k = the k-th living app. */
// @ts-ignore: decorator
@inline function locate(block: usize, pick: v128): v128 {
  let n = whole(0);
  for (let at = block + BEFORE, end = at + (living << 4); at < end; at += 16) {
    n = i32x4.sub(n, f32x4.le(v128.load(at), pick));
  }
  return n;
}

/** Codes of the n-th living apps; 0 for n = 0. */
// @ts-ignore: decorator
@inline function codeOf(n: v128): v128 {
  const low = i8x16.swizzle(v128.load(CODES), v128.or(n, whole(0x80808000)));
  const rest = v128.and(i32x4.sub(n, whole(16)), whole(0xff));
  return v128.or(low, i8x16.swizzle(v128.load(CODES, 16), v128.or(rest, whole(0x80808000))));
}

/** Best tiers of the n-th living apps in the two lowest bits, all other bits set. */
// @ts-ignore: decorator
@inline function tierOf(block: usize, n: v128): v128 {
  const at = i32x4.add(i32x4.shl(n, 2), i32x4(0, 1, 2, 3));
  const a = i32x4.extract_lane(at, 0), b = i32x4.extract_lane(at, 1);
  const c = i32x4.extract_lane(at, 2), d = i32x4.extract_lane(at, 3);
  return v128.or(gather(block + BEST - 16, a, b, c, d), whole(-4));
}

/** Draws a block's choice and writes its states and second apps. */
// @ts-ignore: decorator
@inline function decide(block: usize, total: v128, own: v128, segment: usize): void {
  const n = locate(block, mul(unit(word(v128.load(block, WHO), CHOICE)), total));
  let code = codeOf(n);
  if (tiered) code = v128.and(code, tierOf(block, n));
  const state = v128.load(block, STATE);
  const same = i32x4.eq(v128.and(code, whole(0x7c)), own);
  const since = v128.bitselect(v128.and(state, whole(0xff80)), whole(now << 7), same);
  const none = v128.and(whole(1), i32x4.ne(v128.and(state, whole(0x7f)), whole(0)));
  v128.store(block, v128.bitselect(none, v128.or(since, code), i32x4.eq(n, whole(0))), AFTER);
  if (twice) v128.store(block, secondOf(block, n, segment), SECOND_AFTER);
}

/** Second apps: with probability m, by the same weights without the first app and without none. */
function secondOf(block: usize, first: v128, segment: usize): v128 {
  const who = v128.load(block, WHO);
  const wanted = f32x4.lt(unit(word(who, SECOND)), v128.load_splat<f32>(segment, SECOND_APP));
  const hit = v128.and(wanted, i32x4.gt_s(first, whole(0)));
  if (!v128.any_true(hit)) return whole(0);
  let total = every(0), n = whole(1);
  for (let at = block, end = block + (living << 4); at < end; at += 16) {
    v128.store(at, total, BEFORE);
    total = add(total, v128.andnot(v128.load(at, WEIGHTS), i32x4.eq(n, first)));
    n = i32x4.add(n, whole(1));
  }
  const pick = mul(unit(word(who, SECOND_CHOICE)), total);
  const found = i32x4.shr_u(codeOf(locate(block, pick)), 2);
  return v128.and(found, v128.and(hit, f32x4.lt(pick, total)));
}

/** Lets the users of both blocks choose. */
export function choose(cell: usize): void {
  if (load<i32>(<usize>load<u32>(cell, SEGMENT), ALL_AWARE)) weighAll(cell, false);
  else weighAll(cell, true);
}
