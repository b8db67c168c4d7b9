import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, policySet, TINY } from './afterburn.js';

const cwd = emptyFolder();
copyFileSync(TINY, join(cwd, 'tiny.yaml'));
writeFileSync(
  join(cwd, 'plan.yaml'),
  `# Does Thrifty live from half of its money?
study: compare
title: Half the money
question: Does Thrifty live from half of its money?
scenario: tiny.yaml
setB: [firms.thrifty.cash=5e5]
firms: [thrifty]
outcomes: { poor: 'share(cash(thrifty, 6) < 6e5)', cash: 'mean(cash(thrifty, 6))' }
replicates: 6
seed: 7
`,
);

/** Runs and reads the JSON; exit code 0. */
async function jsonOf(words: readonly string[]) {
  const { code, stdout, stderr } = await afterburn([...words, '--json', '--quiet'], cwd);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('afterburn compare', () => {
  const compare = ['compare', 'tiny.yaml', '--arm', 'cheap', '--replicates', '8', '--seed', '3'];

  it('prints differences[] with outcome, firm, estimate, low, high, correlation and varianceReduction', async () => {
    const { study, seed, replicates, worlds, plans, differences } = await jsonOf(compare);
    expect([study, seed, replicates, worlds, plans]).toEqual(['compare', '3', 8, 16, ['tiny', 'cheap']]);
    const outcomes = ['cashOut', 'life', 'users', 'share', 'payers', 'cash', 'advertising'];
    expect(differences.map((row: { firm: string; outcome: string }) => [row.firm, row.outcome])).toEqual(
      ['lavish', 'thrifty'].flatMap((firm) => outcomes.map((outcome) => [firm, outcome])),
    );
    const cash = differences.at(-2);
    expect([cash.firm, cash.outcome]).toEqual(['thrifty', 'cash']);
    expect(Object.keys(cash)).toEqual(
      expect.arrayContaining(['estimate', 'low', 'high', 'correlation', 'varianceReduction', 'a', 'b', 'n']),
    );
    expect(cash.estimate).toBeCloseTo(cash.b - cash.a, 6);
    expect([cash.n, cash.low <= cash.estimate, cash.estimate <= cash.high]).toEqual([8, true, true]);
    // what Thrifty sells stays the same offer; only its rival's fate differs
    expect(cash.correlation).toBeGreaterThan(0.5);
    expect(cash.varianceReduction).toBeGreaterThan(2);
  });

  it('gives the same bytes with one thread and with two, in the file and on the terminal', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((k) => afterburn([...compare, '--threads', k, '--json', '--out', `c${k}`], cwd)),
    );
    expect(one.stdout).toBe(two.stdout);
    expect(readFileSync(join(cwd, 'c1', 'study.json'), 'utf8')).toBe(one.stdout);
    expect(readFileSync(join(cwd, 'c2', 'study.json'), 'utf8')).toBe(one.stdout);
  });

  it('of a second file, or a change of B, is the same as of an arm with that change', async () => {
    const other = readFileSync(TINY, 'utf8').replace(
      'inferenceCost: { start: 1 }',
      'inferenceCost: { start: 0 }',
    );
    writeFileSync(join(cwd, 'other.yaml'), other);
    const small = ['--replicates', '3', '--seed', '3'];
    const [byArm, byFile, byChange] = await Promise.all([
      jsonOf(['compare', 'tiny.yaml', '--arm', 'cheap', ...small]),
      jsonOf(['compare', 'tiny.yaml', 'other.yaml', ...small]),
      jsonOf(['compare', 'tiny.yaml', '--set-b', 'world.inferenceCost.start=0', ...small]),
    ]);
    const numbers = ({ differences }: { differences: { plan: string }[] }) =>
      differences.map(({ plan: _, ...row }) => row);
    expect(numbers(byFile)).toEqual(numbers(byArm));
    expect(numbers(byChange)).toEqual(numbers(byArm));
    expect(byChange.plans).toEqual(['tiny', 'world.inferenceCost.start=0']);
  });

  it('says in words what changes, and writes page, points and result into output/compare-<fingerprint>', async () => {
    const own = emptyFolder();
    const { code, stdout } = await afterburn(
      ['compare', TINY, '--set-b', 'firms.lavish.cash=1e6', '--replicates', '40', '--quiet'],
      own,
    );
    expect(code).toBe(0);
    expect(stdout).toContain(
      'With firms.lavish.cash=1e6, lavish runs out of cash in 0% of worlds instead of 100%',
    );
    const [folder] = readdirSync(join(own, 'output'));
    expect(folder).toMatch(/^compare-[0-9a-f]{12}$/);
    expect(stdout).toContain(`Report: ${join('output', folder, 'report.html')}`);
    const files = readdirSync(join(own, 'output', folder)).sort();
    expect(files).toEqual(['points.csv', 'report.html', 'study.json']);
  });
});

