/**
 * Where in the space of inputs does it happen? The Patient Rule Induction Method: Friedman & Fisher 1999, "Bump hunting in
 * high-dimensional data", Statistics and Computing 9, 123-143, as Bryant & Lempert 2010, "Thinking inside the box",
 * Technological Forecasting and Social Change 77, 34-49, use it to discover scenarios: a box of a few bounds that holds
 * most cases (coverage) and little else (density). Boxes are plain words, unlike the leaves of a forest, and patience (a
 * few per cent a step) keeps a greedy search from the first accident. Costs steps x dimensions x rows.
 *
 * Peeling gives a trajectory from all rows to a few; without a wish of the caller the box of it with the best harmonic
 * mean of coverage and gained density is taken: with the density itself all rows win if a third of them are cases. Bounds
 * that chance explains are dropped before that, because a step late enough for a weak pattern has peeled noise too;
 * those of the chosen box are moved out again.
 * A second box is looked for in the rows outside the first. The search finds a box in noise too: what a box is worth is said by
 * the permutation test, which repeats the whole search on shuffled outcomes.
 */
import { type PrimOptions, type PrimSettings, settingsOf, tableOf } from './prim-options.js';
import { dropChance, paste, quasiPValues, type Score } from './prim-paste.js';
import { type Peeled, peel, sortRows } from './prim-peel.js';
import {
  type Content,
  contentOf,
  limitsOf,
  outsideOf,
  type PrimLimit,
  type PrimTable,
  type Region,
} from './prim-region.js';
import { type RandomStream, randomStream } from './random-stream.js';

/** Shares 0..1: of all cases in the box, of cases in the box among its rows, of all rows in the box. */
export interface PrimMeasures {
  readonly coverage: number;
  readonly density: number;
  readonly mass: number;
}

/** A box on the way. */
export interface PrimStep extends PrimMeasures {
  readonly limits: readonly PrimLimit[];
}

/** A limit with the chance that it adds so much density by luck (Bryant & Lempert 2010); small is good. */
export interface TestedLimit extends PrimLimit {
  readonly quasiPValue: number;
}

export interface PrimBox extends PrimMeasures {
  readonly limits: readonly TestedLimit[];
  /** From all rows left by the boxes before, down to the least box; its measures are of all rows too. */
  readonly trajectory: readonly PrimStep[];
  /** Step of the trajectory from which the box was made. */
  readonly chosen: number;
  /** Part of shuffled outcomes in which the same search finds as good a box, itself among them; NaN without a seed. */
  readonly pValue: number;
}

/** A bound above this quasi p-value is dropped (Bryant & Lempert 2010). */
const CHANCE = 0.05;
/** Steps between those that are looked at first. */
const COARSE = 4;

/**
 * Larger is better: coverage of boxes that are dense enough, and density - 1 of others; or the harmonic mean of coverage and
 * of what the density adds to that of all rows, as a part of what could be added: 0 for all rows, whatever their density.
 */
function scoreOf(all: Content, threshold: number | undefined): Score {
  return (content) => {
    if (content.cases === 0) return -1;
    const density = content.cases / content.count;
    const coverage = content.cases / all.cases;
    if (threshold === undefined) {
      const base = all.cases / all.count;
      const gain = Math.max(0, density - base) / (1 - base);
      return gain > 0 ? (2 * gain * coverage) / (gain + coverage) : 0;
    }
    return density >= threshold ? coverage : density - 1;
  };
}

interface Found {
  readonly region: Region;
  readonly trajectory: readonly Peeled[];
  readonly chosen: number;
  readonly value: number;
}

