/** Study files and options of short commands that are faulty, each on `tiny.yaml` or `broken.yaml` beside it. */
import type { StudyName } from '../../src/experiment/study/names.js';

export const COMPARE = 'study: compare\nscenario: tiny.yaml\narms: [cheap]\n';
const SWEEP = 'study: sweep\nscenario: tiny.yaml\n';
export const CASH = 'firms.lavish.cash';
export const varied = (form: string) => `${SWEEP}factors:\n  ${form}\n`;

/** Study file, and the lines it is refused with. */
export const STUDY_CASES: readonly (readonly [title: string, text: string, lines: readonly string[]])[] = [
  ['an empty file', '', ['s.yaml:1:1: expected a map of fields such as `title:`, got an empty file']],
  ['a list', '- a', ['s.yaml:1:1: expected a map of fields such as `title:`, got a list']],
  [
    'the fields of a scenario',
    'title: x\nsegments: {all: {}}',
    [
      's.yaml:2:1 segments: expected a study, got a scenario; `afterburn run s.yaml` simulates it, and a study names it: `scenario: s.yaml`',
    ],
  ],
  [
    'the fields of an overlay',
    'values: {months: 5}',
    [
      's.yaml:1:1 values: expected a study, got an overlay; lay it over a scenario: `afterburn run my.yaml --overlay s.yaml`',
    ],
  ],
  [
    'the fields of a card',
    'card: kimi\nfirm: {}',
    [
      's.yaml:1:1 card: expected a study, got a firm card; a scenario names it: `firms: {kimi: {firm: kimi}}`',
    ],
  ],
  [
    'no kind and no scenario',
    'title: x',
    [
      's.yaml:1:1 study: expected one of compare, sweep, sensitivity, discover, rescue, best-response, equilibrium, league, got nothing; this field is required',
      's.yaml:1:1 scenario: expected text of 1 to 20000 characters, got nothing; this field is required',
    ],
  ],
  [
    'an unknown kind',
    'study: compar\nscenario: tiny.yaml',
    [
      's.yaml:1:8 study: expected one of compare, sweep, sensitivity, discover, rescue, best-response, equilibrium, league, got "compar"; did you mean `compare`?',
    ],
  ],
  [
    'an unknown field',
    `${COMPARE}replicats: 5`,
    ['s.yaml:4:1 replicats: expected a known field, got "replicats"; did you mean `replicates`?'],
  ],
  [
    'a field of another kind',
    `study: rescue\nscenario: tiny.yaml\nfirms: [lavish]\npoints: 5`,
    [
      's.yaml:4:1 points: expected a field of the study rescue (title, question, scenario, set, overlay, agents, months, seed, replicates, firms, outcomes), got "points"',
    ],
  ],
  [
    'a field twice',
    `${COMPARE}arms: [cheap]`,
    ['s.yaml:4:1 arms: expected each key once, got a second `arms`'],
  ],
  [
    'one world',
    `${COMPARE}replicates: 1`,
    ['s.yaml:4:13 replicates: expected a whole number from 2 to 1e7 (worlds), got 1'],
  ],
  [
    'half a world',
    `${COMPARE}replicates: 2.5`,
    ['s.yaml:4:13 replicates: expected a whole number from 2 to 1e7 (worlds), got 2.5'],
  ],
  [
    'worlds in words',
    `${COMPARE}replicates: many`,
    [
      's.yaml:4:13 replicates: expected a whole number from 2 to 1e7 (worlds), got "many"; write 12, 5.5 M, 30 k, 1.2 B or 35%',
    ],
  ],
  [
    'a list as seed',
    `${COMPARE}seed: [7]`,
    ['s.yaml:4:1 seed: expected text of 1 to 20000 characters, got a list of 1 entry'],
  ],
  [
    'a precision above 1',
    `${COMPARE}until: 2`,
    ['s.yaml:4:8 until: expected a number from 0 to 1 (half-width), got 2'],
  ],
  [
    'an unknown arm and an unknown firm',
    'study: compare\nscenario: tiny.yaml\narms: [cheep]\nfirms: [lavsh]',
    [
      's.yaml:3:8 arms.0: expected the name of an arm of the scenario, got "cheep"; did you mean `cheap`?',
      's.yaml:4:9 firms.0: expected the name of a firm of the scenario, got "lavsh"; did you mean `lavish`?',
    ],
  ],
  [
    'an arm and a firm twice',
    'study: compare\nscenario: tiny.yaml\narms: [cheap, cheap]\nfirms:\n  - lavish\n  - thrifty\n  - lavish',
    [
      's.yaml:3:15 arms.1: expected each name once, got a second "cheap"',
      's.yaml:7:5 firms.2: expected each name once, got a second "lavish"',
    ],
  ],
  [
    'one name instead of a list',
    'study: compare\nscenario: tiny.yaml\narms: cheap',
    ['s.yaml:3:7 arms: expected a list, got "cheap"'],
  ],
  [
    'no plan B',
    'study: compare\nscenario: tiny.yaml',
    [
      's.yaml:1:1 against: expected a plan B: another scenario, a change of this one, or an arm of it, got nothing; arms: `cheap`',
    ],
  ],
  [
    'changes that are none',
    `${COMPARE}set: [${CASH}]\nsetB:\n  - firms.lavish.csh=3`,
    [
      `s.yaml:4:7 set.0: expected path=value, got "${CASH}"`,
      's.yaml:6:5 setB.0: expected a known field in the path `firms.lavish.csh`, got "csh"; did you mean `cash`?',
    ],
  ],
  [
    'a change of A out of range, told once',
    `${COMPARE}set: [${CASH}=-5]\nsetB: [firms.thrifty.cash=1]`,
    ['s.yaml:4:7 set.0: expected a number from 0 to 1e14 (currency), got -5'],
  ],
  [
    'scenarios and an overlay that are not there',
    `study: compare\nscenario: tinny.yaml\nagainst: no/where.yaml`,
    [
      's.yaml:2:11 scenario: expected a scenario file, got no such file (tinny.yaml); did you mean tiny.yaml?',
      's.yaml:3:10 against: expected a scenario file, got no such file (no/where.yaml); there is no folder no',
    ],
  ],
  [
    'an overlay that is not there, beside another problem',
    `${COMPARE}overlay: [nobodys-overlay.yaml]\nmonths: 1000`,
    [
      's.yaml:4:11 overlay.0: expected an overlay file, got no such file (nobodys-overlay.yaml)',
      's.yaml:5:9 months: expected a whole number from 0 to 400 (months), got 1000',
    ],
  ],
  [
    'a scenario with problems of its own, after those of the study',
    'study: compare\nscenario: broken.yaml\narms: [cheap]\nreplicates: 1',
    [
      's.yaml:4:13 replicates: expected a whole number from 2 to 1e7 (worlds), got 1',
      'broken.yaml:5:9 months: expected a whole number from 1 to 400 (months), got 0',
      'broken.yaml:14:19 firms.lavish.cash: expected a number from 0 to 1e14 (currency), got -1',
    ],
  ],
  [
    'formulas that are none',
    `${COMPARE}outcomes:
  a: share(cashOut(lavsh))
  b: 3
  c: meen(cash(lavish, 3))
  d: cash(lavish, 3)
  e: 1 + 1
  f: mean(cash(lavish, 99))
  g: mean(arm(cheap, cash(lavish, 3)))`,
    [
      's.yaml:5:6 outcomes.a: expected the name of a firm, got `lavsh`; did you mean `lavish`?',
      's.yaml:6:6 outcomes.b: expected a formula such as `share(cashOut(kimi))`, got 3',
      's.yaml:7:6 outcomes.c: expected a function of the batch, got `meen`; did you mean `mean`?',
      's.yaml:8:6 outcomes.d: expected a number of the batch, got `cash` of one world; write `median(cash(...))`',
      's.yaml:9:6 outcomes.e: expected a formula that measures worlds, such as `share(cashOut(kimi))`, got arithmetic',
      's.yaml:10:6 outcomes.f: expected a month from 1 to 6, got 99',
      's.yaml:11:6 outcomes.g: expected a formula without `arm`, got one with it; name the arm in `arms`',
    ],
  ],
  [
    'a factor of no field',
    varied('firms.lavish.csh: 1 to 2'),
    [
      's.yaml:4:21 factors.firms.lavish.csh: expected a known field in the path `firms.lavish.csh`, got "csh"; did you mean `cash`?',
    ],
  ],
  [
    'a factor of no firm',
    varied('firms.lavsh.cash: 1 to 2'),
    [
      's.yaml:4:21 factors.firms.lavsh.cash: expected a known firm in the path `firms.lavsh.cash`, got "lavsh"; did you mean `lavish`?',
    ],
  ],
  [
    'a range outside the field',
    varied(`${CASH}: -5 to 3`),
    [`s.yaml:4:22 factors.${CASH}: expected a number from 0 to 1e14 (currency), got "-5 to 3"`],
  ],
  [
    'a range turned around',
    varied(`${CASH}: 9 to 3`),
    [
      `s.yaml:4:22 factors.${CASH}: expected an interval whose low end is below its high end, got "9 to 3"; did you mean \`3 to 9\`?`,
    ],
  ],
  [
    'a range of one number',
    varied(`${CASH}: 5`),
    [
      `s.yaml:4:22 factors.${CASH}: expected a range such as \`5 to 10\`, a law, or a list of levels, got one number`,
    ],
  ],
  [
    'both range and levels',
    varied(`${CASH}: {range: 1 to 2, levels: [1, 2]}`),
    [`s.yaml:4:3 factors.${CASH}: expected either range or levels, got both`],
  ],
  [
    'neither range nor levels',
    varied(`${CASH}: {scale: log}`),
    [`s.yaml:4:3 factors.${CASH}: expected either range or levels, got none`],
  ],
  [
    'a misspelt range',
    varied(`${CASH}: {rnge: 1 to 2}`),
    [
      `s.yaml:4:3 factors.${CASH}: expected range, levels, scale or paths, got "rnge"; did you mean \`range\`?`,
    ],
  ],
  [
    'an unknown scale',
    varied(`${CASH}: {range: 1 to 2, scale: cubic}`),
    [`s.yaml:4:3 factors.${CASH}: expected scale: linear or log, got "cubic"`],
  ],
  [
    'a logarithm of nothing',
    varied(`${CASH}: {range: 0 to 2, scale: log}`),
    [`s.yaml:4:3 factors.${CASH}: expected a range above 0 for \`scale: log\`, got 0`],
  ],
  [
    'no paths',
    varied('money: {range: 1 to 2, paths: []}'),
    ['s.yaml:4:3 factors.money: expected a list of paths, got []'],
  ],
  [
    'one level',
    varied('firms.lavish.policy: [steady]'),
    ['s.yaml:4:3 factors.firms.lavish.policy: expected from 2 to 1000 levels, got 1'],
  ],
  [
    'a level twice',
    varied('firms.lavish.policy: [steady, steady]'),
    ['s.yaml:4:3 factors.firms.lavish.policy: expected each level once, got a second "steady"'],
  ],
  [
    'an unknown level',
    varied('firms.lavish.policy: [steady, blitzscal]'),
    [
      's.yaml:4:3 factors.firms.lavish.policy: expected the name of a policy, got "blitzscal"; did you mean `blitzscale`?',
    ],
  ],
  [
    'one field in two factors',
    varied(`money: {paths: [${CASH}], range: 1 to 2}\n  ${CASH}: 3 to 4`),
    [`s.yaml:5:3 factors.${CASH}: expected each field in one factor, got \`${CASH}\` in \`money\`, too`],
  ],
  [
    'an unknown design',
    `${varied(`${CASH}: 1 to 2`)}design: sobl`,
    [
      's.yaml:5:9 design: expected one of sobol, lhs, grid, random, morris, got "sobl"; did you mean `sobol`?',
    ],
  ],
  [
    'a design of another kind',
    `${varied(`${CASH}: 1 to 2`)}design: morris`,
    ['s.yaml:5:9 design: expected a design of sweep (sobol, lhs, grid, random), got "morris"'],
  ],
  [
    'no points',
    `${varied(`${CASH}: 1 to 2`)}points: 0`,
    ['s.yaml:5:9 points: expected a whole number from 1 to 1e6 (points), got 0'],
  ],
  [
    'a grid that nobody can pay for',
    `${varied(`${CASH}: 1 to 2\n  firms.lavish.press: .1 to .2\n  firms.lavish.quality: 1 to 2`)}design: grid\npoints: 1000`,
    [
      's.yaml:3:1 factors: expected a grid of at most 1e6 points, got 3 factors with 1.00e+9 combinations; fewer `points`, or another `design`',
    ],
  ],
  [
    'a rescue of two',
    'study: rescue\nscenario: tiny.yaml\nfirms: [lavish, thrifty]',
    ['s.yaml:3:1 firms: expected one firm to be saved, got 2'],
  ],
  [
    'a league of one',
    'study: league\nscenario: tiny.yaml\npolicies: [steady]',
    ['s.yaml:3:1 policies: expected at least two policies, got 1'],
  ],
];

