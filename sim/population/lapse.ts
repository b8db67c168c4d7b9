/** Lapse rates of those who survived, and the tenures of starting users, by quantile (Fader & Hardie 2007). */
import { betaQuantiles } from '../core/distributions.js';

/** Quantiles in a table. */
export const POINTS = 512;
/** By a, then b. */
const tables = new Map<number, Map<number, Float32Array>>();
/** Tables of one a that are kept, and how many a. */
const KEPT = 64;

/** Midpoint quantiles of Beta(a, b), length POINTS; kept, because most replicates ask for the same. */
export function lapseTable(a: number, b: number): Float32Array {
  let ofA = tables.get(a);
  if (!ofA) {
    if (tables.size >= KEPT) tables.clear();
    ofA = new Map();
    tables.set(a, ofA);
  }
  let table = ofA.get(b);
  if (!table) {
    if (ofA.size >= KEPT) ofA.clear();
    table = betaQuantiles(a, b, POINTS);
    ofA.set(b, table);
  }
  return table;
}

/** Monthly lapse rate at the quantile u (0 to 1, 1 excluded) of those who survived `tenure` months. */
export function lapseRate([a, b]: readonly [number, number], tenure: number, u: number): number {
  return lapseTable(a, b + tenure)[Math.floor(u * POINTS)];
}

/** 1 + floor(9 U^1.5): months that a starting user has had her app (our assumption); u in (0, 1). */
export function startingTenure(u: number): number {
  return 1 + Math.floor(9 * u * Math.sqrt(u));
}
