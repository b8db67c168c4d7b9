/**
 * Why a file was not loaded: its lines with the problems under them, in the words of the command line or their translation.
 * What is copied are the words of the command line.
 */
import { useState } from 'preact/hooks';
import { dotted, formatProblem, type PlacedProblem } from '../../source/place.js';
import { problemTexts } from '../problem-texts.js';
import type { Refused } from '../state.js';
import { translationsOf } from '../translations.js';
import type { Words } from '../words.js';
import type { ViewProps } from './app.jsx';

/** Lines shown before and after one with a problem. */
const AROUND = 1;

/** Numbers of the lines that are shown, ascending, from 1. */
function linesShown(problems: readonly PlacedProblem[], count: number): number[] {
  const shown = new Set<number>();
  for (const { line, card } of problems) {
    if (card !== undefined) continue;
    for (let k = line - AROUND; k <= line + AROUND; k++) if (k >= 1 && k <= count) shown.add(k);
  }
  return [...shown].sort((a, b) => a - b);
}

interface MessageProps {
  readonly problem: PlacedProblem;
  readonly words: Words;
  readonly say: (text: string) => string;
}

function Message({ problem, words, say }: MessageProps) {
  const { expected, received, hint } = problem;
  const path = dotted(problem.path);
  return (
    <div class="m">
      {path && (
        <>
          <b>{path}</b>
          {words.colon()}
        </>
      )}
      {words.problem(say(expected), say(received), hint ? say(hint) : '')}
    </div>
  );
}

interface LinesProps extends Omit<MessageProps, 'problem'> {
  readonly refused: Refused;
}

function Lines({ refused, ...told }: LinesProps) {
  const lines = refused.text.split('\n');
  const of = (line: number) =>
    refused.problems.filter((problem) => problem.card === undefined && problem.line === line);
  return (
    <div class="err">
      {linesShown(refused.problems, lines.length).map((line) => (
        <div key={line} class={of(line).length > 0 ? 'x' : ''}>
          <code>
            <i>{line}</i> {lines[line - 1].slice(0, 200)}
          </code>
          {of(line).map((problem) => (
            <Message key={problem.path.join('.')} problem={problem} {...told} />
          ))}
        </div>
      ))}
      {refused.problems
        .filter(({ card }) => card !== undefined)
        .map((problem) => (
          <div class="x" key={problem.where}>
            <code>{problem.where}</code>
            <Message problem={problem} {...told} />
          </div>
        ))}
    </div>
  );
}

/** What was refused; of a link that cannot be unpacked, also why. */
function Why({ refused, words }: { refused: Refused; words: Words }) {
  const { link, kind, problems, file } = refused;
  const { sharing } = words;
  const found = kind ? sharing.otherFile(file) : words.notLoaded(problems.length, file);
  const heading = link ? sharing.notOpened : found;
  const ofFile = kind ? sharing.kinds[kind] : words.sameWords;
  const sentence = link === undefined ? ofFile : sharing.linkProblems(problems.length);
  return (
    <>
      <h2 class="h3">{heading}</h2>
      <p class="sub">{link && link !== 'content' ? sharing.faults[link] : sentence}</p>
    </>
  );
}

export function Problems({ refused, words, dispatch, studio }: ViewProps & { refused: Refused }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(refused.problems.map(formatProblem).join('\n'));
    setCopied(true);
  };
  return (
    <section class="page refused" role="alert">
      <div class="card">
        <Why refused={refused} words={words} />
        {refused.problems.length > 0 && (
          <Lines refused={refused} words={words} say={problemTexts(translationsOf(studio))} />
        )}
        <div class="acts">
          {refused.problems.length > 0 && (
            <button type="button" class="btn" onClick={() => void copy()}>
              {copied ? words.copied : words.copyProblems}
            </button>
          )}
          <button type="button" class="btn quiet" onClick={() => dispatch({ type: 'forgive' })}>
            {words.close}
          </button>
        </div>
      </div>
    </section>
  );
}
