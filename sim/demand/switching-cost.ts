/**
 * Leaving an app takes effort, and habit adds to it (M04): sigma (1 + habit H(tenure)), with H = 1 - rho^tenure (Guadagni
 * & Little 1983: exponential smoothing of past choices) or a straight ramp.
 */
import { TENURES } from '../population/contract.js';
import type { DrawnSegment } from '../scenario/drawn.js';

/**
 * Writes the leaving cost of a user of median taste by tenure, from `at` on, TENURES of them.
 * @param effort switching cost at tenure 0, in the unit of the table
 */
export function writeHabit(into: Float32Array, at: number, segment: DrawnSegment, effort: number): void {
  let memory = 1;
  for (let tenure = 0; tenure < TENURES; tenure++) {
    const habit = segment.habitRamp > 0 ? Math.min(1, tenure / segment.habitRamp) : 1 - memory;
    into[at + tenure] = effort * (1 + segment.habit * habit);
    memory *= segment.habitMemory;
  }
}
