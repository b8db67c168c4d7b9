/** On a phone: the slider that was moved last, or the first one of the leading firm, below the worlds; all others open from here. */
import type { Field } from '../fields.js';
import { valuesOf } from '../state.js';
import { translationsOf } from '../translations.js';
import type { ViewProps } from './app.jsx';
import { FieldRow } from './field-row.jsx';

interface DockProps extends ViewProps {
  readonly fields: readonly Field[];
  /** The firm of the headline. */
  readonly lead: string | undefined;
  readonly open: () => void;
}

export function Dock({ fields, lead, open, studio, words, dispatch }: DockProps) {
  const { opened, language } = studio;
  const values = valuesOf(studio);
  const last = studio.sliding ?? Object.keys(values).at(-1);
  const ofLead = fields.find(({ owner }) => owner === `firms.${lead}`);
  const field = fields.find(({ path }) => path === last) ?? ofLead ?? fields[0];
  if (!opened || !field) return null;
  const now = Object.hasOwn(values, field.path) ? Number(values[field.path]) : undefined;
  return (
    <aside class="dock" aria-label={words.ex.change}>
      <FieldRow
        key={field.path}
        scenario={opened.scenario}
        {...{ field, now, language, words, dispatch }}
        by={translationsOf(studio)}
        isAlone
      />
      <button type="button" class="btn" onClick={open}>
        {words.ex.all(fields.length)}
      </button>
    </aside>
  );
}
