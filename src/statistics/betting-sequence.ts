/**
 * An interval of the mean of bounded values that holds at all numbers of values at once: the hedged capital of
 * Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting", JRSS B 86, 1-27 (theorem 3,
 * eqs. 23-26). For each possible mean m two gamblers bet against it, one that the mean is above, one that it is below; if m is
 * true, neither gets 2 / (1 - level) times its stake but with a probability of (1 - level) / 2. The bets learn the
 * variance, so that the interval is narrow if the values vary little. A value costs a step for each m of a grid that is
 * still possible, memory is the grid, and what was once excluded stays so (running intersection).
 * The order of the values matters a little. For differences of two yes-or-no outcomes pairedSequence is narrower.
 */
import { expectLevel, expectThat, expectWhole } from './expect.js';

export interface BettingOptions {
  /** Bounds that no value exceeds, low < high. */
  readonly low: number;
  readonly high: number;
  /** .95 unless given. */
  readonly level?: number;
  /** Cells between the bounds; ends are rounded outwards to them. 2000 unless given. */
  readonly cells?: number;
}

/** A mean with its interval, in the unit of the values. */
export interface MeanInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** Grows with the values. */
export interface BettingSequence {
  /** @throws RangeError if the value lies beyond the bounds */
  add(value: number): void;
  /** Without a value: the bounds, estimate NaN. */
  interval(): MeanInterval;
}

/** No bet risks more than this part of the capital. */
const MOST_AT_RISK = 0.5;

/** Bets on values scaled to 0..1: sqrt(2 ln(2 / alpha) / (variance t ln(t + 1))), from the values before. */
function makeBets(level: number) {
  const strength = 2 * Math.log(2 / (1 - level));
  let count = 0;
  let sum = 0.5;
  let squares = 0.25;
  return {
    next: () => Math.sqrt(strength / ((squares / (count + 1)) * (count + 1) * Math.log(count + 2))),
    learn(x: number) {
      count++;
      sum += x;
      squares += (x - sum / (count + 1)) ** 2;
    },
  };
}

/** @throws RangeError unless low < high are finite, 0 < level < 1 and `cells` is whole from 2 */
export function makeBettingSequence(options: BettingOptions): BettingSequence {
  const { low, high, level = 0.95, cells = 2000 } = options;
  const isFit = Number.isFinite(low) && Number.isFinite(high) && low < high;
  expectThat(isFit, 'makeBettingSequence: expected finite low < high', `${low}, ${high}`);
  expectLevel(level, 'makeBettingSequence');
  expectWhole(cells, 2, 'makeBettingSequence: expected cells');
  const refused = Math.log(2 / (1 - level));
  const above = new Float64Array(cells + 1);
  const below = new Float64Array(cells + 1);
  const bets = makeBets(level);
  let [first, last] = [0, cells];
  let n = 0;
  let total = 0;
  const bet = (x: number) => {
    const size = bets.next();
    for (let j = first; j <= last; j++) {
      const m = j / cells;
      above[j] += Math.log1p(Math.min(size, MOST_AT_RISK / m) * (x - m));
      below[j] += Math.log1p(Math.min(size, MOST_AT_RISK / (1 - m)) * (m - x));
    }
    while (first < last && above[first] >= refused) first++;
    while (last > first && below[last] >= refused) last--;
    bets.learn(x);
  };
  const place = (j: number) => low + ((high - low) * j) / cells;
  return {
    add(value) {
      const isWithin = value >= low && value <= high;
      expectThat(isWithin, `makeBettingSequence: expected a value from ${low} to ${high}`, value);
      n++;
      total += value;
      bet((value - low) / (high - low));
    },
    interval: () => ({
      estimate: total / n,
      low: place(Math.max(0, first - 1)),
      high: place(Math.min(cells, last + 1)),
      n,
    }),
  };
}
