/** How the points of a study are spread over the ranges of its factors: rows of the unit cube, and their values. */
import { gridDesign } from '../../statistics/grid-design.js';
import { latinHypercube } from '../../statistics/latin-hypercube.js';
import { randomDesign } from '../../statistics/random-design.js';
import { sobolSequence } from '../../statistics/sobol-sequence.js';
import type { Values } from '../job.js';
import { type Factor, valuesAt } from './factor.js';

/** A point of the design: coordinates in [0, 1], and the values that they mean. */
export interface DesignRow {
  readonly at: readonly number[];
  readonly values: Values;
}

export type DesignName = 'sobol' | 'lhs' | 'grid' | 'random';

/** Just below the end of a list of levels, which is cut into equal parts. */
const LAST = 1 - 2 ** -20;

/** Points of a grid: the product of all levels and steps. */
export function gridSize(factors: readonly Factor[], steps: number): number {
  return factors.reduce((size, { levels }) => size * (levels?.length ?? steps), 1);
}

/** Levels at their middles, ranges from end to end. */
function gridOf(factors: readonly Factor[], steps: number): number[][] {
  const counts = factors.map(({ levels }) => levels?.length ?? steps);
  return gridDesign(counts).map((row) =>
    row.map((u, k) => (factors[k].levels ? (u * (counts[k] - 1) + 0.5) / counts[k] : u)),
  );
}

/**
 * The rows of a design.
 * @param points rows; of a grid: steps of each factor that has no levels
 */
export function designRows(
  design: DesignName,
  factors: readonly Factor[],
  { points, seed }: { readonly points: number; readonly seed: string },
): DesignRow[] {
  const d = factors.length;
  const rows = {
    sobol: () => sobolSequence(points, d, { seed }),
    lhs: () => latinHypercube(points, d, seed),
    random: () => randomDesign(points, d, seed),
    grid: () => gridOf(factors, points),
  }[design]();
  return rows.map((at) => ({
    at,
    values: valuesAt(
      factors,
      at.map((u) => Math.min(LAST, u)),
    ),
  }));
}

/** The design that suits the factors: a grid for one or two, or if all have levels; else a Sobol sequence. */
export function usualDesign(factors: readonly Factor[]): DesignName {
  return factors.length <= 2 || factors.every(({ levels }) => levels !== undefined) ? 'grid' : 'sobol';
}
