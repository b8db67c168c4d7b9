/**
 * Exact draws from the binomial and the hypergeometric law, from addressed 32-bit words that are taken in turn
 * under one address (a cohort and its month). Tiny counts by Bernoulli trials, small means by inversion, large
 * means by the transformed rejection BTRS (Hoermann 1993, "The generation of binomial random variates", Journal
 * of Statistical Computation and Simulation 46), whose cost does not grow with the count: about 50 ns a draw.
 * Hypergeometric: an urn for small samples, else the ratio of uniforms HRUA (Stadlober 1990).
 */
import { logGamma } from './distributions.js';
import { type Key, word } from './draws.js';
import { exp, log } from './numerics.js';

/** Where draws are taken from: turn, and the three words of the key. Written at every draw. */
export type Urn = Int32Array;

/** An urn without an address; `openUrn` gives it one. */
export function makeUrn(): Urn {
  return new Int32Array(4);
}

/** Turns the urn to the entity and its `part` (any 32-bit integers) under a key; the same address gives the same draws. */
export function openUrn(urn: Urn, key: Key, entity: number, part = 0): void {
  urn[0] = 0;
  urn[1] = word(entity, key[0], key[1], key[2]);
  urn[2] = key[1] + part;
  urn[3] = key[2];
}

/** The next uniform in (0, 1), a multiple of 2^-33. */
export function nextUniform(urn: Urn): number {
  return ((word(urn[0]++, urn[1], urn[2], urn[3]) >>> 0) + 0.5) * 2.3283064365386963e-10;
}

/** Below this mean numbers are drawn by inversion; BTRS needs at least 10. */
const SMALL_MEAN = 10;
/** So few trials are made one by one. */
const FEW = 4;

/** ln k! - [(k + 1/2) ln(k + 1) - (k + 1) + ln(2 pi)/2] for k < 10 (Hoermann 1993, table). */
const CORRECTION = Float64Array.of(
  0.08106146679532726,
  0.04134069595540929,
  0.02767792568499834,
  0.02079067210376509,
  0.01664469118982119,
  0.01387612882307075,
  0.01189670994589177,
  0.01041126526197209,
  0.009255462182712733,
  0.008330563433362871,
);

function correction(k: number): number {
  if (k < 10) return CORRECTION[k];
  const r = 1 / (k + 1);
  return (1 / 12 - (1 / 360 - (1 / 1260) * r * r) * r * r) * r;
}

/** Successes in n trials (whole, 0 to 2^31) of probability p; p outside [0, 1] counts as 0 or 1. */
export function binomial(urn: Urn, n: number, p: number): number {
  if (n === 0 || !(p > 0)) return 0;
  if (p >= 1) return n;
  return p > 0.5 ? n - fewer(urn, n, 1 - p) : fewer(urn, n, p);
}

/** p at most 1/2. */
function fewer(urn: Urn, n: number, p: number): number {
  if (n <= FEW) {
    let k = 0;
    for (let i = 0; i < n; i++) if (nextUniform(urn) < p) k++;
    return k;
  }
  return n * p < SMALL_MEAN ? inverted(urn, n, p) : rejected(urn, n, p);
}

/** Inversion: sums the probabilities from 0; about n p + 1 steps. */
function inverted(urn: Urn, n: number, p: number): number {
  const odds = p / (1 - p);
  const slope = (n + 1) * odds;
  const none = p < 1e-4 ? exp(-n * p * (1 + p * (0.5 + p * (1 / 3 + p * 0.25)))) : exp(n * log(1 - p));
  let u = nextUniform(urn);
  let chance = none;
  let k = 0;
  while (u > chance && k < n) {
    u -= chance;
    k++;
    chance *= slope / k - odds;
    if (chance < 1e-13 && k > 30) break;
  }
  return k;
}

/** BTRS; n p at least 10. */
function rejected(urn: Urn, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const sure = 0.92 - 4.2 / b;
  for (;;) {
    const u = nextUniform(urn) - 0.5;
    const v = nextUniform(urn);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= sure) return k;
    if (k < 0 || k > n) continue;
    const alpha = (2.83 + 5.1 / b) * spread;
    if (log((v * alpha) / (a / (us * us) + b)) <= heightOf(n, p, k)) return k;
  }
}

/** ln of the probability of k over that of the mode. */
function heightOf(n: number, p: number, k: number): number {
  const mode = Math.floor((n + 1) * p);
  const odds = p / (1 - p);
  return (
    (mode + 0.5) * log((mode + 1) / (odds * (n - mode + 1))) +
    (n + 1) * log((n - mode + 1) / (n - k + 1)) +
    (k + 0.5) * log((odds * (n - k + 1)) / (k + 1)) +
    correction(mode) +
    correction(n - mode) -
    correction(k) -
    correction(n - k)
  );
}

/** Marked ones in a sample of `sample` from `marked` and `others`, without putting back; all whole. */
export function hypergeometric(urn: Urn, marked: number, others: number, sample: number): number {
  const all = marked + others;
  if (sample >= all) return marked;
  if (marked === 0 || sample === 0) return 0;
  if (others === 0) return sample;
  if (sample > all - sample) return marked - hypergeometric(urn, marked, others, all - sample);
  if (marked > others) return sample - hypergeometric(urn, others, marked, sample);
  if (sample > marked) return hypergeometric(urn, sample, all - sample, marked);
  return sample <= 12 ? drawnOneByOne(urn, marked, all, sample) : ratioOfUniforms(urn, marked, all, sample);
}

function drawnOneByOne(urn: Urn, marked: number, all: number, sample: number): number {
  let left = marked;
  for (let i = 0; i < sample; i++) if (nextUniform(urn) * (all - i) < left) left--;
  return marked - left;
}

/** HRUA (Stadlober 1990): rejection from under a ratio of uniforms; marked and sample at most half of all. */
function ratioOfUniforms(urn: Urn, marked: number, all: number, sample: number): number {
  const part = marked / all;
  const centre = sample * part + 0.5;
  const spread = Math.sqrt(((all - sample) * sample * part * (1 - part)) / (all - 1) + 0.5);
  const width = 1.7155277699214135 * spread + 0.8989161620588988;
  const mode = Math.floor(((sample + 1) * (marked + 1)) / (all + 2));
  const height = logFactorials(marked, all, sample, mode);
  const end = Math.min(Math.min(sample, marked) + 1, Math.floor(centre + 16 * spread));
  for (;;) {
    const x = nextUniform(urn);
    const w = centre + (width * (nextUniform(urn) - 0.5)) / x;
    if (w < 0 || w >= end) continue;
    const k = Math.floor(w);
    const t = height - logFactorials(marked, all, sample, k);
    if (x * (4 - x) - 3 <= t) return k;
    if (x * (x - t) < 1 && 2 * log(x) <= t) return k;
  }
}

function logFactorials(marked: number, all: number, sample: number, k: number): number {
  return (
    logGamma(k + 1) +
    logGamma(marked - k + 1) +
    logGamma(sample - k + 1) +
    logGamma(all - marked - sample + k + 1)
  );
}
