/**
 * Is a value from a JSON file of a run folder what it should be? Folders come from other machines and people: a file that
 * is damaged, or made to do harm, is refused before anything is read out of it.
 */
import { ID } from '../../sim/index.js';

/** `count`: whole number from 0 to 1e9. `point`: the name of an arm, which is part of file names. */
export type JsonKind =
  | 'text'
  | 'count'
  | 'point'
  | 'map'
  | 'texts'
  | 'textMap'
  | 'points'
  | 'counts'
  | 'list';

const MOST = 1e9;

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST;
/** Arms are named like this in scenarios, so none leads out of the folder. */
const isPoint = (value: unknown) => typeof value === 'string' && ID.test(value);

const TESTS: Readonly<Record<JsonKind, (value: unknown) => boolean>> = {
  text: isText,
  count: isCount,
  point: isPoint,
  map: isMap,
  list: Array.isArray,
  texts: (value) => Array.isArray(value) && value.every(isText),
  textMap: (value) => isMap(value) && Object.values(value).every(isText),
  points: (value) => Array.isArray(value) && value.every(isPoint),
  counts: (value) => Array.isArray(value) && value.every(isCount),
};

/** True if the value is a map that has these fields; it may have others. */
export function hasShape(value: unknown, shape: Readonly<Record<string, JsonKind>>): boolean {
  return (
    isMap(value) &&
    Object.entries(shape).every(([key, kind]) => Object.hasOwn(value, key) && TESTS[kind](value[key]))
  );
}

/** The map that a text holds as JSON, if it has these fields; undefined if not, or if the text is none. */
export function shapedJson<T>(text: string, shape: Readonly<Record<string, JsonKind>>): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return hasShape(value, shape) ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
