/**
 * Options of the short commands (`compare`, `sweep`, ...) -> the same plain fields that a study file has, with the
 * option as the place of each, so that one reader checks both.
 */
import { parseDocument } from 'yaml';
import type { StudyName } from '../experiment/study/names.js';
import { AFTER_FILE, type Place } from '../source/place.js';
import type { WrittenStudy } from '../store/study-file.js';
import { eachOf, many } from './arguments.js';
import { UsageError } from './exits.js';
import type { Options } from './open-run.js';

/** How an option becomes a field: one value, a list of texts or of values, or `name=value` pairs. */
type Form = 'one' | 'list' | 'values' | 'pairs';

/** Option -> field, form and sentence. */
export const STUDY_OPTIONS: Readonly<Record<string, { field: string; form: Form; about: string }>> = {
  replicates: { field: 'replicates', form: 'one', about: 'worlds of every point' },
  agents: { field: 'agents', form: 'one', about: 'simulated users [default: as the scenario says]' },
  months: { field: 'months', form: 'one', about: 'months of a world [default: as the scenario says]' },
  seed: {
    field: 'seed',
    form: 'one',
    about: 'any text: the same seed gives the same worlds and designs [default: 1]',
  },
  set: {
    field: 'set',
    form: 'list',
    about: 'path=value: change a field of the scenario (A and B); may be repeated',
  },
  'set-b': {
    field: 'setB',
    form: 'list',
    about: 'path=value: change a field of plan B alone; may be repeated',
  },
  overlay: {
    field: 'overlay',
    form: 'list',
    about: 'file of values laid over the scenario; may be repeated',
  },
  arm: { field: 'arms', form: 'list', about: 'arm of the scenario; may be repeated' },
  firm: {
    field: 'firms',
    form: 'list',
    about: 'firm the study is about; may be repeated where several make sense',
  },
  factor: {
    field: 'factors',
    form: 'pairs',
    about: 'field=range, such as "firms.kimi.cash=1 B to 4 B", or field=[a, b]; may be repeated',
  },
  design: { field: 'design', form: 'one', about: 'sobol, lhs, grid, random or morris' },
  points: { field: 'points', form: 'one', about: 'points of the design' },
  outcome: {
    field: 'outcomes',
    form: 'pairs',
    about: 'name=formula, such as "P=share(cashOut(kimi))"; may be repeated',
  },
  until: {
    field: 'until',
    form: 'one',
    about: 'add worlds until every difference of probabilities is known to so much either way',
  },
  maximise: {
    field: 'maximise',
    form: 'one',
    about: 'formula that the firm ({firm}) wants large [default: mean(cash({firm}, months))]',
  },
  'seed-file': {
    field: 'seedFile',
    form: 'one',
    about: 'file whose content is the seed; results tell only its SHA-256',
  },
  policy: {
    field: 'policies',
    form: 'values',
    about: 'a name, "{name: blitzscale, base: 5 M}" or "{module: ./mine.js}"; may be repeated',
  },
};

/** A value as YAML would read it; what YAML cannot read stays text. */
function plainOf(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  const isPlain = document.errors.length === 0 && document.warnings.length === 0;
  const value: unknown = isPlain ? document.toJS({ maxAliasCount: 0 }) : text;
  return value === null ? text : value;
}

function pairsOf(name: string, texts: readonly string[], isText: boolean): Record<string, unknown> {
  const pairs: Record<string, unknown> = Object.create(null);
  const put = (text: string) => {
    const split = text.indexOf('=');
    if (split <= 0) throw new UsageError(`--${name}: expected name=value, got ${JSON.stringify(text)}`);
    const key = text.slice(0, split).trim();
    if (Object.hasOwn(pairs, key)) throw new UsageError(`--${name}: expected ${key} once, got it twice`);
    const value = text.slice(split + 1).trim();
    pairs[key] = isText ? value : plainOf(value);
  };
  eachOf(texts.map((text) => () => put(text)));
  return pairs;
}

/** Fields whose values are texts even if they look like numbers. */
const TEXTS = new Set(['seed', 'maximise']);

function fieldOf(name: string, given: readonly string[]): unknown {
  const { field, form } = STUDY_OPTIONS[name];
  if (form === 'list') return given;
  if (form === 'values') return given.map(plainOf);
  if (form === 'pairs') return pairsOf(name, given, field === 'outcomes');
  if (given.length > 1) throw new UsageError(`--${name}: expected once, got ${given.length} times`);
  return TEXTS.has(field) ? given[0] : plainOf(given[0]);
}

function optionOf(field: string): string | undefined {
  const found = Object.entries(STUDY_OPTIONS).find(([, own]) => own.field === field);
  return found && `--${found[0]}`;
}

/** Options as fields of a study, and the place of each. @throws UsageError with all problems of options */
function fieldsOf(options: Options, fallback: string) {
  const given = Object.keys(STUDY_OPTIONS).filter((name) => many(options[name]).length > 0);
  const values = eachOf(given.map((name) => () => fieldOf(name, many(options[name]))));
  const fields = given.map((name) => STUDY_OPTIONS[name].field);
  const value: Record<string, unknown> = Object.fromEntries(fields.map((field, k) => [field, values[k]]));
  /** The change itself, where one of several is wrong. */
  const change = (field: string, at: number) =>
    field === 'set' || field === 'setB' ? String((value[field] as string[])[at]) : '';
  const locate = ([field, name]: readonly (string | number)[]): Place => ({
    line: AFTER_FILE,
    column: fields.indexOf(String(field)),
    where: [
      optionOf(String(field)) ?? fallback,
      typeof name === 'number' ? change(String(field), name) : (name ?? ''),
    ]
      .join(' ')
      .trim(),
  });
  return { value, locate };
}

/** The study that a short command means. @throws UsageError */
export function studyOf(
  kind: StudyName,
  files: { readonly scenario: string; readonly against?: string },
  options: Options,
): WrittenStudy {
  const { value, locate } = fieldsOf(options, `afterburn ${kind}`);
  return { value: { study: kind, ...files, ...value }, folder: '.', locate };
}

/** Options of `study` itself: each replaces the field of the file. */
export const FILE_STUDY_OPTIONS = ['replicates', 'agents', 'months', 'seed'] as const;

/** A written study with some options of the command line in place of its fields. @throws UsageError */
export function withOptions(written: WrittenStudy, options: Options): WrittenStudy {
  const own = Object.fromEntries(FILE_STUDY_OPTIONS.map((name) => [name, options[name]]));
  const { value, locate } = fieldsOf(own, 'afterburn study');
  const whole = Object.assign(Object.create(null), written.value, value) as Record<string, unknown>;
  if ('seed' in value) delete whole.seedFile;
  return {
    ...written,
    value: whole,
    locate: (path, atKey) =>
      Object.hasOwn(value, String(path[0])) ? locate(path) : written.locate(path, atKey),
  };
}
