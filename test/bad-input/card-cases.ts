/** Firm cards that are faulty, and scenarios that stand on a card in a wrong way. */

/** A small legal card; every bad card is this text with one thing changed. */
export const CARD = `card: kimi
currency: CNY
exchangeRate: 7.1 [A] CNY per USD
asOf: 2024-01
sources:
  s2: An article
firm:
  cash: 50 M [S s2:7] two rounds
  quality: 2 [A] a guess
  tiers:
    - price: 0 [A] free
  policy:
    name: steady
    ads: 0 [A] none
`;

/** A small legal scenario that stands on it. */
export const ON_CARD = `title: One app
question: Who runs out of cash?
currency: CNY
start: 2024-01
months: 12
people: 1 M
world:
  inferenceCost: {start: 2}
segments:
  students: {}
firms:
  kimi:
    firm: kimi
    cash: 60 M
`;

/** A text with `from` replaced by `to`; throws if it is not there exactly once. */
function changedIn(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`changedIn: ${JSON.stringify(from)} is not there once`);
  return text.replace(from, () => to);
}

const card = (from: string, to: string) => changedIn(CARD, from, to);
const scenario = (from: string, to: string) => changedIn(ON_CARD, from, to);

/** What is wrong, the card, the scenario, and every line that is printed. */
export const CARD_CASES: readonly [string, string, string, readonly string[]][] = [
  [
    'an unknown card',
    CARD,
    scenario('firm: kimi', 'firm: kimmi'),
    [
      'm.yaml:13:11 firms.kimi.firm: expected the name of a firm card, or the path of one such as ./my-firms/x.yaml, got "kimmi"; did you mean `kimi`? known: doubao, kimi',
    ],
  ],
  [
    'a card that is like no other',
    CARD,
    scenario('firm: kimi', 'firm: zzzzzzzz'),
    [
      'm.yaml:13:11 firms.kimi.firm: expected the name of a firm card, or the path of one such as ./my-firms/x.yaml, got "zzzzzzzz"; known: doubao, kimi',
    ],
  ],
  [
    'a card that cannot be read',
    CARD,
    scenario('firm: kimi', 'firm: ./gone.yaml'),
    ['m.yaml:13:11 firms.kimi.firm: expected the file of a firm card, got no such file'],
  ],
  [
    'a card that is no name',
    CARD,
    scenario('firm: kimi', 'firm: [kimi]'),
    [
      'm.yaml:13:5 firms.kimi.firm: expected the name of a firm card, or the path of one such as ./my-firms/x.yaml, got a list',
    ],
  ],
  [
    'a fault of the card and one of the scenario, each in its file',
    card('quality: 2 [A]', 'quality: 200 [A]'),
    scenario('cash: 60 M', 'cash: lots'),
    [
      'm.yaml:14:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got "lots"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
      'firms/kimi.yaml:9:12 firm.quality: expected a number from -20 to 20 (utils), got "200 [A] a guess"',
    ],
  ],
  [
    'a fault of the card that the scenario covers',
    card('cash: 50 M', 'cash: -1'),
    ON_CARD,
    [
      'firms/kimi.yaml:8:9 firm.cash: expected a number from 0 to 1e14 (currency), got "-1 [S s2:7] two rounds"',
    ],
  ],
  [
    'a number of the card without a tag, though the scenario asks for none',
    card('2 [A] a guess', '2'),
    ON_CARD,
    [
      'firms/kimi.yaml:9:12 firm.quality: expected a number with a tag [S], [P], [L], [C] or [A], got no tag; this scenario is `sourced: true`; write it as `12 [P source]` or `12 [A] why`',
    ],
  ],
  [
    'a source that the card does not name',
    card('[S s2:7]', '[S s3:7]'),
    ON_CARD,
    ['firms/kimi.yaml:8:9 firm.cash: expected a key of `sources` after S, got "s3"; did you mean `s2`?'],
  ],
  [
    'a misspelt field and parameter of the card',
    card('quality:', 'qualty:').replace('ads:', 'adz:'),
    ON_CARD,
    [
      'firms/kimi.yaml:9:3 firm.qualty: expected a known field, got "qualty"; did you mean `quality`?',
      'firms/kimi.yaml:14:5 firm.policy.adz: expected a parameter of steady, got "adz"; did you mean `ads`?',
    ],
  ],
  [
    'a misspelt top field of the card',
    card('currency:', 'curency:'),
    scenario('cash: 60 M', 'quality: 1'),
    [
      'firms/kimi.yaml:1:1 currency: expected text of 1 to 20000 characters, got nothing; this field is required',
      'firms/kimi.yaml:2:1 curency: expected a known field of a card, got "curency"; did you mean `currency`?',
    ],
  ],
  [
    'a card that names channels, segments, a month of entry, a supplier, copies and a module',
    card(
      '  quality:',
      '  channels: [feed]\n  fit: {students: 1}\n  entersAt: 3\n  supplier: openai\n  copies: 5\n  quality:',
    ).replace('name: steady', 'module: ./x.mjs'),
    scenario('cash: 60 M', 'policy: steady'),
    [
      'firms/kimi.yaml:9:3 firm.channels: expected what holds in every scenario, got `channels`; channels are those of a scenario',
      'firms/kimi.yaml:10:3 firm.fit: expected what holds in every scenario, got `fit`; segments are those of a scenario',
      'firms/kimi.yaml:11:3 firm.entersAt: expected what holds in every scenario, got `entersAt`; months count from the start of a scenario',
      'firms/kimi.yaml:12:3 firm.supplier: expected what holds in every scenario, got `supplier`; other firms are those of a scenario',
      'firms/kimi.yaml:13:3 firm.copies: expected what holds in every scenario, got `copies`; a scenario says how many there are',
      'firms/kimi.yaml:18:13 firm.policy.module: expected a shipped policy in a card, got a module; a module of your own is named by the scenario',
    ],
  ],
  [
    'a card whose syntax is broken',
    card('sources:', 'sources: ]'),
    ON_CARD,
    [
      'm.yaml:13:11 firms.kimi.firm: expected a card that can be read, got a faulty one',
      'firms/kimi.yaml:6:3: expected the indentation of one of the levels above, got 2 spaces; check the indentation of this line (2 spaces; the lines beside it have 0)',
    ],
  ],
  [
    'a scenario given as a card',
    ON_CARD.replace('firm: kimi', 'quality: 1'),
    ON_CARD,
    [
      'm.yaml:13:11 firms.kimi.firm: expected a card that can be read, got a faulty one',
      'firms/kimi.yaml:11:1 firms: expected a firm card, got a scenario; a card has the top fields `card`, `currency`, `asOf`, `sources` and `firm`',
    ],
  ],
  [
    'a card with a bad name, no firm and a month that is none',
    'card: a b\ncurrency: USD\nasOf: 2024\nsources: x\n',
    ON_CARD,
    [
      'm.yaml:13:11 firms.kimi.firm: expected a card that can be read, got a faulty one',
      'firms/kimi.yaml:1:1 firm: expected a map, got nothing',
      'firms/kimi.yaml:1:7 card: expected a name of 1 to 32 letters, digits, _ or - that starts with a letter or digit, got "a b"',
      'firms/kimi.yaml:3:7 asOf: expected text of 1 to 20000 characters, got 2024',
      'firms/kimi.yaml:4:10 sources: expected a map, got "x"',
    ],
  ],
  [
    'a card younger than the scenario',
    CARD,
    scenario('start: 2024-01', 'start: 2023-04'),
    [
      'm.yaml:13:11 firms.kimi.firm: expected a card of 2023-04, when the scenario starts, or before, got a card of 2024-01; replace what was not known then, and write `asOf: 2024-01` beside `firm:`',
    ],
  ],
  [
    'a month that is not that of the card',
    CARD,
    scenario('firm: kimi', 'firm: kimi\n    asOf: 2023-04'),
    ['m.yaml:14:11 firms.kimi.asOf: expected 2024-01, the month of the card, got "2023-04"'],
  ],
  [
    'a month without a card',
    CARD,
    scenario('firm: kimi', 'asOf: 2024-01\n    policy: steady'),
    ['m.yaml:13:5 firms.kimi.asOf: expected a known field, got "asOf"; see `afterburn describe`'],
  ],
  [
    'money that nobody can convert',
    CARD,
    scenario('currency: CNY', 'currency: EUR'),
    [
      "m.yaml:13:11 firms.kimi.firm: expected a card in EUR, or one number for the scenario's `world.exchangeRate`, got a card in CNY",
    ],
  ],
  [
    'an exchange rate of dollars per dollar that is not 1',
    CARD,
    scenario('currency: CNY', 'currency: USD').replace('{start: 2}', '{start: 2}\n  exchangeRate: 7.1'),
    [
      "m.yaml:14:11 firms.kimi.firm: expected a card in USD, or one number for the scenario's `world.exchangeRate`, got a card in CNY",
    ],
  ],
  [
    'an override that breaks a policy of the card',
    CARD,
    scenario('cash: 60 M', 'policy: {adz: 5, ads: -1}'),
    [
      'm.yaml:14:14 firms.kimi.policy.adz: expected a parameter of steady, got "adz"; did you mean `ads`?',
      'm.yaml:14:27 firms.kimi.policy.ads: expected a number from 0 to 1e13 (currency a month), got -1',
    ],
  ],
  [
    'a cash that neither the card nor the scenario gives',
    card('  cash: 50 M [S s2:7] two rounds\n', ''),
    scenario('cash: 60 M', 'quality: 1'),
    [
      'm.yaml:12:3 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got nothing; this field is required',
    ],
  ],
];
