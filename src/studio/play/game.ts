/**
 * A game: one seat in one world, and what was decided in it month by month. A plain object and nothing else; the world
 * is lived again from it, to the same bytes, whenever somebody wants to see something. It can be saved, sent and linked.
 */
import type { Decision } from '../../../sim/index.js';
import type { Values } from '../../experiment/job.js';

/** All that a played game is. JSON keeps it whole. */
export interface Game {
  /** Id of a shipped scenario, or the name of the file that was dropped. */
  readonly scenario: string;
  /** Constants laid over the scenario, path -> number. */
  readonly values: Values;
  /** The plan of the scenario whose market is played; none: as it stands. */
  readonly arm?: string;
  readonly seed: string;
  /** Which luck of this seed, from 0. */
  readonly replicate: number;
  /** The seat: id of a firm. */
  readonly firm: string;
  /** What was decided in month 1, 2, ...; each is the whole decision of its month. */
  readonly decisions: readonly Decision[];
}

/** The game one month later. */
export function decide(game: Game, decision: Decision): Game {
  return { ...game, decisions: [...game.decisions, decision] };
}
