/**
 * The result hash, and whether it is the one of the command line, which lives an arm beside the scenario as it stands and
 * covers both.
 */
import { useEffect, useState } from 'preact/hooks';
import { commandOf } from '../command.js';
import { resultHash } from '../digest.js';
import { knownHash } from '../known-hash.js';
import { type Answer, hasNoValues } from '../state.js';
import type { Words } from '../words.js';

/** With an arm the command line's hash is over both; undefined until both are known. */
function useBoth(answer: Answer, before: Answer | undefined): string | undefined {
  const [hash, setHash] = useState<string>();
  const isBoth = answer.question.arm !== undefined && hasNoValues(answer.question);
  const [own, base] = [answer.digests, before?.digests];
  useEffect(() => {
    setHash(undefined);
    let isLate = false;
    if (isBoth && own && base)
      void resultHash([...base, ...own]).then((both) => {
        if (!isLate) setHash(both);
      });
    return () => {
      isLate = true;
    };
  }, [isBoth, own, base]);
  return isBoth ? hash : answer.hash;
}

function Verdict({ answer, words }: { answer: Answer; words: Words }) {
  if (answer.question.arm !== undefined && !hasNoValues(answer.question))
    return <span>{words.answers.alone}</span>;
  const known = knownHash(answer.question);
  if (known !== undefined && known === answer.hash) return <span>● {words.sameBytes}</span>;
  if (known !== undefined) return <strong>✕ {words.otherBytes}</strong>;
  const command = commandOf(answer.question);
  return (
    <span>
      {words.compare} <code>{command}</code>
    </span>
  );
}

interface ResultHashProps {
  readonly answer: Answer;
  /** Of the scenario as it stands. */
  readonly before: Answer | undefined;
  readonly words: Words;
}

export function ResultHash({ answer, before, words }: ResultHashProps) {
  const hash = useBoth(answer, before);
  const { seconds, state } = answer;
  if (state === 'stopped' || state === 'broken') return null;
  return (
    <p class="foot">
      <span>
        {words.resultHash}
        {words.colon()}
        {hash ? <code data-hash={hash}>{hash}</code> : words.hashing}
      </span>
      {hash && <Verdict answer={answer} words={words} />}
      {hash && seconds !== undefined && <span>{words.seconds(seconds.toFixed(1))}</span>}
    </p>
  );
}
