/** The numbers of the scenario in the rail: the important ones, the others behind a button, a filter over all. */
import { useState } from 'preact/hooks';
import { fieldName, ownerName } from '../field-names.js';
import { type Field, filterFields } from '../fields.js';
import { type Opened, valuesOf } from '../state.js';
import { translated, translationsOf } from '../translations.js';
import type { ViewProps } from './app.jsx';
import { FieldRow } from './field-row.jsx';

/** At once, of the important ones and of all: more sliders than this nobody reads. */
const FIRST = 12;
const MOST = 60;

/** Neighbours of one owner stand together, owners in the order in which they come first. */
function byOwner(fields: readonly Field[]): [string, Field[]][] {
  const groups = new Map<string, Field[]>();
  for (const field of fields) groups.set(field.owner, [...(groups.get(field.owner) ?? []), field]);
  return [...groups];
}

export function FieldList({
  fields,
  opened,
  ...props
}: ViewProps & { fields: readonly Field[]; opened: Opened }) {
  const { studio, words, dispatch } = props;
  const [filter, setFilter] = useState('');
  const [isAll, setAll] = useState(false);
  const { language } = studio;
  const by = translationsOf(studio);
  const values = valuesOf(studio);
  const nameOf = (field: Field) =>
    `${ownerName(field, opened.scenario, words)} ${fieldName(field, opened.scenario, by)}`;
  const textOf = (field: Field) => `${nameOf(field)} ${translated(by?.sentences, field.spec.about) ?? ''}`;
  const wanted = isAll || filter !== '' ? filterFields(fields, filter, textOf) : fields.slice(0, FIRST);
  const shown = wanted.slice(0, MOST);
  return (
    <>
      <input
        type="search"
        class="find"
        placeholder={words.ex.filter}
        aria-label={words.ex.filter}
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      {byOwner(shown).map(([owner, group]) => (
        <section key={owner} aria-label={ownerName(group[0], opened.scenario, words)}>
          <h3 class="grp">{ownerName(group[0], opened.scenario, words)}</h3>
          {group.map((field) => (
            <FieldRow
              key={field.path}
              now={Object.hasOwn(values, field.path) ? Number(values[field.path]) : undefined}
              scenario={opened.scenario}
              {...{ field, language, by, words, dispatch }}
            />
          ))}
        </section>
      ))}
      {shown.length === 0 && <p class="hint">{words.ex.noField}</p>}
      {shown.length < wanted.length && <p class="hint">{words.ex.tooMany(shown.length, wanted.length)}</p>}
      {filter === '' && fields.length > FIRST && (
        <button type="button" class="btn wide" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? words.ex.less : words.ex.more(fields.length - FIRST)}
        </button>
      )}
    </>
  );
}
