import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, TINY } from './afterburn.js';

const cwd = emptyFolder();
const COMMANDS =
  'run, check, rare, compare, sweep, sensitivity, discover, rescue, best-response, equilibrium, league, study, calibrate, new, describe, schema, validate, report, studio, verify, shard, merge';

const CASES: readonly (readonly [words: readonly string[], message: string])[] = [
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
  [['run'], 'expected afterburn run <scenario>, got no scenario (see afterburn run --help)'],
  [['rnu', TINY], `expected a command (${COMMANDS}), got rnu; did you mean run?`],
  [['juggle'], `expected a command (${COMMANDS}), got juggle`],
  [[], 'expected a command (see afterburn --help)'],
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
  [['report', 'nowhere'], 'nowhere/summary.json: expected a file of a run folder, got no such file'],
];

describe('bad arguments', () => {
  it('end with 2 and one sentence, without a stack, and leave nothing behind', async () => {
    for (let at = 0; at < CASES.length; at += 4) {
      const some = CASES.slice(at, at + 4);
      const ended = await Promise.all(some.map(([words]) => afterburn(words, cwd)));
      expect(ended).toEqual(some.map(([, message]) => ({ code: 2, stdout: '', stderr: `${message}\n` })));
    }
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('end with 2 and every problem of the scenario at once', async () => {
    const bad = [
      '--set',
      'firms.thrifty.csh=3',
      '--set',
      'firms.thrifty.cash=-1',
      '--set',
      'firms.lavish.policy={module: ./gone.mjs}',
    ];
    const { code, stderr } = await afterburn(['run', TINY, ...bad], cwd);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(3);
    expect(stderr).toMatch(/--set firms\.thrifty\.csh=3.*did you mean `cash`\?/);
    expect(stderr).toMatch(/--set firms\.thrifty\.cash=-1: expected a number from 0 to .*, got -1/);
    expect(stderr).toMatch(
      /expected a policy module that can be imported, got Cannot find module '.*gone\.mjs'/,
    );
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'a folder that cannot be made ends with 4 and its path',
    async () => {
      const { code, stderr } = await afterburn(['run', TINY, '--out', '/proc/afterburn'], cwd);
      expect([code, stderr]).toEqual([
        4,
        '/proc/afterburn: there is no such place, or nothing can be made there (ENOENT)\n',
      ]);
    },
  );

  it('a file of 2 MB ends with 2 and its size', async () => {
    const own = emptyFolder();
    writeFileSync(join(own, 'big.yaml'), '#'.repeat(2_100_000));
    const { code, stderr } = await afterburn(['validate', 'big.yaml'], own);
    expect([code, stderr]).toEqual([
      2,
      'big.yaml: expected a file of at most 1048576 bytes, got 2100000 bytes\n',
    ]);
  });

  it('a folder of another run ends with 2 and the difference', async () => {
    const own = emptyFolder();
    await afterburn(['run', TINY, '--replicates', '1', '--out', 'a', '--quiet'], own);
    const { code, stderr } = await afterburn(
      ['run', TINY, '--replicates', '1', '--out', 'a', '--seed', '2'],
      own,
    );
    expect([code, stderr]).toEqual([2, 'a holds another run; it differs in\n  seed: there "1", here "2"\n']);
  });
});

describe('help', () => {
  it('has examples and exit codes; the version is that of the package', async () => {
    const [help, own, version] = await Promise.all(
      [['--help'], ['run', '--help'], ['--version']].map((words) => afterburn(words, cwd)),
    );
    expect([help.code, own.code, version]).toEqual([0, 0, { code: 0, stdout: '0.1.0\n', stderr: '' }]);
    expect(help.stdout).toContain('Exit codes: 0 done, 2 bad input');
    expect(own.stdout).toContain('afterburn run my.yaml --only 17');
  });

  it('describe finds a field by a path of a scenario, and by its last name', async () => {
    const [real, last, list, parameter] = await Promise.all(
      ['firms.free.cash', 'innovation', 'firms.free.tiers.0.price', 'firms.free.policy.ads'].map((name) =>
        afterburn(['describe', name], cwd),
      ),
    );
    expect(real.stdout).toMatch(/^firms\.<firm>\.cash\n/);
    expect(last.stdout).toMatch(/^segments\.<segment>\.innovation\n/);
    expect(list.stdout).toMatch(/^firms\.<firm>\.tiers\.<n>\.price\n/);
    expect(parameter.stdout).toMatch(/^policy steady\.ads\n/);
  });

  it('describe knows fields, policies and the numbers of a scenario; schema is JSON', async () => {
    const [field, policy, numbers, unknown, schema] = await Promise.all(
      [
        ['describe', 'firms'],
        ['describe', 'steady'],
        ['describe', TINY],
        ['describe', 'stedy'],
        ['schema'],
      ].map((words) => afterburn(words, cwd)),
    );
    expect(field.stdout).toContain('firms.<firm>.cash\n    Cash before the first month.');
    expect(policy.stdout).toMatch(/^policy steady\n/);
    expect(numbers.stdout).toContain('firms.lavish.fixedCost = 4 k to 8 k currency a month');
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean steady?') });
    expect(JSON.parse(schema.stdout)).toMatchObject({ title: 'Afterburn scenario' });
  });
});
