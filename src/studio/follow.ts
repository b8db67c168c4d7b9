/** What follows the state: the worlds of the open question, the page's language, theme and title. */

import type { WebCrew } from '../pool/web-workers.js';
import { plainText } from '../report/plain-text.js';
import { type Asking, askWorlds } from './ask-worlds.js';
import { type Answer, isUnchanged, type Question, questionOf, type Studio } from './state.js';
import type { Store } from './store.js';
import { makeTally, type Tally } from './tally.js';
import { inLanguage } from './translations.js';

function isSame(a: Question | undefined, b: Question | undefined): boolean {
  if (!a || !b) return a === b;
  return a.opened === b.opened && a.values === b.values && a.seed === b.seed && a.replicates === b.replicates;
}

/** While a slider moves, a question gets at least this long for its first worlds, milliseconds. */
const HOLD = 120;

/** Complete answers by the values they were asked with, so that undo and redo answer at once. */
type Known = WeakMap<Question['values'], Answer>;

/** Worlds of the unchanged scenario are kept, so that a comparison can complete them. */
function makeTallies(): (question: Question) => Tally {
  let base: { question: Question; tally: Tally } | undefined;
  return (question) => {
    if (!isUnchanged(question)) return makeTally(question);
    if (!base || !isSame(base.question, question)) base = { question, tally: makeTally(question) };
    return base.tally;
  };
}

/** The question that completes what was before, or asks it if a link came with changes; undefined if nothing is missing. */
function missingBefore({ before, opened, steps }: Studio, question: Question): Question | undefined {
  if (isUnchanged(question) || before?.state === 'complete' || opened !== question.opened) return undefined;
  return { ...question, arm: undefined, ...steps[0] };
}

/**
 * Asks the workers whenever the question changes; after the worlds of a change come those that the scenario itself still
 * lacks. Returns how to end the question that is being answered.
 */
export function followQuestion(store: Store, crew: WebCrew): () => void {
  const known: Known = new WeakMap();
  const tallyOf = makeTallies();
  let asked: Question | undefined;
  let asking: Asking | undefined;
  let [since, timer] = [Number.NEGATIVE_INFINITY, 0];
  const ask = (question: Question): Asking | undefined => {
    const tell = (answer: Answer) => {
      if (answer.hash) known.set(question.values, answer);
      store.dispatch({ type: 'answer', answer });
      const rest = answer.hash ? missingBefore(store.get(), question) : undefined;
      if (rest) asking = ask(rest);
    };
    const answer = known.get(question.values);
    if (answer && isSame(answer.question, question)) {
      tell(answer);
      return asking;
    }
    try {
      return askWorlds({ question, crew, tally: tallyOf(question) }, tell);
    } catch (error) {
      const { message } = error as Error;
      tell({ question, state: 'broken', done: 0, failed: 0, worlds: [], message });
      return undefined;
    }
  };
  const follow = (studio: Studio) => {
    const question = studio.view === 'explore' ? questionOf(studio) : asked;
    clearTimeout(timer);
    if (isSame(question, asked)) return;
    const wait = studio.sliding === undefined ? 0 : since + HOLD - performance.now();
    if (wait > 0) {
      timer = window.setTimeout(() => follow(store.get()), wait);
      return;
    }
    since = performance.now();
    asked = question;
    asking?.drop();
    asking = undefined;
    asking = question && ask(question);
  };
  store.listen(follow);
  follow(store.get());
  return () => asking?.stop();
}

/** Keeps `lang`, theme and title of the page as the state has them. */
export function followPage(store: Store): void {
  const follow = (studio: Studio) => {
    document.documentElement.lang = studio.language;
    document.documentElement.classList.toggle('dark', studio.theme === 'dark');
    const { opened } = inLanguage(studio);
    document.title =
      opened && studio.view !== 'gallery'
        ? `${plainText(opened.scenario.title)} · Afterburn`
        : 'Afterburn studio';
  };
  store.listen(follow);
  follow(store.get());
}
