/** Bytes that are no text of a scenario. */
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

export const BYTE_CASES: readonly (readonly [title: string, bytes: Uint8Array, line: string])[] = [
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
