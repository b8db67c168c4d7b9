/**
 * Numbers that come one by one and are asked for their mean and quantiles in the end, whether all of them are kept
 * (`heldSample`) or not (`countedSample`): both give the same bits.
 */
import { quantile } from './quantile.js';

export interface Sample {
  /** NaN is left out. In a later pass the same numbers must come in the same order. */
  put(value: number): void;
  /** Ends a pass over all numbers; true if they must come once more. */
  endPass(): boolean;
  /** How many there are. */
  count(): number;
  /** In the order of the numbers; NaN if there are none. */
  mean(): number;
  /** R-7; one of the probabilities that the sample was made for. NaN if there are no numbers. */
  quantile(p: number): number;
}

/** Does `a` stand before `b` as a typed array sorts them: -0 before 0? No NaN. */
function isBefore(a: number, b: number): boolean {
  return a < b || (a === b && a === 0 && Object.is(a, -0) && !Object.is(b, -0));
}

/** Sorts numbers of which the first `sorted` are in order: the others alone, then merged in from the end. */
function sortTail(values: Float64Array, sorted: number): void {
  const tail = values.subarray(sorted).sort();
  if (sorted === 0) return;
  const late = tail.slice();
  let [from, into] = [sorted - 1, values.length - 1];
  for (let k = late.length - 1; k >= 0; into--) {
    if (from >= 0 && isBefore(late[k], values[from])) values[into] = values[from--];
    else values[into] = late[k--];
  }
}

/**
 * A sample that keeps its numbers: 8 bytes each, one pass. It may be asked at any time, and more numbers may follow; then
 * only those are sorted anew.
 * @param expected how many there will be, so that nothing is copied; may be exceeded
 */
export function heldSample(expected = 64): Sample {
  let values = new Float64Array(Math.max(1, expected));
  let n = 0;
  let sum = 0;
  let sorted = 0;
  const own = () => values.subarray(0, n);
  return {
    put(value) {
      if (Number.isNaN(value)) return;
      if (n === values.length) {
        const longer = new Float64Array(2 * n);
        longer.set(values);
        values = longer;
      }
      values[n++] = value;
      sum += value;
    },
    endPass: () => false,
    count: () => n,
    mean: () => sum / n,
    quantile(p) {
      if (sorted < n) sortTail(own(), sorted);
      sorted = n;
      return quantile(own(), p);
    },
  };
}
