/** e^(spread x normal) for a column of tastes, two users at a time: operation by operation, and so bit by bit, `exp` of
 * `sim/core/numerics.ts`, for |spread x normal| below 700. */
@inline function both(x: f64): v128 { return f64x2.splat(x); }
@inline function exp(x: v128): v128 {
  const k = f64x2.floor(f64x2.add(f64x2.mul(x, both(1.4426950408889634)), both(0.5)));
  const high = f64x2.sub(x, f64x2.mul(k, both(6.9314718036912381649e-1))), low = f64x2.mul(k, both(1.90821492927058770002e-10));
  const r = f64x2.sub(high, low), t = f64x2.mul(r, r);
  let p = f64x2.add(both(-1.6533902205465251539e-6), f64x2.mul(t, both(4.13813679705723846039e-8)));
  p = f64x2.add(both(6.61375632143793436117e-5), f64x2.mul(t, p));
  p = f64x2.add(both(-2.77777777770155933842e-3), f64x2.mul(t, p));
  p = f64x2.add(both(1.66666666666666019037e-1), f64x2.mul(t, p));
  const c = f64x2.sub(r, f64x2.mul(t, p));
  const y = f64x2.sub(both(1), f64x2.sub(f64x2.sub(low, f64x2.div(f64x2.mul(r, c), f64x2.sub(both(2), c))), high));
  return f64x2.mul(y, i64x2.shl(f64x2.add(k, both(6755399441055744.0 + 1023)), 52)); // x 2^k
}
/** Turns the standard normals in [column, end) into e^(spread x normal). */
export function spreadOut(column: usize, end: usize, spread: f64): void {
  for (let at = column; at + 8 <= end; at += 8) {
    const x = f64x2.promote_low_f32x4(v128.load64_zero(at));
    v128.store64_lane(at, f32x4.demote_f64x2_zero(exp(f64x2.mul(both(spread), x))), 0);
  }
  if ((end - column) & 4) {
    const x = f64x2.promote_low_f32x4(v128.load32_zero(end - 4));
    v128.store32_lane(end - 4, f32x4.demote_f64x2_zero(exp(f64x2.mul(both(spread), x))), 0);
  }
}
