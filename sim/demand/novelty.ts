/** The charm of a new app wears off (M13): leaving gets cheaper by novelty (1 - e^(-tenure/T)), our assumption. */
import { exp, LOG2E } from '../core/numerics.js';
import { TENURES } from '../population/contract.js';
import type { DrawnSegment } from '../scenario/drawn.js';

/** Writes what has worn off by tenure, in powers of two, from `at` on, TENURES of them. */
export function writeNovelty(into: Float32Array, at: number, segment: DrawnSegment): void {
  const fade = exp(-1 / segment.noveltyFade);
  let novelty = 1;
  for (let tenure = 0; tenure < TENURES; tenure++) {
    into[at + tenure] = LOG2E * segment.novelty * (1 - novelty);
    novelty *= fade;
  }
}
