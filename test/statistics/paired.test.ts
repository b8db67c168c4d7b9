import { describe, expect, it } from 'vitest';
import { countPairs } from '../../src/statistics/paired-counts.js';
import { pairedDifference } from '../../src/statistics/paired-difference.js';
import { pairedProportions } from '../../src/statistics/paired-proportions.js';
import { studentQuantile } from '../../src/statistics/student-quantile.js';

const table = (both: number, onlyA: number, onlyB: number, neither: number) => ({
  both,
  onlyA,
  onlyB,
  neither,
});

describe('pairedProportions', () => {
  it('gives the published intervals', () => {
    // Altman, Machin, Bryant & Gardner 2000, Statistics with Confidence, table 6.2 and p. 53: .122 (.011 to .226)
    const altman = pairedProportions(table(14, 5, 0, 22));
    expect(altman.difference).toBeCloseTo(0.122, 3);
    expect(altman.low).toBeCloseTo(0.011, 3);
    expect(altman.high).toBeCloseTo(0.226, 3);
    // Fagerland, Lydersen & Laake 2014 (Statistics in Medicine 33), airway reactivity: -.286 (-.507 to -.026)
    const airways = pairedProportions(table(1, 1, 7, 12));
    expect(airways.difference).toBeCloseTo(-0.286, 3);
    expect(airways.low).toBeCloseTo(-0.507, 3);
    expect(airways.high).toBeCloseTo(-0.026, 3);
  });

  it('is narrower the more the pairs agree, and not empty if all do', () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(pairedProportions(table(45, 5, 5, 45)))).toBeLessThan(
      width(pairedProportions(table(25, 25, 25, 25))),
    );
    const same = pairedProportions(table(0, 0, 0, 100));
    expect(same.difference).toBe(0);
    expect(same.low).toBeLessThan(-0.01);
    expect(same.high).toBe(-same.low);
    expect(pairedProportions(table(0, 0, 0, 0))).toEqual({ difference: Number.NaN, low: -1, high: 1, n: 0 });
    expect(() => pairedProportions(table(1, 0.5, 0, 0))).toThrow('pairedProportions: expected onlyA');
  });
});

describe('countPairs', () => {
  it('counts booleans and 0 or 1 alike', () => {
    expect(countPairs([1, 1, 0, 0, 0], [true, false, true, false, false])).toEqual(table(1, 1, 1, 2));
    expect(() => countPairs([1], [])).toThrow('expected 1 outcomes in b as in a, got 0');
    expect(() => countPairs([2], [1])).toThrow('expected 0, 1 or booleans, got 2');
    expect(() => countPairs([null as unknown as number], [1])).toThrow('expected 0, 1 or booleans, got null');
  });
});

describe('studentQuantile', () => {
  it('is that of scipy 1.17', () => {
    for (const [p, df, t] of [
      [0.975, 1, 12.706204736174694],
      [0.975, 2, 4.302652729749462],
      [0.975, 30, 2.0422724563012378],
      [0.995, 5, 4.032142983555228],
      [0.6, 3.5, 0.27326545405577973],
      [0.975, 1e6, 1.959966356814107],
      [0.0001, 4, -13.033671720896455],
      // at df = 1 in closed form: tan(pi (p - 1 / 2))
      [0.9999999, 1, 3183098.863513247],
    ])
      expect(studentQuantile(p, df) / t).toBeCloseTo(1, 9);
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(() => studentQuantile(1, 3)).toThrow(RangeError);
    expect(() => studentQuantile(0.9, Infinity)).toThrow('expected finite degrees of freedom above 0');
  });
});

describe('pairedDifference', () => {
  it('is that of Student’s sleep data', () => {
    // R: t.test(extra ~ group, sleep, paired): 1.58, .700114 to 2.459886; cor .795170
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const found = pairedDifference(second, first);
    expect(found.estimate).toBeCloseTo(1.58, 12);
    expect(found.low).toBeCloseTo(0.7001142, 7);
    expect(found.high).toBeCloseTo(2.4598858, 7);
    expect(found.correlation).toBeCloseTo(0.7951702, 7);
    // numpy: (var a + var b) / var(a - b)
    expect(found.varianceReduction).toBeCloseTo(4.765423, 6);
  });

  it('has defined answers where nothing varies', () => {
    expect(pairedDifference([3, 4, 5], [1.5, 2.5, 3.5])).toEqual({
      estimate: 1.5,
      low: 1.5,
      high: 1.5,
      correlation: 1,
      varianceReduction: Number.POSITIVE_INFINITY,
      n: 3,
    });
    const flat = pairedDifference([2, 2], [1, 1]);
    expect(flat).toMatchObject({ low: 1, high: 1, correlation: Number.NaN, varianceReduction: Number.NaN });
    const half = pairedDifference([2, 2, 2], [1, 2, 3]);
    expect(half).toMatchObject({ estimate: 0, correlation: Number.NaN, varianceReduction: 1 });
    const one = pairedDifference([2], [1]);
    expect(one).toMatchObject({ estimate: 1, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
    expect(pairedDifference([1, 2, 3], [3, 2, 1]).varianceReduction).toBeCloseTo(0.5, 12);
  });

  it('refuses pairs that are none', () => {
    expect(() => pairedDifference([1], [1, 2])).toThrow('expected 1 values in b as in a, got 2');
    expect(() => pairedDifference([], [])).toThrow('at least one pair');
    expect(() => pairedDifference([1, Number.NaN], [1, 2])).toThrow('finite numbers in pair 1, got NaN, 2');
  });
});
