/**
 * Which of some candidates has the least mean of a noisy loss, within a budget: sequential halving (Karnin, Koren & Somekh
 * 2013, "Almost optimal exploration in multi-armed bandits", ICML; for settings of algorithms Jamieson & Talwalkar
 * 2016). Each round spends an equal part of the budget on those left and drops the worse half. All candidates of a round
 * meet the same replicates, so with common random numbers they differ by what they are and not by their luck. What was
 * seen in earlier rounds still counts. A race with tests could stop earlier; this needs no variance and no level.
 */
import { expectThat, expectWhole } from './expect.js';

export interface HalvingOptions {
  /** Number of candidates, at least 1. */
  readonly candidates: number;
  /** Losses that may be evaluated in all; at least candidates x ceil(log2 candidates). */
  readonly budget: number;
  /** Losses of each candidate asked for in replicates `from` to below `to`, a row a candidate in their order. */
  readonly evaluate: (
    candidates: readonly number[],
    from: number,
    to: number,
  ) => Promise<readonly ArrayLike<number>[]> | readonly ArrayLike<number>[];
}

/** Candidates from the best; of those dropped in one round the better come first. */
export interface Ranking {
  readonly order: readonly number[];
  /** Mean loss of each candidate over the replicates it met, by candidate. */
  readonly means: readonly number[];
  /** Replicates each candidate met, by candidate. */
  readonly replicates: readonly number[];
}

/** @throws RangeError if the budget is too small for one replicate a round, or losses are not as many as asked for, or NaN */
export async function successiveHalving({ candidates, budget, evaluate }: HalvingOptions): Promise<Ranking> {
  expectWhole(candidates, 1, 'successiveHalving: expected candidates');
  const rounds = Math.max(1, Math.ceil(Math.log2(candidates)));
  expectWhole(budget, candidates * rounds, 'successiveHalving: expected budget');
  const sums = new Array<number>(candidates).fill(0);
  const replicates = new Array<number>(candidates).fill(0);
  const mean = (candidate: number) => sums[candidate] / replicates[candidate];
  let left = sums.map((_, candidate) => candidate);
  let dropped: number[] = [];
  let from = 0;
  for (let round = 0; round < rounds; round++) {
    const to = from + Math.floor(budget / (left.length * rounds));
    const losses = await evaluate(left, from, to);
    expectThat(losses.length === left.length, `evaluate: expected ${left.length} rows`, losses.length);
    for (const [k, candidate] of left.entries()) {
      const row = Array.from(losses[k]);
      const isFit = row.length === to - from && !row.some(Number.isNaN);
      expectThat(isFit, `evaluate: expected ${to - from} losses of candidate ${candidate}`, row.join(', '));
      sums[candidate] += row.reduce((sum, loss) => sum + loss, 0);
      replicates[candidate] = to;
    }
    from = to;
    const ranked = [...left].sort((a, b) => (mean(a) === mean(b) ? a - b : mean(a) - mean(b)));
    const kept = round === rounds - 1 ? ranked.length : Math.ceil(ranked.length / 2);
    dropped = [...ranked.slice(kept), ...dropped];
    left = ranked.slice(0, kept);
  }
  return { order: [...left, ...dropped], means: sums.map((_, k) => mean(k)), replicates };
}
