/** Numbers that are none, and uncertain ones that make no law. */
import { changed } from './market.js';

/** What is wrong, the text, and every line that is printed. */
export const NUMBER_CASES: readonly [string, string, readonly string[]][] = [
  [
    'text as number',
    changed('cash: 50 M', 'cash: lots'),
    [
      'm.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got "lots"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
    ],
  ],
  [
    'a negative number',
    changed('cash: 50 M', 'cash: -1'),
    ['m.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got -1'],
  ],
  [
    'not a number',
    changed('cash: 50 M', 'cash: .nan'),
    [
      'm.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got NaN; numbers must be finite',
    ],
  ],
  [
    'infinity',
    changed('cash: 50 M', 'cash: .inf'),
    [
      'm.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got Infinity; numbers must be finite',
    ],
  ],
  [
    '1e400',
    changed('cash: 50 M', 'cash: 1e400'),
    [
      'm.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got Infinity; numbers must be finite',
    ],
  ],
  [
    '1e400 as text',
    changed('cash: 50 M', 'cash: "1e400 [A] much"'),
    [
      'm.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got "1e400 [A] much"; numbers must be finite',
    ],
  ],
  [
    'minus infinity',
    changed('cash: 50 M', 'cash: -.inf'),
    [
      'm.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got -Infinity; numbers must be finite',
    ],
  ],
  [
    'true as number',
    changed('cash: 50 M', 'cash: true'),
    ['m.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got true'],
  ],
  [
    'nothing as number',
    changed('cash: 50 M', 'cash:'),
    ['m.yaml:25:5 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got nothing'],
  ],
  [
    'a list as number',
    changed('cash: 50 M', 'cash: [50]'),
    ['m.yaml:25:5 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got a list'],
  ],
  [
    'a map as number',
    changed('cash: 50 M', 'cash: {value: 50}'),
    ['m.yaml:25:5 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got a map'],
  ],
  [
    'an unknown unit',
    changed('cash: 50 M', 'cash: 50 T'),
    [
      'm.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got "50 T"; did you mean `50000 B`?',
    ],
  ],
  ...(
    [
      ['5 MM', 'did you mean `5 M`?'],
      ['100 K', 'did you mean `100 k`?'],
      ['7 bn', 'did you mean `7 B`?'],
      ['12 percent', 'did you mean `12%`?'],
      ['5,000,000', 'write 5000000 or 5 M: no thousands separators'],
      ["1'250'000", 'write 1250000 or 1.25 M: no thousands separators'],
      ['5 000 k', 'write 5000 k: no thousands separators'],
      ['5,5 M', 'did you mean `5.5 M`?'],
      ['5 euros', 'write 12, 5.5 M, 30 k, 1.2 B or 35%, without `euros`'],
      ['$5 M', 'write 12, 5.5 M, 30 k, 1.2 B or 35%'],
      ['5 MM to 10 MM', 'did you mean `5 M`?'],
    ] as const
  ).map(([written, hint]): [string, string, string[]] => [
    `the number ${written}`,
    changed('cash: 50 M', `cash: ${written}`),
    [`m.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency), got "${written}"; ${hint}`],
  ]),
  [
    'a share above 1',
    changed('withApp: 0.1', 'withApp: 110%'),
    [
      'm.yaml:19:14 segments.students.withApp: expected a number from 0 to 1 (share of the segment), got "110%"',
    ],
  ],
  [
    'a reversed interval',
    changed('start: 2 to 4', 'start: 4 to 2'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected an interval whose low end is below its high end, got "4 to 2"; did you mean `2 to 4`?',
    ],
  ],
  [
    'an interval out of range',
    changed('withApp: 0.1', 'withApp: 0.5 to 1.5'),
    [
      'm.yaml:19:14 segments.students.withApp: expected a number from 0 to 1 (share of the segment), got "0.5 to 1.5"',
    ],
  ],
  [
    'half an interval',
    changed('start: 2 to 4', 'start: 2 to'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected a number from 0 to 1e6 (currency per million tokens), got "2 to"; write an interval as `5 to 10`',
    ],
  ],
  [
    'an unknown law',
    changed('start: 2 to 4', 'start: poisson(3)'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected a law: normal, lognormal, uniform, triangular, got `poisson`; see `afterburn describe`',
    ],
  ],
  [
    'a law with too few numbers',
    changed('start: 2 to 4', 'start: normal(3)'),
    ['m.yaml:11:12 world.inferenceCost.start: expected `normal(mean, sd)` with 2 numbers, got "normal(3)"'],
  ],
  [
    'a law with too many numbers',
    changed('start: 2 to 4', 'start: uniform(1, 2, 3)'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected `uniform(low, high)` with 2 numbers, got "uniform(1, 2, 3)"',
    ],
  ],
  [
    'a law with a word',
    changed('start: 2 to 4', 'start: normal(three, 1)'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected `normal(mean, sd)` with 2 numbers, got "normal(three, 1)"',
    ],
  ],
  [
    'a negative sd',
    changed('start: 2 to 4', 'start: normal(3, -1)'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected `normal(mean, sd)` with sd of at least 0, got "normal(3, -1)"',
    ],
  ],
  [
    'an infinite sd',
    changed('start: 2 to 4', 'start: normal(3, 1e400)'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected a number from 0 to 1e6 (currency per million tokens), got "normal(3, 1e400)"; numbers must be finite',
    ],
  ],
  [
    'a lognormal of median 0',
    changed('start: 2 to 4', 'start: lognormal(0, 1)'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected `lognormal(median, sigma)` with median above 0, got "lognormal(0, 1)"',
    ],
  ],
  [
    'a reversed uniform',
    changed('start: 2 to 4', 'start: uniform(4, 2)'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected `uniform(low, high)` with low at most high, got "uniform(4, 2)"',
    ],
  ],
  [
    'a triangle with its mode outside',
    changed('start: 2 to 4', 'start: triangular(1, 5, 2)'),
    [
      'm.yaml:11:12 world.inferenceCost.start: expected `triangular(low, mode, high)` with low <= mode <= high, got "triangular(1, 5, 2)"',
    ],
  ],
  [
    'an unknown tag',
    changed('cash: 50 M', 'cash: 50 M [X report]'),
    ['m.yaml:25:11 firms.kimi.cash: expected a tag [S], [P], [L], [C] or [A], got [X]'],
  ],
  [
    'a number of 3,000 digits',
    changed('cash: 50 M', `cash: "${'1'.repeat(3000)}"`),
    [
      'm.yaml:25:11 firms.kimi.cash: expected a number from 0 to 1e14 (currency) in at most 2000 characters, got "111111111111111111111111111111111111111111111111111111111..."',
    ],
  ],
];
