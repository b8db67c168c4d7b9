/**
 * The answer as a sentence, by the rules of the report, or how it has changed; told to screen readers at most once a
 * second.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Summary } from '../../experiment/summary.js';
import { subject } from '../../report/cases.js';
import { FEW, headline, lead } from '../../report/narrative.js';
import { couldBeZero } from '../compare.js';
import { headlineZh, leadZh } from '../headline-zh.js';
import { changeIn, type Seen } from '../seen.js';
import type { Language, Words } from '../words.js';
import type { Sentence } from '../words-explore.js';

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

/** How the leading firm's danger has changed; undefined while nothing is changed or no world can be compared. */
function comparison(seen: Seen, words: Words): { sentence: Sentence; pairs: number } | undefined {
  const { summary, focus } = seen;
  const [id] = focus;
  const change = changeIn(seen, id);
  if (!change) return undefined;
  const { cashOut } = summary.firms[id];
  const [n, few] = [summary.n, Math.min(summary.n, change.n) < FEW];
  const firm = subject(summary, id);
  const told = { firm, share: cashOut, n, change, few, isZero: couldBeZero(change) };
  return { sentence: words.ex.compare(told), pairs: change.n };
}

function plainSentence(summary: Summary, language: Language): Sentence {
  return { ...(language === 'zh' ? headlineZh(summary) : headline(summary)), aside: '' };
}

/** What is seen, and what is said before the first world has ended. */
interface HeadlineProps {
  readonly seen: Seen | undefined;
  /** The change has changed nothing, to the last bit. */
  readonly isDead: boolean;
  readonly language: Language;
  readonly words: Words;
}

export function Headline({ seen, isDead, language, words }: HeadlineProps) {
  const compared = seen && !isDead ? comparison(seen, words) : undefined;
  const sentence = compared?.sentence ?? (seen && plainSentence(seen.summary, language));
  const spoken = useCalm(sentence ? Object.values(sentence).join('') : '');
  if (!seen || !sentence) return <h1 class="say">{words.waiting}</h1>;
  const plain = language === 'zh' ? leadZh(seen.summary) : lead(seen.summary);
  return (
    <>
      <h1 class="say">
        {sentence.before}
        <em>{sentence.mark}</em>
        {sentence.after}
        {sentence.aside && <span class="aside">{sentence.aside}</span>}
      </h1>
      <p class="vh" aria-live="polite">
        {spoken}
      </p>
      {isDead && <p class="lead dead">{words.ex.dead}</p>}
      <p class="lead">{compared ? words.ex.paired(compared.pairs, seen.summary.replicates) : plain}</p>
    </>
  );
}
