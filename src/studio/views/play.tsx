/** Play the CEO: its page is loaded when it is first opened. */
import { useEffect, useState } from 'preact/hooks';
import type { ViewProps } from './app.jsx';

type Page = typeof import('../play/page.jsx').PlayPage;

export function Play(props: ViewProps) {
  const [loaded, setLoaded] = useState<{ Page: Page }>();
  useEffect(() => {
    void import('../play/page.jsx').then(({ PlayPage }) => setLoaded({ Page: PlayPage }));
  }, []);
  return loaded ? (
    <loaded.Page {...props} />
  ) : (
    <div class="page" aria-busy="true">
      <h1 class="say">{props.words.play}</h1>
    </div>
  );
}
