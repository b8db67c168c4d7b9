/**
 * Users keep a second app (M20): a reviewer who ends with an app takes another one with probability m, by the same
 * weights without the first, and gives it `secondUse` of her use, unpaid, on the cheapest tier. Populations draw it
 * (`population/agents.ts`, `population/cohort-second.ts`). Our assumption; about a
 * fifth of ChatGPT's weekly users also used Gemini in March 2026.
 */
import type { DrawnSegment } from '../scenario/drawn.js';

/** m, the probability that a reviewer with an app keeps a second one, 0 to 1. */
export function secondAppRate({ secondApp }: DrawnSegment): number {
  return secondApp;
}

/** Use of a second app, million tokens a month; `use`: of a new user of a first app. */
export function secondAppUse({ secondUse }: DrawnSegment, use: number): number {
  return use * secondUse;
}
