/** Names that mean nothing, rules between fields, numbers without a source. */
import { POLICIES } from '../../sim/index.js';
import { changed, sourced } from './market.js';

/** A list of more than 14 names is not written out. */
const names = Object.keys(POLICIES);
const KNOWN_POLICIES = names.length > 14 ? 'see `afterburn describe`' : `known: ${names.join(', ')}`;

/** What is wrong, the text, and every line that is printed. */
export const MARKET_CASES: readonly [string, string, readonly string[]][] = [
  [
    'a firm with a space',
    changed('  doubao:', '  dou bao:'),
    [
      'm.yaml:31:3 firms.dou bao: expected a name of 1 to 32 letters, digits, _ or - that starts with a letter or digit, got "dou bao"',
    ],
  ],
  [
    'a firm that is a number',
    changed('  doubao:\n    cash: 60 M\n    tiers:\n      - price: 0\n    policy: steady\n', '  doubao: 3\n'),
    ['m.yaml:31:11 firms.doubao: expected a map of fields (name, about, cash, ...), got 3'],
  ],
  [
    'a firm without cash',
    changed('    cash: 60 M\n', ''),
    [
      'm.yaml:31:3 firms.doubao.cash: expected a number from 0 to 1e14 (currency), got nothing; this field is required',
    ],
  ],
  [
    'a misspelt field',
    changed('    cash: 60 M', '    csh: 60 M'),
    ['m.yaml:32:5 firms.doubao.csh: expected a known field, got "csh"; did you mean `cash`?'],
  ],
  [
    'a firm without policy',
    changed('    policy: steady\n', ''),
    [
      'm.yaml:31:3 firms.doubao.policy: expected the name of a policy, or a map with `name` or `module`, got nothing; this field is required',
    ],
  ],
  [
    'an unknown policy',
    changed('    policy: steady\n', '    policy: stedy\n'),
    ['m.yaml:35:13 firms.doubao.policy: expected the name of a policy, got "stedy"; did you mean `steady`?'],
  ],
  [
    'a policy that is a number',
    changed('    policy: steady\n', '    policy: 7\n'),
    [
      'm.yaml:35:13 firms.doubao.policy: expected the name of a policy, or a map with `name` or `module`, got 7',
    ],
  ],
  [
    'a policy map without name',
    changed('{name: steady, ads: 1 M}', '{ads: 1 M}'),
    [
      'm.yaml:30:5 firms.kimi.policy: expected the name of a policy, or a map with `name` or `module`, got neither',
    ],
  ],
  [
    'a policy with name and module',
    changed('{name: steady, ads: 1 M}', '{name: steady, module: ./a.mjs}'),
    ['m.yaml:30:14 firms.kimi.policy.name: expected `name` or `module`, not both, got both'],
  ],
  [
    'a module that was not loaded',
    changed('{name: steady, ads: 1 M}', '{module: ./mine.mjs}'),
    [
      'm.yaml:30:22 firms.kimi.policy.module: expected a module that was loaded, got "./mine.mjs"; write its path from the folder of the scenario',
    ],
  ],
  [
    'an unknown parameter',
    changed('ads: 1 M', 'adz: 1 M'),
    ['m.yaml:30:28 firms.kimi.policy.adz: expected a parameter of steady, got "adz"; did you mean `ads`?'],
  ],
  [
    'a negative parameter',
    changed('ads: 1 M', 'ads: -1'),
    ['m.yaml:30:33 firms.kimi.policy.ads: expected a number from 0 to 1e13 (currency a month), got -1'],
  ],
  [
    'a policy that follows nobody',
    changed('{name: steady, ads: 1 M}', '{name: adFollower, leader: dubao}'),
    [
      'm.yaml:30:40 firms.kimi.policy.leader: expected the name of a firm, got "dubao"; did you mean `doubao`?',
    ],
  ],
  [
    'a policy named toString',
    changed('    policy: steady\n', '    policy: toString\n'),
    [`m.yaml:35:13 firms.doubao.policy: expected the name of a policy, got "toString"; ${KNOWN_POLICIES}`],
  ],
  [
    'an unknown channel',
    changed('[feed]', '[feeed]'),
    ['m.yaml:29:16 firms.kimi.channels.0: expected the name of a channel, got "feeed"; did you mean `feed`?'],
  ],
  [
    'a channel twice',
    changed('[feed]', '[feed, feed]'),
    ['m.yaml:29:22 firms.kimi.channels.1: expected each channel once, got a second "feed"'],
  ],
  [
    'an owner who is no firm',
    changed('    reach: {students: 0.8}', '    reach: {students: 0.8}\n    owner: kimmy'),
    ['m.yaml:16:12 channels.feed.owner: expected the name of a firm, got "kimmy"; did you mean `kimi`?'],
  ],
  [
    'reach into no segment',
    changed('{students: 0.8}', '{student: 0.8}'),
    [
      'm.yaml:15:13 channels.feed.reach.student: expected the name of a segment, got "student"; did you mean `students`?',
    ],
  ],
  [
    'fit for no segment',
    changed('    users: 100 k', '    users: 100 k\n    fit: {otters: 1}'),
    [
      'm.yaml:27:11 firms.kimi.fit.otters: expected the name of a segment, got "otters"; did you mean `others`?',
    ],
  ],
  [
    'shares that do not add up',
    changed('share: 0.6', 'share: 0.5'),
    [
      'm.yaml:22:12 segments.others.share: expected shares of all segments that add to 1, got shares that add to 0.9',
    ],
  ],
  [
    'ever below withApp',
    changed('ever: 0.2', 'ever: 0.05'),
    ['m.yaml:20:11 segments.students.ever: expected at least withApp, 0.1, got 0.05'],
  ],
  [
    'users without tiers',
    changed('    tiers:\n      - price: 0\n    channels', '    channels'),
    ['m.yaml:26:12 firms.kimi.users: expected no users, because the firm has no tiers, got 100000'],
  ],
  [
    'apps without segments',
    changed(
      'segments:\n  students:\n    share: 0.4\n    withApp: 0.1\n    ever: 0.2\n  others:\n    share: 0.6\n',
      '',
    ).replace('{students: 0.8}', '{}'),
    ['m.yaml:1:1 segments: expected at least one segment, because firm kimi has tiers, got none'],
  ],
  [
    '32 apps',
    changed(
      '  doubao:',
      `${Array.from(
        { length: 30 },
        (_, i) => `  f${i}: {cash: 1, policy: steady, tiers: [{price: 0}]}\n`,
      ).join('')}  doubao:`,
    ),
    ['m.yaml:63:5 firms.doubao.tiers: expected at most 31 firms with tiers, got 32'],
  ],
  [
    'four tiers',
    changed('    tiers:\n      - price: 0\n    policy', '    tiers: [{}, {}, {}, {}]\n    policy'),
    ['m.yaml:33:5 firms.doubao.tiers: expected a list of at most 3 entries, got a list of 4 entries'],
  ],
  [
    'an unknown field of a tier',
    changed('      - price: 0\n    channels', '      - prize: 0\n    channels'),
    ['m.yaml:28:9 firms.kimi.tiers.0.prize: expected a known field, got "prize"; did you mean `price`?'],
  ],
  [
    'a number without tag',
    sourced('cash: 60 M [C] 70 M less 10 M', 'cash: 60 M'),
    [
      'm.yaml:18:11 firms.doubao.cash: expected a number with a tag [S], [P], [L], [C] or [A], got no tag; this scenario is `sourced: true`; write it as `12 [P source]` or `12 [A] why`',
    ],
  ],
  [
    'a P without source',
    sourced('cash: 60 M [C] 70 M less 10 M', 'cash: 60 M [P]'),
    ['m.yaml:18:11 firms.doubao.cash: expected a key of `sources` after P, got nothing; known: report, s2'],
  ],
  [
    'a P with an unknown source',
    sourced('cash: 60 M [C] 70 M less 10 M', 'cash: 60 M [P reprot, p. 3]'),
    [
      'm.yaml:18:11 firms.doubao.cash: expected a key of `sources` after P, got "reprot"; did you mean `report`?',
    ],
  ],
  [
    'an S with an unknown source and place',
    sourced('cash: 60 M [C] 70 M less 10 M', 'cash: 60 M [S s9:77]'),
    ['m.yaml:18:11 firms.doubao.cash: expected a key of `sources` after S, got "s9"; did you mean `s2`?'],
  ],
  [
    'an assumption without a reason',
    sourced('cash: 60 M [C] 70 M less 10 M', 'cash: 60 M [A]'),
    ['m.yaml:18:11 firms.doubao.cash: expected a note after [A]: why it is assumed, got nothing'],
  ],
  [
    'a computed number without the sum',
    sourced('cash: 60 M [C] 70 M less 10 M', 'cash: 60 M [C]'),
    ['m.yaml:18:11 firms.doubao.cash: expected a note after [C]: how it is computed, got nothing'],
  ],
  [
    'a textbook without a name',
    sourced('cash: 60 M [C] 70 M less 10 M', 'cash: 60 M [L]'),
    ['m.yaml:18:11 firms.doubao.cash: expected a note after [L]: which textbook says so, got nothing'],
  ],
  [
    'an override without tag',
    sourced('value: 0 [A] switched off', 'value: 0'),
    [
      'm.yaml:25:16 arms.quiet.overrides.0.value: expected a number with a tag [S], [P], [L], [C] or [A], got no tag; this scenario is `sourced: true`; write it as `12 [P source]` or `12 [A] why`',
    ],
  ],
  [
    'a parameter without tag',
    sourced('ads: 1 M [A] first month', 'ads: 1 M'),
    [
      'm.yaml:16:12 firms.kimi.policy.ads: expected a number with a tag [S], [P], [L], [C] or [A], got no tag; this scenario is `sourced: true`; write it as `12 [P source]` or `12 [A] why`',
    ],
  ],
];
