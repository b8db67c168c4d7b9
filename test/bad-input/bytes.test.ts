import { expect, test } from 'vitest';
import { BYTE_CASES } from './byte-cases.js';
import { linesOf } from './lines.js';

test.each(BYTE_CASES)('%s is refused with its place', (_, input, line) => {
  expect(linesOf({ bytes: input })).toEqual([line]);
});

test('a text of a million brackets is refused before the parser can end the process', () => {
  expect(linesOf({ text: '['.repeat(1_000_000) })).toEqual([
    'm.yaml:1:65: expected at most 64 levels of nesting, got more',
  ]);
});

test('a text of a million lines, and one of a thousand and one firms, are refused at once', () => {
  expect(linesOf({ text: '\n'.repeat(1_000_000) })).toEqual([
    'm.yaml:200001:1: expected at most 200000 marks and words, got more',
  ]);
  const firms = Array.from({ length: 1001 }, (_, i) => `  f${i}: {}\n`).join('');
  expect(linesOf({ text: `firms:\n${firms}` })).toEqual([
    'm.yaml:1:1 firms: expected at most 1000 entries, got 1001',
  ]);
});

test('half a surrogate pair is refused in text that comes as a string', () => {
  expect(linesOf({ text: 'title: \ud83d' })).toEqual([
    'm.yaml:1:8: expected text that can be seen, got half of a surrogate pair (U+D83D) at byte offset 7',
  ]);
});
