/** A field for a number. What is being written in it stays while worlds arrive and the page is drawn anew. */
import type { InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';

interface NumberInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role' | 'value'> {
  readonly value: number | string;
  /** Is given the field once the number is written: on Enter, on a step of the arrows, when it is left. */
  write(input: HTMLInputElement): void;
}

export function NumberInput({ value, write, ...kept }: NumberInputProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <input
      {...kept}
      type="number"
      value={draft ?? value}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onChange={(event) => {
        setDraft(undefined);
        write(event.currentTarget);
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
}
