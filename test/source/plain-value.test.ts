/** From the nodes of YAML to plain values, at the borders: keys, aliases, numbers, how much and how deep. */
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/source/place.js';
import { readSource } from '../../src/source/read-source.js';

const linesOf = (text: string) => readSource(text, 'm').problems.map(formatProblem);
const plainOf = (text: string) => readSource(text, 'm').source?.value;

describe('a value', () => {
  test.each([
    ['a: 012', { a: 12 }],
    ['a: 1e3', { a: 1000 }],
    ['a: .inf', { a: Infinity }],
    ['a: yes', { a: 'yes' }],
    ['a: true', { a: true }],
    ['a: ~\nb:', { a: null, b: null }],
    ['a: |\n  x\n  y', { a: 'x\ny\n' }],
    ['a: []\nb: {}', { a: [], b: {} }],
  ])('%j is read', (text, value) => {
    expect(linesOf(text)).toEqual([]);
    expect(plainOf(text)).toEqual(value);
  });

  test.each([
    ['a: 0x1F', 'm:1:4 a: expected a decimal number, got 0x1F'],
    ['a: 0o17', 'm:1:4 a: expected a decimal number, got 0o17'],
    ['a: !!str 5', 'm:1:10 a: expected a value without a tag, got the tag !!str'],
    ['a: [1, !x {}]', 'm:1:11 a.1: expected a value without a tag, got the tag !x'],
    ['a: !!map {}', 'm:1:10 a: expected a value without a tag, got the tag !!map'],
    ['a: *b', 'm:1:4 a: expected an anchor that was set before, got `*b`'],
    ['a: *b\nb: &b 1', 'm:1:4 a: expected an anchor that was set before, got `*b`'],
  ])('%j is refused', (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  test('that is refused does not hide others, and the rest is read', () => {
    const text = 'a: 0x1F\nb: !x 1\nb: 2\nc: *c\n[d]: 1\ne: 5';
    expect(linesOf(text)).toEqual([
      'm:1:4 a: expected a decimal number, got 0x1F',
      'm:2:7 b: expected a value without a tag, got the tag !x',
      'm:3:1 b: expected each key once, got a second `b`',
      'm:4:4 c: expected an anchor that was set before, got `*c`',
      'm:5:1: expected a key that is a name, got a list, a map or nothing as key',
    ]);
    expect(plainOf(text)).toMatchObject({ a: 31, e: 5 });
  });
});

describe('a key', () => {
  test('is the text that stands there, also of a number or a word of YAML', () => {
    expect(Object.keys(plainOf('1.50: a\ntrue: b\n"x y": c\n0x1F: d') as object)).toEqual([
      '1.50',
      'true',
      'x y',
      '0x1F',
    ]);
  });

  test('stands once; the first holds', () => {
    expect(linesOf('a: 1\nb: 2\na: 3')).toEqual(['m:3:1 a: expected each key once, got a second `a`']);
    expect(plainOf('a: 1\nb: 2\na: 3')).toEqual({ a: 1, b: 2 });
    expect(linesOf('a: {x: 1}\nb: {x: 1}')).toEqual([]);
    expect(linesOf('1.0: a\n1.00: b')).toEqual([]);
  });

  test.each(['[a]: 1', '{a: 1}: 1', '? \n: 1', '~: 1', 'null: 1'])('is a name, unlike that of %j', (text) => {
    expect(linesOf(text)).toEqual([
      expect.stringMatching(/: expected a key that is a name, got a list, a map or nothing as key$/),
    ]);
  });

  // JavaScript moves keys that are array indexes before all others, in rising order
  test.each([
    '1: a\n2: b\n10: c',
    '0: a',
    '7: a\nb: b',
    'a: a\n01: b',
    'a: a\n1.5: b',
    'a: a\n-1: b',
    'a: a\n12345678901: b',
    '[x]: 1\n5: a',
  ])('of digits keeps its place in %j', (text) => {
    expect(linesOf(text).filter((line) => line.includes('digits'))).toEqual([]);
  });

  test.each([
    ['a: a\n5: b', '5'],
    ['a: a\n0: b', '0'],
    ['2: a\n1: b', '1'],
    ['10: a\n9: b', '9'],
    ['1.5: a\n2: b', '2'],
    ['x1: a\n2: b', '2'],
    ['1x: a\n2: b', '2'],
    ['a: a\n1234567890: b', '1234567890'],
  ])('of digits does not in %j', (text, key) => {
    expect(linesOf(text)).toEqual([
      `m:2:1 ${key}: expected a name with a letter, got \`${key}\`; names of digits only cannot keep their place in the order`,
    ]);
  });
});

describe('an alias', () => {
  test('stands for what its anchor was last set to', () => {
    expect(plainOf('a: &x 1\nb: *x\nc: &x 2\nd: *x')).toEqual({ a: 1, b: 1, c: 2, d: 2 });
    expect(plainOf('a: &x {b: [1, 2]}\nc: *x\nd: [*x]')).toEqual({
      ...{ a: { b: [1, 2] }, c: { b: [1, 2] }, d: [{ b: [1, 2] }] },
    });
  });

  const TOO_MUCH = 'expected aliases that unfold to at most 20000 values and 64 levels, got more';

  test('may make 20,000 values, not one more; told is the outermost alias, else the list', () => {
    // the map, the list a and its 998 numbers are 1,000; an alias of it 1,000 more, because it counts itself
    const list = `a: &a [${Array(998).fill(1)}]`;
    const filled = (more: number) => `${list}\nb: [${'*a, '.repeat(18)}${Array(more).fill(1)}]`;
    // 1,000 + list b + 18,000 = 19,001
    expect(linesOf(filled(999))).toEqual([]);
    expect((plainOf(filled(999)) as { b: unknown[] }).b).toHaveLength(18 + 999);
    expect(linesOf(filled(1000))).toEqual([
      `m:2:4: ${TOO_MUCH.replace('aliases that unfold to', 'a file of')}`,
    ]);
    expect(readSource(filled(1000), 'm').source).toBeUndefined();
    // 3,001 before c, which is one; each alias of b is 2,002, so the ninth is too much
    expect(linesOf(`${list}\nb: &b [*a, *a]\nc: [${Array(10).fill('*b')}]`)).toEqual([
      `m:3:${5 + 8 * 3}: ${TOO_MUCH}`,
    ]);
  });

  test('may make 64 levels, not one more', () => {
    const nested = (levels: number, inner: string) => `${'['.repeat(levels)}${inner}${']'.repeat(levels)}`;
    const text = (levels: number) => `a: &a ${nested(30, '1')}\nb: ${nested(levels, '*a')}`;
    // the map, 33 lists, 30 lists
    expect(linesOf(text(33))).toEqual([]);
    expect(linesOf(text(34))).toEqual([`m:2:38: ${TOO_MUCH}`]);
  });

  test('that holds itself ends', () => {
    expect(linesOf('a: &a [1, *a]\nb: 0x1')).toEqual([`m:1:11: ${TOO_MUCH}`]);
  });
});
