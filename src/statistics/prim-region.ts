/** Boxes in the space of inputs, and what lies in them; the parts that the steps of prim.ts share. */

/** Rows by column, with what happened. */
export interface PrimTable {
  /** One a dimension, each as long as `hits`. */
  readonly columns: readonly Float64Array[];
  /** 1 for a case of interest. */
  readonly hits: Uint8Array;
  readonly names: readonly string[];
  /** Dimensions whose values have no order. */
  readonly categorical: ReadonlySet<number>;
}

/** Bounds of one dimension, ends included; `values` are those allowed of one without order. */
export interface Bound {
  readonly low: number;
  readonly high: number;
  readonly values?: readonly number[];
}

/** Bounds by dimension; a dimension that is not listed is free. */
export type Region = ReadonlyMap<number, Bound>;

/** Rows in a box, and cases among them. */
export interface Content {
  readonly count: number;
  readonly cases: number;
}

/** A bound as it is printed. */
export interface PrimLimit extends Bound {
  /** Index of the column. */
  readonly dimension: number;
  readonly name: string;
}

export const FREE: Bound = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export function isWithin(bound: Bound, x: number): boolean {
  return bound.values ? bound.values.includes(x) : x >= bound.low && x <= bound.high;
}

/** True if the row, in the order of the columns, lies in the box with these limits. */
export function isInBox(limits: readonly PrimLimit[], row: ArrayLike<number>): boolean {
  return limits.every((limit) => isWithin(limit, row[limit.dimension]));
}

/** The region with one more bound, or without one. */
export function withBound(region: Region, dimension: number, bound: Bound | undefined): Region {
  const next = new Map(region);
  if (bound && bound !== FREE) next.set(dimension, bound);
  else next.delete(dimension);
  return next;
}

/** For each row -1 if it is in the box, the dimension if one bound alone keeps it out, -2 if several do. */
export function outsideOf({ columns, hits }: PrimTable, region: Region): Int32Array {
  const outside = new Int32Array(hits.length).fill(-1);
  for (const [dimension, bound] of region) {
    const column = columns[dimension];
    for (let row = 0; row < outside.length; row++) {
      if (!isWithin(bound, column[row])) outside[row] = outside[row] === -1 ? dimension : -2;
    }
  }
  return outside;
}

/** What is in the box, or would be without the bound of `freed`. */
export function contentOf(hits: Uint8Array, outside: Int32Array, freed = -1): Content {
  let [count, cases] = [0, 0];
  for (let row = 0; row < hits.length; row++) {
    if (outside[row] !== -1 && outside[row] !== freed) continue;
    count++;
    cases += hits[row];
  }
  return { count, cases };
}

/** Limits of the bounded dimensions, in the order of the columns. */
export function limitsOf({ names }: PrimTable, region: Region): PrimLimit[] {
  return [...region]
    .sort(([a], [b]) => a - b)
    .map(([dimension, bound]) => ({ dimension, name: names[dimension], ...bound }));
}
