/** Command lines that are faulty, and the sentence each is refused with. */
import { TINY } from '../cli/afterburn.js';

const COMMANDS =
  'run, check, rare, compare, sweep, sensitivity, discover, rescue, best-response, equilibrium, league, study, calibrate, new, describe, schema, validate, report, studio, verify, shard, merge, cluster';

export const ARGUMENT_CASES: readonly (readonly [words: readonly string[], message: string])[] = [
  [['run', TINY, '--replicates', '-5'], '--replicates: expected a whole number from 1 to 1e7, got "-5"'],
  [['run', TINY, '--replicates=1.5'], '--replicates: expected a whole number from 1 to 1e7, got "1.5"'],
  [['run', TINY, '--replicates', '1e9'], '--replicates: expected a whole number from 1 to 1e7, got "1e9"'],
  [
    ['run', TINY, '--set', 'replicates=1e9'],
    '--set replicates=1e9: expected a whole number from 1 to 1e7 (worlds), got 1000000000',
  ],
  [['run', TINY, '--threads', '0'], '--threads: expected a whole number from 1 to 1024, got "0"'],
  [['run', TINY, '--threads', '1025'], '--threads: expected a whole number from 1 to 1024, got "1025"'],
  [
    ['run', TINY, '--months', '3', '--set', 'months=4'],
    '--set months=4: expected each path once, got a second `months`',
  ],
  [
    ['run', TINY, '--agents', '1e9'],
    '--agents 1e9: expected at most 2e7 agents, got 1e9; cohorts (population.engine) simulate up to 1e9 users',
  ],
  [['run', TINY, '--set', 'people=0x10'], '--set people=0x10: expected a decimal number, got 0x10'],
  [['run', TINY, '--agents', 'many'], '--agents: expected a whole number of at least 0, got "many"'],
  [['run', TINY, '--seed'], '--seed: expected a value, got nothing'],
  [['run', TINY, '--seed', '1', '--seed', '2'], '--seed: expected once, got 2 times'],
  [['run', TINY, '--set', 'cash'], '--set cash: expected path=value, got "cash"'],
  [
    ['run', TINY, '--arm', 'cheep'],
    '--arm: expected an arm of the scenario (cheap), got "cheep"; did you mean cheap?',
  ],
  [
    ['run', TINY, '--replicats', '5'],
    'expected an option of run, got --replicats; did you mean --replicates?',
  ],
  [['check', '--jsn', TINY], 'expected an option of check, got --jsn; did you mean --json?'],
  [['run', TINY, 'more'], 'expected no further argument, got more (see afterburn run --help)'],
  [
    [
      ...[
        'run',
        TINY,
        '--threads',
        '0',
        '--replicates',
        '-1',
        '--only',
        '1.5',
        '--patience',
        'z',
        '--until',
        '7',
      ],
      ...['--arm', 'cheep', '--agents', '1.5', '--set', 'firms.lavish.csh=1', '--out', 'a', '--out', 'b'],
    ],
    [
      '--only: expected a whole number of at least 0, got "1.5"',
      '--patience: expected a whole number of at least 1, got "z"',
      '--out: expected once, got 2 times',
      '--threads: expected a whole number from 1 to 1024, got "0"',
      '--agents: expected a whole number of at least 0, got "1.5"',
      '--set firms.lavish.csh=1: expected a known field in the path `firms.lavish.csh`, got "csh"; did you mean `cash`?',
      '--replicates: expected a whole number of at least 1, got "-1"',
      '--until: expected without --only, got both',
    ].join('\n'),
  ],
  [
    ['run', TINY, '--arm', 'cheep', '--arm', 'x', '--threads', '0', '--max-failures', '-1'],
    [
      '--max-failures: expected a whole number of at least 0, got "-1"',
      '--threads: expected a whole number from 1 to 1024, got "0"',
      '--arm: expected an arm of the scenario (cheap), got "cheep"; did you mean cheap?',
      '--arm: expected an arm of the scenario (cheap), got "x"',
    ].join('\n'),
  ],
  [
    ['rare', TINY, '--effort', '1', '--repetitions', '1', '--by', '99', '--nearness', 'x'],
    [
      '--effort: expected a whole number from 10 to 50000, got "1"',
      '--repetitions: expected a whole number from 8 to 1000, got "1"',
      '--nearness: expected what says how near the firm is (cash, runway), got "x"',
      '--firm: expected the name of a firm, got none',
      '--by: expected a whole number from 1 to 6, got "99"',
    ].join('\n'),
  ],
  [
    ['check', TINY, '--patience', '0', '--threads', '0'],
    [
      '--patience: expected a whole number of at least 1, got "0"',
      '--threads: expected a whole number from 1 to 1024, got "0"',
    ].join('\n'),
  ],
  [
    ['sweep', TINY, '--factor', 'a', '--factor', 'b', '--points', '1', '--points', '2', '--threads', '0'],
    [
      '--threads: expected a whole number from 1 to 1024, got "0"',
      '--factor: expected name=value, got "a"',
      '--factor: expected name=value, got "b"',
      '--points: expected once, got 2 times',
    ].join('\n'),
  ],
  [
    ['study', TINY],
    `${TINY}:11:1 segments: expected a study, got a scenario; \`afterburn run ${TINY}\` simulates it, and a study names it: \`scenario: ${TINY}\``,
  ],
  [['run'], 'expected afterburn run <scenario>, got no scenario (see afterburn run --help)'],
  [['rnu', TINY], `expected a command (${COMMANDS}), got rnu; did you mean run?`],
  [['juggle'], `expected a command (${COMMANDS}), got juggle`],
  [[], 'expected a command (see afterburn --help)'],
  [['run', 'my.constructor'], 'my.constructor: expected a scenario file, got no such file'],
  [['run', 'nowhere.yaml'], 'nowhere.yaml: expected a scenario file, got no such file'],
  [
    ['run', TINY.replace('tiny', 'tinny')],
    `${TINY.replace('tiny', 'tinny')}: expected a scenario file, got no such file; did you mean ${TINY}?`,
  ],
  [
    ['run', 'no/where.yaml'],
    'no/where.yaml: expected a scenario file, got no such file; there is no folder no',
  ],
  [['report'], 'expected afterburn report <folder>, got no folder (see afterburn report --help)'],
  [
    ['describe', 'cahs'],
    'expected a scenario file, a policy, a mechanism or a field, got "cahs"; did you mean cash?',
  ],
  [
    ['describe', 'firms.free.csh'],
    'expected a scenario file, a policy, a mechanism or a field, got "firms.free.csh"; did you mean firms.free.cash?',
  ],
  [['run', '.'], '.: expected a scenario file, got a folder'],
  [['run', '/dev/zero'], '/dev/zero: expected a scenario file, got something that is no plain file'],
  [
    ['cluster', 'sumbit'],
    'expected a command of cluster (submit, worker, status, cancel, slurm), got sumbit; did you mean submit?',
  ],
  [
    ['cluster'],
    'expected afterburn cluster submit, worker, status, cancel or slurm (see afterburn cluster --help)',
  ],
  [
    ['cluster', 'submit'],
    'expected afterburn cluster submit <scenario>, got no scenario (see afterburn cluster submit --help)',
  ],
  [
    ['cluster', 'cancel'],
    'expected afterburn cluster cancel <batch>, got no batch (see afterburn cluster cancel --help)',
  ],
  [
    ['merge', 'out'],
    'expected afterburn merge <out> <folders..>, got no folders (see afterburn merge --help)',
  ],
  [['merge'], 'expected afterburn merge <out> <folders..>, got no out (see afterburn merge --help)'],
  [
    ['merge', 'out', 'nope/'],
    'nope/: expected the folder of a shard, or one that holds some, got no such place',
  ],
  [['merge', 'out', TINY], `${TINY}: expected the folder of a shard, or one that holds some, got a file`],
  [
    ['run', TINY, '--only', '400', '--replicates', '10'],
    '--only: expected a world of the batch, from 0 to 9, got 400 with --replicates 10',
  ],
  [
    ['cluster', 'slurm', TINY, '--shards', '11', '--replicates', '10'],
    '--shards: expected at most 10, as many as there are worlds, got 11',
  ],
  [
    ['cluster', 'slurm', TINY, '--shards', '21', '--replicates', '10', '--arm', 'all'],
    '--shards: expected at most 20, as many as there are worlds, got 21',
  ],
  [['cluster', 'submit', TINY], '--shards: expected into how many pieces, got none'],
  [['cluster', 'slurm', TINY, '--shards', '0'], '--shards: expected a whole number from 1 to 4e6, got "0"'],
  [
    ['cluster', 'submit', TINY, '--shard', '2'],
    'expected an option of cluster submit, got --shard; did you mean --shards?',
  ],
  [['cluster', 'worker', '--lock', '0'], '--lock: expected a whole number from 1 to 3600, got "0"'],
  [['report', TINY], `${TINY}: expected a run folder, got a file`],
  [['verify', TINY], `${TINY}: expected a run folder, got a file`],
  [['run', 'firms.csv'], 'firms.csv: expected a scenario file (.yaml), got a table of results (.csv)'],
  [
    ['validate', 'months.parquet'],
    'months.parquet: expected a scenario file (.yaml), got a table of results (.parquet)',
  ],
  [['check', 'report.HTML'], 'report.HTML: expected a scenario file (.yaml), got a page (.html)'],
  [['report', 'nowhere'], 'nowhere/summary.json: expected a file of a run folder, got no such file'],
];
