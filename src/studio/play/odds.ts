/** The odds from here: forks of the world summed up. Each fork is the same past and a luck of its own from now on. */
import { quantile } from '../../statistics/quantile.js';
import { type ProbabilityInterval, wilson } from '../../statistics/wilson.js';
import type { Life } from './life.js';

/** Forks of one question: an interval of about ten points each way. */
export const FORKS = 100;
/** How far the odds look, months. */
export const AHEAD = 12;

/** Shares of the forks in the fan of cash. */
export const FAN = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** P(cash-out) of the seat among the forks, Wilson 95 %. */
export function cashOutOdds(forks: readonly Life[]): ProbabilityInterval {
  return wilson(forks.filter(({ status }) => status === 'cash-out').length, forks.length);
}

/**
 * What new money does in the forks: in how many any comes after `lived`, and how many of those that do not run out of cash
 * live by it alone, their cash without it below 0 at the end of some month. Plain bookkeeping: spending stays as it was.
 */
export function moneyOdds(forks: readonly Life[], lived: number): { comes: number; saves: number } {
  const fates = forks.map(({ status, cash, raised }) => {
    let sum = 0;
    const without = raised.slice(lived).map((money, k) => {
      sum += money;
      return cash[lived + k] - sum;
    });
    return { comes: sum > 0, saves: status !== 'cash-out' && without.some((left) => left < 0) };
  });
  const count = (kind: 'comes' | 'saves') => fates.filter((fate) => fate[kind]).length;
  return { comes: count('comes'), saves: count('saves') };
}

/**
 * Quantiles (FAN) of cash at the end of every month after `lived`; a firm that is gone keeps what it ended with, a
 * cash-out 0.
 */
export function cashFan(forks: readonly Life[], lived: number): number[][] {
  const last = Math.max(lived, ...forks.map((fork) => fork.lived));
  return Array.from({ length: last - lived }, (_, k) => {
    const cash = forks.map((fork) => {
      if (lived + k < fork.lived) return Math.max(0, fork.cash[lived + k]);
      return fork.status === 'cash-out' ? 0 : (fork.cash.at(-1) ?? 0);
    });
    cash.sort((a, b) => a - b);
    return FAN.map((share) => quantile(cash, share));
  });
}
