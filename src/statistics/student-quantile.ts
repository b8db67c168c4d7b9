/** Quantile of Student's t law by the beta law's: Abramowitz & Stegun 1964, 26.7.1: x = df / (df + t²) is Beta(df / 2, 1 / 2). */
import { expectThat } from './expect.js';
import { betaQuantile } from './incomplete-beta.js';

/** Below this tail 1 - x and 1 - tail have lost digits that t needs: at df = 1 a tail of 1e-7 cost three per mille of t. */
const FAR = 1e-3;

/** t² with P(|T| >= t) = tail, from whichever of x and 1 - x is small. */
function squareOf(tail: number, df: number): number {
  if (tail < FAR) {
    const x = betaQuantile(tail, df / 2, 0.5);
    return (df * (1 - x)) / x;
  }
  const rest = betaQuantile(1 - tail, 0.5, df / 2);
  return (df * rest) / (1 - rest);
}

/** t with P(T <= t) = p; `p` between 0 and 1, finite `df` > 0, which need not be whole. @throws RangeError on others */
export function studentQuantile(p: number, df: number): number {
  expectThat(p > 0 && p < 1, 'studentQuantile: expected p between 0 and 1', p);
  expectThat(df > 0 && df < Infinity, 'studentQuantile: expected finite degrees of freedom above 0', df);
  return Math.sign(p - 0.5) * Math.sqrt(squareOf(2 * Math.min(p, 1 - p), df));
}
