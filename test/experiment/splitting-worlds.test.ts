/** Heights of ways towards a cash-out, in a market of one firm whose cash is 50, 20, -5. */
import { describe, expect, it } from 'vitest';
import { MONTH_COLUMNS, type Outcome, STATUS } from '../../sim/index.js';
import { lifted, riseOf } from '../../src/experiment/splitting-line.js';
import { heightsOf } from '../../src/experiment/splitting-worlds.js';
import { fakeOutcome } from './fake.js';
import { firmOutcome } from './firm-outcome.js';

describe('how near a firm is to the end of its cash', () => {
  const shape = { firms: 1, channels: 0, months: 3 };
  /** Cash 50, 20, -5 after that before the first month; runway 5, 2, 0; out in month 3. */
  function world(startingCash: number): Outcome {
    const months = new Float64Array(3 * MONTH_COLUMNS.length);
    for (const [k, cash] of [50, 20, -5].entries()) {
      const put = (name: string, value: number) => {
        months[k * MONTH_COLUMNS.length + (MONTH_COLUMNS as readonly string[]).indexOf(name)] = value;
      };
      put('cash', cash);
      put('runway', [5, 2, 0][k]);
      put('status', STATUS.indexOf(k === 2 ? 'cash-out' : 'alive'));
    }
    return { ...fakeOutcome(0), months, firms: [firmOutcome('a', { startingCash })] };
  }
  const heights = (nearness: 'cash' | 'runway', start = 100) =>
    Array.from(heightsOf(world(start), shape, { firm: 0, by: 3, nearness }));
  it('by cash is a share of its first cash: 50 are half of 100', () => {
    expect(heights('cash')).toEqual([-0.5, -0.2, Number.POSITIVE_INFINITY]);
  });
  it('by cash is in units of currency if it began without', () => {
    expect(heights('cash', 0)).toEqual([-50, -20, Number.POSITIVE_INFINITY]);
  });
  it('by runway is the months that are left', () => {
    expect(heights('runway')).toEqual([-5, -2, Number.POSITIVE_INFINITY]);
  });
  it('rises by what the median still rises later, and not at all where nobody lives', () => {
    const ways = [Float64Array.of(-9, -5, -7), Float64Array.of(-9, -3, -7)];
    // medians -9, -4, -7: to the highest later one 5, 0, 0
    expect(riseOf(ways)).toEqual([5, 0, 0]);
    expect(riseOf([Float64Array.of(-9, Number.NEGATIVE_INFINITY)])).toEqual([0, 0]);
    expect(riseOf([])).toEqual([]);
    expect(Array.from(lifted(Float64Array.of(-9, -5), [5]))).toEqual([-4, -5]);
  });
});
