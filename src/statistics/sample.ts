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

/**
 * A sample that keeps its numbers: 8 bytes each, one pass. It may be asked at any time, and more numbers may follow.
 * @param expected how many there will be, so that nothing is copied; may be exceeded
 */
export function heldSample(expected = 64): Sample {
  let values = new Float64Array(Math.max(1, expected));
  let n = 0;
  let sum = 0;
  let isSorted = false;
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
      isSorted = false;
    },
    endPass: () => false,
    count: () => n,
    mean: () => sum / n,
    quantile(p) {
      if (!isSorted) own().sort();
      isSorted = true;
      return quantile(own(), p);
    },
  };
}
