/** Pairs of yes-or-no outcomes, such as "did the firm run out of cash" in two arms of one world, as four counts. */
import { expectThat, expectWhole } from './expect.js';

/** Pairs in which both, only the first, only the second, or neither happened. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

const LABELS = ['both', 'onlyA', 'onlyB', 'neither'] as const;

function isYesOrNo(value: unknown): boolean {
  return value === 0 || value === 1 || typeof value === 'boolean';
}

/** @throws RangeError unless both are of one length and hold 0, 1 or booleans */
export function countPairs(a: ArrayLike<number | boolean>, b: ArrayLike<number | boolean>): PairedCounts {
  expectThat(a.length === b.length, `countPairs: expected ${a.length} outcomes in b as in a`, b.length);
  let [both, onlyA, onlyB, neither] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (const value of [a[i], b[i]])
      expectThat(isYesOrNo(value), 'countPairs: expected 0, 1 or booleans', value);
    if (a[i]) {
      if (b[i]) both++;
      else onlyA++;
    } else if (b[i]) onlyB++;
    else neither++;
  }
  return { both, onlyA, onlyB, neither };
}

/** Number of pairs. @param name of the function @throws RangeError unless the counts are whole from 0 */
export function pairCount(counts: PairedCounts, name: string): number {
  for (const label of LABELS) expectWhole(counts[label], 0, `${name}: expected ${label}`);
  return counts.both + counts.onlyA + counts.onlyB + counts.neither;
}
