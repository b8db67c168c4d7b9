/** Full factorial design: every combination of the levels of each factor (Fisher 1935), the last factor changing fastest. */
import { expectThat, expectWhole } from './expect.js';

/** Rows beyond this are no design a simulation can pay for. */
const MOST_ROWS = 1e7;

/** Where the levels of a factor lie in 0..1: with both ends, or in the middle of equal parts, which spares the ends. */
export type LevelPlaces = 'ends' | 'middles';

/** Level k of `count`: k / (count - 1), or (k + 1/2) / count. A single level lies at 1/2. */
export function levelAt(k: number, count: number, places: LevelPlaces): number {
  return places === 'middles' || count === 1 ? (k + 0.5) / count : k / (count - 1);
}

/**
 * One row for each combination, each number in 0..1.
 * @param counts levels of each factor, whole, from 1: `[3, 2]` gives 6 rows
 * @param options.places `ends` unless given: 0, 1/2, 1; `middles`: 1/6, 1/2, 5/6, for factors without finite ends
 * @throws RangeError on other counts, and on more than 1e7 rows
 */
export function gridDesign(
  counts: readonly number[],
  options: { readonly places?: LevelPlaces } = {},
): number[][] {
  const { places = 'ends' } = options;
  counts.forEach((count, j) => {
    expectWhole(count, 1, `gridDesign: expected counts[${j}]`);
  });
  const n = counts.reduce((product, count) => product * count, 1);
  expectThat(counts.length > 0, 'gridDesign: expected at least one factor', 'none');
  expectThat(n <= MOST_ROWS, `gridDesign: expected at most ${MOST_ROWS} rows`, n);
  return Array.from({ length: n }, (_, i) => {
    let left = i;
    return counts
      .toReversed()
      .map((count) => {
        const k = left % count;
        left = Math.floor(left / count);
        return levelAt(k, count, places);
      })
      .reverse();
  });
}
