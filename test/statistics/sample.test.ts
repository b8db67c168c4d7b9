import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/statistics/quantile.js';
import { heldSample } from '../../src/statistics/sample.js';

describe('a held sample', () => {
  it('has the bits of one sort of all numbers whenever it is asked, zeros of both signs and infinities too', () => {
    const sample = heldSample(4);
    const seen: number[] = [];
    const shares = [0, 0.05, 0.25, 0.5, 0.77, 1];
    for (let k = 0; k < 400; k++) {
      // ties, zeros of both signs and ends of the line among numbers without order
      const value = [0, -0, Infinity, -Infinity, 3][k % 11] ?? Math.sin(k * k) * 10;
      sample.put(value);
      seen.push(value);
      if (k % 7 > 0 && k < 390) continue;
      const sorted = Float64Array.from(seen).sort();
      for (const p of shares) expect(Object.is(sample.quantile(p), quantile(sorted, p))).toBe(true);
    }
    expect(sample.count()).toBe(400);
  });
});
