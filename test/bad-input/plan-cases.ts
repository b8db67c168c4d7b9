/** Arms, interventions, correlations and checks that cannot be carried out. */
import { changed, MARKET } from './market.js';

/** What is wrong, the text, and every line that is printed. */
export const PLAN_CASES: readonly [string, string, readonly string[]][] = [
  [
    'an arm named base',
    changed('  quiet:', '  base:'),
    ['m.yaml:37:3 arms.base: expected another name, got "base"; it names the scenario without an arm'],
  ],
  [
    'an override of an unknown firm',
    changed('firms.kimi.policy.ads, value', 'firms.kimy.policy.ads, value'),
    [
      'm.yaml:39:26 arms.quiet.overrides.0.path: expected a known firm in the path `firms.kimy.policy.ads`, got "kimy"; did you mean `kimi`?',
    ],
  ],
  [
    'an override of an unknown field',
    changed('firms.kimi.policy.ads, value', 'firms.kimi.csh, value'),
    [
      'm.yaml:39:26 arms.quiet.overrides.0.path: expected a known field in the path `firms.kimi.csh`, got "csh"; did you mean `cash`?',
    ],
  ],
  [
    'an override of an unknown parameter',
    changed('firms.kimi.policy.ads, value', 'firms.kimi.policy.adz, value'),
    [
      'm.yaml:39:26 arms.quiet.overrides.0.path: expected a parameter of steady in the path `firms.kimi.policy.adz`, got "adz"; did you mean `ads`?',
    ],
  ],
  [
    'an override of a policy',
    changed('firms.kimi.policy.ads, value', 'firms.kimi.policy, value'),
    [
      'm.yaml:39:26 arms.quiet.overrides.0.path: expected the path of a number, got "firms.kimi.policy"; below it: ads',
    ],
  ],
  [
    'an override of a whole firm',
    changed('firms.kimi.policy.ads, value', 'firms.kimi.funding, value'),
    [
      'm.yaml:39:26 arms.quiet.overrides.0.path: expected the path of a number, got "firms.kimi.funding"; below it: seekAt, shift, strategic, creditShare, tranches',
    ],
  ],
  [
    'an override of a tier that is not there',
    changed('firms.kimi.policy.ads, value', 'firms.kimi.tiers.1.price, value'),
    [
      'm.yaml:39:26 arms.quiet.overrides.0.path: expected a known position in the path `firms.kimi.tiers.1.price`, got "1"; known: 0',
    ],
  ],
  [
    'an override of a parent that is not there',
    changed('firms.kimi.policy.ads, value', 'firms.kimi.parent.monthlyCap, value'),
    ['m.yaml:39:26 arms.quiet.overrides.0.path: expected a field that is given, got no `firms.kimi.parent`'],
  ],
  [
    'an override of a setting',
    changed('firms.kimi.policy.ads, value', 'agents, value'),
    [
      'm.yaml:39:26 arms.quiet.overrides.0.path: expected the path of a number below world, channels, segments, buyers, firms, people, got "agents"; known: world, channels, segments, buyers, firms, people',
    ],
  ],
  [
    'an override of a share',
    changed('month: 7, path: firms.kimi.policy.ads, value', 'month: 1, path: segments.others.share, value'),
    [
      'm.yaml:39:26 arms.quiet.overrides.0.path: expected a field that can change alone; the shares of the segments add to 1, got "segments.others.share"',
    ],
  ],
  [
    'an override without value',
    changed(', value: 0}', '}'),
    ['m.yaml:39:9 arms.quiet.overrides.0.value: expected a value, got nothing; this field is required'],
  ],
  [
    'an override with an illegal value',
    changed(', value: 0}', ', value: -5}'),
    [
      'm.yaml:39:56 arms.quiet.overrides.0.value: expected a number from 0 to 1e13 (currency a month), got -5',
    ],
  ],
  [
    'an override after the end',
    changed('month: 7', 'month: 13'),
    ['m.yaml:39:17 arms.quiet.overrides.0.month: expected a month of the scenario, 1 to 12, got 13'],
  ],
  [
    'a late override of a starting field',
    changed('firms.kimi.policy.ads, value', 'firms.kimi.cash, value'),
    [
      'm.yaml:39:17 arms.quiet.overrides.0.month: expected month 1, because `cash` only shapes the start, got 7',
    ],
  ],
  [
    'a held firm that is not there',
    changed('    overrides:', '    hold: {firms: [doubau], fields: [ads]}\n    overrides:'),
    [
      'm.yaml:38:20 arms.quiet.hold.firms.0: expected the name of a firm, got "doubau"; did you mean `doubao`?',
    ],
  ],
  [
    'an unknown held field',
    changed('    overrides:', '    hold: {firms: [doubao], fields: [add]}\n    overrides:'),
    [
      'm.yaml:38:38 arms.quiet.hold.fields.0: expected one of ads, prices, quotas, research, all, got "add"; did you mean `ads`?',
    ],
  ],
  [
    'an intervention with an unknown root',
    `${MARKET}interventions:\n  - {path: wurld.frontier, value: 0.1}\n`,
    [
      'm.yaml:48:12 interventions.0.path: expected the path of a number below world, channels, segments, buyers, firms, people, got "wurld.frontier"; did you mean `world`?',
    ],
  ],
  [
    'a correlation of a constant',
    `${MARKET}correlations:\n  - {between: [firms.kimi.cash, world.inferenceCost.start], rank: 0.5}\n`,
    [
      'm.yaml:48:16 correlations.0.between.0: expected the path of an uncertain number, got `firms.kimi.cash`, a constant',
    ],
  ],
  [
    'a correlation of one field',
    `${MARKET}correlations:\n  - {between: [world.inferenceCost.start], rank: 0.5}\n`,
    ['m.yaml:48:6 correlations.0.between: expected a list of exactly 2 entries, got a list of 1 entry'],
  ],
  [
    'a correlation of 1',
    MARKET +
      'correlations:\n  - {between: [world.inferenceCost.start, world.inferenceCost.start], rank: 1}\n',
    [
      'm.yaml:48:6 correlations.0.between: expected two different fields, got "world.inferenceCost.start"',
      'm.yaml:48:77 correlations.0.rank: expected a number from -0.99 to 0.99 (rank correlation), got 1',
    ],
  ],
  [
    'correlations that cannot hold',
    changed('cash: 50 M', 'cash: 50 M to 60 M').replace('cash: 60 M', 'cash: 50 M to 60 M') +
      'correlations:\n  - {between: [firms.kimi.cash, firms.doubao.cash], rank: 0.9}\n  - {between: [firms.kimi.cash, world.inferenceCost.start], rank: 0.9}\n  - {between: [firms.doubao.cash, world.inferenceCost.start], rank: -0.9}\n',
    [
      'm.yaml:47:1 correlations: expected rank correlations that can hold together (a positive definite matrix), got ones that cannot',
    ],
  ],
  [
    'two checks of one id',
    `${MARKET}  - {id: a, kind: identity, about: x, source: x, measure: 1 + 1, target: = 2}\n`,
    ['m.yaml:47:10 checks.1.id: expected an id of its own, got a second "a"'],
  ],
  [
    'an unknown kind of check',
    changed('kind: behaviour', 'kind: behavior'),
    [
      'm.yaml:42:11 checks.0.kind: expected one of identity, behaviour, got "behavior"; did you mean `behaviour`?',
    ],
  ],
  [
    'a check without target',
    changed('    target: 1 to 4\n', ''),
    [
      'm.yaml:41:5 checks.0.target: expected text of 1 to 20000 characters, got nothing; this field is required',
    ],
  ],
  [
    'a target that is none',
    changed('target: 1 to 4', 'target: about 4'),
    [
      'm.yaml:46:13 checks.0.target: expected a target such as `2.3 to 4.5`, `>= .9` or `= 40 +- 0.5`, got "about 4"',
    ],
  ],
  [
    'a reversed target',
    changed('target: 1 to 4', 'target: 4 to 1'),
    ['m.yaml:46:13 checks.0.target: expected a target whose low end is below its high end, got "4 to 1"'],
  ],
  [
    'a formula that does not end',
    changed('median(users(kimi, 12) / users(kimi, 3))', 'median(users(kimi, 12)'),
    [
      'm.yaml:45:14 checks.0.measure: expected a formula such as `median(users(kimi, 12))`, got no `)` at character 23',
    ],
  ],
  [
    'an unknown function',
    changed('median(users', 'medien(users'),
    ['m.yaml:45:14 checks.0.measure: expected a function of the batch, got `medien`; did you mean `median`?'],
  ],
  [
    'an unknown measure',
    changed('median(users(kimi, 12) /', 'median(uers(kimi, 12) /'),
    ['m.yaml:45:14 checks.0.measure: expected a function of one world, got `uers`; did you mean `users`?'],
  ],
  [
    'an unknown firm in a formula',
    changed('users(kimi, 3)', 'users(kimmi, 3)'),
    ['m.yaml:45:14 checks.0.measure: expected the name of a firm, got `kimmi`; did you mean `kimi`?'],
  ],
  [
    'a firm that begins with a digit',
    changed('users(kimi, 3)', 'users(01ai, 3)'),
    [
      'm.yaml:45:14 checks.0.measure: expected a formula such as `median(users(kimi, 12))`, got a name that begins with the digits 01 at character 34; put a name that begins with a digit in quotes',
    ],
  ],
  [
    'a month 0',
    changed('users(kimi, 3)', 'users(kimi, 0)'),
    ['m.yaml:45:14 checks.0.measure: expected a month from 1 to 12, got 0'],
  ],
  [
    'a month after the end',
    changed('users(kimi, 3)', 'users(kimi, 13)'),
    ['m.yaml:45:14 checks.0.measure: expected a month from 1 to 12, got 13'],
  ],
  [
    'a measure without gatherer',
    changed('median(users(kimi, 12) / users(kimi, 3))', 'users(kimi, 12)'),
    [
      'm.yaml:45:14 checks.0.measure: expected a number of the batch, got `users` of one world; write `median(users(...))`',
    ],
  ],
  [
    'a gatherer in a gatherer',
    changed('users(kimi, 3)', 'mean(users(kimi, 3))'),
    [
      'm.yaml:45:14 checks.0.measure: expected a function of one world, got `mean`; a function of the batch cannot stand inside another',
    ],
  ],
  [
    'an unknown arm',
    changed('users(kimi, 3)', 'arm(quite, users(kimi, 3))'),
    ['m.yaml:45:14 checks.0.measure: expected the name of an arm, got `quite`; did you mean `quiet`?'],
  ],
  [
    'an unknown column',
    changed('users(kimi, 3)', 'value(usres, kimi, 3)'),
    ['m.yaml:45:14 checks.0.measure: expected the name of a column, got `usres`; did you mean `users`?'],
  ],
  [
    'a rank of several firms',
    changed('users(kimi, 3)', 'rank(all, 3)'),
    ['m.yaml:45:14 checks.0.measure: expected one firm, got 2 firms'],
  ],
  [
    'prices added up',
    changed('users(kimi, 3)', 'value(price, all, 3)'),
    ['m.yaml:45:14 checks.0.measure: expected one firm, because `price` cannot be added up, got several'],
  ],
  [
    'too few arguments',
    changed('users(kimi, 3)', 'users(kimi)'),
    ['m.yaml:45:14 checks.0.measure: expected `users` with 2 arguments, got 1'],
  ],
  [
    'an operator that is none',
    changed('users(kimi, 12) /', 'users(kimi, 12) %'),
    ['m.yaml:45:14 checks.0.measure: expected one of the operators + - * / < <= > >= == != && ||, got `%`'],
  ],
  [
    'a property',
    changed('users(kimi, 3)', 'kimi.users'),
    [
      'm.yaml:45:14 checks.0.measure: expected numbers, functions, + - * / and comparisons, got a name with a dot or square brackets',
    ],
  ],
  ...(
    [
      ['median(users(kimi, 12)) +', 'nothing behind `+` at character 26'],
      ['(1', 'a `(` that is not closed at character 3'],
      ["median(users('kimi, 12))", 'a quote that is not closed at character 25'],
      ['1e', 'a number without its exponent at character 3'],
      ['1 ? 2', 'no `:` at character 6'],
      ['-', 'no number or function at character 2'],
      ['median(users(kimi, 12),)', 'a `)` at character 24'],
      ['@', 'a `@` at character 1'],
    ] as const
  ).map(([formula, met]): (typeof PLAN_CASES)[number] => [
    `the formula ${formula}`,
    changed('median(users(kimi, 12) / users(kimi, 3))', JSON.stringify(formula)),
    [`m.yaml:45:14 checks.0.measure: expected a formula such as \`median(users(kimi, 12))\`, got ${met}`],
  ]),
  ...(
    [
      ['kimi.users(3)', 'expected the name of a function, got a name with a dot or square brackets'],
      ['1 ? 2 : 3', 'expected numbers, functions, + - * / and comparisons, got a choice by ? and :'],
      ['[1, 2]', 'expected numbers, functions, + - * / and comparisons, got a list in square brackets'],
      ['1, 2', 'expected one formula, got none or several'],
    ] as const
  ).map(([formula, line]): (typeof PLAN_CASES)[number] => [
    `the formula ${formula}`,
    changed('median(users(kimi, 12) / users(kimi, 3))', JSON.stringify(formula)),
    [`m.yaml:45:14 checks.0.measure: ${line}`],
  ]),
  [
    'months in the wrong order',
    changed('users(kimi, 3)', 'spend(kimi, 9, 3)'),
    ['m.yaml:45:14 checks.0.measure: expected a first month that is not after the last, got 9 and 3'],
  ],
  [
    'a policy nobody follows',
    changed('users(kimi, 3)', 'users(policy(freemium), 3)'),
    [
      'm.yaml:45:14 checks.0.measure: expected the name of a policy that a firm follows, got `freemium`; known: steady',
    ],
  ],
];
