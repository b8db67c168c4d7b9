/**
 * Which of the four kinds of file a plain value is, told by its top fields, so that a file given to the wrong command is
 * one sentence and not a list of unknown fields.
 */
import { assign } from '../../sim/index.js';
import type { PlacedProblem } from './place.js';
import { isPlain } from './plain-map.js';
import type { Source } from './read-source.js';

export type FileKind = 'scenario' | 'study' | 'overlay' | 'card';

interface Note {
  readonly name: string;
  /** The field by which it is told; its place is that of the problem. */
  readonly field: string;
  /** Where a file of this kind belongs. */
  hint(file: string): string;
}

const NOTES: Readonly<Record<FileKind, Note>> = {
  scenario: {
    name: 'a scenario',
    field: 'segments',
    hint: (file) => `\`afterburn run ${file}\` simulates it, and a study names it: \`scenario: ${file}\``,
  },
  study: { name: 'a study', field: 'study', hint: (file) => `\`afterburn study ${file}\` runs it` },
  overlay: {
    name: 'an overlay',
    field: 'values',
    hint: (file) => `lay it over a scenario: \`afterburn run my.yaml --overlay ${file}\``,
  },
  card: {
    name: 'a firm card',
    field: 'card',
    hint: () => 'a scenario names it: `firms: {kimi: {firm: kimi}}`',
  },
};

/** The kind of file that a plain value must be, if its fields leave no doubt. */
export function kindOf(value: unknown): FileKind | undefined {
  if (!isPlain(value)) return undefined;
  const has = (key: string) => Object.hasOwn(value, key);
  if (has('segments')) return 'scenario';
  if (has('study')) return 'study';
  if (has('firms')) return undefined;
  if (has('card')) return 'card';
  return has('values') ? 'overlay' : undefined;
}

/** True if a scenario may have this field. */
function isOfScenario(key: string): boolean {
  return 'path' in assign({}, key, null);
}

/** A map that has nothing of a scenario, such as package.json, is one sentence, too; undefined if it has some. */
export function noScenario({ value, locate }: Source): PlacedProblem | undefined {
  if (!isPlain(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length === 0 || keys.some(isOfScenario)) return undefined;
  const named = keys.slice(0, 3).map((key) => (key.length > 30 ? `${key.slice(0, 27)}...` : key));
  const received = `a map of other fields (${named.join(', ')}${keys.length > 3 ? ', ...' : ''})`;
  const hint = '`afterburn describe` tells its fields, `afterburn new` writes one';
  const path = [keys[0]];
  return { path: [], expected: 'a scenario', received, hint, ...locate(path, true) };
}

/**
 * What is wrong with a file of another kind than wanted; undefined if it may be one.
 * @param source a file that could be read as a map
 */
export function otherKind(source: Source, wanted: FileKind): PlacedProblem | undefined {
  const kind = kindOf(source.value);
  if (kind === undefined || kind === wanted) return undefined;
  const { name, field, hint } = NOTES[kind];
  const path = [field];
  return {
    ...{ path, atKey: true, expected: NOTES[wanted].name, received: name, hint: hint(source.file) },
    ...source.locate(path, true),
  };
}
