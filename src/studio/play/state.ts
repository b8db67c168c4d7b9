/** The slice of the studio's state that a game has, and every way it can change. Pure. */

import { decisionOf, type Form, formOf, viewNow } from './form.js';
import type { Game } from './game.js';
import { decide } from './game.js';
import type { Score } from './jobs.js';
import type { Life, Turn } from './life.js';
import type { After } from './seat.js';
import type { Turning } from './turning.js';

/** What the seat does in the forks of the odds: this decision every month, or the firm's own policy. */
export type Onward = 'hold' | 'policy';

/** Everything at the end: you, the firm's own policy and the other strategies, all on the same luck. */
export interface Debrief {
  readonly you: Life;
  readonly twin: Life;
  /** Missing while they are lived. */
  readonly scores?: readonly Score[];
  /** The decision that mattered most; missing while it is sought, null if there is none. */
  readonly turning?: Turning | null;
}

export interface PlayState {
  readonly game: Game;
  /** Of the game as it stands; missing while a month is lived. */
  readonly turn?: Turn;
  /** The turn before, shown until the next one is there. */
  readonly shown?: Turn;
  readonly form?: Form;
  readonly onward: Onward;
  /** Forks so far, of the form as it stands. */
  readonly forks: readonly Life[];
  readonly debrief?: Debrief;
  /** Why it cannot go on. */
  readonly problem?: string;
}

export type PlayAction =
  | { readonly do: 'begin'; readonly game: Game }
  | { readonly do: 'turn'; readonly game: Game; readonly turn: Turn }
  | { readonly do: 'fill'; readonly form: Form }
  | { readonly do: 'onward'; readonly onward: Onward }
  | { readonly do: 'fork'; readonly forks: readonly Life[] }
  | { readonly do: 'live' }
  | { readonly do: 'stop' }
  | { readonly do: 'debrief'; readonly game: Game; readonly debrief: Debrief }
  | { readonly do: 'fail'; readonly game: Game; readonly problem: string }
  | { readonly do: 'leave' };

/** What the seat does after now in the forks. */
export function afterOf({ onward, form, turn }: PlayState): After {
  return onward === 'hold' && form && turn ? decisionOf(form, viewNow(turn)) : 'policy';
}

function begin(game: Game, onward: Onward): PlayState {
  return { game, onward, forks: [] };
}

function takeTurn(play: PlayState, turn: Turn): PlayState {
  const form = turn.own ? { form: formOf(turn, play.game.decisions.at(-1)) } : {};
  const { form: gone, ...kept } = play;
  return { ...kept, turn, shown: turn, ...form, forks: [] };
}

/** Lives the month that is on the form. */
function live(play: PlayState, stops: boolean): PlayState {
  const { game, turn, form } = play;
  if (!turn?.own || !form) return play;
  const decision = decisionOf(form, viewNow(turn));
  const next = decide(game, stops ? { ...decision, stop: 'wound-down' } : decision);
  return { game: next, onward: play.onward, forks: [], shown: turn, form };
}

/** The next state; undefined: nobody plays. What comes late, of another game, changes nothing. */
export function reducePlay(play: PlayState | undefined, action: PlayAction): PlayState | undefined {
  if (action.do === 'begin') return begin(action.game, play?.onward ?? 'hold');
  if (!play || ('game' in action && action.game !== play.game)) return play;
  switch (action.do) {
    case 'turn':
      return takeTurn(play, action.turn);
    case 'fill':
      return { ...play, form: action.form, forks: [] };
    case 'onward':
      return { ...play, onward: action.onward, forks: [] };
    case 'fork':
      return { ...play, forks: action.forks };
    case 'live':
      return live(play, false);
    case 'stop':
      return live(play, true);
    case 'debrief':
      return { ...play, debrief: action.debrief };
    case 'fail':
      return { ...play, problem: action.problem };
    case 'leave':
      return undefined;
  }
}
