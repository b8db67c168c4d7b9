/**
 * Tells screen readers a text once. It is gone before anybody reads the page through, where the same words stand; a text
 * that becomes empty is not told.
 */
import { useEffect, useState } from 'preact/hooks';

/** How long it stays, milliseconds: long enough for slow readers to fetch it. */
const STAY = 3000;

export function Spoken({ text }: { text: string }) {
  const [said, say] = useState('');
  useEffect(() => {
    say(text);
    const timer = setTimeout(() => say(''), STAY);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="vh" aria-live="polite">
      {said}
    </p>
  );
}
