/**
 * The game of this tab, kept over a reload in the tab's own storage as the text of a share link, of any length: scenario,
 * changes, luck and decisions. It is read back by the reader of links with all its checks. A browser that keeps nothing
 * forgets the game.
 */
import { sharedOf, textOf } from '../share.js';
import type { Studio } from '../state.js';
import type { Game } from './game.js';

const KEY = 'afterburn-game';

interface Kept {
  readonly game: Game;
  readonly text: string;
}

/** Keeps the game that is played, or forgets the one that was kept. */
export function keepGame(studio: Studio): void {
  const { play } = studio;
  const shared = play && sharedOf({ ...studio, view: 'play' });
  try {
    if (!shared) sessionStorage.removeItem(KEY);
    else {
      const kept: Kept = { game: play.game, text: textOf(shared) };
      sessionStorage.setItem(KEY, JSON.stringify(kept));
    }
  } catch {
    // kept for this page only
  }
}

function kept(): Kept | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The game that was kept, with at least one decision; undefined if there is none. */
export function keptGame(): Game | undefined {
  const game = kept()?.game;
  return game && game.decisions?.length > 0 ? game : undefined;
}

/** The text of the kept game's link; undefined if there is none. */
export function keptText(): string | undefined {
  return kept()?.text;
}
