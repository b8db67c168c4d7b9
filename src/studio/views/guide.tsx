/** Three steps over the first market that a reader opens; gone for good once closed, as far as the browser remembers. */
import { useState } from 'preact/hooks';
import type { Words } from '../words.js';
import { Steps } from './steps.jsx';

const KEY = 'afterburn-guided';

/** True if the guide was closed before; a browser that keeps nothing shows it again. */
function wasClosed(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function rememberClosed(): void {
  try {
    localStorage.setItem(KEY, 'yes');
  } catch {
    // closed for this visit only
  }
}

export function Guide({ words }: { words: Words }) {
  const [closed, setClosed] = useState(wasClosed);
  if (closed) return null;
  const close = () => {
    rememberClosed();
    setClosed(true);
    document.getElementById('main')?.focus();
  };
  return (
    <aside class="guide" aria-label={words.sharing.guideTitle}>
      <Steps steps={words.sharing.guide} />
      <button type="button" class="btn" onClick={close}>
        {words.sharing.guideDone}
      </button>
    </aside>
  );
}
