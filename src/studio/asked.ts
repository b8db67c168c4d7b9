/**
 * What the question of a shipped scenario is about, so that the sentence answers it: a firm, its cash or its users, and the
 * arm whose comparison with the scenario as it stands is the answer. A scenario that is not here asks who runs out of
 * cash, and the firm of its own most in danger leads.
 */
import type { Opened } from './state.js';

/** What a sentence measures. */
export type Measure = 'cash-out' | 'users';

export interface Asked {
  /** Id of the firm that the question is about. */
  readonly firm: string;
  readonly measure: Measure;
  /** Name of the arm that answers. */
  readonly arm?: string;
}

/** By id of the shipped scenario. */
export const ASKED: Readonly<Record<string, Asked>> = {
  'acquihire-and-funding-drought': { firm: 'labs', measure: 'cash-out', arm: 'patrons' },
  'charging-shock': { firm: 'deepseek', measure: 'users', arm: 'charge' },
  'free-vs-value-internet-logic': { firm: 'landgrab', measure: 'cash-out', arm: 'internet' },
  'giants-enter': { firm: 'kimi', measure: 'users', arm: 'alone' },
  'openai-subscription-2024-2029': { firm: 'openai', measure: 'cash-out', arm: 'noMoney' },
  'policy-and-store-shock': { firm: 'replika', measure: 'users', arm: 'ban' },
  'price-war-0-yuan': { firm: 'small', measure: 'cash-out', arm: 'noWar' },
  'startup-20m': { firm: 'dalin', measure: 'cash-out', arm: 'giantsAbsent' },
  'wrapper-squeeze': { firm: 'student', measure: 'cash-out', arm: 'noEntry' },
};

/** What an open scenario asks; undefined for one that says no more than its numbers. */
export function askedOf({ id }: Opened): Asked | undefined {
  return id !== undefined && Object.hasOwn(ASKED, id) ? ASKED[id] : undefined;
}
