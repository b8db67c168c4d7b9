/** Changes of a text that people, editors and attackers make: bytes, lines, structure, numbers, keys, aliases, encodings. */

const NUMBERS =
  '.nan NaN .inf -.inf Infinity 1e400 -1e400 -0 0 -1 1e-400 9007199254740993 -9007199254740993 1e308 5e-324 012 0x10 0b1 0o17 1_000 1__0 1,5 1.5.2 .5 5. +5 1e 1e5e5 ١٢ １２ 1e999999 2 to 1 1 to 1 1 to 5 normal(1,1e400) lognormal(0,1) uniform(5,1) triangular(1,2) 12Q 12 k 12 kk 120% 1e14 1e15 99999999999999999999 null ~ true no'
    .split(/ (?=[^tkQ]|to\b)/u)
    .map((word) => word.trim());

const KEYS =
  '__proto__ constructor prototype toString hasOwnProperty __defineGetter__ valueOf length then toJSON <<'.split(
    ' ',
  );

const VALUES = [
  '[]',
  '{}',
  '[[]]',
  '{a: 1}',
  '~',
  '""',
  "''",
  '" "',
  '[1, 2]',
  '{name: steady}',
  '{module: ./gone.mjs}',
  '!!js/function x',
  '!!binary aGk=',
  '!!set {a}',
  '2024-01-01',
  '2024-13',
  '|\n  x',
  '>\n  x',
  '*gone',
  '&a [*a]',
  '? x',
  '['.repeat(80),
  '{a: '.repeat(80),
  `"${'x'.repeat(30_000)}"`,
  '"\\u0000"',
  '"\\ud800"',
  '"\\x1b[31m"',
  '=1+1',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '/dev/zero',
  'CON',
  '[A]',
  '5 [S',
  '5 [S s9:1]',
  '5 [Z x]',
  '[A] [A] [A]',
  'share(cashOut(x))',
  '((((((((',
  '%',
  '@x',
  '`x`',
  '- x',
  ': x',
  '# x',
];

const PIECES = [
  '',
  ':',
  ' ',
  '\n',
  '  ',
  '\t',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '*a',
  '&a ',
  '!!x ',
  '#',
  '|',
  '>',
  '%',
  '~',
  ',',
  '? ',
  '---\n',
  '...\n',
  '%YAML 1.1\n---\n',
  '\r',
  '\r\n',
  '\u0000',
  '\u0007',
  '\u001b[2J',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\u200f',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '😀',
  'é',
  '．',
  '＝',
];

const WIDE = /[+-]?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** @typedef {() => number} Luck a number of 0 to 1 */

const below = (luck, n) => Math.floor(luck() * n);
const one = (luck, list) => list[below(luck, list.length)];
const put = (text, at, cut, piece) => text.slice(0, at) + piece + text.slice(at + cut);

function onLine(luck, text, change) {
  const lines = text.split('\n');
  const at = below(luck, lines.length);
  return change(lines, at) ?? lines.join('\n');
}

const block = (lines, at) => {
  const depth = lines[at].search(/\S/);
  let end = at + 1;
  while (end < lines.length && (lines[end].trim() === '' || lines[end].search(/\S/) > depth)) end++;
  return lines.slice(at, end);
};

