/** An app is worth more with more users (M24): eta ln(1 + scale share), our assumption. */
import { log } from '../core/numerics.js';
import type { DrawnSegment } from '../scenario/drawn.js';

/** Utils that the app's share of the segment (0 to 1, last month's, second apps too) adds. */
export function networkEffect({ network, networkScale }: DrawnSegment, share: number): number {
  return network * log(1 + networkScale * share);
}
