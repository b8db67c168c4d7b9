// The vector operations the limit needs, once for AVX-512 (16 lanes, mask registers) and once for AVX2 with FMA
// and BMI2 (8 lanes, masks as all-ones words). Floats, Words and Mask are one register each; + - * on Floats are the
// compilers' own. One idea only: market.cpp above it reads the same for both widths.
#pragma once
#include <cstdint>
#include <immintrin.h>

#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__) && defined(__AVX512DQ__)
constexpr int LANES = 16;
using Floats = __m512;
using Words = __m512i;
using Mask = __mmask16;

static inline Floats all(float x) { return _mm512_set1_ps(x); }
static inline Words allWords(int x) { return _mm512_set1_epi32(x); }
static inline Words laneNumbers() { return _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15); }
static inline Floats load(const float *p) { return _mm512_loadu_ps(p); }
static inline Words load(const int32_t *p) { return _mm512_loadu_si512(p); }
static inline Words load(const uint16_t *p) { return _mm512_cvtepu16_epi32(_mm256_loadu_si256((const __m256i *)p)); }
static inline void store(int32_t *p, Words x) { _mm512_storeu_si512(p, x); }
static inline void store(uint16_t *p, Words x) { _mm256_storeu_si256((__m256i *)p, _mm512_cvtepi32_epi16(x)); }
static inline Floats gather(const float *p, Words at) { return _mm512_i32gather_ps(at, p, 4); }
static inline Words gather(const uint16_t *p, Words at) {
  return _mm512_and_si512(_mm512_i32gather_epi32(at, p, 2), allWords(65535));
}
static inline Floats fma(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }
static inline Floats asFloats(Words x) { return _mm512_castsi512_ps(x); }
static inline Words asWords(Floats x) { return _mm512_castps_si512(x); }
static inline Floats toFloats(Words x) { return _mm512_cvtepi32_ps(x); }
static inline Words plus(Words a, Words b) { return _mm512_add_epi32(a, b); }
static inline Words minus(Words a, Words b) { return _mm512_sub_epi32(a, b); }
static inline Words least(Words a, Words b) { return _mm512_min_epi32(a, b); }
static inline Words both(Words a, Words b) { return _mm512_and_si512(a, b); }
static inline Words either(Words a, Words b) { return _mm512_or_si512(a, b); }
static inline Words differ(Words a, Words b) { return _mm512_xor_si512(a, b); }
template <int N> static inline Words left(Words x) { return _mm512_slli_epi32(x, N); }
template <int N> static inline Words right(Words x) { return _mm512_srli_epi32(x, N); }
template <int N> static inline Words turn(Words x) { return _mm512_rol_epi32(x, N); }
static inline Mask equal(Words a, Words b) { return _mm512_cmpeq_epi32_mask(a, b); }
static inline Mask atMost(Floats a, Floats b) { return _mm512_cmp_ps_mask(a, b, _CMP_LE_OQ); }
static inline Floats pick(Mask m, Floats yes, Floats no) { return _mm512_mask_mov_ps(no, m, yes); }
static inline Words pick(Mask m, Words yes, Words no) { return _mm512_mask_mov_epi32(no, m, yes); }
static inline Floats minusUnless(Mask m, Floats a, Floats b) { return _mm512_mask_sub_ps(a, (Mask)~m, a, b); }
static inline Words plusWhere(Mask m, Words a, Words b) { return _mm512_mask_add_epi32(a, m, a, b); }
static inline int count(Mask m) { return __builtin_popcount(m); }
/** p · 2^whole, where shifted = whole + 1.5 · 2^23. */
static inline Floats scaled(Floats p, Floats whole, Floats) { return _mm512_scalef_ps(p, whole); }
/** One bit for each of the 2·LANES half words below the threshold. */
static inline uint32_t halvesBelow(Words x, int threshold) {
  return _mm512_cmplt_epu16_mask(x, _mm512_set1_epi16((short)threshold));
}
/** Writes the words whose bit is set, packed to the left; may touch LANES words; returns how many. */
static inline int pack(int32_t *out, uint32_t bits, Words x) {
  _mm512_storeu_si512(out, _mm512_maskz_compress_epi32((Mask)bits, x));
  return __builtin_popcount(bits);
}

#elif defined(__AVX2__) && defined(__FMA__) && defined(__BMI2__)
constexpr int LANES = 8;
using Floats = __m256;
using Words = __m256i;
using Mask = __m256i;