/** Every kind of change: (luck, text, another seed) -> text or bytes. */
export const MUTATIONS = {
  piece: (luck, text) => put(text, below(luck, text.length), below(luck, 12), one(luck, PIECES)),
  cut: (luck, text) => text.slice(0, below(luck, text.length)),
  hole: (luck, text) => put(text, below(luck, text.length), below(luck, 400), ''),
  swap: (luck, text) => {
    const at = below(luck, text.length);
    return put(text, at, 2, (text[at + 1] ?? '') + (text[at] ?? ''));
  },
  lineGone: (luck, text) => onLine(luck, text, (lines, at) => void lines.splice(at, 1)),
  lineTwice: (luck, text) => onLine(luck, text, (lines, at) => void lines.splice(at, 0, lines[at])),
  lineMoved: (luck, text) =>
    onLine(
      luck,
      text,
      (lines, at) => void lines.splice(below(luck, lines.length), 0, ...lines.splice(at, 1)),
    ),
  indent: (luck, text) =>
    onLine(luck, text, (lines, at) => {
      lines[at] =
        luck() < 0.5 ? lines[at].slice(1 + below(luck, 3)) : ' '.repeat(1 + below(luck, 6)) + lines[at];
    }),
  joined: (luck, text) =>
    onLine(luck, text, (lines, at) => void lines.splice(at, 2, lines[at] + (lines[at + 1] ?? ''))),
  value: (luck, text) =>
    onLine(luck, text, (lines, at) => {
      lines[at] = lines[at].replace(/^(\s*(?:- )?[^:#]+:).*/, (_, head) => `${head} ${one(luck, VALUES)}`);
    }),
  number: (luck, text) => {
    const found = [...text.matchAll(WIDE)];
    if (found.length === 0) return text;
    const { index, 0: old } = one(luck, found);
    return put(text, index, old.length, one(luck, NUMBERS));
  },
  key: (luck, text) =>
    onLine(luck, text, (lines, at) => {
      lines[at] = lines[at].replace(/^(\s*(?:- )?)[^:#\s][^:#]*:/, (_, head) => `${head}${one(luck, KEYS)}:`);
    }),
  keyOfElsewhere: (luck, text) => {
    const keys = [...text.matchAll(/^\s*(?:- )?([^:#\s][^:#\n]*):/gm)].map((found) => found[1]);
    return onLine(luck, text, (lines, at) => {
      if (keys.length > 0)
        lines[at] = lines[at].replace(
          /^(\s*(?:- )?)[^:#\s][^:#]*:/,
          (_, head) => `${head}${one(luck, keys)}:`,
        );
    });
  },
  blockGone: (luck, text) =>
    onLine(luck, text, (lines, at) => void lines.splice(at, block(lines, at).length)),
  blockTwice: (luck, text) =>
    onLine(luck, text, (lines, at) => void lines.splice(at, 0, ...block(lines, at))),
  blockMoved: (luck, text) =>
    onLine(luck, text, (lines, at) => {
      const part = lines.splice(at, block(lines, at).length);
      lines.splice(below(luck, lines.length + 1), 0, ...part);
    }),
  listed: (luck, text) =>
    onLine(luck, text, (lines, at) => {
      lines[at] = lines[at].replace(/^(\s*)(\S)/, '$1- $2');
    }),
  anchored: (luck, text) =>
    onLine(luck, text, (lines, at) => {
      lines[at] = lines[at].replace(/:(\s|$)/, ': &a$1');
      const other = below(luck, lines.length);
      lines[other] = lines[other].replace(/:.*/, ': *a');
    }),
  bomb: (luck, text) => {
    const lists = Array.from({ length: 9 }, (_, k) =>
      k === 0 ? 'x0: &x0 [y, y, y, y, y, y, y, y, y]' : `x${k}: &x${k} [${`*x${k - 1}, `.repeat(9)}]`,
    );
    return luck() < 0.5 ? `${lists.join('\n')}\n${text}` : `${text}\n${lists.join('\n')}\n`;
  },
  merged: (luck, text) =>
    onLine(luck, text, (lines, at) => void lines.splice(at, 0, `${/^\s*/.exec(lines[at])[0]}<<: *a`)),
  crlf: (_luck, text) => text.replaceAll('\n', '\r\n'),
  tabs: (_luck, text) => text.replaceAll('  ', '\t'),
  json: (luck, text) =>
    onLine(luck, text, (lines, at) => {
      lines[at] = `{${lines[at]}}`;
    }),
  spliced: (luck, text, other) =>
    text.slice(0, below(luck, text.length)) + other.slice(below(luck, other.length)),
  deep: (luck, text) => {
    const levels = Array.from({ length: 70 + below(luck, 300) }, (_, k) => `${' '.repeat(k)}x:`);
    return `${text}\n${levels.join('\n')}\n`;
  },
};

/** Changes of the bytes, made last. */
export const ENCODINGS = {
  utf16: (_luck, text) => new Uint8Array(Buffer.from(text, 'utf16le')),
  utf16be: (_luck, text) => new Uint8Array(Buffer.from(text, 'utf16le').swap16()),
  latin1: (_luck, text) => new Uint8Array(Buffer.from(text.replace(/o/g, 'ö'), 'latin1')),
  mark: (_luck, text) => new Uint8Array(Buffer.from(`\ufeff${text}`)),
  bits: (luck, text) => {
    const bytes = new Uint8Array(Buffer.from(text));
    for (let k = 1 + below(luck, 4); k > 0 && bytes.length > 0; k--)
      bytes[below(luck, bytes.length)] ^= 1 << below(luck, 8);
    return bytes;
  },
  noise: (luck, text) => {
    const bytes = new Uint8Array(Buffer.from(text));
    const at = below(luck, bytes.length);
    for (let k = at; k < Math.min(bytes.length, at + 16); k++) bytes[k] = below(luck, 256);
    return bytes;
  },
};

/**
 * A text with one to four changes.
 * @param {Luck} luck
 * @param {string} text a legal text
 * @param {string} other another one, to be spliced in
 * @returns {Uint8Array}
 */
export function mutated(luck, text, other) {
  let now = text;
  for (let k = 1 + Math.floor(luck() * luck() * 4); k > 0; k--)
    now = one(luck, Object.values(MUTATIONS))(luck, now, other);
  return luck() < 0.15 ? one(luck, Object.values(ENCODINGS))(luck, now) : new Uint8Array(Buffer.from(now));
}
