/** Firms in focus, four at most: the one chosen last leads the grid, the fan and the sentence. */
import { firmName } from '../../report/cases.js';
import type { Seen } from '../seen.js';
import type { Dispatch } from '../store.js';
import type { Words } from '../words.js';
import { colourOf } from './colour.js';

export function FirmChips({ seen, words, dispatch }: { seen: Seen; words: Words; dispatch: Dispatch }) {
  const { summary, focus } = seen;
  if (summary.firmIds.length < 2) return null;
  return (
    <fieldset class="chips firms">
      <legend class="vh">{words.ex.focus}</legend>
      {summary.firmIds.map((id) => (
        <button
          key={id}
          type="button"
          class={id === focus[0] ? 'chip first' : 'chip'}
          aria-pressed={focus.includes(id)}
          onClick={() => dispatch({ type: 'focus', firm: id })}
        >
          <svg width="9" height="9" aria-hidden="true">
            <rect width="9" height="9" rx="3" fill={colourOf(summary.firms[id])} />
          </svg>
          {firmName(summary, id)}
        </button>
      ))}
    </fieldset>
  );
}