static inline Floats all(float x) { return _mm256_set1_ps(x); }
static inline Words allWords(int x) { return _mm256_set1_epi32(x); }
static inline Words laneNumbers() { return _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7); }
static inline Floats load(const float *p) { return _mm256_loadu_ps(p); }
static inline Words load(const int32_t *p) { return _mm256_loadu_si256((const __m256i *)p); }
static inline Words load(const uint16_t *p) { return _mm256_cvtepu16_epi32(_mm_loadu_si128((const __m128i *)p)); }
static inline void store(int32_t *p, Words x) { _mm256_storeu_si256((__m256i *)p, x); }
static inline void store(uint16_t *p, Words x) {
  const __m256i halves = _mm256_permute4x64_epi64(_mm256_packus_epi32(x, x), 8);
  _mm_storeu_si128((__m128i *)p, _mm256_castsi256_si128(halves));
}
static inline Floats gather(const float *p, Words at) { return _mm256_i32gather_ps(p, at, 4); }
static inline Words gather(const uint16_t *p, Words at) {
  return _mm256_and_si256(_mm256_i32gather_epi32((const int *)p, at, 2), allWords(65535));
}
static inline Floats fma(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
static inline Floats asFloats(Words x) { return _mm256_castsi256_ps(x); }
static inline Words asWords(Floats x) { return _mm256_castps_si256(x); }
static inline Floats toFloats(Words x) { return _mm256_cvtepi32_ps(x); }
static inline Words plus(Words a, Words b) { return _mm256_add_epi32(a, b); }
static inline Words minus(Words a, Words b) { return _mm256_sub_epi32(a, b); }
static inline Words least(Words a, Words b) { return _mm256_min_epi32(a, b); }
static inline Words both(Words a, Words b) { return _mm256_and_si256(a, b); }
static inline Words either(Words a, Words b) { return _mm256_or_si256(a, b); }
static inline Words differ(Words a, Words b) { return _mm256_xor_si256(a, b); }
template <int N> static inline Words left(Words x) { return _mm256_slli_epi32(x, N); }
template <int N> static inline Words right(Words x) { return _mm256_srli_epi32(x, N); }
template <int N> static inline Words turn(Words x) { return either(left<N>(x), right<32 - N>(x)); }
static inline Mask equal(Words a, Words b) { return _mm256_cmpeq_epi32(a, b); }
static inline Mask atMost(Floats a, Floats b) { return asWords(_mm256_cmp_ps(a, b, _CMP_LE_OQ)); }
static inline Floats pick(Mask m, Floats yes, Floats no) { return _mm256_blendv_ps(no, yes, asFloats(m)); }
static inline Words pick(Mask m, Words yes, Words no) { return _mm256_blendv_epi8(no, yes, m); }
static inline Floats minusUnless(Mask m, Floats a, Floats b) { return a - _mm256_andnot_ps(asFloats(m), b); }
static inline Words plusWhere(Mask m, Words a, Words b) { return plus(a, both(m, b)); }
static inline int count(Mask m) { return __builtin_popcount(_mm256_movemask_ps(asFloats(m))); }
static inline Floats scaled(Floats p, Floats, Floats shifted) {
  return asFloats(plus(asWords(p), left<23>(asWords(shifted))));
}
static inline uint32_t halvesBelow(Words x, int threshold) {
  const __m256i limit = _mm256_set1_epi16((short)(threshold - 1));
  const __m256i below = _mm256_cmpeq_epi16(_mm256_min_epu16(x, limit), x);
  const uint32_t bits = _mm256_movemask_epi8(_mm256_packs_epi16(below, _mm256_setzero_si256()));
  return (bits & 255) | (bits >> 8 & 0xff00);
}
static inline int pack(int32_t *out, uint32_t bits, Words x) {
  // BMI2 left-packing: spread the bits over bytes, then extract the lane numbers (a well-known AVX2 idiom).
  const uint64_t bytes = _pdep_u64(bits, 0x0101010101010101ull) * 255;
  const __m128i lanes = _mm_cvtsi64_si128((long long)_pext_u64(0x0706050403020100ull, bytes));
  store(out, _mm256_permutevar8x32_epi32(x, _mm256_cvtepu8_epi32(lanes)));
  return __builtin_popcount(bits);
}
#else
#error "the limit needs a CPU with AVX-512 (F, BW, VL, DQ) or AVX2 with FMA and BMI2"
#endif
