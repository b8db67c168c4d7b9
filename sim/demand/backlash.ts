/**
 * A price rise, a cut or a lost feature makes users look around (M31; form after Replika, February 2023). Each event has a
 * probability b of a review in the next month; events of a month join as 1 - prod (1 - b).
 */
import type { DrawnSegment } from '../scenario/drawn.js';

/** b of a quota cut. */
export const QUOTA_CUT = 0.5;

/** b of a price that goes from `old` to `price`: 1 - (old/new)^5, which is 1 - e^(-5 ln(new/old)); from zero 1. */
export function priceRise(old: number, price: number): number {
  if (price <= old) return 0;
  if (old === 0) return 1;
  const ratio = old / price;
  return 1 - ratio * ratio * ratio * ratio * ratio;
}

/** b of losing the part `lost` (0 to 1) of an app's features. */
export function featureLoss(lost: number): number {
  return lost > 0 ? 0.6 * lost : 0;
}

/** Two events as one. */
export function both(a: number, b: number): number {
  return 1 - (1 - a) * (1 - b);
}

/** Probability of no review of a user: of none by habit, after her app's events, and after the part of use blocked. */
export function stayRate({ review, backlash }: DrawnSegment, events: number, blocked: number): number {
  const felt = (1 - backlash * events) * (1 - backlash * blocked);
  return (1 - review) * felt;
}
