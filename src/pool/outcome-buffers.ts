/** Which memory of an outcome is handed over to another thread instead of copied. */
import type { Outcome } from '../../sim/index.js';

/** Each buffer once, as transfer lists want it; the sender loses them. */
export function buffersOf(outcome: Outcome): ArrayBuffer[] {
  const arrays = [outcome.months, outcome.market, outcome.moves, outcome.origins];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
