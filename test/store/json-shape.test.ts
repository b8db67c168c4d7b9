/** What a field of a JSON file of a run folder may hold: of each kind what it takes, and what only looks like it. */
import { describe, expect, it, test } from 'vitest';
import { hasShape, type JsonKind, shapedJson } from '../../src/store/json-shape.js';

const is = (kind: JsonKind, value: unknown) => hasShape({ field: value }, { field: kind });

describe('a field', () => {
  test.each<[JsonKind, unknown[], unknown[]]>([
    ['text', ['', 'x'], [1, null, undefined, ['x'], {}]],
    ['count', [0, 7, 1e9], [-1, 1e9 + 1, 0.5, Number.NaN, Infinity, '1', null, true]],
    ['point', ['base', 'a-1_b', '0'], ['', '../x', 'a/b', 'a b', 'x'.repeat(33), 5, ['base'], null]],
    ['map', [{}, { a: 1 }], [null, [], 'x', 5]],
    ['list', [[], [1]], [{}, 'x', null]],
    ['texts', [[], ['a', '']], ['a', [1], ['a', 1], {}, null]],
    ['textMap', [{}, { a: 'b' }], [{ a: 1 }, { a: 'b', c: 1 }, ['a'], 'a', null]],
    ['points', [[], ['base', 'b']], ['base', ['base', '../x'], {}, null]],
    ['counts', [[], [0, 3]], [3, [3, -1], {}, null]],
  ])('of kind %s takes what it should and nothing else', (kind, good, bad) => {
    expect(good.filter((value) => !is(kind, value))).toEqual([]);
    expect(bad.filter((value) => is(kind, value))).toEqual([]);
  });
});

describe('a file', () => {
  const shape = { name: 'text', count: 'count' } as const;

  it('has all fields of its shape, and may have others', () => {
    expect(hasShape({ name: 'x', count: 1, more: null }, shape)).toBe(true);
    expect(hasShape({ name: 'x' }, shape)).toBe(false);
    expect(hasShape({ name: 1, count: 1 }, shape)).toBe(false);
    expect([null, undefined, 'x', 5, []].filter((value) => hasShape(value, {}))).toEqual([]);
  });

  it('has fields of its own, not those of a prototype', () => {
    expect(hasShape(Object.create({ name: 'x', count: 1 }), shape)).toBe(false);
  });

  it('is read from a text of JSON; a text that is none is no file', () => {
    expect(shapedJson('{"name": "x", "count": 2}', shape)).toEqual({ name: 'x', count: 2 });
    expect(
      ['{"name": "x"', '', 'null', '[]', '{"name": "x"}'].map((text) => shapedJson(text, shape)),
    ).toEqual(Array(5).fill(undefined));
  });
});
