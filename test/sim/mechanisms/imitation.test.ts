import { describe, expect, it } from 'vitest';
import { firstLook } from '../../../sim/demand/imitation.js';
import { CLOSE, plain } from './plain-market.js';
import { live, twins } from './twin.js';

/** Bass 1969: part that has adopted at time t. */
function bass(p: number, q: number, t: number): number {
  const e = Math.exp(-(p + q) * t);
  return (1 - e) / (1 + (q / p) * e);
}

describe('imitation (M28)', () => {
  it('raises the first look from 1 - e^-.0357 = .0351 in the first month to 1 - e^-.2409 at half adopted', () => {
    // F' = 0 + .5 x .03 = .015; and .5 + .5 x .5 x (.03 + .19) = .555, .03 + .38 x .555 = .2409.
    expect(firstLook(0.03, 0.38, 0)).toBeCloseTo(1 - Math.exp(-0.0357), 12);
    expect(firstLook(0.03, 0.38, 0.5)).toBeCloseTo(1 - Math.exp(-0.2409), 12);
  });

  it('makes the curve of Bass (1969) with p .03, q .38: .233 after 4 months, .813 after 10; the twin 1 - e^(-.03 t)', () => {
    const raw = plain({ innovation: 0.03, imitation: 0.38 }, { top: { months: 12 } });
    expect([4, 10].map((t) => bass(0.03, 0.38, t))).toEqual(
      [0.23315, 0.812803].map((x) => expect.closeTo(x, 5)),
    );
    for (const t of [4, 10]) {
      expect(Math.abs(live(raw, { months: t }).state.ever[0] - bass(0.03, 0.38, t))).toBeLessThan(CLOSE);
    }
    const [, twin] = twins(raw, 'imitation', 10);
    expect(Math.abs(twin.state.ever[0] - (1 - Math.exp(-0.3)))).toBeLessThan(CLOSE);
  });
});
