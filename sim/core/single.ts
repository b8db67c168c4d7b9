/**
 * Single-precision arithmetic of the population, operation by operation that of the SIMD kernel: every
 * step is rounded by `Math.fround`, so a four-lane kernel gives the same bits.
 */
const f = Math.fround;
const FLOAT = new Float32Array(1);
const BITS = new Int32Array(FLOAT.buffer);
const MAGIC = 12582912;
const C4 = f(9.57010195e-3);
const C3 = f(5.59178616e-2);
const C2 = f(2.40247448e-1);
const C1 = f(6.93121815e-1);
const C0 = f(0.999999261);

/** Utilities in powers of two are kept within +- this, so that no weight or sum of weights overflows. */
export const CLAMP = 60;

/** 2^x for |x| <= 126 by a polynomial of degree 4; relative error below 2.7e-6. */
export function exp2(x: number): number {
  FLOAT[0] = x + MAGIC;
  const shift = BITS[0];
  const r = f(x - f(FLOAT[0] - MAGIC));
  FLOAT[0] = f(f(f(f(f(f(f(f(C4 * r) + C3) * r) + C2) * r) + C1) * r) + C0);
  BITS[0] += shift << 23;
  return FLOAT[0];
}

/** x with its two lowest mantissa bits cleared, so that they can carry a tier. */
export function untagged(x: number): number {
  FLOAT[0] = x;
  BITS[0] &= -4;
  return FLOAT[0];
}

/** x with the two lowest mantissa bits set to `tag` (0-3); x must be untagged. */
export function tagged(x: number, tag: number): number {
  FLOAT[0] = x;
  BITS[0] |= tag;
  return FLOAT[0];
}

/** The tag that `tagged` stored. */
export function tagOf(x: number): number {
  FLOAT[0] = x;
  return BITS[0] & 3;
}
