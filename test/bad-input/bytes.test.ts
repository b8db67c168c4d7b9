import { expect, test } from 'vitest';
import { linesOf } from './lines.js';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

const BAD_BYTES: [string, Uint8Array, string][] = [
  [
    'a file of 2 MiB',
    new Uint8Array(2 ** 21).fill(97),
    'm.yaml:1:1: expected a file of at most 1048576 bytes, got 2097152 bytes',
  ],
  [
    'Latin-1',
    bytes('title: x\nabout: caf', [0xe9], '\n'),
    'm.yaml:2:11: expected UTF-8 text, got byte 0xe9 at byte offset 19',
  ],
  [
    'a cut character',
    bytes('title: ', [0xe4, 0xb8]),
    'm.yaml:1:8: expected UTF-8 text, got byte 0xe4 at byte offset 7',
  ],
  [
    'an overlong slash',
    bytes('a: ', [0xc0, 0xaf]),
    'm.yaml:1:4: expected UTF-8 text, got byte 0xc0 at byte offset 3',
  ],
  [
    'a surrogate in UTF-8',
    bytes('a: ', [0xed, 0xa0, 0x80]),
    'm.yaml:1:4: expected UTF-8 text, got byte 0xed at byte offset 3',
  ],
  [
    'UTF-16 with a mark',
    bytes([0xff, 0xfe, 0x61, 0]),
    'm.yaml:1:1: expected UTF-8 text without a byte order mark, got UTF-16 at byte offset 0',
  ],
  [
    'UTF-16 without a mark',
    bytes([0x61, 0, 0x3a, 0]),
    'm.yaml:1:1: expected UTF-8 text without a byte order mark, got UTF-16 at byte offset 0',
  ],
  [
    'a byte order mark',
    bytes([0xef, 0xbb, 0xbf], 'title: x'),
    'm.yaml:1:1: expected UTF-8 text without a byte order mark, got a byte order mark at byte offset 0',
  ],
  [
    'a NUL',
    bytes('title: a', [0], 'b'),
    'm.yaml:1:9: expected text that can be seen, got a control character (U+0000) at byte offset 8',
  ],
  [
    'an escape',
    bytes('title: \u001b[31m'),
    'm.yaml:1:8: expected text that can be seen, got a control character (U+001B) at byte offset 7',
  ],
  [
    'a bidi override',
    bytes('title: é\u202e'),
    'm.yaml:1:9: expected text that can be seen, got a mark that turns the direction of text (U+202E) at byte offset 9',
  ],
];

test.each(BAD_BYTES)('%s is refused with its place', (_, input, line) => {
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
