// A month of the six-app benchmark written by hand for WebAssembly SIMD (AssemblyScript): six apps unrolled, one
// tier, no segments, nothing a user could set. 18 bytes a user as columns. What a general kernel is worth shows
// against this one: both have the same 128-bit lanes.
//
// Multinomial logit by inversion of the running total (McFadden 1974), utilities in base 2, f32; 2^x by rounding with
// 1.5 * 2^23 and a polynomial of degree 4 (relative error below 2.6e-6); sfc32 (Doty-Humphrey's PractRand) in four
// lanes, keyed anew for every 1,024 users. Sparse months mark reviewers with 16-bit draws, pack their numbers to the
// left, gather, decide, and write only the movers back. Usage in whole quanta, so sums are exact.
//
// Long and unrolled because AssemblyScript keeps only named locals in registers. Memory is laid out by the host
// (../simd-by-hand.mjs): par holds 6 qualities, 6 prices, 6 weights and the largest alpha as f32; out holds counts
// and usage of "no app" and the six as i64; a state is the app below and the month after the last move above.
const CHUNK: i32 = 1024;
const INDEX: usize = 4096;
const PRICE: usize = 8192;
const GRIP: usize = 16384;
const TASTE: usize = 24576;
const STATE: usize = 32768;
const NEXT: usize = 40960;
const PACK: usize = 49152;
const SUMS: usize = 57344;

@inline function all(x: f32): v128 { return f32x4.splat(x); }
@inline function times(a: v128, b: v128): v128 { return f32x4.mul(a, b); }
@inline function plus(a: v128, b: v128): v128 { return f32x4.add(a, b); }
@inline function minus(a: v128, b: v128): v128 { return f32x4.sub(a, b); }
@inline function horner(p: v128, x: v128, c: f32): v128 { return plus(times(p, x), all(c)); }

