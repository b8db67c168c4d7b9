import { expect, test } from 'vitest';
import { formatProblem } from '../../src/source/place.js';
import { printable } from '../../src/source/printable.js';
import { linesOf } from '../bad-input/lines.js';
import { MARKET } from '../bad-input/market.js';

test.each([
  ['\u001b[2J', '\\u001b[2J'],
  ['\u009b31m', '\\u009b31m'],
  ['\u001b]8;;http://x\u0007y', '\\u001b]8;;http://x\\u0007y'],
  ['a\rb\bc\td', 'a\\u000db\\u0008c\\u0009d'],
  ['a\u202eb\u2066c\u200fd', 'a\\u202eb\\u2066c\\u200fd'],
  ['a\u2028b\ufeffc\u200bd', 'a\\u2028b\\ufeffc\\u200bd'],
  ['\u{e0041}', '\\udb40\\udc41'],
  ['one\ntwo', 'one\ntwo'],
  ['价格 é 😀', '价格 é 😀'],
])('%j is printed as %s', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('JSON stays the same JSON', () => {
  const value = { a: '\u009b\u202e\u{e0041}\u2028', '\u200b': 1 };
  expect(JSON.parse(printable(JSON.stringify(value, null, 1)))).toEqual(value);
});

test('keys and values that a scenario writes as escapes reach no terminal as they are', () => {
  const key = linesOf({ text: `${MARKET}"\\e[2Jx\\u202e": 1\n` });
  expect(key).toEqual([
    'm.yaml:47:1 \\u001b[2Jx\\u202e: expected a known field, got "\\u001b[2Jx\\u202e"; see `afterburn describe`',
  ]);
  expect(linesOf({ text: `${MARKET}"\\r\\n": 1\n` })).toEqual([
    'm.yaml:47:1 \\u000d\\n: expected a known field, got "\\r\\n"; see `afterburn describe`',
  ]);
  const value = linesOf({ text: MARKET.replace('months: 12', 'months: "\\x9b31m\\u2066"') });
  expect(value[0]).toContain('got "\\u009b31m\\u2066"');
  const place = { path: ['a\u0007'], expected: 'x', received: '\u001b', line: 1, column: 1 };
  expect(formatProblem({ ...place, where: '\u001bfile:1:1' })).toBe(
    '\\u001bfile:1:1 a\\u0007: expected x, got \\u001b',
  );
});
