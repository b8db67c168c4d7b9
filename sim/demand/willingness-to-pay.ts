/**
 * Users differ in what a price means to them (M22): v falls by alpha P, ln alpha normal over users. The sheet holds the
 * median of a usage class, the population each user's ratio to it.
 */
import type { DrawnSegment } from '../scenario/drawn.js';

/**
 * Median alpha in utils per unit of the scenario's currency.
 * @param exchangeRate currency per USD, in which the sensitivity is declared
 */
export function priceWeight({ priceSensitivity }: DrawnSegment, exchangeRate: number): number {
  return priceSensitivity / exchangeRate;
}
