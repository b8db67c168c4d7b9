/**
 * What a search makes least: squared standardised errors of the fitted targets, and a weak pull to the middle of each
 * range, without which a direction that no target tells ends where luck puts it (ridge regression, Hoerl & Kennard 1970;
 * as a prior: a normal law whose standard deviation is half a range). Reported losses leave the pull out.
 */
import { type Aim, errorsOf, lossOf } from './aims.js';

/** How far from the middle of its range, in ranges, a value counts as much as a target missed by one standard error. */
const PULL = 0.5;

/** Distances of coordinates from the middles of their ranges, in the unit of standardised errors. */
export function pullsOf(point: readonly number[]): number[] {
  return point.map((x) => (x - 0.5) / PULL);
}

/** Loss of the fitted aims and the pull at a point; Infinity if an aim could not be measured. */
export function objectiveOf(
  aims: readonly Aim[],
  found: readonly number[],
  point: readonly number[],
): number {
  return lossOf(aims, found) + pullsOf(point).reduce((sum, pull) => sum + pull * pull, 0);
}

/** Standardised errors of all aims given; one that could not be measured tells nothing. */
export function toldErrors(aims: readonly Aim[], found: readonly number[]): number[] {
  return errorsOf(aims, found).map((z) => (Number.isFinite(z) ? z : 0));
}