/** One box: peel, drop what chance explains from every step, choose the best of them, paste. */
function findBox(
  table: PrimTable,
  orders: readonly Int32Array[],
  least: number,
  settings: PrimSettings,
): Found {
  const { alpha, paste: share, threshold } = settings;
  const trajectory = peel(table, orders, { alpha, least });
  const score = scoreOf(trajectory[0], threshold);
  const scoreIn = (region: Region) => score(contentOf(table.hits, outsideOf(table, region)));
  const prunedAt = (k: number) => {
    const region = dropChance(table, trajectory[k].region, CHANCE);
    return { k, region, value: scoreIn(region) };
  };
  const best = (ks: readonly number[]) =>
    ks.map(prunedAt).reduce((a, b) => (b.value > a.value || (b.value === a.value && b.k < a.k) ? b : a));
  // every fourth step, then those around the best: dropping bounds is what the search takes longest for
  const all = [...trajectory.keys()];
  const coarse = best(all.filter((k) => k % COARSE === 0)).k;
  const { k: chosen, region: kept } = best(all.filter((k) => Math.abs(k - coarse) < COARSE));
  const region = share > 0 ? paste(table, kept, { share, score }) : kept;
  return { region, trajectory, chosen, value: scoreIn(region) };
}

/** Fisher and Yates. */
function shuffled(hits: Uint8Array, stream: RandomStream): Uint8Array {
  const order = hits.slice();
  for (let k = order.length - 1; k > 0; k--) {
    const other = stream.below(k + 1);
    [order[k], order[other]] = [order[other], order[k]];
  }
  return order;
}

/** The table without the rows of the box. */
function restOf(table: PrimTable, region: Region): PrimTable {
  const outside = outsideOf(table, region);
  const rows = [...outside.keys()].filter((row) => outside[row] !== -1);
  return {
    ...table,
    columns: table.columns.map((column) => Float64Array.from(rows, (row) => column[row])),
    hits: Uint8Array.from(rows, (row) => table.hits[row]),
  };
}

/**
 * Boxes in which the outcome is frequent, in the order in which they were found; none if all outcomes are the same or nothing is found.
 * @param inputs a row a world, of finite numbers @param outcome 1 or true where it happened, as long as `inputs`
 * @throws RangeError on options beyond their ranges, rows of different lengths, outcomes that are not 0 or 1
 */
export function prim(
  inputs: readonly ArrayLike<number>[],
  outcome: ArrayLike<number | boolean>,
  options: PrimOptions = {},
): PrimBox[] {
  const settings = settingsOf(options);
  const all = tableOf(inputs, outcome, options);
  const stream = options.seed === undefined ? undefined : randomStream('prim', options.seed);
  const [rows, cases] = [all.hits.length, all.hits.reduce((sum, hit) => sum + hit, 0)];
  const least = Math.max(1, Math.ceil(settings.minMass * rows));
  const measures = (content: Content): PrimMeasures => ({
    coverage: content.cases / cases,
    density: content.cases / content.count,
    mass: content.count / rows,
  });
  const boxes: PrimBox[] = [];
  let table = all;
  while (boxes.length < settings.boxes && table.hits.includes(1) && table.hits.includes(0)) {
    const orders = sortRows(table);
    const found = findBox(table, orders, least, settings);
    if (found.region.size === 0) break;
    const tests = quasiPValues(table, found.region);
    let asGood = 1;
    for (let k = 0; stream && k < settings.permutations; k++) {
      const shuffle = { ...table, hits: shuffled(table.hits, stream) };
      if (findBox(shuffle, orders, least, settings).value >= found.value) asGood++;
    }
    boxes.push({
      ...measures(contentOf(table.hits, outsideOf(table, found.region))),
      limits: limitsOf(table, found.region).map((limit) => ({
        ...limit,
        quasiPValue: tests.get(limit.dimension) ?? Number.NaN,
      })),
      trajectory: found.trajectory.map((step) => ({
        ...measures(step),
        limits: limitsOf(table, step.region),
      })),
      chosen: found.chosen,
      pValue: stream ? asGood / (settings.permutations + 1) : Number.NaN,
    });
    table = restOf(table, found.region);
  }
  return boxes;
}
