/**
 * Standardised tastes. Setting up a fresh population for every replicate would cost more than a sparse year of
 * its life; sharing one population would make every interval wrong (the same people in every world). So all
 * replicates read from one pool per seed, 64 populations long, each cell and column through a window whose place
 * is addressed by the replicate. Populations too big for a pool are drawn afresh, from a table of quantiles.
 */
import { type Key, keyOf, type Luck, uniform, word } from '../core/draws.js';
import { exp, normalQuantile } from '../core/numerics.js';
import { STREAM } from '../core/streams.js';
import type { Cells } from './contract.js';

const POPULATIONS = 64;
/** Longest pool: 64 MB a column. */
const LONGEST = 1 << 24;
/** Columns of the pool. */
export const TASTE = { quality: 0, price: 1, ads: 2, switching: 3, matchA: 4, matchB: 5 } as const;

interface Pool {
  readonly seed: string;
  readonly length: number;
  /** What is shuffled: midpoint quantiles of the normal law. */
  readonly quantiles: Float32Array;
  /** By column: standard normals. */
  readonly normal: Map<number, Float32Array>;
  /** By column and spread: e^(spread x normal), kept from the second time a spread is asked for. */
  readonly relative: Map<string, Float32Array | null>;
}

let pool: Pool | undefined;

/** Quantiles in the table of a population without a pool; this many at each end are not used. */
const QUANTILES = 65536;
const ENDS = 256;
/** By spread (null: standard normal): what the draws pick from. */
const quantiles = new Map<number | null, Float32Array>();

/** The midpoint quantiles of the standard normal law, or of e^(spread x normal). */
function quantileTable(spread: number | null): Float32Array {
  let table = quantiles.get(spread);
  if (!table) {
    if (quantiles.size >= 64) quantiles.clear();
    table = new Float32Array(QUANTILES);
    for (let i = 0; i < QUANTILES; i++) table[i] = normalQuantile((i + 0.5) / QUANTILES);
    if (spread !== null) spreadOut(table, spread);
    quantiles.set(spread, table);
  }
  return table;
}

/** A quantile to 32 bits, for the tails. */
function exactly(bits: number, spread: number | null): number {
  const z = normalQuantile(((bits >>> 0) + 0.5) * 2.3283064365386963e-10);
  return spread === null ? z : exp(spread * z);
}

/**
 * Independent draws; `into` begins with user `first` of those who share the key. The middle .992 of the law come from
 * the table, which takes a fifth of the time and is nowhere further than 7.6e-6 from the law's distribution function
 * (ten million draws are 2e-4 away); the tails are drawn to 32 bits. Variance 1 - 2e-8, mean of e^(2 x normal) within
 * 2e-5.
 */
function drawTastes(into: Float32Array, first: number, from: { key: Key; spread: number | null }): void {
  const table = quantileTable(from.spread);
  const [k0, k1, k2] = from.key;
  for (let i = 0; i < into.length; i++) {
    const bits = word(first + i, k0, k1, k2);
    const at = bits >>> 16;
    into[i] = at >= ENDS && at < QUANTILES - ENDS ? table[at] : exactly(bits, from.spread);
  }
}

/**
 * The midpoint quantiles of the normal law in random order (Fisher & Yates). A pool of independent draws has a mean
 * of its own, which no number of replicates would average away.
 */
function shuffledNormals(quantiles: Float32Array, key: Key): Float32Array {
  const values = new Float32Array(quantiles.length);
  for (let i = 0; i < values.length; i++) {
    const j = Math.floor((word(i, key[0], key[1], key[2]) >>> 0) * 2.3283064365386963e-10 * (i + 1));
    values[i] = values[j];
    values[j] = quantiles[i];
  }
  return values;
}

/** Midpoint quantiles of the normal law, rising. */
function midpointQuantiles(length: number): Float32Array {
  const quantiles = new Float32Array(length);
  for (let i = 0; i < length; i++) quantiles[i] = normalQuantile((i + 0.5) / length);
  return quantiles;
}

function poolFor(luck: Luck, agents: number): Pool {
  const length = agents * POPULATIONS;
  const seed = luck.seed.join(' ');
  if (pool?.seed !== seed || pool.length !== length) {
    pool = { seed, length, quantiles: midpointQuantiles(length), normal: new Map(), relative: new Map() };
  }
  return pool;
}

function normals(from: Pool, luck: Luck, column: number): Float32Array {
  let values = from.normal.get(column);
  if (!values) {
    values = shuffledNormals(from.quantiles, keyOf({ ...luck, replicate: -1 - column }, STREAM.tastes, 0));
    from.normal.set(column, values);
  }
  return values;
}

/** The pool of e^(spread x normal), or null while the spread may be a replicate's own. */
function relatives(from: Pool, luck: Luck, column: { index: number; spread: number }): Float32Array | null {
  const name = `${column.index} ${column.spread}`;
  let values = from.relative.get(name);
  if (values === undefined && from.relative.size >= 64) from.relative.clear();
  if (values === null) values = normals(from, luck, column.index).map((z) => exp(column.spread * z));
  from.relative.set(name, values ?? null);
  return values ?? null;
}

/** A taste column of one segment: standard normal if `spread` is null, else e^(spread x normal); a list: by usage class. */
export interface TasteColumn {
  readonly index: number;
  readonly spread: number | null | readonly number[];
}

/** Fills `into` (length cells.length) for all cells of a segment; `spreadOut`: another way to the same bits. */
export function fillTastes(
  into: Float32Array,
  cells: Cells,
  want: {
    luck: Luck;
    segment: number;
    column: TasteColumn;
    spreadOut?: typeof spreadOut | undefined;
  },
): void {
  const { luck, column } = want;
  const { of: whole, first } = cells.stretch ?? { of: cells, first: 0 };
  const pooled = whole.agents * POPULATIONS <= LONGEST ? poolFor(luck, whole.agents) : null;
  const { spread: wanted, index } = column;
  // Spreads by class are worked out each time: a pool of each would be too much memory.
  const ready =
    pooled && wanted && typeof wanted === 'number'
      ? relatives(pooled, luck, { index, spread: wanted })
      : null;
  const key = keyOf(luck, STREAM.window, 0);
  for (let cell = 0; cell < cells.count; cell++) {
    if (cells.segment[cell] !== want.segment) continue;
    const target = into.subarray(cells.start[cell], cells.end[cell]);
    if (target.length === 0) continue;
    const before = cells.start[cell] + first - whole.start[cell];
    const place = uniform(key, cell, column.index);
    const spread = typeof wanted === 'object' && wanted ? wanted[cells.usageClass[cell]] : wanted;
    if (spread === 0) target.fill(1);
    else if (pooled) {
      const size = whole.end[cell] - whole.start[cell];
      const at = Math.floor(place * (pooled.length - size)) + before;
      target.set((ready ?? normals(pooled, luck, column.index)).subarray(at, at + target.length));
      if (!ready && spread !== null) (want.spreadOut ?? spreadOut)(target, spread);
    } else {
      const own = luck.replicate ^ ((place * 4294967296) | 0);
      const draws = keyOf({ ...luck, replicate: own }, STREAM.tastes, 0);
      drawTastes(target, before, { key: draws, spread });
    }
  }
}

/** Turns standard normals into e^(spread x normal), in place. */
export function spreadOut(target: Float32Array, spread: number): void {
  for (let i = 0; i < target.length; i++) target[i] = exp(spread * target[i]);
}
