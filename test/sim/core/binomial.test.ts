import { describe, expect, it } from 'vitest';
import { binomial, hypergeometric, makeUrn, openUrn, type Urn } from '../../../sim/core/binomial.js';
import { keyOf, makeLuck } from '../../../sim/core/draws.js';
import { STREAM } from '../../../sim/core/streams.js';
import { score } from '../population/two-sample.js';

const DRAWS = 200_000;

/** Probabilities of 0 to n by ratios of neighbours from the mode outwards, until they vanish: no special function. */
function probabilities(
  mode: number,
  low: number,
  high: number,
  ratio: (k: number) => number,
): Map<number, number> {
  const p = new Map([[mode, 1]]);
  for (let k = mode, x = 1; k < high && x > 1e-16; k++) {
    x *= ratio(k);
    p.set(k + 1, x);
  }
  for (let k = mode, x = 1; k > low && x > 1e-16; k--) {
    x /= ratio(k - 1);
    p.set(k - 1, x);
  }
  const sum = [...p.values()].reduce((a, b) => a + b, 0);
  for (const [k, x] of p) p.set(k, x / sum);
  return p;
}

/** Chi-squared of draws against probabilities in about 40 bins, as a standard normal score. */
function misfit(p: Map<number, number>, draw: () => number): number {
  const order = [...p.keys()].sort((a, b) => a - b);
  const bin = new Map<number, number>();
  const expected: number[] = [0];
  for (const k of order) {
    if (expected[expected.length - 1] > DRAWS / 40) expected.push(0);
    bin.set(k, expected.length - 1);
    expected[expected.length - 1] += (p.get(k) ?? 0) * DRAWS;
  }
  if (expected.length > 1 && (expected.at(-1) ?? 0) < 10) {
    const last = expected.pop() ?? 0;
    expected[expected.length - 1] += last;
    for (const [k, b] of bin) if (b === expected.length) bin.set(k, b - 1);
  }
  const counts = expected.map(() => 0);
  for (let i = 0; i < DRAWS; i++) {
    const at = bin.get(draw());
    if (at === undefined) return Infinity;
    counts[at]++;
  }
  const chi = counts.reduce((sum, n, b) => sum + (n - expected[b]) ** 2 / expected[b], 0);
  return score({ chi, freedom: counts.length - 1 });
}

function urnOf(entity: number): Urn {
  const urn = makeUrn();
  openUrn(urn, keyOf(makeLuck('urn', 0), STREAM.cohort, 1), entity);
  return urn;
}

// Bernoulli up to 4 trials, inversion up to a mean of 10, BTRS beyond; both sides of each border, and p above 1/2.
const BINOMIALS: [n: number, p: number][] = [
  [1, 0.3],
  [4, 0.6],
  [5, 0.45],
  [5, 0.01],
  [19, 0.5],
  [20, 0.5],
  [30, 0.9],
  [100, 0.0999],
  [100, 0.1001],
  [1000, 0.00999],
  [1000, 0.0101],
  [1000, 0.995],
  [100_000, 0.00009],
  [100_000, 0.37],
  [1e6, 9.9e-6],
  [1e9, 3e-9],
  [1e9, 1.1e-8],
  [1e9, 1e-5],
  [1e9, 0.25],
  [1e9, 0.9999999],
];

// A score above 4 has probability 3e-5: false alarms 6e-4 over the 20 laws.
describe('a binomial draw', () => {
  for (const [n, p] of BINOMIALS) {
    it(`of ${n} trials with probability ${p} has the exact law`, () => {
      const urn = urnOf(n);
      const ratio = (k: number) => ((n - k) / (k + 1)) * (p / (1 - p));
      const law = probabilities(Math.floor((n + 1) * p), 0, n, ratio);
      expect(misfit(law, () => binomial(urn, n, p))).toBeLessThan(4);
    });
  }

  it('with a probability that is 1 % too high is told apart, so the tests above can fail', () => {
    const urn = urnOf(0);
    const ratio = (k: number) => ((1000 - k) / (k + 1)) * (0.1 / 0.9);
    expect(misfit(probabilities(100, 0, 1000, ratio), () => binomial(urn, 1000, 0.101))).toBeGreaterThan(20);
  });

  it('is 0 or n at the ends, and belongs to its address', () => {
    const urn = urnOf(1);
    expect([
      binomial(urn, 7, 0),
      binomial(urn, 7, -1e-17),
      binomial(urn, 7, 1),
      binomial(urn, 0, 0.5),
    ]).toEqual([0, 0, 7, 0]);
    const draws = (entity: number) => {
      const own = urnOf(entity);
      return Array.from({ length: 5 }, () => binomial(own, 1e6, 0.3));
    };
    expect(draws(2)).toEqual(draws(2));
    expect(draws(2)).not.toEqual(draws(3));
  });
});

// One by one up to a sample of 12, HRUA beyond, and every way of turning the four counts around.
const HYPERGEOMETRICS: [marked: number, others: number, sample: number][] = [
  [3, 5, 4],
  [1, 1000, 500],
  [40, 60, 12],
  [40, 60, 13],
  [60, 40, 70],
  [900, 100, 300],
  [100, 900, 300],
  [1e6, 3e6, 2e6],
  [2e8, 6e8, 1e5],
];

// False alarms 3e-4 over the nine laws.
describe('a draw without putting back', () => {
  for (const [marked, others, sample] of HYPERGEOMETRICS) {
    it(`of ${sample} from ${marked} marked and ${others} others has the exact law`, () => {
      const urn = urnOf(marked);
      const ratio = (k: number) => ((marked - k) / (k + 1)) * ((sample - k) / (others - sample + k + 1));
      const mode = Math.floor(((sample + 1) * (marked + 1)) / (marked + others + 2));
      const law = probabilities(mode, Math.max(0, sample - others), Math.min(marked, sample), ratio);
      expect(misfit(law, () => hypergeometric(urn, marked, others, sample))).toBeLessThan(4);
    });
  }
});
