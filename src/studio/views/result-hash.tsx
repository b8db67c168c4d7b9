/** The result hash, and whether it is the one of the command line. */
import { commandOf } from '../command.js';
import { knownHash } from '../known-hash.js';
import type { Answer } from '../state.js';
import type { Words } from '../words.js';

function Verdict({ answer, words }: { answer: Answer; words: Words }) {
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

export function ResultHash({ answer, words }: { answer: Answer; words: Words }) {
  const { hash, seconds, state } = answer;
  if (state === 'stopped' || state === 'broken') return null;
  return (
    <p class="foot">
      <span>
        {words.resultHash}: {hash ? <code data-hash={hash}>{hash}</code> : words.hashing}
      </span>
      {hash && <Verdict answer={answer} words={words} />}
      {hash && seconds !== undefined && <span>{words.seconds(seconds.toFixed(1))}</span>}
    </p>
  );
}
