/** Quantile of Student's t law by the beta law's: Abramowitz & Stegun 1964, 26.7.1: x = df / (df + t²) is Beta(df / 2, 1 / 2). */
import { expectThat } from './expect.js';
import { betaQuantile } from './incomplete-beta.js';

/** t with P(T <= t) = p; `p` between 0 and 1, `df` > 0 degrees of freedom, which need not be whole. @throws RangeError on others */
export function studentQuantile(p: number, df: number): number {
  expectThat(p > 0 && p < 1, 'studentQuantile: expected p between 0 and 1', p);
  expectThat(df > 0, 'studentQuantile: expected degrees of freedom above 0', df);
  const tail = 2 * Math.min(p, 1 - p);
  const rest = betaQuantile(1 - tail, 0.5, df / 2);
  return Math.sign(p - 0.5) * Math.sqrt((df * rest) / (1 - rest));
}
