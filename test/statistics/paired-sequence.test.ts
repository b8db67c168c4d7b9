import { describe, expect, it } from 'vitest';
import { pairedProportions } from '../../src/statistics/paired-proportions.js';
import { pairedEvidence, pairedSequence } from '../../src/statistics/paired-sequence.js';
import { countCovered, LOOKS } from './peeking.js';

const counts = (onlyA: number, onlyB: number, same: number) => ({ both: 0, onlyA, onlyB, neither: same });

/** Experiments of 1000 in which no look, or no look from `first` on, refuses the true difference. */
function covered(
  pa: number,
  pb: number,
  isRefused: (up: number, down: number, same: number) => boolean,
  first = 1,
) {
  return countCovered(`${pa}, ${pb}`, (uniform) => {
    let [up, down] = [0, 0];
    let holds = true;
    for (let n = 1; n <= LOOKS; n++) {
      const u = uniform();
      if (u < pa) up++;
      else if (u < pa + pb) down++;
      if (holds && n >= first) holds = !isRefused(up, down, n - up - down);
    }
    return holds;
  });
}

describe('pairedSequence', () => {
  // The interval holds a difference if and only if the evidence against it is below 20 (next test). By Ville's inequality
  // each experiment is covered with 95 % or more; 972 and 974 of 1000 are, by Newcombe's interval 567 and 675
  // from the 50th pair on. At a true 97 % fewer than 950 have a chance of 2e-4.
  for (const [pa, pb] of [
    [0.3, 0.25],
    [0.04, 0.01],
  ]) {
    it(`holds ${pa} - ${pb} at all of 2,000 looks in 95 % of experiments; Newcombe's interval does not`, () => {
      const evidence = pairedEvidence(pa - pb);
      const always = covered(pa, pb, (up, down, same) => evidence(counts(up, down, same)) >= 20);
      const peeked = covered(
        pa,
        pb,
        (up, down, same) => {
          const { low, high } = pairedProportions(counts(up, down, same));
          return low > pa - pb || high < pa - pb;
        },
        50,
      );
      expect(always).toBeGreaterThanOrEqual(950);
      expect(peeked).toBeLessThan(800);
    });
  }

  it('is the differences against which the evidence is below 1 / (1 - level)', () => {
    for (const given of [counts(5, 3, 92), counts(0, 0, 50), counts(7, 0, 0), counts(300, 200, 9000)]) {
      for (const level of [0.9, 0.95]) {
        const { low, high } = pairedSequence(given, level);
        for (const [end, outwards] of [
          [low, -1e-6],
          [high, 1e-6],
        ]) {
          const beyond = end + outwards;
          expect(pairedEvidence(end - outwards)(given)).toBeLessThan(1 / (1 - level));
          if (Math.abs(beyond) <= 1) expect(pairedEvidence(beyond)(given)).toBeGreaterThan(1 / (1 - level));
        }
      }
    }
  });

  it('is mirrored when the arms change names, and less than twice as wide as one look', () => {
    const { difference, low, high } = pairedSequence(counts(40, 10, 950));
    const mirror = pairedSequence(counts(10, 40, 950));
    expect(difference).toBe(0.03);
    expect([mirror.low, mirror.high]).toEqual([expect.closeTo(-high, 12), expect.closeTo(-low, 12)]);
    const once = pairedProportions(counts(40, 10, 950));
    expect((high - low) / (once.high - once.low)).toBeLessThan(2);
    expect(low).toBeLessThan(once.low);
  });

  it('multiplies by 1 - f + f (1 + x) / (1 + m): by hand for one pair', () => {
    // One pair in which only a: sides have 1 +- f each against m = 0, so the mean stays 1; two of them: 1 + mean of f^2
    expect(pairedEvidence(0)(counts(1, 0, 0))).toBeCloseTo(1, 12);
    expect(pairedEvidence(0)(counts(0, 0, 7))).toBeCloseTo(1, 12);
    const sizes = Array.from({ length: 19 }, (_, i) => 0.9 * 0.66 ** i);
    const stake = sizes.reduce((sum, f) => sum + f ** 0.7, 0);
    const meanSquare = sizes.reduce((sum, f) => sum + f ** 2.7, 0) / stake;
    expect(pairedEvidence(0)(counts(2, 0, 7))).toBeCloseTo(1 + meanSquare, 12);
  });

  it('knows nothing of nothing and refuses what is no count', () => {
    expect(pairedSequence(counts(0, 0, 0))).toEqual({ difference: Number.NaN, low: -1, high: 1, n: 0 });
    expect(() => pairedSequence(counts(1, -1, 0))).toThrow('pairedSequence: expected onlyB');
    expect(() => pairedSequence(counts(1, 1, 0), 1)).toThrow('expected level');
    expect(() => pairedEvidence(2)).toThrow('expected difference from -1 to 1, got 2');
  });
});
