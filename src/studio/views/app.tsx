/** The page: header, the view that the state names, and what was refused over it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Studio } from '../state.js';
import type { Dispatch, Store } from '../store.js';
import { inLanguage } from '../translations.js';
import { WORDS, type Words } from '../words.js';
import { Explore } from './explore.jsx';
import { Gallery } from './gallery.jsx';
import { Guide } from './guide.jsx';
import { Offer } from './offer.jsx';
import { Play } from './play.jsx';
import { Problems } from './problems.jsx';
import { TopBar } from './top-bar.jsx';

/** What every view gets. */
export interface ViewProps {
  readonly studio: Studio;
  readonly words: Words;
  readonly dispatch: Dispatch;
  /** Ends the question that is being answered, with the worlds there are. */
  readonly stop: () => void;
}

const VIEW = { gallery: Gallery, explore: Explore, play: Play };

/** The whole page, drawn anew when the state changes. */
export function App({ store, stop }: { store: Store; stop: () => void }) {
  const [state, draw] = useState(store.get());
  const studio = inLanguage(state);
  useEffect(() => {
    draw(store.get());
    return store.listen(draw);
  }, [store]);
  const props: ViewProps = { studio, words: WORDS[studio.language], dispatch: store.dispatch, stop };
  const View = VIEW[studio.view];
  useTop(state);
  return (
    <>
      <button type="button" class="skip" onClick={toMain}>
        {props.words.skip}
      </button>
      <TopBar {...props} />
      <main id="main" tabIndex={-1}>
        {studio.refused && <Problems refused={studio.refused} {...props} />}
        {studio.view === 'explore' && studio.opened && !studio.offered && <Guide words={props.words} />}
        {studio.offered ? <Offer offered={studio.offered} {...props} /> : <View {...props} />}
      </main>
    </>
  );
}

/** What is opened begins at its heading: the browser keeps the scroll of the gallery, and the link that had the focus is gone. */
function useTop({ opened, view }: Studio): void {
  const seen = useRef({ opened, view });
  useEffect(() => {
    const { opened: last, view: from } = seen.current;
    seen.current = { opened, view };
    if (opened === last && view === from) return;
    if (view === 'explore') toMain();
    else scrollTo({ top: 0 });
  }, [opened, view]);
}

/** Moves the focus without touching the address, which says where in the studio we are. */
function toMain(): void {
  const main = document.getElementById('main');
  const claim = main?.querySelector<HTMLElement>('h1.say');
  if (claim) claim.tabIndex = -1;
  (claim ?? main)?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}
