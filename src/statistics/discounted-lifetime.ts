/**
 * What a new customer's lifetime is worth in periods paid at their beginning: Fader & Hardie 2010, "Customer-base
 * valuation in a contractual setting", Marketing Science 29(1), 85-93. The sum of S(t) / (1 + d)^t from t = 0 is
 * 2F1(1, beta; alpha + beta; 1 / (1 + d)); its terms fall faster than a geometric series, so it is summed until the rest,
 * at most last term / d, is below rounding. Costs about 36 / d terms.
 */
import { expectThat } from './expect.js';
import { expectShapes } from './shifted-beta-geometric.js';

const SMALLEST_DISCOUNT = 1e-6;

/**
 * Discounted expected lifetime in periods, the first one whole.
 * @param discount of a period, such as .1; 0 gives the mean lifetime (alpha + beta - 1) / (alpha - 1), Infinity if alpha <= 1
 * @throws RangeError unless alpha, beta > 0 and `discount` is 0 or at least 1e-6
 */
export function discountedLifetime(alpha: number, beta: number, discount: number): number {
  expectShapes(alpha, beta, 'discountedLifetime');
  expectThat(
    discount === 0 || (discount >= SMALLEST_DISCOUNT && Number.isFinite(discount)),
    `discountedLifetime: expected discount to be 0 or a finite number of at least ${SMALLEST_DISCOUNT}`,
    discount,
  );
  if (discount === 0) return alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : Number.POSITIVE_INFINITY;
  let term = 1;
  let sum = 0;
  for (let t = 1; term > 1e-17 * discount * sum; t++) {
    sum += term;
    term *= (beta + t - 1) / (alpha + beta + t - 1) / (1 + discount);
  }
  return sum;
}
