/** How many worlds there are and how sure that makes the answer; one may stop here. */
import type { Seen } from '../seen.js';
import type { Answer } from '../state.js';
import type { Words } from '../words.js';

/** Half the width of the headline's interval in points; empty without worlds. */
function halfWidth(seen: Seen | undefined): string {
  if (!seen || seen.summary.n === 0 || seen.measure !== 'cash-out') return '';
  const { low, high } = seen.summary.firms[seen.focus[0]].cashOut;
  return Number.isFinite(high - low) ? (((high - low) / 2) * 100).toFixed(0) : '';
}

interface ProgressProps {
  readonly answer: Answer;
  readonly seen: Seen | undefined;
  readonly words: Words;
  readonly stop: () => void;
}

export function Progress({ answer, seen, words, stop }: ProgressProps) {
  const { done, failed, state, question } = answer;
  const half = halfWidth(seen);
  const parts = [
    words.worldsOf(done, question.replicates),
    ...(half === '' ? [] : [words.plusMinus(half)]),
    ...(state === 'stopped' ? [words.stopped] : []),
    ...(failed > 0 ? [words.failed(failed)] : []),
  ];
  return (
    <div class="progress">
      <progress max={question.replicates} value={done + failed} aria-label={parts[0]} />
      <span>{parts.join(' · ')}</span>
      {state === 'running' && (
        <button type="button" class="btn" onClick={stop}>
          {words.stopHere}
        </button>
      )}
      {state === 'broken' && (
        <p role="alert">
          {words.cannotRun}
          {words.colon()}
          {answer.message}
        </p>
      )}
    </div>
  );
}
