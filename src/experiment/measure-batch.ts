/** Measures formulas on a batch in one pass over its worlds, so that a folder of parts is read once. */
import type { Outcome } from '../../sim/index.js';
import type { Formula, Gather, World } from './formula.js';
import { gather } from './gatherers.js';

/** Where the worlds of a batch are found. */
export interface Batch {
  /** Worlds of a point (`base` or an arm) that finished, in replicate order; none if it was not run. */
  outcomes(point: string): Iterable<Outcome>;
}

/** A formula on a batch. NaN if it could not be measured; `count` if it is one share: true in k of n worlds. */
export interface Measured {
  readonly found: number;
  readonly count?: { readonly k: number; readonly n: number };
}

/** Measures all formulas; a world counts for a formula if it finished at every point the formula names. */
export function measureAll(formulas: readonly Formula[], batch: Batch): Measured[] {
  const values = new Map<Gather, number[]>(
    formulas.flatMap(({ gathers }) => gathers.map((each) => [each, []])),
  );
  const points = new Set([...values.keys()].flatMap((each) => each.points));
  for (const world of worldsOf(batch, [...points])) {
    for (const [each, list] of values) {
      if (each.points.every((point) => world.has(point))) list.push(each.value(world));
    }
  }
  return formulas.map(({ gathers, combine, sole }) => {
    const found = combine(gathers.map((each) => gather(each.name, values.get(each) ?? [], each.parameter)));
    return sole === 'share' ? { found, count: countOf(values.get(gathers[0]) ?? []) } : { found };
  });
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
