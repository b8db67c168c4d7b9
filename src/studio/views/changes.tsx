/** What was changed, a chip each that takes itself back; undo, redo, reset. */
import { figure, unitText, withUnit } from '../amount.js';
import { fieldName, ownerName, saidText } from '../field-names.js';
import type { Field } from '../fields.js';
import { armOf, isUnchanged, type Opened, valuesOf } from '../state.js';
import { translationsOf } from '../translations.js';
import type { ViewProps } from './app.jsx';
import { armText } from './arms.jsx';

function Chip({ field, opened, value, props }: ChipProps) {
  const { studio, words, dispatch } = props;
  const { language } = studio;
  const by = translationsOf(studio);
  const owner = field.owner === '' ? '' : `${ownerName(field, opened.scenario, words)}${words.colon()}`;
  const name = owner + fieldName(field, opened.scenario, by);
  const unit = unitText(field.spec, opened.scenario.currency, by);
  const [was, is] = [saidText(field, language, words), figure(value, language)];
  return (
    <li>
      <button
        type="button"
        class="chip diff"
        aria-label={`${words.ex.changeBack(name)}, ${was} → ${is}`}
        onClick={() => dispatch({ type: 'unchange', path: field.path })}
      >
        {name} <span class="was">{was} →</span> {withUnit(is, unit.text, language)}
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

interface ChipProps {
  readonly field: Field;
  readonly opened: Opened;
  readonly value: number;
  readonly props: ViewProps;
}

/** The plan of the scenario that holds. */
function ArmChip({ opened, arm, props }: { opened: Opened; arm: string; props: ViewProps }) {
  const { words, dispatch } = props;
  const text = armText(opened, arm);
  return (
    <li>
      <button
        type="button"
        class="chip diff"
        aria-label={words.ex.changeBack(text)}
        onClick={() => dispatch({ type: 'arm', arm: undefined })}
      >
        <span class="was">{words.answers.planTaken}</span> {text}
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

function Tools({ studio, words, dispatch }: ViewProps) {
  const { step, steps } = studio;
  const isPlain = isUnchanged(steps[step]);
  const tools = [
    ['undo', words.ex.undo, step === 0],
    ['redo', words.ex.redo, step === steps.length - 1],
    ['reset', words.ex.reset, isPlain],
  ] as const;
  return (
    <div class="tools">
      {tools.map(([type, name, off]) => (
        <button key={type} type="button" class="btn" disabled={off} onClick={() => dispatch({ type })}>
          {name}
        </button>
      ))}
    </div>
  );
}

export function Changes({ fields, ...props }: ViewProps & { fields: readonly Field[] }) {
  const { studio, words } = props;
  const { opened } = studio;
  const [values, arm] = [valuesOf(studio), armOf(studio)];
  if (!opened) return null;
  const changed = fields.filter(({ path }) => Object.hasOwn(values, path));
  return (
    <section class="changes" aria-label={words.ex.changes}>
      {changed.length === 0 && arm === undefined ? (
        <p>{words.ex.unchanged}</p>
      ) : (
        <ul class="chips">
          {arm !== undefined && <ArmChip {...{ opened, arm, props }} />}
          {changed.map((field) => (
            <Chip key={field.path} value={Number(values[field.path])} {...{ field, opened, props }} />
          ))}
        </ul>
      )}
      <Tools {...props} />
    </section>
  );
}
