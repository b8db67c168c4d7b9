/** Fields of every kind: what each takes, what is said of the rest, and that one fault does not hide another. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { choice, flag, id, mapOf, quantity, text } from '../../sim/scenario/declare.js';
import { declaredBy } from '../../sim/scenario/declared.js';
import { expectedOfField, readShape } from '../../sim/scenario/shape.js';
import { faultsOf } from './faults.js';
import { rawMarket } from './market.js';

const about = 'x';
const number = (min: number, max: number, more: object = {}) =>
  quantity({ unit: 'h', min, max, about, ...more });

const SCHEMA = z
  .strictObject({
    count: number(0, 9),
    usual: number(1, 9, { default: 0 }),
    title: text(about).optional(),
    word: choice(['agents', 'cohorts'], about).optional(),
    on: flag(about),
    firm: id(about).optional(),
    part: z.number().gt(0).lt(1).optional(),
    pair: z.array(text(about)).length(2).optional(),
    few: z.array(number(0, 1)).max(2).default([]),
    any: z.array(text(about)).default([]),
    inner: z
      .strictObject({
        deep: number(0, 1),
        deeper: number(0, 1, { default: 0 }),
        names: mapOf('name', text(about), about),
      })
      .optional(),
    parts: mapOf('part', z.strictObject({ size: number(0, 9), policy: z.unknown().optional() }), about),
  })
  .meta({ about });

const shape = (raw: unknown) => readShape(SCHEMA, raw);
const linesOf = (raw: unknown) =>
  shape(raw).problems.map(
    ({ path, atKey, expected, received, hint }) =>
      `${path.join('.')}${atKey ? ' (key)' : ''}: expected ${expected}, got ${received}${hint ? `; ${hint}` : ''}`,
  );

const NAME = 'a name of 1 to 32 letters, digits, _ or - that starts with a letter or digit';
const TEXT = 'text of 1 to 20000 characters';
const REQUIRED = 'got nothing; this field is required';

describe('a field', () => {
  test('of any kind takes what it should, and no stand-in is needed', () => {
    const raw = {
      ...{ count: '5', usual: 9, title: 'x', word: 'cohorts', on: true, firm: 'a-1_b', part: 0.5 },
      ...{ pair: ['x', 'y'], few: [1, '0'], any: [], inner: { deep: 1 }, parts: { a: { size: 1 } } },
    };
    const { fields, problems, broken } = shape(raw);
    expect([problems, broken]).toEqual([[], []]);
    expect(fields).toMatchObject({
      ...{ count: { law: { kind: 'constant', value: 5 } }, word: 'cohorts', on: true, pair: ['x', 'y'] },
      ...{ inner: { deeper: { isDefault: true } }, parts: { a: { size: { law: { value: 1 } } } } },
    });
  });

  test.each([
    [{ count: 10 }, 'count: expected a number from 0 to 9 (h), got 10'],
    [
      { count: 'x' },
      'count: expected a number from 0 to 9 (h), got "x"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
    ],
    [{ title: '' }, `title: expected ${TEXT}, got ""`],
    [{ title: 'x'.repeat(20_001) }, `title: expected ${TEXT}, got text of 20001 characters`],
    [{ title: null }, `title: expected ${TEXT}, got nothing`],
    [{ title: {} }, `title: expected ${TEXT}, got a map`],
    [{ title: ['x'] }, `title: expected ${TEXT}, got a list of 1 entry`],
    [{ title: [] }, `title: expected ${TEXT}, got a list of 0 entries`],
    [{ word: 'cohort' }, 'word: expected one of agents, cohorts, got "cohort"; did you mean `cohorts`?'],
    [{ word: 'zebra' }, 'word: expected one of agents, cohorts, got "zebra"'],
    [{ word: 1 }, 'word: expected one of agents, cohorts, got 1'],
    [{ on: 'yes' }, 'on: expected true or false, got "yes"'],
    [{ firm: 'a b' }, `firm: expected ${NAME}, got "a b"`],
    [{ part: 1 }, 'part: expected a number between 0 and 1, got 1'],
    [{ pair: ['x'] }, 'pair: expected a list of exactly 2 entries, got a list of 1 entry'],
    [{ few: [0, 0, 0] }, 'few: expected a list of at most 2 entries, got a list of 3 entries'],
    [{ few: [0, 2] }, 'few.1: expected a number from 0 to 1 (h), got 2'],
    [{ any: 'x' }, 'any: expected a list, got "x"'],
    [{ inner: 5 }, 'inner: expected a map of fields (deep, deeper, names), got 5'],
    [{ inner: {} }, `inner.deep: expected a number from 0 to 1 (h), ${REQUIRED}`],
    [{ parts: [] }, 'parts: expected a map with a name for each part, got a list of 0 entries'],
    [{ parts: { 'a b': { size: 1 } } }, `parts.a b (key): expected ${NAME}, got "a b"`],
    [{ inner: { deep: 1, names: { '-x': 'y' } } }, `inner.names.-x (key): expected ${NAME}, got "-x"`],
    [{ word: 'x'.repeat(20_000) }, `word: expected one of agents, cohorts, got "${'x'.repeat(57)}..."`],
    [{ parts: { a: null } }, 'parts.a: expected a map of fields (size, policy), got nothing'],
    [{ counts: 1 }, 'counts (key): expected a known field, got "counts"; did you mean `count`?'],
    [
      { zebra: 1 },
      'zebra (key): expected a known field, got "zebra"; known: count, usual, title, word, on, firm, part, pair, few, any, inner, parts',
    ],
    [
      { parts: { a: { size: 1, siez: 2 } } },
      'parts.a.siez (key): expected a known field, got "siez"; did you mean `size`?',
    ],
    [
      { constructor: 1 },
      'constructor (key): expected a known field, got `constructor`; this name is not allowed',
    ],
  ])('%j is refused', (more, line) => {
    expect(linesOf({ count: 1, ...more })).toEqual([line]);
  });

  test('that is required is missed, by its name or by what was meant', () => {
    expect(linesOf({})).toEqual([`count: expected a number from 0 to 9 (h), ${REQUIRED}`]);
    expect(linesOf({ cuont: 1 })).toEqual([
      'cuont (key): expected a known field, got "cuont"; did you mean `count`?',
    ]);
    expect(linesOf({ zebra: 1 })).toHaveLength(2);
    expect(linesOf({ cuont: 1, inner: {} })).toHaveLength(2);
    expect(linesOf({ cuont: 1, count: 99 })).toHaveLength(2);
    expect(linesOf({ count: 1, inner: { deap: 1 } })).toEqual([
      'inner.deap (key): expected a known field, got "deap"; did you mean `deep`?',
    ]);
  });
});

describe('a value', () => {
  test.each([
    [undefined, 'a map of fields', 'nothing'],
    [null, 'a map of fields (count, usual, title, ...)', 'nothing'],
    [7, 'a map of fields (count, usual, title, ...)', '7'],
    [['x'], 'a map of fields (count, usual, title, ...)', 'a list of 1 entry'],
  ])('that is no map but %j is refused as a whole', (raw, expected, received) => {
    const { problems, fields, broken } = shape(raw);
    expect(problems).toEqual([{ path: [], expected, received }]);
    expect(fields).toBeUndefined();
    expect(broken.every((path) => path.length === 0)).toBe(true);
  });

  test('that is too deep or too large has that fault alone', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 70; level++) deep = [deep];
    expect(linesOf({ count: 99, title: deep })).toEqual(['title.0.0: expected at most 64 levels, got more']);
  });

  test('stays as it is', () => {
    const raw = { count: 99, zebra: 1, parts: { 'a b': {} } };
    shape(raw);
    expect(raw).toEqual({ count: 99, zebra: 1, parts: { 'a b': {} } });
  });
});

describe('faulty fields', () => {
  const raw = {
    ...{ count: 99, usual: 'x', title: 5, word: 'x', on: 1, firm: ' ', part: 2, pair: [1], few: [7] },
    ...{ inner: { deep: 5, other: 1 }, parts: { a: 3, 'b c': { size: 1 }, d: { size: -1 } }, zebra: 1 },
  };

  test('are all told at once', () => {
    const paths = linesOf(raw).map((line) => line.slice(0, line.indexOf(':')));
    expect(paths.sort()).toEqual(
      [
        ...['count', 'usual', 'title', 'word', 'on', 'firm', 'part', 'pair', 'pair.0', 'few.0'],
        ...['inner.deep', 'inner.other (key)', 'parts.a', 'parts.b c (key)', 'parts.d.size', 'zebra (key)'],
      ].sort(),
    );
  });

  test('have stand-ins that are legal, so that rules can look at the rest; their paths are known', () => {
    const { fields, broken } = shape({ ...raw, any: ['kept'] });
    const constant = (value: number) => ({ law: { kind: 'constant', value } });
    expect(fields).toMatchObject({
      // the largest number; nothing where there is a default
      count: constant(9),
      usual: { ...constant(0), isDefault: true },
      ...{ title: 'x', word: 'agents', on: false, firm: 'x', part: 0.5, pair: ['x', 'x'] },
      ...{ few: [constant(1)], any: ['kept'], inner: { deep: constant(1) } },
      parts: { d: { size: constant(9) } },
    });
    expect(Object.keys(fields?.parts ?? {})).toEqual(['a', 'd']);
    const paths = broken.map((path) => path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['count', 'parts.a', 'few.0', 'inner.deep']));
    expect(paths).not.toContain('zebra');
    expect(paths).not.toContain('any');
  });

  test('whose stand-in lacks something give no further fault', () => {
    expect(linesOf({ count: 1, parts: { a: 3 } })).toEqual([
      'parts.a: expected a map of fields (size, policy), got 3',
    ]);
    expect(shape({ count: 1, parts: [] }).fields?.parts).toEqual({});
    expect(shape({ count: 1, parts: { a: 3 } }).fields?.parts.a.size).toMatchObject({ law: { value: 9 } });
  });
});

test('a policy is told as such, whatever else takes any value is not', () => {
  const any = declaredBy(z.unknown().meta({ about }));
  expect(expectedOfField(any)).toBe('a value');
  expect(expectedOfField(any, true)).toBe('the name of a policy, or a map with `name` or `module`');
  expect(faultsOf(rawMarket({ firms: { kimi: { cash: 1 } } }))).toEqual([
    `firms.kimi.policy: expected the name of a policy, or a map with \`name\` or \`module\`, ${REQUIRED}`,
  ]);
});
