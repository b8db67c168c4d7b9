/**
 * Reads options by hand, so that every mistake gets the same kind of sentence, and a near miss its suggestion. Does not
 * come through the model's door, because `--help` would load the model.
 */
import { parseAmount } from '../../sim/scenario/amount.js';
import { nearest } from '../../sim/scenario/nearest.js';
import { isOfInput, UsageError } from './exits.js';

type Given = string | readonly string[] | undefined;

/** An option that may be given once. */
export function once(name: string, given: Given): string | undefined {
  if (given === undefined || typeof given === 'string') return given;
  throw new UsageError(`--${name}: expected once, got ${given.length} times`);
}

/** One error with the lines of all. @throws the first that is no fault of the input, as it is */
function tellAll(faults: readonly unknown[]): void {
  const [first, ...others] = new Set(faults);
  const bug = [first, ...others].find((fault) => fault !== undefined && !isOfInput(fault));
  if (bug !== undefined) throw bug;
  if (first !== undefined && others.length === 0) throw first;
  const lines = [first, ...others].flatMap(
    (fault) => (fault as Error | undefined)?.message.split('\n') ?? [],
  );
  if (lines.length > 0) throw new UsageError([...new Set(lines)].join('\n'));
}

/**
 * What all readers give, such as `{only: () => whole('only', ...), run: () => openRun(...)}`.
 * @throws UsageError with all problems of the input at once, in the order of the readers
 */
export async function allOf<T extends Readonly<Record<string, () => unknown>>>(
  readers: T,
): Promise<{ readonly [K in keyof T]: Awaited<ReturnType<T[K]>> }> {
  const read = async ([name, reader]: [string, () => unknown]) => [name, await reader()] as const;
  const ends = await Promise.allSettled(Object.entries(readers).map(read));
  tellAll(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : [])));
  const given = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  return Object.fromEntries(given) as { [K in keyof T]: Awaited<ReturnType<T[K]>> };
}

/** What each reader gives, in their order. @throws UsageError with all problems at once */
export function eachOf<T>(readers: readonly (() => T)[]): T[] {
  const faults: unknown[] = [];
  const given = readers.flatMap((reader) => {
    try {
      return [reader()];
    } catch (error) {
      faults.push(error);
      return [];
    }
  });
  tellAll(faults);
  return given;
}

/** An option that may be given any number of times, in order. */
export function many(given: Given): readonly string[] {
  return given === undefined ? [] : typeof given === 'string' ? [given] : given;
}

/** A bound as messages have it: `1e7` instead of eight digits. */
function bound(value: number): string {
  return value >= 1e5 ? value.toExponential().replace('e+', 'e') : String(value);
}

/** A whole number from `least` to `most`; undefined if not given. */
export function whole(
  name: string,
  given: Given,
  { least, most }: { readonly least: number; readonly most?: number },
): number | undefined {
  const text = once(name, given);
  if (text === undefined) return undefined;
  const value = parseAmount(text) ?? Number.NaN;
  if (value >= least && value <= (most ?? Infinity) && Number.isSafeInteger(value)) return value;
  const range = most === undefined ? `of at least ${least}` : `from ${least} to ${bound(most)}`;
  throw new UsageError(`--${name}: expected a whole number ${range}, got ${JSON.stringify(text)}`);
}

/** The nearest of some words, as `; did you mean ...?`, or nothing if none is near. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/**
 * One of some names.
 * @param expected such as `--arm: expected an arm of the scenario`
 */
export function known(expected: string, name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  const list = names.length > 0 && names.length <= 12 ? ` (${names.join(', ')})` : '';
  throw new UsageError(`${expected}${list}, got ${JSON.stringify(name)}${suggestion(name, names)}`);
}