describe('afterburn sweep', () => {
  it('has a row for each point, the same for one thread and two, and a point is the scenario with that value', async () => {
    const sweep = ['sweep', 'tiny.yaml', '--replicates', '4', '--factor', 'firms.lavish.cash=10 k to 40 k'];
    const own = [
      ...sweep,
      '--points',
      '3',
      '--outcome',
      'cash=mean(cash(lavish, 2))',
      '--outcome',
      'alive=share(alive(lavish))',
    ];
    const [one, two, alone] = await Promise.all([
      jsonOf([...own, '--threads', '1', '--out', 's1']),
      jsonOf([...own, '--threads', '2', '--out', 's2']),
      jsonOf([
        'compare',
        'tiny.yaml',
        '--replicates',
        '4',
        '--set-b',
        'firms.lavish.cash=25000',
        '--outcome',
        'cash=mean(cash(lavish, 2))',
      ]),
    ]);
    expect(one).toEqual(two);
    expect([one.design, one.rows.map(({ values }: { values: number[] }) => values[0])]).toEqual([
      'grid',
      [10_000, 25_000, 40_000],
    ]);
    const [cash, alive] = one.rows[1].cells;
    expect(cash.estimate).toBe(alone.differences[0].b);
    expect([alive.outcome, alive.n, alive.low >= 0, alive.high <= 1]).toEqual(['alive', 4, true, true]);
  });
});

describe('afterburn study', () => {
  it('runs a file from any folder: its scenario is found beside it, title, question and seed are its own', async () => {
    const here = await jsonOf(['study', 'plan.yaml', '--out', 'here']);
    const own = emptyFolder();
    const { stdout } = await afterburn(['study', join(cwd, 'plan.yaml'), '--json', '--quiet'], own);
    expect(JSON.parse(stdout)).toEqual(here);
    expect(readdirSync(join(own, 'output'))[0]).toMatch(/^plan-[0-9a-f]{12}$/);
    expect(here).toMatchObject({ study: 'compare', title: 'Half the money', seed: '7', replicates: 6 });
    const [poor, cash] = here.differences;
    // thrifty burns and earns alike, so it has half a million less
    expect([poor.a, poor.b, poor.estimate]).toEqual([0, 1, 1]);
    expect(cash.estimate).toBeCloseTo(-5e5, 0);
  });

  it('takes worlds and seed of the command line in place of those of the file', async () => {
    const words = ['study', 'plan.yaml', '--replicates', '3', '--seed', '8', '--out', 'fewer'];
    expect(await jsonOf(words)).toMatchObject({ title: 'Half the money', seed: '8', replicates: 3 });
    const { code, stderr } = await afterburn(
      ['study', 'plan.yaml', '--replicates', '1', '--threads', '0'],
      cwd,
    );
    expect([code, stderr]).toEqual([
      2,
      '--threads: expected a whole number from 1 to 1024, got "0"\n' +
        '--replicates: expected a whole number from 2 to 1e7 (worlds), got 1\n',
    ]);
  });

  it('ends with 2 and all problems, and leaves nothing behind', async () => {
    writeFileSync(
      join(cwd, 'bad.yaml'),
      'study: compare\nscenario: tiny.yaml\narms: [cheep]\nreplicates: 1\nextra: 3\n',
    );
    const ended = await afterburn(['study', 'bad.yaml', '--out', 'bad'], cwd);
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        'bad.yaml:3:8 arms.0: expected the name of an arm of the scenario, got "cheep"; did you mean `cheap`?',
        'bad.yaml:4:13 replicates: expected a whole number from 2 to 1e7 (worlds), got 1',
        'bad.yaml:5:1 extra: expected a known field, got "extra"; known: title, question, scenario, set, overlay, agents, months, seed, replicates, against, setB, arms, firms, outcomes, until',
        '',
      ].join('\n'),
    });
    expect(existsSync(join(cwd, 'bad'))).toBe(false);
  });

  it('tells worlds that failed, leaves their pairs out, and ends with 3', async () => {
    // the policy gives up where the drawn fixed cost is above 5,000, the same worlds for any number of threads
    const words = ['compare', 'tiny.yaml', '--set-b', policySet('touchy'), '--replicates', '8'];
    const { code, stdout, stderr } = await afterburn([...words, '--json', '--quiet', '--out', 'failed'], cwd);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^7 of 16 worlds failed and are left out:\n {2}base 1, seed "1": .*too dear, line 8 \(policy level fenced\)$/m,
    );
    const { failed, differences } = JSON.parse(stdout);
    expect([failed, differences[0].n, differences[0].estimate]).toEqual([7, 1, null]);
  });
});
