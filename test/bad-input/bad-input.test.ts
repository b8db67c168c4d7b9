import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/source/parse-source.js';
import { formatProblem } from '../../src/source/place.js';
import { CARD, CARD_CASES, ON_CARD } from './card-cases.js';
import { FIELD_CASES } from './field-cases.js';
import { changed, MARKET, SOURCED } from './market.js';
import { MARKET_CASES } from './market-cases.js';
import { PLAN_CASES } from './plan-cases.js';
import { SYNTAX_CASES } from './syntax-cases.js';

function linesOf(input: { text?: string; bytes?: Uint8Array; sets?: string[] }): string[] {
  const parsed = parseSource({ ...input, file: 'm.yaml' });
  return 'problems' in parsed ? parsed.problems.map(formatProblem) : [];
}

test('the texts that the bad inputs are made from are legal', () => {
  expect(linesOf({ text: MARKET })).toEqual([]);
  expect(linesOf({ text: SOURCED })).toEqual([]);
});

describe.each([
  ['syntax', SYNTAX_CASES],
  ['fields', FIELD_CASES],
  ['market', MARKET_CASES],
  ['plans', PLAN_CASES],
])('bad %s', (_, cases) => {
  test.each(cases)('%s is refused with its exact message', (_title, text, lines) => {
    expect(linesOf({ text })).toEqual(lines);
  });
});

/** A scenario and what stands on its shelf. */
function linesOnCard(card: string, scenario: string, sets: string[] = []): string[] {
  const gone = { expected: 'the file of a firm card', received: 'no such file' };
  const cards = { kimi: { file: 'firms/kimi.yaml', bytes: card }, './gone.yaml': gone };
  const parsed = parseSource({
    text: scenario,
    file: 'm.yaml',
    sets,
    shelf: { cards, names: ['doubao', 'kimi'] },
  });
  return 'problems' in parsed ? parsed.problems.map(formatProblem) : [];
}

describe('bad cards', () => {
  test('the card and the scenario that they are made from are legal', () => {
    expect(linesOnCard(CARD, ON_CARD)).toEqual([]);
  });

  test.each(CARD_CASES)('%s is refused with its exact message', (_title, card, scenario, lines) => {
    expect(linesOnCard(card, scenario)).toEqual(lines);
  });

  test('a fault of --set comes last, whatever the length of the card', () => {
    expect(linesOnCard(CARD.replace('2 [A]', '99 [A]'), ON_CARD, ['firms.kimi.press=2'])).toEqual([
      'firms/kimi.yaml:9:12 firm.quality: expected a number from -20 to 20 (utils), got "99 [A] a guess"',
      '--set firms.kimi.press=2: expected a number from 0 to 1 (per month), got 2',
    ]);
  });

  test('a card is no scenario', () => {
    expect(linesOf({ text: CARD })).toEqual([
      'm.yaml:1:1 card: expected a scenario, got a firm card; a scenario names it: `firms: {kimi: {firm: kimi}}`',
    ]);
  });

  test('a legal card changed at random never crashes the reader, and every problem has a place', () => {
    const change = fc.record({
      at: fc.nat(CARD.length),
      cut: fc.nat(12),
      piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = CARD;
        for (const { at, cut, piece } of changes) text = text.slice(0, at) + piece + text.slice(at + cut);
        for (const line of linesOnCard(text, ON_CARD))
          expect(line).toMatch(/^(m|firms\/kimi)\.yaml:\d+:\d+( .+)?: expected .+, got .+$/);
      }),
      { numRuns: 300, seed: 20240104 },
    );
  });
});

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

const BAD_SETS: [string, string][] = [
  ['firms.kimi.cash', '--set firms.kimi.cash: expected path=value, got "firms.kimi.cash"'],
  ['=5', '--set =5: expected path=value, got "=5"'],
  ['firms.kimi.cash=', '--set firms.kimi.cash=: expected a value after =, got nothing'],
  [
    'firms.kimi.cash=lots',
    '--set firms.kimi.cash=lots: expected a number from 0 to 1e14 (currency), got "lots"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
  ],
  [
    'firms.kimy.cash=5',
    '--set firms.kimy.cash=5: expected the name of a firm in the path `firms.kimy.cash`, got "kimy"; did you mean `kimi`?',
  ],
  [
    'firms.kimi.csh=5',
    '--set firms.kimi.csh=5: expected a known field in the path `firms.kimi.csh`, got "csh"; did you mean `cash`?',
  ],
  [
    'firm.kimi.cash=5',
    '--set firm.kimi.cash=5: expected a known field in the path `firm.kimi.cash`, got "firm"; did you mean `firms`?',
  ],
  [
    'firms.kimi.tiers.1.price=5',
    '--set firms.kimi.tiers.1.price=5: expected a position from 0 to 0 in the path `firms.kimi.tiers.1.price`, got 1',
  ],
  [
    'firms.kimi.cash.low=5',
    '--set firms.kimi.cash.low=5: expected the path of a field, got "firms.kimi.cash.low"; `firms.kimi.cash` has no parts',
  ],
  [
    'firms.kimi.policy.adz=5',
    '--set firms.kimi.policy.adz=5: expected a parameter of steady, got "adz"; did you mean `ads`?',
  ],
  [
    'firms.kimi.policy.ads.x=5',
    '--set firms.kimi.policy.ads.x=5: expected a parameter of a policy, got "firms.kimi.policy.ads"',
  ],
  [
    'firms.doubao.policy={name: steady, ads: -5}',
    '--set firms.doubao.policy={name: steady, ads: -5} firms.doubao.policy.ads: expected a number from 0 to 1e13 (currency a month), got -5',
  ],
  [
    'firms.kimi.fit.nobody=1',
    '--set firms.kimi.fit.nobody=1: expected the name of a segment, got "nobody"; known: students, others',
  ],
  ['months=!!int 5', '--set months=!!int 5: expected a value without a tag, got the tag !!int'],
  ['months=0', '--set months=0: expected a whole number from 1 to 400 (months), got 0'],
  [
    '__proto__.x=1',
    '--set __proto__.x=1: expected a known field in the path `__proto__.x`, got "__proto__"; see `afterburn describe`',
  ],
  [
    'firms.kimi.constructor=1',
    '--set firms.kimi.constructor=1: expected a known field in the path `firms.kimi.constructor`, got "constructor"; see `afterburn describe`',
  ],
];

