/**
 * Feedback of users improves the model, a little (M08): d Q = beta_u ln(1 + MAU / 10 M) a month. Our assumption: weak,
 * because what many users say repeats itself. Generated text among the feedback takes its worth away: x (1 - synthetic /
 * tolerated), and beyond `tolerated` feedback harms (model collapse: article S4).
 */
import { log } from '../core/numerics.js';
import type { DrawnScenario } from '../scenario/drawn.js';

/** Utils a month from last month's `users`, people. */
export function usersFeedback(
  { users: beta, synthetic, tolerated }: DrawnScenario['world']['research'],
  users: number,
): number {
  return beta * (1 - synthetic / tolerated) * log(1 + users / 10e6);
}
