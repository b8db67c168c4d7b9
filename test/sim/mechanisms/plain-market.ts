/** A market of two equal apps in which nothing is at work but what a test adds. */
import { type Raw, twoApps } from '../made-scenario.js';
import type { Life } from './twin.js';

/** Nothing tells users or apps apart, nobody lapses, everybody chooses an app again every month. */
const PLAIN: Raw = {
  ...{ priceSpread: 0, qualitySpread: 0, switchingSpread: 0, adSpread: 0, useSpread: 0 },
  ...{
    switchingCost: 0,
    habit: 0,
    zeroPrice: 0,
    quotaAversion: 0,
    network: 0,
    secondApp: 0,
    contextGrowth: 0,
  },
  ...{ innovation: 50, imitation: 0, outside: -40, review: 1, activation: 1, wordOfMouth: 0, use: 1 },
};

/** Two such apps, 100,000 people, 20,000 agents: the standard error of a share is at most .0036. */
export function plain(segment: Raw = {}, apps: { a?: Raw; b?: Raw; top?: Raw } = {}): Raw {
  const { a, b, top } = apps;
  return twoApps(
    { lapse: 0, ...a },
    { lapse: 0, ...b },
    { segment: { ...PLAIN, ...segment }, top: { agents: 20_000, ...top } },
  );
}

/** Everybody has app a before month 1. */
export const ALL_A: Raw = { withApp: 1, ever: 1 };

/** Share of app a among first apps. */
export function shareOfA({ state }: Life): number {
  const [a, b] = state.firms.map(({ firstUsers }) => firstUsers);
  return a / (a + b);
}

/** Part of the people who went from one app to the other this month. */
export function movedBetween({ state }: Life): number {
  const { moves } = state.tally;
  return (moves[1 * 3 + 2] + moves[2 * 3 + 1]) / 100_000;
}

/** 1/(1 + e^-x): the logit share of an app x utils better than the only other one. */
export function logit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Four standard errors of a share: a false alarm in 16,000. */
export const CLOSE = 0.0145;
