/**
 * An overlay: a file of values that are laid over a scenario, `values: {path: value}`, each under the rules of `--set`.
 * What `calibrate` says of a fit stands beside them under `fitted` and changes nothing. Problems of a value point into
 * the overlay.
 */
import { assign, didYouMean, isWithin, type Path } from '../../sim/index.js';
import { otherKind } from './file-kind.js';
import type { PlacedProblem } from './place.js';
import { readSource, type Source } from './read-source.js';

/** Content of an overlay and its name in messages. */
export interface OverlayText {
  readonly file: string;
  readonly bytes: Uint8Array | string;
}

const KEYS = ['fitted', 'values'];

type Fault = { path: Path; atKey?: boolean; expected: string; received: string; hint?: string };

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyFaults(value: Record<string, unknown>): Fault[] {
  return Object.keys(value).flatMap((key): Fault[] =>
    KEYS.includes(key)
      ? []
      : [
          {
            path: [key],
            atKey: true,
            expected: 'a known field of an overlay',
            received: JSON.stringify(key),
            hint: didYouMean(key, KEYS) ?? '',
          },
        ],
  );
}

/**
 * Writes the values of an overlay into the source's value (in place): those of firms once the cards of the firms are in
 * it, the others before that, because what a card becomes depends on them. What is wrong with the overlay itself is told
 * with the others.
 * @returns a source that finds them in the overlay, and all that is wrong with the overlay itself
 */
export function layOver(
  source: Source,
  { file, bytes }: OverlayText,
  inFirms: boolean,
): { source: Source; problems: PlacedProblem[] } {
  const read = readSource(bytes, file);
  const overlay = read.source;
  if (!overlay) return { source, problems: inFirms ? [] : read.problems };
  const other = otherKind(overlay, 'overlay');
  if (other) return { source, problems: inFirms ? [] : [other] };
  const whole = overlay.value as Record<string, unknown>;
  const place = ({ path, atKey, ...fault }: Fault): PlacedProblem => ({
    path,
    ...fault,
    ...overlay.locate(path, atKey),
  });
  const problems = inFirms ? [] : [...read.problems, ...keyFaults(whole).map(place)];
  if (!isMap(whole.values)) {
    const received = whole.values === undefined ? 'nothing' : 'something else';
    const fault = { path: ['values'], expected: 'a map from paths to values', received };
    return { source, problems: inFirms ? [] : [...problems, place(fault)] };
  }
  const laid: { at: Path; from: Path }[] = [];
  for (const [path, value] of Object.entries(whole.values)) {
    if (path.startsWith('firms.') !== inFirms) continue;
    const done = assign(source.value, path, value);
    if ('path' in done) laid.push({ at: done.path, from: ['values', path] });
    else problems.push(place({ path: ['values', path], atKey: true, ...done }));
  }
  const locate = (path: Path, atKey?: boolean) => {
    const own = laid.find(({ at }) => isWithin(path, at));
    return own ? overlay.locate(own.from, atKey) : source.locate(path, atKey);
  };
  return { source: { ...source, locate }, problems };
}
