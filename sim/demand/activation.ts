/**
 * Many do not get past their first month (M30): a user who joined last month stays with probability `activation` times
 * that of not lapsing. Populations apply it in the same draw as the lapse. Our assumption.
 */
import type { DrawnSegment } from '../scenario/drawn.js';

/** Part of last month's joiners who get past their first month, 0 to 1. */
export function activationRate({ activation }: DrawnSegment): number {
  return activation;
}
