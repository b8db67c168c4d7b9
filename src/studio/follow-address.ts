/**
 * The address and the state, each kept as the other. What an address asks for arrives late (a scenario is a chunk, a link is
 * unpacked): the address asked for last wins, and until it has arrived nothing else is written there.
 */
import { addressOf, placeOf } from './address.js';
import { openLink, openText } from './open-link.js';
import { openServed, openShipped } from './open-scenario.js';
import { keptText } from './play/kept-game.js';
import { linkData } from './share.js';
import type { Action, Studio } from './state.js';
import type { Store } from './store.js';
import { keptToken, takeToken } from './token.js';

/** The game of this tab, after a reload on its page; undefined if there is none. */
async function keptGame(): Promise<Action[] | undefined> {
  const text = keptText();
  const { view, id } = placeOf(location.hash);
  if (view !== 'play' || text === undefined) return undefined;
  const found = await openText(new TextEncoder().encode(text));
  if ('problems' in found || !found.shared.game || found.opened.id !== id) return undefined;
  return [{ type: 'offer', offered: found }, { type: 'take' }];
}

/** What a share link holds, or why it is refused. */
async function offerOf(data: string): Promise<Action[]> {
  const found = await openLink(data);
  return ['problems' in found ? { type: 'refuse', refused: found } : { type: 'offer', offered: found }];
}

/** Leads where the address says. */
async function placed(studio: Studio): Promise<Action[]> {
  const data = linkData(location.hash);
  if (data !== undefined) return offerOf(data);
  const { id, ...place } = placeOf(location.hash);
  const opened = id !== undefined && studio.opened?.id !== id ? await openShipped(id) : undefined;
  return [opened ? { type: 'open', opened, ...place } : { type: 'go', ...place }];
}

/** Leads where the page opens: to the scenario of the command line, on with a game, or where the address says. */
async function first(studio: Studio): Promise<Action[]> {
  const fresh = takeToken();
  const { id, ...place } = placeOf(location.hash);
  const game = fresh === undefined ? await keptGame() : undefined;
  if (game) return game;
  const token = fresh ?? (place.view !== 'gallery' && id === undefined ? keptToken() : undefined);
  const served = token === undefined ? undefined : await openServed(token);
  if (!served) return placed(studio);
  return [{ type: 'open', opened: served, ...(fresh ? { view: 'explore' } : place) }];
}

/** What an address asks for could not be loaded: the server is gone, or the site was built anew. */
const AWAY: Action = { type: 'refuse', refused: { file: '', text: '', problems: [], link: 'away' } };

/** Follows the address from now on, and writes it; the promise is that of the page that opens. */
export async function followAddress(store: Store): Promise<void> {
  let asked = 0;
  let isOnTheWay = false;
  const write = (studio: Studio, how: 'pushState' | 'replaceState' = 'pushState') => {
    // a link that waits stays in the address, so that a reload shows it again
    if (isOnTheWay || studio.offered) return;
    const address = addressOf(studio);
    if (location.hash !== address) history[how](null, '', address);
  };
  const go = async (find: (studio: Studio) => Promise<Action[]>) => {
    asked += 1;
    const mine = asked;
    isOnTheWay = true;
    const actions = await find(store.get()).catch(() => [AWAY]);
    if (mine !== asked) return;
    for (const action of actions) store.dispatch(action);
    isOnTheWay = false;
    // an address that asked for what there is not is put right where it stands: a new entry would shut the way back
    write(store.get(), 'replaceState');
  };
  addEventListener('popstate', () => void go(placed));
  store.listen((studio) => write(studio));
  await go(first);
}
