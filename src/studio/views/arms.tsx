/**
 * The plans that a scenario names itself, its arms, as buttons: what is before is the scenario as it stands, what is after
 * is the plan, on the same luck. Under the sentence stands the one that the question is about.
 */
import { useState } from 'preact/hooks';
import { plainText } from '../../report/plain-text.js';
import { askedOf } from '../asked.js';
import { armOf, type Opened } from '../state.js';
import type { ViewProps } from './app.jsx';

/** Wider pages show plans at once: so many, so that sliders are not far below. */
const WIDE = '(min-width: 761px)';
const FIRST = 4;

/** What an arm is, in the words of the scenario; its name if it has none. */
export function armText({ scenario }: Opened, arm: string): string {
  return plainText(scenario.arms[arm]?.about ?? '') || arm;
}

export function Arms({ opened, studio, words, dispatch }: ViewProps & { opened: Opened }) {
  const [isAll, setAll] = useState(false);
  const names = Object.keys(opened.scenario.arms);
  if (names.length === 0) return null;
  const { answers } = words;
  const now = armOf(studio);
  const first = [askedOf(opened)?.arm, now].filter((arm) => arm !== undefined);
  const inOrder = [...new Set([...first, ...names])];
  const shown = isAll ? names : inOrder.slice(0, FIRST);
  const choices = [undefined, ...names.filter((name) => shown.includes(name))];
  return (
    <details class="arms" open={matchMedia(WIDE).matches}>
      <summary>
        <h2 class="h3">{answers.whatIf}</h2> <span>{answers.planCount(names.length)}</span>
      </summary>
      <p class="hint">{answers.planHow}</p>
      <ul>
        {choices.map((arm) => (
          <li key={arm ?? ''}>
            <button
              type="button"
              class="arm"
              aria-pressed={arm === now}
              onClick={() => dispatch({ type: 'arm', arm })}
            >
              {arm === undefined ? answers.asItStands : armText(opened, arm)}
            </button>
          </li>
        ))}
      </ul>
      {names.length > FIRST && (
        <button type="button" class="link" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? answers.fewer : words.ex.more(names.length - FIRST)}
        </button>
      )}
    </details>
  );
}

/** The plan that the question is about, while the scenario stands as it is. */
export function ArmPrompt({ studio, words, dispatch }: ViewProps) {
  const { opened } = studio;
  const arm = opened && askedOf(opened)?.arm;
  if (!opened || arm === undefined || armOf(studio) !== undefined) return null;
  return (
    <p class="prompt">
      {words.answers.tryPlan}{' '}
      <button type="button" class="chip" onClick={() => dispatch({ type: 'arm', arm })}>
        {armText(opened, arm)}
      </button>
    </p>
  );
}
