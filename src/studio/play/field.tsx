/** A number of the form: a field to write in and a slider, both native, both for the same value. A long name has a row of its own. */
import { useState } from 'preact/hooks';
import { textWidth } from '../text-width.js';
import { Track } from '../views/track.jsx';

export interface FieldProps {
  readonly id: string;
  readonly name: string;
  /** In units of `size`. */
  readonly value: number;
  readonly size?: number;
  readonly unit: string;
  /** End of the slider; none without it. */
  readonly max?: number;
  /** What an empty field means, and how it is written. */
  readonly empty?: { readonly value: number; readonly text: string };
  readonly slider: (name: string) => string;
  readonly set: (value: number) => void;
}

/** Width of a name that still stands in two lines beside its number, px. */
const LONG = 200;

/** At most five significant digits, as an input writes them. */
function digits(value: number): string {
  return String(Number(value.toPrecision(5)));
}

export function Field({ id, name, value, size = 1, unit, max, empty, slider, set }: FieldProps) {
  // what is being written stays as it is while futures arrive and the page is drawn anew
  const [draft, setDraft] = useState<string>();
  const write = (event: Event) => {
    const { value: text } = event.currentTarget as HTMLInputElement;
    const written = text === '' ? empty?.value : Number(text) * size;
    setDraft(undefined);
    if (written !== undefined && written >= 0 && written <= 1e13) set(written);
  };
  const slide = (event: Event) => set(Number((event.currentTarget as HTMLInputElement).value) * size);
  const shown = empty && value >= empty.value ? '' : digits(value / size);
  return (
    <div class={textWidth(name) > LONG ? 'dial long' : 'dial'}>
      <div class="r1">
        <label for={id}>{name}</label>
        <input
          id={id}
          type="number"
          class="num"
          min="0"
          step="any"
          inputMode="decimal"
          value={draft ?? shown}
          placeholder={empty?.text}
          aria-describedby={`${id}-unit`}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={write}
          onBlur={() => setDraft(undefined)}
        />
        <span class="u" id={`${id}-unit`}>
          {unit}
        </span>
      </div>
      {max !== undefined && (
        <Track
          to={value / max || 0}
          min="0"
          max={max / size}
          step={max / size / 200}
          value={value / size}
          aria-label={slider(name)}
          aria-valuetext={`${empty && value >= empty.value ? empty.text : digits(value / size)} ${unit}`}
          onInput={slide}
        />
      )}
    </div>
  );
}