type Options = Readonly<Record<string, string | readonly string[]>>;

/** Kind, options, and the lines. */
export const OPTION_CASES: readonly (readonly [
  kind: StudyName,
  options: Options,
  lines: readonly string[],
])[] = [
  [
    'compare',
    {},
    [
      'afterburn compare: expected a plan B: another scenario, a change of this one, or an arm of it, got nothing; arms: `cheap`',
    ],
  ],
  [
    'compare',
    { arm: 'cheep', replicates: '1', agents: '1e12' },
    [
      '--replicates: expected a whole number from 2 to 1e7 (worlds), got 1',
      '--agents: expected a whole number from 0 to 1e9 (agents), got 1000000000000',
      '--arm: expected the name of an arm of the scenario, got "cheep"; did you mean `cheap`?',
    ],
  ],
  [
    'compare',
    { set: [`${CASH}=5`, 'firms.lavish.press=7'], 'set-b': 'firms.lavish.csh=3' },
    [
      '--set firms.lavish.press=7: expected a number from 0 to 1 (per month), got 7',
      '--set-b firms.lavish.csh=3: expected a known field in the path `firms.lavish.csh`, got "csh"; did you mean `cash`?',
    ],
  ],
  [
    'sweep',
    { factor: ['firms.lavish.csh=1 to 2', 'firms.lavish.policy=[steady, stedy]'], design: 'sobl' },
    [
      '--factor firms.lavish.csh: expected a known field in the path `firms.lavish.csh`, got "csh"; did you mean `cash`?',
      '--factor firms.lavish.policy: expected the name of a policy, got "stedy"; did you mean `steady`?',
      '--design: expected one of sobol, lhs, grid, random, morris, got "sobl"; did you mean `sobol`?',
    ],
  ],
  ['sweep', { factor: 'cash' }, ['--factor: expected name=value, got "cash"']],
  [
    'sweep',
    { factor: [`${CASH}=1 to 2`, `${CASH}=2 to 3`] },
    [`--factor: expected ${CASH} once, got it twice`],
  ],
  ['sweep', { points: ['2', '3'] }, ['--points: expected once, got 2 times']],
  [
    'discover',
    { outcome: 'P=share(cashOut(lavsh))' },
    ['--outcome P: expected the name of a firm, got `lavsh`; did you mean `lavish`?'],
  ],
  ['rescue', {}, ['--firm: expected one firm to be saved, got nothing']],
];
