/** Scenarios made by fast-check from the declared fields: well-formed YAML whose values are of every kind. */
import fc from 'fast-check';
import { parse, stringify } from 'yaml';

const SCALARS = fc.oneof(
  fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 0, 1, -1, 0.5, 12, 1e13, 2 ** 53, 5e-324, 1e308),
  fc.double(),
  fc.integer({ min: -10, max: 400 }),
  fc.constantFrom(
    '1 to 2',
    '5 k',
    '35%',
    'normal(1, 2)',
    '2024-01',
    'steady',
    'blitzscale',
    'kimi',
    'students',
    'feed',
    'CNY',
  ),
  fc.constantFrom(true, false, null),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const ANY = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    SCALARS,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 8 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Paths of a plain value, each part once. */
function pathsOf(value, path = []) {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

function withPart(value, [key, ...rest], part) {
  if (key === undefined) return part;
  const copy = Array.isArray(value) ? [...value] : Object.assign(Object.create(null), value);
  copy[key] = withPart(copy[key] ?? Object.create(null), rest, part);
  return copy;
}

function put(value, { where, extra, part }) {
  const paths = pathsOf(value);
  const path = paths[where % paths.length];
  return withPart(value, extra === '' ? path : [...path, extra], part);
}

/**
 * The document of a case.
 * @param {string} text a legal scenario
 * @param {readonly string[]} names names of declared fields
 * @param {number} seed whole number: the same seed, the same document
 */
export function documentOf(text, names, seed) {
  const change = fc.record({
    where: fc.nat(10_000),
    extra: fc.oneof(
      { weight: 2, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(...names) },
    ),
    part: fc.oneof({ weight: 3, arbitrary: SCALARS }, { weight: 1, arbitrary: ANY }),
  });
  const [{ changes, isFlow }] = fc.sample(
    fc.record({ changes: fc.array(change, { minLength: 0, maxLength: 5 }), isFlow: fc.boolean() }),
    { seed, numRuns: 1 },
  );
  const value = changes.reduce(put, parse(text));
  return new Uint8Array(Buffer.from(isFlow ? JSON.stringify(value) : stringify(value)));
}
