/** Plain values that are copied: what is left out, and how deep, wide and large they may be. */
import { describe, expect, test } from 'vitest';
import { copyPlain, isMap, isWithin, partAt } from '../../sim/scenario/plain.js';

const nested = (levels: number, inner: unknown = 1): unknown =>
  levels === 0 ? inner : { a: nested(levels - 1, inner) };
const many = (n: number) => Array.from({ length: n }, () => []);
const problemOf = (value: unknown) => {
  const copied = copyPlain(value);
  if (copied.value !== undefined) return undefined;
  expect(copied.problems).toHaveLength(1);
  return copied.problems[0];
};

describe('a copy', () => {
  test('has the same parts, maps without prototype, and nothing in common with the value', () => {
    const value = { a: [1, 'x', null, { b: true }], c: {}, d: undefined };
    const copied = copyPlain(value).value as typeof value;
    expect(copied).toEqual(value);
    expect([copied, copied.c, copied.a[3]].map(Object.getPrototypeOf)).toEqual([null, null, null]);
    expect(copied.a).not.toBe(value.a);
    expect([5, 'x', null, undefined].map((one) => copyPlain(one))).toEqual(
      [5, 'x', null, undefined].map((one) => ({ value: one, problems: [] })),
    );
  });

  test('leaves out names of prototypes at any depth and says where they stand', () => {
    const raw = JSON.parse(
      '{"a": [{"__proto__": {"x": 1}, "b": 2}], "constructor": 1, "prototype": 2, "proto": 3}',
    );
    const { value, problems } = copyPlain(raw);
    expect(value).toEqual({ a: [{ b: 2 }], proto: 3 });
    expect(problems).toEqual(
      [['a', 0, '__proto__'], ['constructor'], ['prototype']].map((path) => ({
        ...{ path, atKey: true, expected: 'a known field', received: `\`${path.at(-1)}\`` },
        hint: 'this name is not allowed',
      })),
    );
  });

  test('is 64 levels deep, not more; the place is told by its first three steps', () => {
    expect(problemOf(nested(64, {}))).toBeUndefined();
    expect(problemOf(nested(65, {}))).toEqual({
      ...{ path: ['a', 'a', 'a'], expected: 'at most 64 levels', received: 'more' },
    });
  });

  test('has 1,000 entries in a map or list, not more', () => {
    expect(problemOf({ a: many(1000) })).toBeUndefined();
    expect(problemOf({ a: many(1001) })).toEqual({
      ...{ path: ['a'], expected: 'at most 1000 entries', received: '1001' },
    });
  });

  test('has 20,000 maps and lists, not more', () => {
    const filled = (more: number) => ({ a: Array.from({ length: 20 }, () => many(998)), b: many(more) });
    // 1 + 1 + 20 x 999 + 1 = 19,983
    expect(problemOf(filled(17))).toBeUndefined();
    expect(problemOf(filled(18))).toEqual({
      path: [],
      expected: 'at most 20000 maps and lists',
      received: 'more',
    });
  });
});

describe('a path', () => {
  test('leads to a part by own keys and positions', () => {
    const value = { a: [{ b: null }], c: 'text' };
    expect(partAt(value, [])).toBe(value);
    expect(partAt(value, ['a', 0, 'b'])).toBeNull();
    const nowhere = [['a', 1], ['a', 0, 'b', 'c'], ['c', 'length'], ['toString'], ['x', 'y']];
    expect(nowhere.map((path) => partAt(value, path))).toEqual(Array(5).fill(undefined));
  });

  test('is within those that it begins with', () => {
    expect(isWithin(['a', 1], ['a', 1])).toBe(true);
    expect(isWithin(['a', 1], ['a'])).toBe(true);
    expect(isWithin(['a', 1], [])).toBe(true);
    expect(isWithin(['a'], ['a', 1])).toBe(false);
    expect(isWithin(['a', 1], ['b'])).toBe(false);
    expect(isWithin(['a', '1'], ['a', 1])).toBe(false);
  });
});

test('maps are no lists, and not nothing', () => {
  expect([{}, { a: 1 }].every(isMap)).toBe(true);
  expect([[], null, undefined, 'x', 5].some(isMap)).toBe(false);
});
