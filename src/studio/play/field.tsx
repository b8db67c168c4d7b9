/** A number of the form: a field to write in and a slider, both native, both for the same value. A long name has a row of its own. */
import { textWidth } from '../text-width.js';
import { NumberInput } from '../views/number-input.jsx';
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
  const write = ({ value: text }: HTMLInputElement) => {
    const written = text === '' ? empty?.value : Number(text) * size;
    if (written !== undefined && written >= 0 && written <= 1e13) set(written);
  };
  const slide = (event: Event) => set(Number((event.currentTarget as HTMLInputElement).value) * size);
  const shown = empty && value >= empty.value ? '' : digits(value / size);
  return (
    <div class={textWidth(name) > LONG ? 'dial long' : 'dial'}>
      <div class="r1">
        <label for={id}>{name}</label>
        <NumberInput
          id={id}
          class="num"
          min="0"
          step="any"
          inputMode="decimal"
          value={shown}
          placeholder={empty?.text}
          aria-describedby={`${id}-unit`}
          write={write}
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
