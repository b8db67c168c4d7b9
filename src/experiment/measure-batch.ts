/**
 * Measures formulas on a batch in one pass over its worlds, so that a folder of parts is read once; in several passes if
 * the numbers of all formulas would take too much memory.
 */
import type { Outcome } from '../../sim/index.js';
import type { Formula, Gather, World } from './formula.js';
import { gather } from './gatherers.js';

/** Where the worlds of a batch are found. */
export interface Batch {
  /** Worlds of a point (`base` or an arm) that finished, in replicate order; none if it was not run. */
  outcomes(point: string): Iterable<Outcome>;
  /** Most worlds of a point, if that is known. */
  readonly replicates?: number;
}

/** Bytes that the numbers of a pass may take, 16 a number with what growing lists waste. */
const MOST_BYTES = 128 * 2 ** 20;

/** A formula on a batch. NaN if it could not be measured; `count` if it is one share: true in k of n worlds. */
export interface Measured {
  readonly found: number;
  readonly count?: { readonly k: number; readonly n: number };
}

/** Measures all formulas; a world counts for a formula if it finished at every point the formula names. */
export function measureAll(formulas: readonly Formula[], batch: Batch): Measured[] {
  const most = Math.max(1, Math.floor(MOST_BYTES / (16 * Math.max(1, batch.replicates ?? 1))));
  const all = formulas.flatMap(({ gathers }) => gathers);
  const found = new Map<Gather, Gathered>();
  for (let first = 0; first < all.length; first += most)
    for (const [each, value] of gatherSome(all.slice(first, first + most), batch)) found.set(each, value);
  return formulas.map(({ gathers, combine, sole }) => {
    const own = gathers.map((each) => found.get(each) as Gathered);
    const value = { found: combine(own.map((each) => each.value)) };
    return sole === 'share' ? { ...value, count: own[0].count } : value;
  });
}

/** One number over all worlds, and in how many of them it is not 0. */
interface Gathered {
  readonly value: number;
  readonly count: { readonly k: number; readonly n: number };
}

/** Gathers numbers in one pass over the worlds. */
function gatherSome(gathers: readonly Gather[], batch: Batch): [Gather, Gathered][] {
  const values = new Map<Gather, number[]>(gathers.map((each) => [each, []]));
  const points = new Set(gathers.flatMap((each) => each.points));
  for (const world of worldsOf(batch, [...points])) {
    for (const [each, list] of values) {
      if (each.points.every((point) => world.has(point))) list.push(each.value(world));
    }
  }
  return [...values].map(([each, list]) => [
    each,
    { value: gather(each.name, list, each.parameter), count: countOf(list) },
  ]);
}

function countOf(values: readonly number[]): { k: number; n: number } {
  return { k: values.filter((value) => value !== 0 && !Number.isNaN(value)).length, n: values.length };
}

/** Walks all points side by side: every replicate once, with the points at which it finished. */
function* worldsOf(batch: Batch, points: readonly string[]): Generator<World> {
  const lanes = points.map((point) => ({ point, worlds: batch.outcomes(point)[Symbol.iterator]() }));
  const heads = lanes.map(({ worlds }) => worlds.next());
  for (;;) {
    const waiting = heads.flatMap((head) => (head.done ? [] : [head.value.replicate]));
    if (waiting.length === 0) return;
    const replicate = Math.min(...waiting);
    const world = new Map<string, Outcome>();
    for (const [i, { point, worlds }] of lanes.entries()) {
      const head = heads[i];
      if (head.done || head.value.replicate !== replicate) continue;
      world.set(point, head.value);
      heads[i] = worlds.next();
    }
    yield world;
  }
}
