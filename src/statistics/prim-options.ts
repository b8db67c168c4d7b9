/** What prim is given, read and refused. */
import { expectThat, expectWhole } from './expect.js';
import type { PrimTable } from './prim-region.js';
import type { Seed } from './random-stream.js';

export interface PrimOptions {
  /** Names of the columns; `x1`, `x2` ... unless given. */
  readonly names?: readonly string[];
  /** Columns whose numbers are names without order. Numbers with an order, if few, need not be told. */
  readonly categorical?: readonly number[];
  /** Part of the box's rows that a step peels; .05 unless given. */
  readonly alpha?: number;
  /** Part of the box's rows by which a step of pasting widens it, 0 for none; .01 unless given. */
  readonly paste?: number;
  /** Least part of all rows in a box; .05 unless given. */
  readonly minMass?: number;
  /** Wanted density: the box with the best coverage of those at least so dense; else the densest. */
  readonly threshold?: number;
  /** Most boxes, one after the other; 1 unless given. */
  readonly boxes?: number;
  /** Shuffles of the permutation test; 99 unless given, without a seed none. */
  readonly permutations?: number;
  readonly seed?: Seed;
}

/** Options with what is usual. */
export type PrimSettings = Required<
  Pick<PrimOptions, 'alpha' | 'paste' | 'minMass' | 'boxes' | 'permutations'>
> &
  Pick<PrimOptions, 'threshold'>;

/** @throws RangeError on an option beyond its range */
export function settingsOf(options: PrimOptions): PrimSettings {
  const {
    alpha = 0.05,
    paste: share = 0.01,
    minMass = 0.05,
    boxes = 1,
    permutations = 99,
    threshold,
  } = options;
  expectThat(alpha > 0 && alpha < 1, 'prim: expected alpha between 0 and 1', alpha);
  expectThat(share >= 0 && share < 1, 'prim: expected paste from 0 to below 1', share);
  expectThat(minMass > 0 && minMass <= 1, 'prim: expected minMass above 0 and up to 1', minMass);
  const isShare = threshold === undefined || (threshold > 0 && threshold <= 1);
  expectThat(isShare, 'prim: expected threshold above 0 and up to 1', threshold);
  expectWhole(boxes, 1, 'prim: expected boxes');
  expectWhole(permutations, 1, 'prim: expected permutations');
  return { alpha, paste: share, minMass, boxes, permutations, threshold };
}

/** @throws RangeError on rows of different lengths, numbers that are not finite, outcomes that are not 0 or 1 */
export function tableOf(
  inputs: readonly ArrayLike<number>[],
  outcome: ArrayLike<number | boolean>,
  options: PrimOptions,
): PrimTable {
  expectThat(inputs.length > 0, 'prim: expected rows', inputs.length);
  expectThat(outcome.length === inputs.length, `prim: expected ${inputs.length} outcomes`, outcome.length);
  const width = inputs[0].length;
  const names = options.names ?? Array.from({ length: width }, (_, k) => `x${k + 1}`);
  expectThat(
    names.length === width && width > 0,
    `prim: expected ${width} names, at least one`,
    names.length,
  );
  for (const [row, values] of inputs.entries()) {
    const isFit = values.length === width && Array.from(values).every(Number.isFinite);
    expectThat(isFit, `prim: expected ${width} finite numbers in row ${row}`, Array.from(values).join(', '));
  }
  for (let row = 0; row < outcome.length; row++) {
    const hit = Number(outcome[row]);
    expectThat(hit === 0 || hit === 1, `prim: expected outcome ${row} to be 0, 1 or a boolean`, outcome[row]);
  }
  const categorical = new Set(options.categorical);
  for (const k of categorical) expectWhole(k, 0, 'prim: expected categorical', width - 1);
  return {
    columns: names.map((_, k) => Float64Array.from(inputs, (row) => row[k])),
    hits: Uint8Array.from(outcome, Number),
    names,
    categorical,
  };
}
