/**
 * The choice of reviewing users: multinomial logit over a drawn consideration set (Goeree 2008), her own app with
 * the grip of habit, every app by its best tier. Two blocks of four users are in flight, so that one load of a
 * coefficient serves eight and the two chains of the exponential overlap.
 * A block (2048): inputs and results as named below, 16 each; then 32 places of 16 each of weights, of running
 * totals before the app, of utilities of the best tiers (which ride in the two lowest bits).
 */
import { CHOICE, CONSIDER, SECOND, SECOND_CHOICE, unit, word } from './draws';
import { add, clamped, every, exp2, gather, mul, sub, untagged, whole } from './numerics';
import * as offers from './offers';
import { ALL_AWARE, at, now, PLAN, planEnd, SEGMENT, tiered, twice } from './offers';

export const BLOCK: usize = 4096, OTHER: usize = 6144;
export const WHO: usize = 0, STATE: usize = 16, QUALITY: usize = 32, PRICE: usize = 48, ADS: usize = 64;
export const SWITCHING: usize = 80, SECOND_OF: usize = 96, AFTER: usize = 112, SECOND_AFTER: usize = 128, MATCH_A: usize = 144, MATCH_B: usize = 160;
const WEIGHTS: usize = 256, BEFORE: usize = 768, BEST: usize = 1280;
/** Offset in the table of leave, from the month in which a user joined. */
@inline function joined(block: usize, lane: usize): usize { return <usize>(load<u32>(block + (lane << 2), STATE) >> 4) & 0xff8; }
/** What a block's users give up by leaving: switching x habit - novelty; for those without an app the entry. */
@inline function leaveOf(block: usize, table: usize): v128 {
  const low = v128.load64_lane(table + joined(block, 1), v128.load64_zero(table + joined(block, 0)), 1);
  const high = v128.load64_lane(table + joined(block, 3), v128.load64_zero(table + joined(block, 2)), 1);
  const habit = i32x4.shuffle(low, high, 0, 2, 4, 6);
  return sub(mul(v128.load(block, SWITCHING), habit), i32x4.shuffle(low, high, 1, 3, 5, 7));
}
/** Weight of having no app; those without one feel the whole effort of joining. */
@inline function outsideOf(own: v128, leave: v128, segment: usize): v128 {
  const part = v128.load_splat<f32>(segment, offers.OUTSIDE_GRIP);
  const grip = v128.bitselect(every(1), part, i32x4.eq(own, whole(0)));
  return exp2(clamped(add(v128.load_splat<f32>(segment, offers.OUTSIDE), mul(grip, leave))));
}
/** Utility of one tier without its ads: base and coefficients of quality and price tastes; and what ads take of it. */
@inline function appeal(block: usize, base: v128, q: v128, p: v128): v128 {
  return sub(add(base, mul(v128.load(block, QUALITY), q)), mul(v128.load(block, PRICE), p));
}
@inline function lessAds(block: usize, x: v128, a: v128): v128 { return sub(x, mul(v128.load(block, ADS), a)); }
/** Utility of the tier whose terms lie `offset` bytes after those of the first. */
@inline function nextTier(block: usize, terms: usize, offset: usize, ads: i32): v128 {
  const o = terms + offset, x = appeal(block, v128.load_splat<f32>(o), v128.load_splat<f32>(o, 4), v128.load_splat<f32>(o, 8));
  return untagged(ads ? lessAds(block, x, v128.load_splat<f32>(o, 12)) : x);
}
/** A utility with the user's match with the app: two traits, all tiers alike. */
@inline function matching(block: usize, x: v128, a: v128, b: v128): v128 {
  return add(x, add(mul(v128.load(block, MATCH_A), a), mul(v128.load(block, MATCH_B), b)));
}
/** All bits where an app is in the drawn consideration set, or `mine`, or the user's second app. */
@inline function considers(bits: v128, known: v128, app: v128, mine: v128, second: v128): v128 {
  return v128.or(i32x4.lt_s(v128.and(bits, whole(0xffff)), known), v128.or(mine, i32x4.eq(second, app)));
}
/** Weighs all living apps for both blocks, place by place, and decides. `drawn`: not everybody knows all apps. */
@inline function weighAll(cell: usize, segment: usize, drawn: bool): void {
  const terms = at(cell, offers.TERMS), aware = at(segment, offers.AWARENESS) - 4, table = at(segment, offers.LEAVE), match = at(segment, offers.MATCH) - 8;
  const own = v128.and(v128.load(BLOCK, STATE), whole(0x7c)), own2 = v128.and(v128.load(OTHER, STATE), whole(0x7c));
  const leave = leaveOf(BLOCK, table), leave2 = leaveOf(OTHER, table);
  let total = outsideOf(own, leave, segment), total2 = outsideOf(own2, leave2, segment), bits = whole(0), bits2 = bits;
  const second = i32x4.shl(v128.load(BLOCK, SECOND_OF), 2), second2 = i32x4.shl(v128.load(OTHER, SECOND_OF), 2);
  for (let plan = PLAN, place: usize = BLOCK; plan < planEnd; plan += 32, place += 16) {
    let o = terms + at(plan, offers.TERMS_AT), base = v128.load_splat<f32>(o), q = v128.load_splat<f32>(o, 4);
    let p = v128.load_splat<f32>(o, 8), x = appeal(BLOCK, base, q, p), x2 = appeal(OTHER, base, q, p);
    const tiers = load<i32>(plan, offers.TIERS_OF), app = v128.load_splat<i32>(plan), ads = load<i32>(plan, offers.HAS_ADS);
    if (ads) base = v128.load_splat<f32>(o, 12), x = lessAds(BLOCK, x, base), x2 = lessAds(OTHER, x2, base);
    if (tiers > 1) {
      x = untagged(x), x2 = untagged(x2);
      let y = nextTier(BLOCK, o, 16, ads), y2 = nextTier(OTHER, o, 16, ads);
      let tag = v128.and(whole(1), f32x4.gt(y, x)), tag2 = v128.and(whole(1), f32x4.gt(y2, x2));
      x = f32x4.pmax(x, y), x2 = f32x4.pmax(x2, y2);
      if (tiers > 2) {
        y = nextTier(BLOCK, o, 32, ads), y2 = nextTier(OTHER, o, 32, ads);
        tag = i32x4.max_s(tag, v128.and(whole(2), f32x4.gt(y, x))), x = f32x4.pmax(x, y);
        tag2 = i32x4.max_s(tag2, v128.and(whole(2), f32x4.gt(y2, x2))), x2 = f32x4.pmax(x2, y2);
      }
      x = v128.or(x, tag), x2 = v128.or(x2, tag2);
      v128.store(place, x, BEST), v128.store(place, x2, BEST + 2048);
    }
    if (load<i32>(plan, offers.HAS_MATCH)) {
      o = match + (at(plan, offers.APP) << 1), base = v128.load_splat<f32>(o), q = v128.load_splat<f32>(o, 4);
      x = matching(BLOCK, x, base, q), x2 = matching(OTHER, x2, base, q);
    }
    x = add(x, v128.and(leave, i32x4.eq(own, app))), x2 = add(x2, v128.and(leave2, i32x4.eq(own2, app)));
    if (!drawn) x = exp2(clamped(x)), x2 = exp2(clamped(x2));
    v128.store(place, x, WEIGHTS), v128.store(place, x2, WEIGHTS + 2048);
    if (drawn) continue; // one loop of both is more than a CPU looks ahead
    v128.store(place, total, BEFORE), total = add(total, x);
    v128.store(place, total2, BEFORE + 2048), total2 = add(total2, x2);
  }
  for (let plan = PLAN, place: usize = BLOCK; drawn && plan < planEnd; plan += 32, place += 16) {
    if (load<i32>(plan, offers.FRESH)) {
      const pair = v128.load_splat<i32>(plan, offers.PAIR), shift = load<i32>(plan, offers.SHIFT);
      bits = i32x4.shr_u(word(v128.or(i32x4.shl(v128.load(BLOCK, WHO), 4), pair), CONSIDER), shift);
      bits2 = i32x4.shr_u(word(v128.or(i32x4.shl(v128.load(OTHER, WHO), 4), pair), CONSIDER), shift);
    } else bits = i32x4.shr_u(bits, 16), bits2 = i32x4.shr_u(bits2, 16);
    const app = v128.load_splat<i32>(plan), known = v128.load_splat<i32>(aware + at(plan, offers.APP));
    const w = v128.and(exp2(clamped(v128.load(place, WEIGHTS))), considers(bits, known, app, i32x4.eq(own, app), second));
    const w2 = v128.and(exp2(clamped(v128.load(place, WEIGHTS + 2048))), considers(bits2, known, app, i32x4.eq(own2, app), second2));
    v128.store(place, w, WEIGHTS), v128.store(place, total, BEFORE), total = add(total, w);
    v128.store(place, w2, WEIGHTS + 2048), v128.store(place, total2, BEFORE + 2048), total2 = add(total2, w2);
  }
  const pick = mul(unit(word(v128.load(BLOCK, WHO), CHOICE)), total), end = BLOCK + ((planEnd - PLAN) >> 1);
  const pick2 = mul(unit(word(v128.load(OTHER, WHO), CHOICE)), total2);
  let n = whole(0), n2 = whole(0); // running totals <= pick: 0 = none, k = the k-th living app
  for (let place: usize = BLOCK; place < end; place += 16) {
    n = i32x4.sub(n, f32x4.le(v128.load(place, BEFORE), pick));
    n2 = i32x4.sub(n2, f32x4.le(v128.load(place, BEFORE + 2048), pick2));
  }
  decide(BLOCK, n, own), decide(OTHER, n2, own2);
  if (twice) chooseSeconds(segment, n, n2);
}
/** Codes of the n-th living apps; 0 for n = 0. */
@inline function codeOf(n: v128): v128 {
  const low = i8x16.swizzle(v128.load(offers.CODES), v128.or(n, whole(0x80808000)));
  if (planEnd <= PLAN + 480) return low; // 15 apps at most
  return v128.or(low, i8x16.swizzle(v128.load(offers.CODES, 16), v128.or(v128.and(i32x4.sub(n, whole(16)), whole(0xff)), whole(0x80808000))));
}
/** Writes the states of a block whose users take the n-th living apps. */
@inline function decide(block: usize, n: v128, own: v128): void {
  const state = v128.load(block, STATE);
  let code = codeOf(n);
  if (tiered) { // bits other than those of the tier are set, so that only a code that ends in 3 takes them
    const best = gather(block + BEST - 16, i32x4.add(i32x4.shl(n, 2), i32x4(0, 1, 2, 3)));
    code = v128.and(code, v128.or(best, whole(-4)));
  }
  const since = v128.bitselect(v128.and(state, whole(0xff80)), whole(now << 7), i32x4.eq(v128.and(code, whole(0x7c)), own));
  const none = v128.and(whole(1), i32x4.ne(v128.and(state, whole(0x7f)), whole(0))); // lapsed, or never had one
  v128.store(block, v128.bitselect(none, v128.or(since, code), i32x4.eq(n, whole(0))), AFTER);
}
/** Second apps of both blocks: with probability m, by the same weights without the first app and without none. Always
 * worked out: four users in five need none, but nobody can foresee of which eight none does. */
