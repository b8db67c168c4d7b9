/** A number of the form: a field to write in and a slider, both native, both for the same value. */
import type { ComponentChildren } from 'preact';

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
  readonly children?: ComponentChildren;
}

/** At most five significant digits, as an input writes them. */
function digits(value: number): string {
  return String(Number(value.toPrecision(5)));
}

export function Field({ id, name, value, size = 1, unit, max, empty, slider, set, children }: FieldProps) {
  const write = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const written = input.value === '' ? empty?.value : Number(input.value) * size;
    if (written !== undefined && Number.isFinite(written) && written >= 0 && written <= 1e13) set(written);
    else input.value = digits(value / size);
  };
  const slide = (event: Event) => set(Number((event.currentTarget as HTMLInputElement).value) * size);
  const shown = empty && value >= empty.value ? '' : digits(value / size);
  return (
    <div class="dial">
      <div class="r1">
        <label for={id}>{name}</label>
        <input
          id={id}
          type="number"
          min="0"
          step="any"
          inputMode="decimal"
          value={shown}
          placeholder={empty?.text}
          onChange={write}
        />
        <span class="u">{unit}</span>
      </div>
      {max !== undefined && (
        <input
          type="range"
          min="0"
          max={max / size}
          step={max / size / 200}
          value={value / size}
          aria-label={slider(name)}
          onInput={slide}
        />
      )}
      {children}
    </div>
  );
}
