/**
 * Discrete types of users, for both populations: the joint law of tastes, lapse quantile and starting tenure of a
 * segment as N points of equal weight (quasi-random, `core/quasi-random.ts`), dealt to the segment's cells. The same
 * in every replicate with the same spreads. Only what differs between users takes up a dimension of the points.
 *
 * A starting user's lapse rate is from Beta(a, b + tenure), so her tenure is part of her type: agents and cohorts with
 * the same types have the same law.
 */
import { exp, normalQuantile } from '../core/numerics.js';
import { evenPoints } from '../core/quasi-random.js';
import type { Tastes } from './agents.js';
import { apportion } from './cells.js';
import type { Cells } from './contract.js';
import { lapseRate, startingTenure } from './lapse.js';
import type { SegmentStart } from './start.js';

/** Types in the order of their cells; length of each column = count. */
export interface Types extends Tastes {
  readonly count: number;
  /** By cell: its first type; length cells.count + 1. */
  readonly first: Int32Array;
  readonly cell: Int32Array;
  /** First agent of the type, and agents; about equal within a segment. */
  readonly start: Float64Array;
  readonly size: Float64Array;
  readonly switching: Float32Array;
  readonly lapseFree: Float32Array;
  readonly lapsePaid: Float32Array;
  /** Months that its users have had the app they start with. */
  readonly tenure: Int32Array;
}

/** What a type and its agents have alike, column by column. */
export const TYPE_COLUMNS = [
  'quality',
  'price',
  'ads',
  'matchA',
  'matchB',
  'switching',
  'lapseFree',
  'lapsePaid',
] as const;

/** Types by cell: in each segment about `wanted`, at least one a cell, no more than the cell has agents. */
function typesByCell(cells: Cells, wanted: number): Int32Array {
  const given = new Int32Array(cells.count);
  for (let s = 0; s < cells.segments; s++) {
    const members = Array.from(cells.segment.keys()).filter((cell) => cells.segment[cell] === s);
    const sizes = members.map((cell) => cells.end[cell] - cells.start[cell]);
    const parts = members.length > 0 ? apportion(sizes, Math.max(wanted, members.length)) : [];
    members.forEach((cell, k) => {
      given[cell] = Math.min(parts[k], sizes[k]);
    });
  }
  return given;
}

/** Columns for these types, all zero. */
function emptyTypes(cells: Cells, given: Int32Array): Types {
  const first = new Int32Array(cells.count + 1);
  for (let cell = 0; cell < cells.count; cell++) first[cell + 1] = first[cell] + given[cell];
  const count = first[cells.count];
  const column = () => new Float32Array(count);
  return {
    count,
    first,
    cell: new Int32Array(count),
    start: new Float64Array(count),
    size: new Float64Array(count),
    quality: column(),
    price: column(),
    ads: column(),
    matchA: column(),
    matchB: column(),
    switching: column(),
    lapseFree: column(),
    lapsePaid: column(),
    tenure: new Int32Array(count),
  };
}

/** The types of all cells, about `wanted` in each segment. Cost: a sort of the points of each dimension. */
export function makeTypes(cells: Cells, segments: readonly SegmentStart[], wanted: number): Types {
  const given = typesByCell(cells, wanted);
  const types = emptyTypes(cells, given);
  segments.forEach((segment, s) => {
    const members = Array.from(cells.segment.keys()).filter((cell) => cells.segment[cell] === s);
    const rows = members.flatMap((cell) =>
      Array.from({ length: given[cell] }, (_, k) => types.first[cell] + k),
    );
    const hasStarters = members.some((cell) => cells.origin[cell] > 0);
    const axes = axesOf(segment, rows.length, hasStarters);
    for (const cell of members) sizeTypes(types, cells, cell);
    rows.forEach((type, k) => {
      types.quality[type] = axes.quality ? normalQuantile(axes.quality[k]) : 0;
      const priceSpread = segment.priceSpreads?.[cells.usageClass[types.cell[type]]] ?? segment.priceSpread;
      types.price[type] = relative(axes.price, priceSpread, k);
      types.ads[type] = relative(axes.ads, segment.adSpread, k);
      types.matchA[type] = axes.matchA ? normalQuantile(axes.matchA[k]) : 0;
      types.matchB[type] = axes.matchB ? normalQuantile(axes.matchB[k]) : 0;
      types.switching[type] = relative(axes.switching, segment.switchingSpread, k);
      types.tenure[type] =
        cells.origin[types.cell[type]] > 0 && axes.tenure ? startingTenure(axes.tenure[k]) : 0;
      types.lapseFree[type] = lapseRate(segment.lapseFree, types.tenure[type], axes.lapse[k]);
      types.lapsePaid[type] = lapseRate(segment.lapsePaid, types.tenure[type], axes.lapse[k]);
    });
  });
  return types;
}

function sizeTypes(types: Types, cells: Cells, cell: number): void {
  const agents = cells.end[cell] - cells.start[cell];
  const from = types.first[cell];
  const parts = types.first[cell + 1] - from;
  for (let k = 0; k < parts; k++) {
    types.cell[from + k] = cell;
    types.start[from + k] = cells.start[cell] + Math.floor((agents * k) / parts);
    types.size[from + k] = Math.floor((agents * (k + 1)) / parts) - Math.floor((agents * k) / parts);
  }
}

interface Axes {
  readonly lapse: Float64Array;
  readonly quality?: Float64Array;
  readonly price?: Float64Array;
  readonly ads?: Float64Array;
  readonly switching?: Float64Array;
  readonly matchA?: Float64Array;
  readonly matchB?: Float64Array;
  readonly tenure?: Float64Array;
}

/** Uniform coordinates of a segment's types along the dimensions that it has. */
function axesOf(segment: SegmentStart, count: number, hasStarters: boolean): Axes {
  const names: (keyof Axes)[] = ['lapse'];
  if (segment.priceSpread > 0) names.push('price');
  if (segment.switchingSpread > 0) names.push('switching');
  if (segment.qualitySpread > 0) names.push('quality');
  if (segment.adSpread > 0) names.push('ads');
  if (segment.matchSpread) names.push('matchA', 'matchB');
  if (hasStarters) names.push('tenure');
  const points = evenPoints(count, names.length);
  return { lapse: points[0], ...Object.fromEntries(names.map((name, k) => [name, points[k]])) };
}

function relative(axis: Float64Array | undefined, spread: number, k: number): number {
  return axis ? exp(spread * normalQuantile(axis[k])) : 1;
}
