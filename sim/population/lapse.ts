/** Lapse rates of those who survived, and the tenures of starting users, by quantile (Fader & Hardie 2007). */
import { betaQuantiles } from '../core/distributions.js';

/** Quantiles in a table. */
export const POINTS = 512;
const tables = new Map<string, Float32Array>();

/** Midpoint quantiles of Beta(a, b), length POINTS; kept, because most replicates ask for the same. */
export function lapseTable(a: number, b: number): Float32Array {
  const name = `${a} ${b}`;
  let table = tables.get(name);
  if (!table) {
    if (tables.size >= 256) tables.clear();
    table = betaQuantiles(a, b, POINTS);
    tables.set(name, table);
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