@inline function powerOfTwo(x: v128): v128 {
  const shifted = plus(x, all(12582912.0));
  const f = minus(x, minus(shifted, all(12582912.0)));
  let p = horner(all(9.57010195e-3), f, 5.59178616e-2);
  p = horner(p, f, 2.40247448e-1);
  p = horner(p, f, 6.93121815e-1);
  p = horner(p, f, 0.999999261);
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** Weight of app j (from 0): weight * 2^(taste * quality - alpha * price - [another app] cost). */
@inline function weight(par: usize, j: usize, taste: v128, alpha: v128, app: v128, cost: v128): v128 {
  const at = par + j * 4;
  const value = minus(times(taste, v128.load_splat<f32>(at)), times(alpha, v128.load_splat<f32>(at, 24)));
  const net = minus(value, v128.andnot(cost, i32x4.eq(app, i32x4.splat(<i32>j + 1))));
  return times(powerOfTwo(net), v128.load_splat<f32>(at, 48));
}

@inline function switchingCost(grip: v128, app: v128, since: v128, month: i32): v128 {
  const tenure = i32x4.min_s(i32x4.sub(i32x4.splat(month), since), i32x4.splat(12));
  const held = times(grip, plus(times(f32x4.convert_i32x4_s(tenure), all(<f32>0.8 / 12)), all(1)));
  return v128.bitselect(times(grip, all(0.3)), held, i32x4.eq(app, i32x4.splat(0)));
}

@inline function unit(random: v128): v128 {
  return minus(v128.or(i32x4.shr_u(random, 9), i32x4.splat(0x3f800000)), all(1));
}
@inline function turn(x: v128, k: i32): v128 { return v128.or(i32x4.shl(x, k), i32x4.shr_u(x, 32 - k)); }
@inline function sumLanes(v: v128): i64 {
  return <i64>i32x4.extract_lane(v, 0) + i32x4.extract_lane(v, 1) + i32x4.extract_lane(v, 2) + i32x4.extract_lane(v, 3);
}
@inline function add64(at: usize, v: i64): void { store<i64>(at, load<i64>(at) + v); }

export function dense(
  users: i32, pPrice: usize, pGrip: usize, pTaste: usize, pUsage: usize, pState: usize,
  month: i32, par: usize, seed: u32, out: usize,
): void {
  memory.fill(out, 0, 112);
  for (let first = 0; first < users; first += CHUNK) {
    const end = first + min(users - first, CHUNK);
    let ra = i32x4(0x2545f490, 0x2545f491, 0x2545f492, 0x2545f493);
    let rb = i32x4.splat(seed);
    let rc = i32x4.splat((month << 16) | (first >> 10));
    let rd = i32x4.splat(1);
    for (let warm = 0; warm < 12; warm++) {
      const r = i32x4.add(i32x4.add(ra, rb), rd);
      rd = i32x4.add(rd, i32x4.splat(1));
      ra = v128.xor(rb, i32x4.shr_u(rb, 9));
      rb = i32x4.add(rc, i32x4.shl(rc, 3));
      rc = i32x4.add(turn(rc, 21), r);
    }
    const zero = i32x4.splat(0);
    let n1 = zero, n2 = zero, n3 = zero, n4 = zero, n5 = zero, n6 = zero;
    let u0 = zero, u1 = zero, u2 = zero, u3 = zero, u4 = zero, u5 = zero, u6 = zero;
    for (let i = first; i < end; i += 4) {
      const o = <usize>i << 2;
      const alpha = f32x4.pmin(v128.load(pPrice + o), v128.load_splat<f32>(par, 72));
      const taste = v128.load(pTaste + o);
      const usage = v128.load(pUsage + o);
      const state = v128.load_ext<u16>(pState + (o >> 1));
      const app = v128.and(state, i32x4.splat(255));
      const since = i32x4.shr_u(state, 8);
      const cost = switchingCost(v128.load(pGrip + o), app, since, month);
      const c1 = all(1);
      const c2 = plus(c1, weight(par, 0, taste, alpha, app, cost));
      const c3 = plus(c2, weight(par, 1, taste, alpha, app, cost));
      const c4 = plus(c3, weight(par, 2, taste, alpha, app, cost));
      const c5 = plus(c4, weight(par, 3, taste, alpha, app, cost));
      const c6 = plus(c5, weight(par, 4, taste, alpha, app, cost));
      const total = plus(c6, weight(par, 5, taste, alpha, app, cost));
      const r = i32x4.add(i32x4.add(ra, rb), rd);
      rd = i32x4.add(rd, i32x4.splat(1));
      ra = v128.xor(rb, i32x4.shr_u(rb, 9));
      rb = i32x4.add(rc, i32x4.shl(rc, 3));
      rc = i32x4.add(turn(rc, 21), r);
      const x = times(unit(r), total);
      const m1 = f32x4.le(c1, x), m2 = f32x4.le(c2, x), m3 = f32x4.le(c3, x);
      const m4 = f32x4.le(c4, x), m5 = f32x4.le(c5, x), m6 = f32x4.le(c6, x);
      n1 = i32x4.sub(n1, m1);
      n2 = i32x4.sub(n2, m2);
      n3 = i32x4.sub(n3, m3);
      n4 = i32x4.sub(n4, m4);
      n5 = i32x4.sub(n5, m5);
      n6 = i32x4.sub(n6, m6);
      u0 = i32x4.add(u0, usage);
      u1 = i32x4.add(u1, v128.and(m1, usage));
      u2 = i32x4.add(u2, v128.and(m2, usage));
      u3 = i32x4.add(u3, v128.and(m3, usage));
      u4 = i32x4.add(u4, v128.and(m4, usage));
      u5 = i32x4.add(u5, v128.and(m5, usage));
      u6 = i32x4.add(u6, v128.and(m6, usage));
      const reached = i32x4.add(i32x4.add(i32x4.add(m1, m2), i32x4.add(m3, m4)), i32x4.add(m5, m6));
      const chosen = i32x4.neg(reached);
      const joined = v128.bitselect(since, i32x4.splat(month + 1), i32x4.eq(app, chosen));
      const next = v128.or(chosen, i32x4.shl(joined, 8));
      v128.store64_lane(pState + (o >> 1), i16x8.narrow_i32x4_u(next, next), 0);
    }
    const h1 = sumLanes(n1), h2 = sumLanes(n2), h3 = sumLanes(n3), h4 = sumLanes(n4), h5 = sumLanes(n5), h6 = sumLanes(n6);
    add64(out, end - first - h1);
    add64(out + 8, h1 - h2);
    add64(out + 16, h2 - h3);
    add64(out + 24, h3 - h4);
    add64(out + 32, h4 - h5);
    add64(out + 40, h5 - h6);
    add64(out + 48, h6);
    const g1 = sumLanes(u1), g2 = sumLanes(u2), g3 = sumLanes(u3), g4 = sumLanes(u4), g5 = sumLanes(u5), g6 = sumLanes(u6);
    add64(out + 56, sumLanes(u0) - g1);
    add64(out + 64, g1 - g2);
    add64(out + 72, g2 - g3);
    add64(out + 80, g3 - g4);
    add64(out + 88, g4 - g5);
    add64(out + 96, g5 - g6);
    add64(out + 104, g6);
  }
}

/** For every mask of 8 lanes, the bytes of the marked halfwords packed to the left. */
export function writePackings(): void {
  for (let mask = 0; mask < 256; mask++) {
    let at = PACK + mask * 16;
    for (let lane = 0; lane < 8; lane++) {
      if (!((mask >> lane) & 1)) continue;
      store<u8>(at++, lane * 2);
      store<u8>(at++, lane * 2 + 1);
    }
  }
}

/** out keeps the tally of last month and is changed by the movers; threshold is the review rate in 16 bits. */
export function sparse(
  users: i32, pPrice: usize, pGrip: usize, pTaste: usize, pUsage: usize, pState: usize,
  month: i32, par: usize, seed: u32, out: usize, threshold: u32,
): void {
  memory.fill(SUMS, 0, 128);
  for (let first = 0; first < users; first += CHUNK) {
    const size = min(users - first, CHUNK);
    let ra = i32x4(0x2545f490, 0x2545f491, 0x2545f492, 0x2545f493);
    let rb = i32x4.splat(seed);
    let rc = i32x4.splat((month << 16) | (first >> 10));
    let rd = i32x4.splat(1);
    for (let warm = 0; warm < 12; warm++) {
      const r = i32x4.add(i32x4.add(ra, rb), rd);
      rd = i32x4.add(rd, i32x4.splat(1));
      ra = v128.xor(rb, i32x4.shr_u(rb, 9));
      rb = i32x4.add(rc, i32x4.shl(rc, 3));
      rc = i32x4.add(turn(rc, 21), r);
    }
    let found: i32 = 0;
    let numbers = i16x8(0, 1, 2, 3, 4, 5, 6, 7);
    const bound = i16x8.splat(<i16>threshold);
    for (let i = 0; i < size; i += 8) {
      const r = i32x4.add(i32x4.add(ra, rb), rd);
      rd = i32x4.add(rd, i32x4.splat(1));
      ra = v128.xor(rb, i32x4.shr_u(rb, 9));
      rb = i32x4.add(rc, i32x4.shl(rc, 3));
      rc = i32x4.add(turn(rc, 21), r);
      let bits = i16x8.bitmask(i16x8.lt_u(r, bound));
      if (size - i < 8) bits &= (1 << (size - i)) - 1;
      v128.store(INDEX + (<usize>found << 1), i8x16.swizzle(numbers, v128.load(PACK + (<usize>bits << 4))));
      found += popcnt(bits);
      numbers = i16x8.add(numbers, i16x8.splat(8));
    }
    for (let k = 0; k < found; k++) {
      const i = <usize>(first + <i32>load<u16>(INDEX + (<usize>k << 1)));
      const o = <usize>k << 2;
      store<u32>(PRICE + o, load<u32>(pPrice + (i << 2)));
      store<u32>(GRIP + o, load<u32>(pGrip + (i << 2)));
      store<u32>(TASTE + o, load<u32>(pTaste + (i << 2)));
      store<u32>(STATE + o, load<u16>(pState + (i << 1)));
    }
    for (let k = 0; k < found; k += 4) {
      const o = <usize>k << 2;
      const alpha = f32x4.pmin(v128.load(PRICE + o), v128.load_splat<f32>(par, 72));
      const taste = v128.load(TASTE + o);
      const state = v128.load(STATE + o);
      const app = v128.and(state, i32x4.splat(255));
      const since = i32x4.shr_u(state, 8);
      const cost = switchingCost(v128.load(GRIP + o), app, since, month);
      const c1 = all(1);
      const c2 = plus(c1, weight(par, 0, taste, alpha, app, cost));
      const c3 = plus(c2, weight(par, 1, taste, alpha, app, cost));
      const c4 = plus(c3, weight(par, 2, taste, alpha, app, cost));
      const c5 = plus(c4, weight(par, 3, taste, alpha, app, cost));
      const c6 = plus(c5, weight(par, 4, taste, alpha, app, cost));
      const total = plus(c6, weight(par, 5, taste, alpha, app, cost));
      const r = i32x4.add(i32x4.add(ra, rb), rd);
      rd = i32x4.add(rd, i32x4.splat(1));
      ra = v128.xor(rb, i32x4.shr_u(rb, 9));
      rb = i32x4.add(rc, i32x4.shl(rc, 3));
      rc = i32x4.add(turn(rc, 21), r);
      const x = times(unit(r), total);
      const low = i32x4.add(i32x4.add(f32x4.le(c1, x), f32x4.le(c2, x)), f32x4.le(c3, x));
      const high = i32x4.add(i32x4.add(f32x4.le(c4, x), f32x4.le(c5, x)), f32x4.le(c6, x));
      const chosen = i32x4.neg(i32x4.add(low, high));
      const joined = v128.bitselect(since, i32x4.splat(month + 1), i32x4.eq(app, chosen));
      v128.store(NEXT + o, v128.or(chosen, i32x4.shl(joined, 8)));
    }
    for (let k = 0; k < found; k++) {
      const o = <usize>k << 2;
      const next = load<u32>(NEXT + o);
      const from = load<u8>(STATE + o);
      const to = next & 255;
      if (from == to) continue;
      const i = <usize>(first + <i32>load<u16>(INDEX + (<usize>k << 1)));
      const usage = <i64>load<i32>(pUsage + (i << 2));
      store<u16>(pState + (i << 1), <u16>next);
      add64(SUMS + (<usize>from << 4), -1);
      add64(SUMS + (<usize>from << 4) + 8, -usage);
      add64(SUMS + (<usize>to << 4), 1);
      add64(SUMS + (<usize>to << 4) + 8, usage);
    }
  }
  for (let j: usize = 0; j < 7; j++) {
    add64(out + j * 8, load<i64>(SUMS + j * 16));
    add64(out + 56 + j * 8, load<i64>(SUMS + j * 16 + 8));
  }
}

/** Users of the apps in the mask have none from now on. */
export function release(users: i32, pState: usize, mask: u32): void {
  for (let i: usize = 0; i < <usize>users; i++) {
    if ((mask >> load<u8>(pState + (i << 1))) & 1) store<u16>(pState + (i << 1), 0);
  }
}
