/** The game of this tab, kept over a reload in the tab's own storage; a browser that keeps nothing forgets it. */
import type { Game } from './game.js';

const KEY = 'afterburn-game';

/** Keeps a game, or forgets the one that was kept. */
export function keepGame(game: Game | undefined): void {
  try {
    if (game) sessionStorage.setItem(KEY, JSON.stringify(game));
    else sessionStorage.removeItem(KEY);
  } catch {
    // kept for this page only
  }
}

/** The game that was kept, with at least one decision; undefined if there is none. */
export function keptGame(): Game | undefined {
  try {
    const game = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Game | null;
    return game && game.decisions.length > 0 ? game : undefined;
  } catch {
    return undefined;
  }
}
