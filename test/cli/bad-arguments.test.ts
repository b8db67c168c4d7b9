import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARGUMENT_CASES } from '../bad-input/argument-cases.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, TINY } from './afterburn.js';

const cwd = emptyFolder();
describe('bad arguments', () => {
  it('end with 2 and one sentence, without a stack, and leave nothing behind', async () => {
    for (let at = 0; at < ARGUMENT_CASES.length; at += 4) {
      const some = ARGUMENT_CASES.slice(at, at + 4);
      const ended = await Promise.all(some.map(([words]) => afterburn(words, cwd)));
      expect(ended).toEqual(some.map(([, message]) => ({ code: 2, stdout: '', stderr: `${message}\n` })));
    }
    expect(readdirSync(cwd)).toEqual([]);
  }, 180_000);

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
