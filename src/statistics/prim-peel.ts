/**
 * Top-down peeling of PRIM (Friedman & Fisher 1999, section 4): from the whole space the box loses, again and again, the
 * slice of about a part `alpha` of its rows at one side of one dimension that raises density most for each row lost.
 * "For each row lost" matters where values are tied and slices differ in size (Kwakkel & Jaxa-Rozen 2016, eq. 2). Rows are
 * sorted once by each dimension and slices read from the ends, so a step costs little more than the slices.
 */
import { type Bound, type Content, FREE, type PrimTable, type Region, withBound } from './prim-region.js';

/** A box on the way, with what is in it. */
export interface Peeled extends Content {
  readonly region: Region;
}

interface Slice extends Content {
  readonly dimension: number;
  readonly bound: Bound;
}

interface Peeling {
  readonly table: PrimTable;
  readonly alive: Uint8Array;
  /** Rows by rising value, for each dimension. */
  readonly orders: readonly Int32Array[];
}

/** The rows at one side: whole groups of tied values, at least one, not more than `most` rows if there are several. */
function sideSlice({ table, alive, orders }: Peeling, at: { dimension: number; up: boolean; most: number }) {
  const { dimension, up, most } = at;
  const order = orders[dimension];
  const column = table.columns[dimension];
  let [count, cases, groupCount, groupCases, value] = [0, 0, 0, 0, Number.NaN];
  for (let k = 0; k < order.length; k++) {
    const row = order[up ? order.length - 1 - k : k];
    if (!alive[row]) continue;
    if (column[row] !== value && groupCount > 0) {
      if (count > 0 && count + groupCount > most) return { count, cases, next: value };
      count += groupCount;
      cases += groupCases;
      [groupCount, groupCases] = [0, 0];
      if (count >= most) return { count, cases, next: column[row] };
    }
    value = column[row];
    groupCount++;
    groupCases += table.hits[row];
  }
  return count > 0 ? { count, cases, next: value } : null;
}

function sideSlices(peeling: Peeling, dimension: number, now: Bound, most: number): Slice[] {
  return [false, true].flatMap((up) => {
    const slice = sideSlice(peeling, { dimension, up, most });
    if (!slice) return [];
    const bound = up ? { ...now, high: slice.next } : { ...now, low: slice.next };
    return [{ dimension, count: slice.count, cases: slice.cases, bound }];
  });
}

/** Each value of a dimension without order is a slice. */
function valueSlices({ table, alive }: Peeling, dimension: number): Slice[] {
  const groups = new Map<number, { count: number; cases: number }>();
  const column = table.columns[dimension];
  for (let row = 0; row < alive.length; row++) {
    if (!alive[row]) continue;
    const group = groups.get(column[row]) ?? { count: 0, cases: 0 };
    group.count++;
    group.cases += table.hits[row];
    groups.set(column[row], group);
  }
  if (groups.size < 2) return [];
  const all = [...groups.keys()].sort((a, b) => a - b);
  return all.map((value) => ({
    dimension,
    ...(groups.get(value) as Content),
    bound: { ...FREE, values: all.filter((other) => other !== value) },
  }));
}

/** Density gained for each row lost. */
function gain({ count, cases }: Content, slice: Slice): number {
  const left = count - slice.count;
  return ((cases - slice.cases) / left - cases / count) / slice.count;
}

function bestSlice(peeling: Peeling, now: Peeled, alpha: number, least: number): Slice | undefined {
  const most = Math.max(1, Math.floor(alpha * now.count));
  let best: Slice | undefined;
  for (const dimension of peeling.table.columns.keys()) {
    const slices = peeling.table.categorical.has(dimension)
      ? valueSlices(peeling, dimension)
      : sideSlices(peeling, dimension, now.region.get(dimension) ?? FREE, most);
    for (const slice of slices) {
      if (now.count - slice.count < least) continue;
      if (!best || gain(now, slice) > gain(now, best)) best = slice;
    }
  }
  return best;
}

/** Takes the rows of a slice out. */
function remove({ table, alive }: Peeling, { dimension, bound }: Slice): void {
  const column = table.columns[dimension];
  const allowed = bound.values && new Set(bound.values);
  for (let row = 0; row < alive.length; row++) {
    const stays = allowed ? allowed.has(column[row]) : column[row] >= bound.low && column[row] <= bound.high;
    if (!stays) alive[row] = 0;
  }
}

/** Rows by rising value, for each dimension; the same for any outcomes. */
export function sortRows({ columns }: PrimTable): readonly Int32Array[] {
  return columns.map((column) =>
    Int32Array.from(column.keys()).sort((a, b) => column[a] - column[b] || a - b),
  );
}

/** All boxes from the whole space down to `least` rows, each within the one before. */
export function peel(
  table: PrimTable,
  orders: readonly Int32Array[],
  { alpha, least }: { readonly alpha: number; readonly least: number },
): Peeled[] {
  const peeling: Peeling = { table, orders, alive: new Uint8Array(table.hits.length).fill(1) };
  const cases = table.hits.reduce((sum, hit) => sum + hit, 0);
  const trajectory: Peeled[] = [{ region: new Map(), count: table.hits.length, cases }];
  for (;;) {
    const now = trajectory[trajectory.length - 1];
    const slice = now.cases === now.count ? undefined : bestSlice(peeling, now, alpha, least);
    if (!slice) return trajectory;
    remove(peeling, slice);
    const region = withBound(now.region, slice.dimension, slice.bound);
    trajectory.push({ region, count: now.count - slice.count, cases: now.cases - slice.cases });
  }
}
