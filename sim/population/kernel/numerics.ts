/** Single-precision arithmetic on four users at a time: operation by operation, and so bit by bit, that of
 * `sim/core/single.ts`. */
@inline export function every(x: f32): v128 { return f32x4.splat(x); }
@inline export function whole(x: i32): v128 { return i32x4.splat(x); }
@inline export function add(a: v128, b: v128): v128 { return f32x4.add(a, b); }
@inline export function sub(a: v128, b: v128): v128 { return f32x4.sub(a, b); }
@inline export function mul(a: v128, b: v128): v128 { return f32x4.mul(a, b); }
/** 2^x for |x| <= 126 by a polynomial of degree 4; relative error below 2.7e-6. The nearest whole number is what adding and
 * taking away 1.5 x 2^23 leaves. */
@inline export function exp2(x: v128): v128 {
  const shifted = add(x, every(12582912.0)), r = sub(x, f32x4.nearest(x));
  let p = add(mul(every(9.57010195e-3), r), every(5.59178616e-2));
  p = add(mul(p, r), every(2.40247448e-1));
  p = add(mul(p, r), every(6.93121815e-1));
  return i32x4.add(add(mul(p, r), every(0.999999261)), i32x4.shl(shifted, 23));
}
/** Utilities are kept within +-60, so that no weight or sum of weights overflows. */
@inline export function clamped(x: v128): v128 { return f32x4.pmin(f32x4.pmax(x, every(-60)), every(60)); }
/** The two lowest mantissa bits cleared, so that they can carry a tier. */
@inline export function untagged(x: v128): v128 { return v128.and(x, whole(-4)); }
/** Numbers of 4 bytes of the four users `who` in the column at `from`. */
@inline export function gather(from: usize, who: v128): v128 {
  let four = v128.load32_zero(from + (i32x4.extract_lane(who, 0) << 2));
  four = v128.load32_lane(from + (i32x4.extract_lane(who, 1) << 2), four, 1);
  four = v128.load32_lane(from + (i32x4.extract_lane(who, 2) << 2), four, 2);
  return v128.load32_lane(from + (i32x4.extract_lane(who, 3) << 2), four, 3);
}
/** The marked lanes moved to the left, by a table of swizzles: 16 bytes for each mask. */
@inline export function packed(lanes: v128, mask: i32, table: usize): v128 {
  return i8x16.swizzle(lanes, v128.load(table + (<usize>mask << 4)));
}
