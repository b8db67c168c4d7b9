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
import { FILE_STUDY_OPTIONS, STUDY_OPTIONS } from './study-options.js';

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
