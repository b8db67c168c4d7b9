/**
 * One number a month in every world, turned into quantiles by month when asked.
 * Costs 8 bytes a world and month; exact, because a sketch would make results depend on the order of chunks.
 */
import { quantile } from '../statistics/quantile.js';
import type { Fan } from './summary.js';

export interface Series {
  /** NaN leaves the world out of this month. */
  put(month: number, value: number): void;
  /** Goes on to the next world. */
  next(): void;
  /** Quantiles over the worlds so far; NaN where no world has a value. More worlds may follow. */
  fan(): Fan;
}

/** Mean in the order of the worlds, so that the same worlds give the same bytes. */
function meanOf(values: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return sum / n;
}

/** A sorted copy without NaN, which TypedArray.sort puts last. */
function sortedValues(column: Float64Array): Float64Array {
  const values = column.slice().sort();
  let n = values.length;
  while (n > 0 && Number.isNaN(values[n - 1])) n--;
  return values.subarray(0, n);
}

/** @param shape months of a world, most worlds to come */
export function makeSeries(shape: { readonly months: number; readonly worlds: number }): Series {
  const values = new Float64Array(shape.months * shape.worlds);
  let world = 0;
  return {
    put: (month, value) => {
      values[month * shape.worlds + world] = value;
    },
    next: () => {
      world++;
    },
    fan: () => {
      const fan: Fan = { q05: [], q25: [], q50: [], q75: [], q95: [], mean: [] };
      for (let month = 0; month < shape.months; month++) {
        const column = values.subarray(month * shape.worlds, month * shape.worlds + world);
        fan.mean.push(meanOf(column));
        const sorted = sortedValues(column);
        fan.q05.push(quantile(sorted, 0.05));
        fan.q25.push(quantile(sorted, 0.25));
        fan.q50.push(quantile(sorted, 0.5));
        fan.q75.push(quantile(sorted, 0.75));
        fan.q95.push(quantile(sorted, 0.95));
      }
      return fan;
    },
  };
}
