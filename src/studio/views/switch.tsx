/** A choice of one of a few, as buttons in a row. */

interface SwitchProps<T extends string> {
  readonly label: string;
  readonly of: readonly (readonly [value: T, name: string])[];
  readonly value: T;
  readonly choose: (value: T) => void;
}

export function Switch<T extends string>({ label, of, value, choose }: SwitchProps<T>) {
  return (
    <fieldset class="switch" aria-label={label}>
      {of.map(([each, name]) => (
        <button key={each} type="button" aria-pressed={each === value} onClick={() => choose(each)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
