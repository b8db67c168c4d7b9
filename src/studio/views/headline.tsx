/** The answer as a sentence, by the rules of the report; told to screen readers at most once a second. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Summary } from '../../experiment/summary.js';
import { headline, lead } from '../../report/narrative.js';
import { headlineZh, leadZh } from '../headline-zh.js';
import type { Language } from '../words.js';

/** Between two announcements, milliseconds. */
const CALM = 1000;

/** The latest text, but a new one at most once a second. */
function useCalm(text: string): string {
  const [calm, setCalm] = useState(text);
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, CALM - (performance.now() - last.current));
    const timer = setTimeout(() => {
      last.current = performance.now();
      setCalm(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return calm;
}

/** What is asked for, and what is said before the first world has ended. */
interface HeadlineProps {
  readonly summary: Summary | undefined;
  readonly language: Language;
  readonly waiting: string;
}

export function Headline({ summary, language, waiting }: HeadlineProps) {
  const parts = summary && (language === 'zh' ? headlineZh(summary) : headline(summary));
  const spoken = useCalm(parts ? parts.before + parts.mark + parts.after : '');
  if (!summary || !parts) return <h1 class="say">{waiting}</h1>;
  return (
    <>
      <h1 class="say">
        {parts.before}
        <em>{parts.mark}</em>
        {parts.after}
      </h1>
      <p class="vh" aria-live="polite">
        {spoken}
      </p>
      <p class="lead">{language === 'zh' ? leadZh(summary) : lead(summary)}</p>
    </>
  );
}
