/** One number of the scenario: slider with a tick at what was, number field, unit, range, sentence, source. */
import { useState } from 'preact/hooks';
import type { Scenario } from '../../../sim/index.js';
import { lawText } from '../../experiment/inputs.js';
import { plain } from '../../report/numbers.js';
import { figure, inScale, type Scale, scaleFor, unitText, withUnit } from '../amount.js';
import { fieldName, ownerName, saidText } from '../field-names.js';
import { changeTo, type Field, type Reach, reachOf, snap } from '../fields.js';
import type { Dispatch } from '../store.js';
import { type Translations, translated } from '../translations.js';
import type { Language, Words } from '../words.js';
import { NumberInput } from './number-input.jsx';
import { Track } from './track.jsx';

/** `now`: as it is changed; undefined if it is not. */
export interface FieldRowProps {
  readonly field: Field;
  readonly now: number | undefined;
  readonly scenario: Scenario;
  readonly language: Language;
  /** Of declared texts; missing in English. */
  readonly by: Translations | undefined;
  readonly words: Words;
  readonly dispatch: Dispatch;
  /** Is the label to name the owner too, because nothing above does? */
  readonly isAlone?: boolean;
}

/** Share of the slider's way. */
function wayTo(value: number, { low, high }: Reach): number {
  return (value - low) / (high - low || 1);
}

/** From where to where the scenario is unsure of a number; undefined if it names no bounds. */
function spanOf({ quantity: { law } }: Field): readonly [number, number] | undefined {
  return law.kind === 'interval' || law.kind === 'uniform' || law.kind === 'triangular'
    ? [law.low, law.high]
    : undefined;
}

function Slider({
  field,
  now,
  language,
  words,
  dispatch,
  id,
  name,
  unit,
}: FieldRowProps & { id: string; name: string; unit: string }) {
  const reach = reachOf(field);
  const value = now ?? field.value;
  const [from, to] = (now === undefined && spanOf(field)) || [reach.low, value];
  const send = (sliding: boolean) => (event: Event) => {
    const wanted = snap(Number((event.currentTarget as HTMLInputElement).value), reach);
    dispatch({ type: 'change', path: field.path, value: changeTo(field, wanted), sliding });
  };
  return (
    <Track
      from={wayTo(from, reach)}
      to={wayTo(to, reach)}
      tick={now === undefined ? undefined : wayTo(field.value, reach)}
      id={id}
      min={reach.low}
      max={reach.high}
      step="any"
      value={value}
      aria-label={name}
      aria-valuetext={withUnit(
        now === undefined ? saidText(field, language, words) : figure(now, language),
        unit,
        language,
      )}
      disabled={field.setter !== undefined}
      onInput={send(true)}
      onChange={send(false)}
    />
  );
}

/** An uncertain number in the scale of its field: `5–15`, or about its middle. */
function saidInScale(field: Field, scale: Scale): string {
  const span = spanOf(field);
  const text = (value: number) => plain(inScale(value, scale, 2)).replaceAll(',', '');
  return span ? `${text(span[0])}–${text(span[1])}` : `≈ ${text(field.value)}`;
}

/** What is wrong with a number that was typed; empty if nothing is. */
function faultOf(value: number, { spec }: Field, language: Language, words: Words): string {
  if (!(value >= spec.min && value <= spec.max))
    return words.ex.outside(figure(spec.min, language), figure(spec.max, language));
  return spec.whole && !Number.isInteger(value) ? words.ex.whole : '';
}

function NumberField({
  field,
  now,
  language,
  words,
  dispatch,
  name,
  unit,
  id,
  say,
}: FieldRowProps & { name: string; unit: string; id: string; say: (fault: string) => void }) {
  const scale = scaleFor(field.value, language);
  // the middle of an uncertain number would look like a fact
  const isOpen = now === undefined && field.quantity.law.kind !== 'constant';
  const shown = inScale(now ?? field.value, scale, now === undefined ? 3 : 6);
  const commit = (input: HTMLInputElement) => {
    if (isOpen && input.value === '' && !input.validity.badInput) return;
    const value = Number((input.valueAsNumber * scale.factor).toPrecision(12));
    const fault = faultOf(value, field, language, words);
    say(fault);
    if (fault === '') dispatch({ type: 'change', path: field.path, value: changeTo(field, value) });
  };
  return (
    <NumberInput
      class="num"
      step="any"
      aria-label={words.ex.valueOf(name, unit)}
      aria-describedby={id}
      {...(isOpen ? { value: '', placeholder: saidInScale(field, scale) } : { value: shown })}
      disabled={field.setter !== undefined}
      write={commit}
    />
  );
}

/** What the scenario says of the number, and who says so. */
function sourceText({ quantity, spec }: Field, language: Language, words: Words): string {
  const { law, tag, isDefault } = quantity;
  const said = isDefault ? words.ex.silent : tag ? words.ex.source(words.ex.tag[tag] ?? tag) : '';
  const unsure =
    law.kind === 'interval' || law.kind === 'uniform'
      ? words.ex.unsure(figure(law.low, language), figure(law.high, language))
      : law.kind === 'constant'
        ? ''
        : words.ex.law(lawText(law));
  const legal = words.ex.range(figure(spec.min, language), figure(spec.max, language));
  return [legal, said, unsure].filter(Boolean).join(' · ');
}

export function FieldRow(props: FieldRowProps) {
  const { field, now, scenario, language, by, words, isAlone } = props;
  const [fault, say] = useState('');
  const name = fieldName(field, scenario, by);
  const owner = ownerName(field, scenario, words);
  const whole = field.owner === '' ? name : `${owner}${words.colon()}${name}`;
  const scale = scaleFor(field.value, language);
  const id = `field-${field.path}`;
  const { text: unit, isEnglish } = unitText(field.spec, scenario.currency, by);
  const scaled = scale.name === '' ? unit : withUnit(scale.name, unit, language);
  const sentence = translated(by?.sentences, field.spec.about);
  return (
    <div class="fd" data-path={field.path}>
      <div class="fdh">
        <label for={id}>
          {isAlone ? whole : name}
          {now !== undefined && <i class="dot" role="img" aria-label={words.ex.changed} />}
        </label>
        <NumberField {...props} name={whole} unit={scaled} id={`${id}-about`} say={say} />
        <span class="un">
          {withUnit(scale.name, '', language)}
          <span lang={isEnglish ? 'en' : undefined}>{unit}</span>
        </span>
      </div>
      <Slider {...props} {...{ id, unit }} name={whole} />
      <p id={`${id}-about`}>
        <span lang={sentence ? undefined : 'en'}>{sentence ?? field.spec.about}</span>{' '}
        <b>{sourceText(field, language, words)}</b>
        {now !== undefined && <> · {words.ex.was(saidText(field, language, words))}</>}
      </p>
      {field.setter && <p class="settled">{words.answers.setBy[field.setter]}</p>}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
