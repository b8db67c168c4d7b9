/**
 * Usage classes: quantile bands of a lognormal law of use, each with its conditional mean. With
 * ln X ~ N(m, s^2), the part of the total held below the quantile z is Phi(z - s) (validation: the top 1 % hold
 * .3721 at s = 2). The mean use itself is declared or counted from conversations (M10).
 */
import { normalDistribution } from '../core/distributions.js';
import { normalQuantile } from '../core/numerics.js';
import type { DrawnSegment } from '../scenario/drawn.js';

/** One band: its share of the people, and its share of all tokens. */
export interface UsageBand {
  readonly people: number;
  readonly tokens: number;
}

/**
 * Bands of a lognormal law with log standard deviation `spread`, parted at the quantiles `edges` (rising, in
 * (0, 1)); length edges.length + 1. Mean use of a band = mean x tokens / people.
 */
export function usageBands(edges: readonly number[], spread: number): UsageBand[] {
  const all = [0, ...edges, 1];
  const held = all.map((p) => (p === 0 ? 0 : p === 1 ? 1 : normalDistribution(normalQuantile(p) - spread)));
  return all.slice(1).map((p, k) => ({ people: p - all[k], tokens: held[k + 1] - held[k] }));
}

/**
 * Tokens of a conversation of `turns` turns: every turn reads the whole context again, so
 *   tokens = turns x first + growth x turns x (turns - 1) / 2.
 * `first`: tokens of the first turn; `growth`: what each turn adds to the next. With 9,000 and 1,000 five turns take
 * 55,000 tokens and twenty 370,000 (article S2).
 */
export function conversationTokens(turns: number, first: number, growth: number): number {
  return turns * first + (growth * turns * (turns - 1)) / 2;
}

/** Mean use of a new user of the segment, million tokens a month. */
export function meanUse(segment: DrawnSegment): number {
  const { conversations, turns, turnTokens, turnGrowth } = segment;
  return conversations > 0
    ? (conversations * conversationTokens(turns, turnTokens, turnGrowth)) / 1e6
    : segment.use;
}
