import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD, ON_CARD } from './card-cases.js';
import { linesOf, linesOnCard } from './lines.js';
import { MARKET } from './market.js';

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
