/**
 * What follows peeling: bounds that chance explains are dropped (Bryant & Lempert 2010, section 3.3), and the others
 * moved out again where peeling went too far (bottom-up pasting, Friedman & Fisher 1999, section 4.2).
 */
import { betaCdf } from './incomplete-beta.js';
import {
  type Bound,
  type Content,
  contentOf,
  isWithin,
  outsideOf,
  type PrimTable,
  type Region,
  withBound,
} from './prim-region.js';

/** How good a box is; larger is better. */
export type Score = (content: Content) => number;

/**
 * Probability that a bound adds so much density by chance: P(Binomial(rows in the box, density without the bound) >=
 * cases in the box), by dimension (Bryant & Lempert 2010: quasi p-value, as the same data chose the bound).
 */
export function quasiPValues(table: PrimTable, region: Region): ReadonlyMap<number, number> {
  const outside = outsideOf(table, region);
  const { count, cases } = contentOf(table.hits, outside);
  const values = new Map<number, number>();
  for (const dimension of region.keys()) {
    const without = contentOf(table.hits, outside, dimension);
    const density = without.cases / without.count;
    values.set(dimension, cases === 0 ? 1 : betaCdf(density, cases, count - cases + 1));
  }
  return values;
}

/** Drops the bound that is most likely chance until none has a quasi p-value above `most`. */
export function dropChance(table: PrimTable, region: Region, most: number): Region {
  let now = region;
  for (;;) {
    const [worst] = [...quasiPValues(table, now)].sort((a, b) => b[1] - a[1]);
    if (!worst || worst[1] <= most) return now;
    now = withBound(now, worst[0], undefined);
  }
}

/** Wider bounds of a dimension: past the nearest `rows` rows, whole ties, that this bound alone keeps out. */
function wider(column: Float64Array, kept: readonly number[], bound: Bound, rows: number): Bound[] {
  if (bound.values) {
    const { values } = bound;
    const others = [...new Set(kept.map((row) => column[row]))].filter((x) => !isWithin(bound, x));
    return others.map((value) => ({ ...bound, values: [...values, value].sort((a, b) => a - b) }));
  }
  const below = kept.map((row) => column[row]).filter((x) => x < bound.low);
  const above = kept.map((row) => column[row]).filter((x) => x > bound.high);
  below.sort((a, b) => b - a);
  above.sort((a, b) => a - b);
  const found: Bound[] = [];
  if (below.length > 0) found.push({ ...bound, low: below[Math.min(rows, below.length) - 1] });
  if (above.length > 0) found.push({ ...bound, high: above[Math.min(rows, above.length) - 1] });
  return found;
}

/** Moves bounds out by about a part `share` of the box's rows at a time, the best first, as long as the score rises. */
export function paste(table: PrimTable, region: Region, options: { share: number; score: Score }): Region {
  const { share, score } = options;
  let now = region;
  for (;;) {
    const outside = outsideOf(table, now);
    const content = contentOf(table.hits, outside);
    const rows = Math.max(1, Math.floor(share * content.count));
    let best = { region: now, value: score(content) };
    for (const [dimension, bound] of now) {
      const kept = [...outside.keys()].filter((row) => outside[row] === dimension);
      for (const next of wider(table.columns[dimension], kept, bound, rows)) {
        let [count, cases] = [content.count, content.cases];
        for (const row of kept) {
          if (!isWithin(next, table.columns[dimension][row])) continue;
          count++;
          cases += table.hits[row];
        }
        const value = score({ count, cases });
        if (value > best.value) best = { region: withBound(now, dimension, next), value };
      }
    }
    if (best.region === now) return now;
    now = best.region;
  }
}
