/**
 * Bytes -> text that may be shown and parsed. Refuses what is too big, is not UTF-8, or holds characters that
 * no eye sees (NUL, controls, byte order mark, bidirectional marks). One pass, about a millisecond a megabyte.
 */

/** Where and why a text was refused; `offset` counts UTF-16 units of `text`, for the line and column. */
export interface Refusal {
  readonly offset: number;
  readonly text: string;
  readonly expected: string;
  readonly received: string;
}

/** Largest scenario file, bytes. */
export const LARGEST_FILE = 1024 * 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** Decodes a scenario file, or says at which byte it is refused. */
export function decode(input: Uint8Array | string): { text: string } | Refusal {
  const bytes =
    typeof input === 'string' ? new TextEncoder().encode(input.slice(0, LARGEST_FILE + 1)) : input;
  if (bytes.length > LARGEST_FILE)
    return refuse('', 0, `a file of at most ${LARGEST_FILE} bytes`, sizeOf(input));
  if (typeof input === 'string') return visible(input);
  const mark = markOf(bytes);
  if (mark) return refuse('', 0, 'UTF-8 text without a byte order mark', `${mark} at byte offset 0`);
  const bad = firstInvalid(bytes);
  if (bad < 0) return visible(new TextDecoder().decode(bytes));
  const before = new TextDecoder().decode(bytes.subarray(0, bad));
  const code = bytes[bad].toString(16);
  return refuse(before, before.length, 'UTF-8 text', `byte 0x${code} at byte offset ${bad}`);
}

function sizeOf(input: Uint8Array | string): string {
  return typeof input === 'string' ? 'a longer text' : `${input.length} bytes`;
}

function refuse(text: string, offset: number, expected: string, received: string): Refusal {
  return { text, offset, expected, received };
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'a byte order mark';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  return bytes.length > 1 && (a === 0) !== (b === 0) ? 'UTF-16' : undefined;
}

function visible(text: string): { text: string } | Refusal {
  if (text.startsWith('\ufeff'))
    return refuse(text, 0, 'UTF-8 text without a byte order mark', 'a byte order mark');
  const kinds: [RegExp, string][] = [
    [CONTROL, 'a control character'],
    [BIDI, 'a mark that turns the direction of text'],
    [LONE_SURROGATE, 'half of a surrogate pair'],
  ];
  for (const [pattern, what] of kinds) {
    const match = pattern.exec(text);
    if (!match) continue;
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const offset = new TextEncoder().encode(text.slice(0, match.index)).length;
    return refuse(text, match.index, 'text that can be seen', `${what} (U+${code}) at byte offset ${offset}`);
  }
  return { text };
}

/** Offset of the first byte that is not UTF-8 (Unicode 15, table 3-7), or -1. */
function firstInvalid(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) return i;
    i += length;
  }
  return -1;
}

function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i];
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || i + length > bytes.length) return 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (bytes[i + 1] < low || bytes[i + 1] > high) return 0;
  for (let k = 2; k < length; k++) if (bytes[i + k] < 0x80 || bytes[i + k] > 0xbf) return 0;
  return length;
}
