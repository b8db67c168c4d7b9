/** Constants of CMA-ES for a dimension and a population: Hansen 2016 (arXiv:1604.00772), table 1 and eq. 49-58. */

/** Names as in the tutorial. */
export interface CmaConstants {
  /** Recombination weights by rank, length: population; those of the worse half are below 0. */
  readonly weights: readonly number[];
  readonly muEff: number;
  readonly cSigma: number;
  readonly dSigma: number;
  readonly cC: number;
  readonly c1: number;
  readonly cMu: number;
  /** Expected length of a standard normal vector. */
  readonly chi: number;
}

/** 4 + floor(3 ln n), eq. 48; no whole n > 1 brings 3 ln n near a whole number's rounding, so any logarithm does. */
export function usualPopulation(n: number): number {
  return 4 + Math.floor(3 * Math.log(n));
}

function effective(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** @param n dimension, at least 1 @param lambda population, at least 4 @param log natural logarithm */
export function cmaConstants(n: number, lambda: number, log = Math.log): CmaConstants {
  const raw = Array.from({ length: lambda }, (_, i) => log((lambda + 1) / 2) - log(i + 1));
  const [better, worse] = [raw.filter((weight) => weight >= 0), raw.filter((weight) => weight < 0)];
  const muEff = effective(better);
  const c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
  const cMu = Math.min(1 - c1, (2 * (0.25 + muEff + 1 / muEff - 2)) / ((n + 2) * (n + 2) + muEff));
  const cSigma = (muEff + 2) / (n + muEff + 5);
  const total = better.reduce((sum, weight) => sum + weight, 0);
  const totalWorse = -worse.reduce((sum, weight) => sum + weight, 0);
  const bound = Math.min(1 + c1 / cMu, 1 + (2 * effective(worse)) / (muEff + 2), (1 - c1 - cMu) / (n * cMu));
  return {
    weights: raw.map((weight) => (weight >= 0 ? weight / total : (bound * weight) / totalWorse)),
    muEff,
    cSigma,
    dSigma: 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma,
    cC: (4 + muEff / n) / (n + 4 + (2 * muEff) / n),
    c1,
    cMu,
    chi: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}
