/**
 * Distribution function of the beta law and its quantile. The continued fraction of Didonato & Morris 1992 (ACM TOMS
 * 18, 360-373, eq. 9) in its classical form (Abramowitz & Stegun 1964, 26.5.8) by Lentz's method; the logarithm of the
 * gamma function by Lanczos' series with g = 7 (Godfrey's coefficients, 1e-15). The quantile is found by halving, which
 * is slower than Newton's method (some 60 evaluations) but cannot miss. Packages that have both bring 200 others.
 */
import { expectThat } from './expect.js';

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
const TINY = 1e-300;
const MOST_TERMS = 1e5;

/** log of the gamma function, x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shift = x - 1;
  const series = LANCZOS.reduce((sum, c, k) => sum + c / (shift + k + 1), 0.9999999999998099);
  const t = shift + 7.5;
  return Math.log(2 * Math.PI) / 2 + (shift + 0.5) * Math.log(t) - t + Math.log(series);
}

/** The continued fraction of the left tail; it converges quickly for x < (a + 1) / (a + b + 2). */
function fraction(x: number, a: number, b: number): number {
  const awayFrom0 = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / awayFrom0(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / awayFrom0(1 + term * d);
      c = awayFrom0(1 + term / c);
      step = c * d;
      value *= step;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return value;
}

/** P(X <= x) of the beta law with finite shapes a, b > 0; 0..1. NaN of NaN. @throws RangeError on other shapes */
export function betaCdf(x: number, a: number, b: number): number {
  const isFit = a > 0 && b > 0 && a < Infinity && b < Infinity;
  expectThat(isFit, 'betaCdf: expected finite shapes above 0', `${a} and ${b}`);
  if (!(x > 0)) return Number.isNaN(x) ? x : 0;
  if (x >= 1) return 1;
  const log = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  if (x < (a + 1) / (a + b + 2)) return (Math.exp(log) * fraction(x, a, b)) / a;
  return 1 - (Math.exp(log) * fraction(1 - x, b, a)) / b;
}

/** x with P(X <= x) = p, 0..1. @throws RangeError on p outside 0..1 or shapes that are not finite and above 0 */
export function betaQuantile(p: number, a: number, b: number): number {
  expectThat(p >= 0 && p <= 1, 'betaQuantile: expected p to be a number in 0..1', p);
  let [low, high] = [0, 1];
  while (high - low > 1e-15 * high) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (betaCdf(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
