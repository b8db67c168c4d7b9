/** Addressed draws, four entities at a time: `word` of `sim/core/draws.ts`. Six keys lie at KEYS, 48 bytes each:
 * three words, each repeated over 16 bytes. */
import { add, every, mul, sub, whole } from './numerics';

export const KEYS: usize = 1024;
export const SIFT: usize = KEYS, VERDICT: usize = KEYS + 48, CONSIDER: usize = KEYS + 96;
export const CHOICE: usize = KEYS + 144, SECOND: usize = KEYS + 192, SECOND_CHOICE: usize = KEYS + 240;
/** 32 random bits for each entity under a key. */
@inline export function word(entity: v128, key: usize): v128 {
  let x = i32x4.add(entity, v128.load(key));
  x = v128.xor(x, i32x4.shr_u(x, 17));
  x = i32x4.add(i32x4.mul(x, whole(0xed5ad4bb)), v128.load(key, 16));
  x = v128.xor(x, i32x4.shr_u(x, 11));
  x = i32x4.add(i32x4.mul(x, whole(0xac4c1b51)), v128.load(key, 32));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, whole(0x31848bab));
  return v128.xor(x, i32x4.shr_u(x, 14));
}
/** 23-bit uniforms in [0, 1). */
@inline export function unit(bits: v128): v128 {
  return sub(v128.or(i32x4.shr_u(bits, 9), whole(0x3f800000)), every(1));
}
/** The uniform that decides lapse, review or stay: her byte of the sift and 23 more bits below it. */
@inline export function verdictOf(who: v128, bytes: v128): v128 {
  return mul(add(f32x4.convert_i32x4_s(bytes), unit(word(who, VERDICT))), every(1.0 / 256));
}
