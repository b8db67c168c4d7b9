/** Student's interval where there are too few values for one. */
import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../src/statistics/mean-interval.js';

describe('the interval of a mean', () => {
  it('is unbounded for one value, nothing for none', () => {
    expect(meanInterval([5])).toEqual({
      estimate: 5,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    });
    expect(meanInterval([])).toEqual({ estimate: Number.NaN, low: Number.NaN, high: Number.NaN });
  });
});
