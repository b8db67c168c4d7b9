/** `--set` that is faulty, on `market.ts`, and the line it is refused with. */
export const SET_CASES: readonly (readonly [set: string, line: string])[] = [
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
  [
    'firms.kimi.policy={name: steady, ads: 5 M [A] a guess}',
    '--set firms.kimi.policy={name: steady, ads: 5 M [A] a guess}: expected a map or list that YAML can read; texts with commas, brackets or tags stand in quotes inside it, got "{name: steady, ads: 5 M [A] a guess}"',
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
