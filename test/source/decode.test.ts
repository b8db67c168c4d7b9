import { describe, expect, test } from 'vitest';
import { decode, LARGEST_FILE } from '../../src/source/decode.js';

/** Whether WHATWG's decoder, another program, takes these bytes for UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Borders of every class of bytes in Unicode's table 3-7, and their neighbours. */
const EDGES = [
  0x20, 0x7e, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef,
  0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
];
const LETTER = 0x61;

describe('a text is taken for UTF-8 when the decoder of WHATWG takes it', () => {
  const disagree = (tails: number[][]) =>
    tails.filter((tail) => {
      const bytes = Uint8Array.from([LETTER, LETTER, ...tail, LETTER]);
      const decoded = decode(bytes);
      const isRefused = 'offset' in decoded && decoded.expected === 'UTF-8 text';
      return isRefused === isUtf8(bytes);
    });

  test('for every pair of bytes', () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    expect(disagree(all.flatMap((a) => all.map((b) => [a, b])))).toEqual([]);
  });

  test('for every three and four bytes at the borders of their classes', () => {
    const three = EDGES.flatMap((a) => EDGES.flatMap((b) => EDGES.map((c) => [a, b, c])));
    expect(disagree(three)).toEqual([]);
    const leads = EDGES.filter((byte) => byte >= 0xef);
    const second = leads.flatMap((a) => EDGES.map((b) => [a, b]));
    const four = second.flatMap((ab) =>
      EDGES.flatMap((c) => [0x7f, 0x80, 0xbf, 0xc0].map((d) => [...ab, c, d])),
    );
    expect(disagree(four)).toEqual([]);
  });

  test('at its end: a character that is cut is refused at its first byte', () => {
    for (const [tail, bad] of [
      [[0xc3], 'c3'],
      [[0xe4, 0xb8], 'e4'],
      [[0xf0, 0x9f, 0x98], 'f0'],
    ] as const)
      expect(decode(Uint8Array.from([LETTER, LETTER, ...tail]))).toEqual({
        ...{ text: 'aa', offset: 2, expected: 'UTF-8 text' },
        received: `byte 0x${bad} at byte offset 2`,
      });
  });
});

describe('a text is refused by', () => {
  test('its size in bytes, whole or as a string', () => {
    const expected = `a file of at most ${LARGEST_FILE} bytes`;
    const most = 'é'.repeat(LARGEST_FILE / 2);
    expect(decode(most)).toEqual({ text: most });
    expect(decode(`${most}a`)).toMatchObject({ offset: 0, expected, received: 'a longer text' });
    const bytes = new Uint8Array(LARGEST_FILE).fill(LETTER);
    expect(decode(bytes)).toHaveProperty('text');
    expect(decode(new Uint8Array(LARGEST_FILE + 1).fill(LETTER))).toMatchObject({
      expected,
      received: `${LARGEST_FILE + 1} bytes`,
    });
  });

  test.each([
    [[0xef, 0xbb, 0xbf, 0x61], 'a byte order mark'],
    [[0xff, 0xfe, 0x61, 0x00], 'UTF-16'],
    [[0xfe, 0xff, 0x00, 0x61], 'UTF-16'],
    [[0x61, 0x00], 'UTF-16'],
    [[0x00, 0x61], 'UTF-16'],
  ])('the mark of its first bytes: %j is %s', (bytes, what) => {
    expect(decode(Uint8Array.from(bytes))).toMatchObject({
      offset: 0,
      expected: 'UTF-8 text without a byte order mark',
      received: `${what} at byte offset 0`,
    });
  });

  test.each([
    [[0xef, 0xbb], 'byte 0xef'],
    [[0xef, 0x61, 0xbf], 'byte 0xef'],
    [[0xff, 0x61], 'byte 0xff'],
    [[0xfe, 0x61], 'byte 0xfe'],
    [[0x00], 'a control character (U+0000)'],
    [[0x00, 0x00], 'a control character (U+0000)'],
  ])('no mark when the bytes only begin like one: %j', (bytes, what) => {
    expect(decode(Uint8Array.from(bytes))).toMatchObject({ received: `${what} at byte offset 0` });
  });

  test('a byte order mark in a string', () => {
    expect(decode('\ufeffa')).toMatchObject({ offset: 0, received: 'a byte order mark' });
    expect(decode('a\ufeff')).toHaveProperty('text');
  });

  test('every control character but tab, line feed and carriage return', () => {
    const controls = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, k) => 0x7f + k)];
    const passed = controls.filter((code) => !('offset' in decode(`é${String.fromCharCode(code)}`)));
    expect(passed).toEqual([0x09, 0x0a, 0x0d]);
    expect(decode('é\u0085')).toMatchObject({
      offset: 1,
      expected: 'text that can be seen',
      received: 'a control character (U+0085) at byte offset 2',
    });
  });

  test('every mark that turns the direction of text (Unicode, Bidi_Control)', () => {
    const marks = [
      0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
    ];
    const found = Array.from({ length: 0x3000 }, (_, k) => k)
      .filter((code) => code > 0xa0)
      .filter((code) => 'offset' in decode(String.fromCharCode(code)));
    expect(found).toEqual(marks);
  });

  test('half of a surrogate pair, not by a whole one', () => {
    expect(decode('\u{1f600}')).toHaveProperty('text');
    for (const half of ['\ud83d', '\ude00', '\ude00\ud83d']) expect(decode(half)).toHaveProperty('offset', 0);
  });
});
