/** Fields that are unknown, missing, or of the wrong kind. */
import { changed, MARKET } from './market.js';

/** What is wrong, the text, and every line that is printed. */
export const FIELD_CASES: readonly [string, string, readonly string[]][] = [
  [
    'an unknown top-level key',
    changed('currency: CNY', 'currency: CNY\nreplicats: 5'),
    ['m.yaml:4:1 replicats: expected a known field, got "replicats"; did you mean `replicates`?'],
  ],
  [
    'an unknown key without neighbour',
    changed('currency: CNY', 'currency: CNY\nxylophone: 5'),
    ['m.yaml:4:1 xylophone: expected a known field, got "xylophone"; see `afterburn describe`'],
  ],
  [
    'a misspelt required key',
    changed('currency: CNY', 'curency: CNY'),
    ['m.yaml:3:1 curency: expected a known field, got "curency"; did you mean `currency`?'],
  ],
  [
    'an engine that is not there',
    changed('currency: CNY', 'currency: CNY\npopulation:\n  engine: cohort'),
    ['m.yaml:5:11 population.engine: expected one of agents, cohorts, got "cohort"; did you mean `cohorts`?'],
  ],
  [
    'half a type',
    changed('currency: CNY', 'currency: CNY\npopulation:\n  types: 0.5'),
    ['m.yaml:5:10 population.types: expected a whole number from 0 to 1e5 (types), got 0.5'],
  ],
  [
    'more agents than can be simulated one by one',
    changed('currency: CNY', 'currency: CNY\nagents: 30000000'),
    [
      'm.yaml:4:9 agents: expected at most 2e7 agents, got 3e7; cohorts (population.engine) simulate up to 1e9 users',
    ],
  ],
  [
    'more users than cohorts can have',
    changed('currency: CNY', 'currency: CNY\nagents: 2e9\npopulation:\n  engine: cohorts'),
    ['m.yaml:4:9 agents: expected a whole number from 0 to 1e9 (agents), got 2000000000'],
  ],
  [
    'no title',
    changed('title: Two apps\n', ''),
    ['m.yaml:1:1 title: expected text of 1 to 20000 characters, got nothing; this field is required'],
  ],
  [
    'an empty title',
    changed('title: Two apps', 'title: ""'),
    ['m.yaml:1:1 title: expected text of 1 to 20000 characters, got ""'],
  ],
  [
    'a number as title',
    changed('title: Two apps', 'title: 12'),
    ['m.yaml:1:8 title: expected text of 1 to 20000 characters, got 12'],
  ],
  [
    'no months',
    changed('months: 12\n', ''),
    [
      'm.yaml:1:1 months: expected a whole number from 1 to 400 (months), got nothing; this field is required',
    ],
  ],
  [
    'half a month',
    changed('months: 12', 'months: 12.5'),
    ['m.yaml:5:9 months: expected a whole number from 1 to 400 (months), got 12.5'],
  ],
  [
    'too many months',
    changed('months: 12', 'months: 401'),
    ['m.yaml:5:9 months: expected a whole number from 1 to 400 (months), got 401'],
  ],
  [
    'uncertain months',
    changed('months: 12', 'months: 12 to 24'),
    ['m.yaml:5:9 months: expected a whole number from 1 to 400 (months), not a distribution, got "12 to 24"'],
  ],
  [
    'a month 13',
    changed('start: 2024-01', 'start: 2024-13'),
    ['m.yaml:4:8 start: expected a month such as 2024-01, got "2024-13"'],
  ],
  [
    'a start without month',
    changed('start: 2024-01', 'start: 2024'),
    ['m.yaml:4:8 start: expected text of 1 to 20000 characters, got 2024'],
  ],
  [
    'an unknown numerics version',
    changed('months: 12', 'months: 12\nnumerics: 2'),
    ['m.yaml:6:11 numerics: expected 1 (version), got 2'],
  ],
  [
    'a word as flag',
    changed('months: 12', 'months: 12\nsourced: yes'),
    ['m.yaml:6:10 sourced: expected true or false, got "yes"'],
  ],
  [
    'no firms',
    MARKET.slice(0, MARKET.indexOf('firms:')),
    ['m.yaml:1:1 firms: expected at least one firm, got none; add `firms:` with a name for each firm'],
  ],
  [
    'empty firms',
    `${MARKET.slice(0, MARKET.indexOf('firms:'))}firms: {}\n`,
    ['m.yaml:23:1 firms: expected at least one firm, got none; add `firms:` with a name for each firm'],
  ],
  [
    'firms without value',
    `${MARKET.slice(0, MARKET.indexOf('firms:'))}firms:\n`,
    ['m.yaml:23:1 firms: expected a map with a name for each firm, got nothing'],
  ],
  [
    'firms as a list',
    `${MARKET.slice(0, MARKET.indexOf('firms:'))}firms: [kimi]\n`,
    ['m.yaml:23:1 firms: expected a map with a name for each firm, got a list of 1 entry'],
  ],
  [
    'no world',
    changed('world:\n  inferenceCost:\n    start: 2 to 4\n', ''),
    [
      'm.yaml:1:1 world: expected a map of fields (exchangeRate, inferenceCost, tokenDrift, ...), got nothing; this field is required',
    ],
  ],
  [
    'falling usage edges',
    changed('months: 12', 'months: 12\nusageEdges: [0.5, 0.4]'),
    ['m.yaml:6:19 usageEdges.1: expected a quantile above the one before, 0.5, got 0.4'],
  ],
  [
    'a usage edge of 1',
    changed('months: 12', 'months: 12\nusageEdges: [0.5, 1]'),
    ['m.yaml:6:19 usageEdges.1: expected a number between 0 and 1, got 1'],
  ],
  [
    'no people',
    changed('people: 1 M', 'people: 0'),
    ['m.yaml:6:9 people: expected at least 1 person, because firm kimi has tiers, got 0'],
  ],
  [
    'people who are less than one',
    changed('people: 1 M', 'people: 5e-324 M'),
    ['m.yaml:6:9 people: expected at least 1 person, because firm kimi has tiers, got 5e-318'],
  ],
  [
    'people that are not given',
    changed('people: 1 M\n', ''),
    [
      'm.yaml:1:1 people: expected at least 1 person, because firm kimi has tiers, got nothing; this field is required here',
    ],
  ],
  [
    'people without agents',
    changed('people: 1 M', 'people: 1 M\nagents: 0'),
    ['m.yaml:7:9 agents: expected at least 1 agent, because firm kimi has tiers, got 0'],
  ],
];
