/** What follows the state: the worlds of the open question, the address, the page's language and theme. */

import type { WebCrew } from '../pool/web-workers.js';
import { plainText } from '../report/plain-text.js';
import { addressOf } from './address.js';
import { type Asking, askWorlds } from './ask-worlds.js';
import { type Question, questionOf, type Studio } from './state.js';
import type { Store } from './store.js';

function isSame(a: Question | undefined, b: Question | undefined): boolean {
  if (!a || !b) return a === b;
  return a.opened === b.opened && a.values === b.values && a.seed === b.seed && a.replicates === b.replicates;
}

/** Asks the workers whenever the question changes. Returns how to end the question that is being answered. */
export function followQuestion(store: Store, crew: WebCrew): () => void {
  let asked: Question | undefined;
  let asking: Asking | undefined;
  const follow = (studio: Studio) => {
    const question = studio.view === 'explore' ? questionOf(studio) : asked;
    if (isSame(question, asked)) return;
    asked = question;
    asking?.drop();
    asking = question && askWorlds(question, crew, (answer) => store.dispatch({ type: 'answer', answer }));
  };
  store.listen(follow);
  follow(store.get());
  return () => asking?.stop();
}

/** Keeps `lang`, theme and address of the page as the state has them. */
export function followPage(store: Store): void {
  const follow = (studio: Studio) => {
    document.documentElement.lang = studio.language;
    document.documentElement.classList.toggle('dark', studio.theme === 'dark');
    document.title =
      studio.opened && studio.view !== 'gallery'
        ? `${plainText(studio.opened.scenario.title)} · Afterburn`
        : 'Afterburn studio';
    // a link that waits stays in the address, so that a reload shows it again
    if (studio.offered) return;
    const address = addressOf(studio);
    if (location.hash === '') history.replaceState(null, '', address);
    else if (location.hash !== address) history.pushState(null, '', address);
  };
  store.listen(follow);
  follow(store.get());
}