@inline function chooseSeconds(segment: usize, first: v128, first2: v128): void {
  const m = v128.load_splat<f32>(segment, offers.SECOND_APP), who = v128.load(BLOCK, WHO), who2 = v128.load(OTHER, WHO);
  const end = BLOCK + ((planEnd - PLAN) >> 1);
  let total = every(0), total2 = total, n = whole(1);
  for (let place = BLOCK; place < end; place += 16) {
    v128.store(place, total, BEFORE), total = add(total, v128.andnot(v128.load(place, WEIGHTS), i32x4.eq(n, first)));
    v128.store(place, total2, BEFORE + 2048), total2 = add(total2, v128.andnot(v128.load(place, WEIGHTS + 2048), i32x4.eq(n, first2)));
    n = i32x4.add(n, whole(1));
  }
  const pick = mul(unit(word(who, SECOND_CHOICE)), total), pick2 = mul(unit(word(who2, SECOND_CHOICE)), total2);
  let k = whole(0), k2 = k;
  for (let place = BLOCK; place < end; place += 16)
    k = i32x4.sub(k, f32x4.le(v128.load(place, BEFORE), pick)), k2 = i32x4.sub(k2, f32x4.le(v128.load(place, BEFORE + 2048), pick2));
  v128.store(BLOCK, foundOf(who, m, first, k, f32x4.lt(pick, total)), SECOND_AFTER);
  v128.store(OTHER, foundOf(who2, m, first2, k2, f32x4.lt(pick2, total2)), SECOND_AFTER);
}
/** The n-th living apps of those of four users who keep a second app and find one (`any`). */
@inline function foundOf(who: v128, m: v128, first: v128, n: v128, any: v128): v128 {
  const hit = v128.and(f32x4.lt(unit(word(who, SECOND)), m), i32x4.gt_s(first, whole(0)));
  return v128.and(i32x4.shr_u(codeOf(n), 2), v128.and(hit, any));
}
/** Lets the users of both blocks choose; inlined where it is called, which is worth 5 %. */
@inline export function choose(cell: usize): void {
  const segment = at(cell, SEGMENT);
  if (load<i32>(segment, ALL_AWARE)) weighAll(cell, segment, false);
  else weighAll(cell, segment, true);
}
