/**
 * Addressed draws, four entities at a time: `word` of `sim/core/draws.ts`. A key lies at KEYS as three words,
 * each repeated over 16 bytes.
 */
import { every, sub, whole } from './numerics';

/** Six keys of 48 bytes: sift, verdict, consider, choice, second, second choice. */
export const KEYS: usize = 1024;
export const SIFT: usize = KEYS;
export const VERDICT: usize = KEYS + 48;
export const CONSIDER: usize = KEYS + 96;
export const CHOICE: usize = KEYS + 144;
export const SECOND: usize = KEYS + 192;
export const SECOND_CHOICE: usize = KEYS + 240;

/** 32 random bits for each entity under a key. */
// @ts-ignore: decorator
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
// @ts-ignore: decorator
@inline export function unit(bits: v128): v128 {
  return sub(v128.or(i32x4.shr_u(bits, 9), whole(0x3f800000)), every(1));
}

/** Uniforms of users whose byte of the sift is known: 23 more bits below it. */
// @ts-ignore: decorator
@inline export function verdictOf(who: v128): v128 {
  const group = word(i32x4.shr_u(who, 2), SIFT);
  const place = i32x4.add(v128.and(who, whole(3)), i32x4(0, 4, 8, 12));
  const byte = i8x16.swizzle(group, v128.or(place, whole(0x80808000)));
  return f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(byte), unit(word(who, VERDICT))), every(1.0 / 256));
}
