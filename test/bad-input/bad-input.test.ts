import { describe, expect, test } from 'vitest';
import { CARD, CARD_CASES, ON_CARD } from './card-cases.js';
import { FIELD_CASES } from './field-cases.js';
import { linesOf, linesOnCard } from './lines.js';
import { changed, MARKET, SOURCED } from './market.js';
import { MARKET_CASES } from './market-cases.js';
import { NUMBER_CASES } from './number-cases.js';
import { PLAN_CASES } from './plan-cases.js';

test('the texts that the bad inputs are made from are legal', () => {
  expect(linesOf({ text: MARKET })).toEqual([]);
  expect(linesOf({ text: SOURCED })).toEqual([]);
});

describe.each([
  ['fields', FIELD_CASES],
  ['numbers', NUMBER_CASES],
  ['market', MARKET_CASES],
  ['plans', PLAN_CASES],
])('bad %s', (_, cases) => {
  test.each(cases)('%s is refused with its exact message', (_title, text, lines) => {
    expect(linesOf({ text })).toEqual(lines);
  });
});

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
