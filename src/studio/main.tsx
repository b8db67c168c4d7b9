/** The studio begins here: state, workers, what follows the state, and the page. */
import 'virtual:tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/gallery.css';
import './style/explore.css';
import './style/market.css';
import './style/orders.css';
import './style/play.css';
import './style/share.css';
import './style/rail.css';
import './style/worlds.css';
import './style/answers.css';
import { render } from 'preact';
import { webCrew, workersFor } from '../pool/web-workers.js';
import { placeOf } from './address.js';
import { followPage, followQuestion } from './follow.js';
import { openLink, openText } from './open-link.js';
import { openServed, openShipped } from './open-scenario.js';
import { keptText } from './play/kept-game.js';
import { linkData } from './share.js';
import { startWorker } from './start-worker.js';
import { START, type Studio } from './state.js';
import { makeStore, type Store } from './store.js';
import { keptToken, takeToken } from './token.js';
import { followLanguage } from './translations.js';
import { App } from './views/app.jsx';
import { followDrops } from './views/drop-zone.jsx';

/** Loads what follows a game when the first one begins. */
function followGames(store: Store, width: number): void {
  let begun = false;
  const follow = ({ play }: Studio) => {
    if (!play || begun) return;
    begun = true;
    void import('./play/follow-play.js').then(({ followPlay }) => followPlay(store, width, startWorker));
  };
  store.listen(follow);
  follow(store.get());
}

/** Goes on with the game of this tab after a reload; true if there is one. */
async function goOnPlaying(store: Store): Promise<boolean> {
  const text = keptText();
  const { view, id } = placeOf(location.hash);
  if (view !== 'play' || text === undefined) return false;
  const found = await openText(new TextEncoder().encode(text));
  if ('problems' in found || !found.shared.game || found.opened.id !== id) return false;
  store.dispatch({ type: 'offer', offered: found });
  store.dispatch({ type: 'take' });
  return true;
}

/** Shows what a share link holds, or why it is refused. */
async function offer(store: Store, data: string): Promise<void> {
  const found = await openLink(data);
  store.dispatch(
    'problems' in found ? { type: 'refuse', refused: found } : { type: 'offer', offered: found },
  );
}

/** Goes where the address says, when the page opens and when the reader goes back. */
async function goToAddress(store: Store): Promise<void> {
  const data = linkData(location.hash);
  if (data !== undefined) return offer(store, data);
  const { id, ...place } = placeOf(location.hash);
  const opened = id !== undefined && store.get().opened?.id !== id ? await openShipped(id) : undefined;
  store.dispatch(opened ? { type: 'open', opened, ...place } : { type: 'go', ...place });
}

async function openFirst(store: Store): Promise<void> {
  const fresh = takeToken();
  const { id, ...place } = placeOf(location.hash);
  if (fresh === undefined && (await goOnPlaying(store))) return;
  const token = fresh ?? (place.view !== 'gallery' && id === undefined ? keptToken() : undefined);
  const served = token === undefined ? undefined : await openServed(token);
  if (served) store.dispatch({ type: 'open', opened: served, ...(fresh ? { view: 'explore' } : place) });
  else await goToAddress(store);
}

async function main(root: HTMLElement): Promise<void> {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const store = makeStore({
    ...START,
    language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    theme: dark ? 'dark' : 'light',
  });
  const crew = webCrew(workersFor(navigator.hardwareConcurrency), startWorker);
  await Promise.all([openFirst(store), followLanguage(store)]);
  const stop = followQuestion(store, crew);
  followGames(store, crew.width);
  followPage(store);
  followDrops(store.dispatch);
  addEventListener('popstate', () => void goToAddress(store));
  render(<App store={store} stop={stop} />, root);
}

const root = document.getElementById('app');
if (root) await main(root);