test.each(BAD_SETS)('--set %s is refused at the command line', (set, line) => {
  expect(linesOf({ text: MARKET, sets: [set] })).toEqual([line]);
});

test('six faults of one file are told at once, in the order of the file', () => {
  const text = changed('currency: CNY', 'currency: [CNY]')
    .replace('months: 12', 'months: 0')
    .replace('otherSpend: 5 M', 'otherSpend: none')
    .replace('share: 0.4', 'share: 0.3')
    .replace('channels: [feed]', 'channels: [fed]')
    .replace('policy: steady', 'policy: stedy');
  expect(linesOf({ text })).toEqual([
    'm.yaml:3:1 currency: expected text of 1 to 20000 characters, got a list of 1 entry',
    'm.yaml:5:9 months: expected a whole number from 1 to 400 (months), got 0',
    'm.yaml:14:17 channels.feed.otherSpend: expected a number from 1 to 1e13 (currency a month), got "none"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
    'm.yaml:22:12 segments.others.share: expected shares of all segments that add to 1, got shares that add to 0.9',
    'm.yaml:29:16 firms.kimi.channels.0: expected the name of a channel, got "fed"; did you mean `feed`?',
    'm.yaml:35:13 firms.doubao.policy: expected the name of a policy, got "stedy"; did you mean `steady`?',
  ]);
});

test('problems of --set come after those of the file', () => {
  const text = changed('cash: 60 M', 'cash: -1');
  expect(linesOf({ text, sets: ['people=-1', 'months=x'] })).toEqual([
    'm.yaml:32:11 firms.doubao.cash: expected a number from 0 to 1e14 (currency), got -1',
    '--set people=-1: expected a number from 0 to 1e10 (people), got -1',
    '--set months=x: expected a whole number from 1 to 400 (months), got "x"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
  ]);
});

const PIECES = [
  '',
  ':',
  ' ',
  '\n',
  '  ',
  '-',
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
  '.nan',
  '1e400',
  '-1',
  '__proto__',
  'kimi',
  'cash',
  '5 to 1',
  '? ',
  '\t',
  '\u0000',
  '\ud800',
  '@',
];

test('a legal scenario changed at random never crashes the reader, and every problem has a place', () => {
  const change = fc.record({
    at: fc.nat(MARKET.length),
    cut: fc.nat(12),
    piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      let text = MARKET;
      for (const { at, cut, piece } of changes) text = text.slice(0, at) + piece + text.slice(at + cut);
      for (const line of linesOf({ text }))
        expect(line).toMatch(/^m\.yaml:\d+:\d+( .+)?: expected .+, got .+$/);
    }),
    { numRuns: 500, seed: 20240101 },
  );
});

test('random bytes never crash the reader', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
      expect(linesOf({ bytes: input }).length).toBeGreaterThan(0);
    }),
    { numRuns: 500, seed: 20240102 },
  );
});

test('--set of random paths and values never crashes, and every problem has a place', () => {
  const part = fc.constantFrom(
    'firms',
    'kimi',
    'cash',
    'tiers',
    '0',
    'price',
    'policy',
    'ads',
    'fit',
    'students',
    'checks',
    'world',
    'funding',
    '__proto__',
    '',
    'x',
    '99999999999',
  );
  const value = fc.oneof(
    fc.constantFrom('1', '5 to 10', '{}', '[]', '{a: 1}', '~', '*a', '!!x 1', '[[', '"', '{name: steady}'),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), value, (parts, given) => {
      for (const line of linesOf({
        text: MARKET,
        sets: [`${parts.join('.')}=${given}`, `firms.kimi.policy.ads=${given}`],
      })) {
        expect(line).toMatch(/^(m\.yaml:\d+:\d+|--set .*?).*: expected .+, got .+$/);
      }
    }),
    { numRuns: 250, seed: 20240103 },
  );
});
