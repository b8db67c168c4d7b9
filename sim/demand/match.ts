/** Lasting match of users with the character of apps (M04): matchSpread (x_a traitA + x_b traitB), x standard normal. */
import type { DrawnFirm, DrawnSegment } from '../scenario/drawn.js';

/** Utils per unit of x_a and of x_b. */
export function matchWeights({ matchSpread }: DrawnSegment, { traitA, traitB }: DrawnFirm): [number, number] {
  return [matchSpread * traitA, matchSpread * traitB];
}
