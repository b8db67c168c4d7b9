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
import { followPage, followQuestion } from './follow.js';
import { followAddress } from './follow-address.js';
import { startWorker } from './start-worker.js';
import { START, type Studio } from './state.js';
import { makeStore, type Store } from './store.js';
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

async function main(root: HTMLElement): Promise<void> {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const store = makeStore({
    ...START,
    language: navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    theme: dark ? 'dark' : 'light',
  });
  const crew = webCrew(workersFor(navigator.hardwareConcurrency), startWorker);
  await Promise.all([followAddress(store), followLanguage(store)]);
  const stop = followQuestion(store, crew);
  followGames(store, crew.width);
  followPage(store);
  followDrops(store.dispatch);
  render(<App store={store} stop={stop} />, root);
}

const root = document.getElementById('app');
if (root) await main(root);
