import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, policySet, RESULTS, resultsOf, start, TINY, trustedPolicy } from './afterburn.js';

const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const json = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

beforeAll(async () => {
  const { code } = await afterburn(['run', TINY, '--arm', 'all', '--threads', '1', '--out', 'whole'], cwd);
  expect(code).toBe(0);
});

describe('afterburn run', () => {
  it('prints the report on stdout and progress on stderr, and fills output/<scenario>-<fingerprint>', async () => {
    const own = emptyFolder();
    const { code, stdout, stderr } = await afterburn(['run', TINY, '--replicates', '2'], own);
    expect(code).toBe(0);
    const [folder] = readdirSync(join(own, 'output'));
    expect(folder).toMatch(/^tiny-[0-9a-f]{12}$/);
    expect(stdout).toContain('lavish');
    expect(stdout).toContain(`Report: ${join('output', folder, 'report.html')}`);
    expect(stderr).toMatch(/^2 of 2 worlds, .* worlds\/s, .* user-months\/s, 0:00 left\n$/);
    expect(json(join(own, 'output', folder), 'manifest.json')).toMatchObject({
      seed: '1',
      replicates: 2,
      agents: 300,
      state: 'complete',
    });
  });

  it('shows the result hash of its worlds, also when they were in the folder before', async () => {
    const words = ['run', TINY, '--replicates', '3', '--out', 'hashed', '--quiet'];
    const first = await afterburn(words, cwd);
    const { resultHash } = json(out('hashed'), 'manifest.json');
    expect(resultHash).toMatch(/^[0-9a-f]{64}$/);
    expect(first.stdout).toContain(`\nResult: ${resultHash}\n`);
    expect((await afterburn(words, cwd)).stdout).toBe(first.stdout);
    await afterburn([...words.slice(0, -3), '--seed', '2', '--out', 'other', '--quiet'], cwd);
    expect(json(out('other'), 'manifest.json').resultHash).not.toBe(resultHash);
  });

  it('gives the same bytes with one thread and with two', async () => {
    await afterburn(['run', TINY, '--arm', 'cheap', '--threads', '2', '--out', 'two'], cwd);
    expect(resultsOf(out('two'))).toEqual(resultsOf(out('whole')));
  });

  it('gives the same bytes when two threads share the users of one large world', async () => {
    const large = ['run', TINY, '--agents', '500000', '--months', '2', '--replicates', '1'];
    await afterburn([...large, '--threads', '1', '--out', 'alone'], cwd);
    await afterburn([...large, '--threads', '2', '--out', 'shared'], cwd);
    expect(resultsOf(out('shared'))).toEqual(resultsOf(out('alone')));
  });

  it('gives the same bytes when a smaller run is extended, and by --json what is in summary.json', async () => {
    await afterburn(['run', TINY, '--replicates', '4', '--out', 'grown', '--quiet'], cwd);
    const { stdout, stderr } = await afterburn(
      ['run', TINY, '--arm', 'all', '--out', 'grown', '--json'],
      cwd,
    );
    expect(stderr).toContain('4 of 12 worlds are in grown already');
    expect(stdout).toBe(readFileSync(join(out('grown'), 'summary.json'), 'utf8'));
    expect(resultsOf(out('grown'))).toEqual(resultsOf(out('whole')));
  });

  it('simulates replicate 3 alone as it is in the batch', async () => {
    await afterburn(['run', TINY, '--only', '3', '--out', 'three', '--quiet'], cwd);
    const rows = (folder: string) => readFileSync(join(out(folder), 'firms.csv'), 'utf8').split('\n');
    expect(rows('three').slice(1, 3)).toEqual(rows('whole').filter((row) => row.startsWith('base,3,')));
  });

  it('draws the same report from a folder that was moved', async () => {
    await afterburn(['run', TINY, '--replicates', '2', '--out', 'here', '--quiet'], cwd);
    const before = resultsOf(out('here'));
    renameSync(out('here'), out('there'));
    rmSync(join(out('there'), 'report.html'));
    const { code, stdout } = await afterburn(['report', 'there'], cwd);
    expect([code, stdout]).toEqual([0, `${join('there', 'report.html')}\n`]);
    expect(resultsOf(out('there'))).toEqual(before);
  });

  it('hashes its files in the manifest and keeps clock and machine out of all but run.json', () => {
    const { files } = json(out('whole'), 'manifest.json');
    expect(Object.keys(files)).toEqual(RESULTS.slice(0, 4));
    for (const name of RESULTS.filter((file) => !file.endsWith('.parquet'))) {
      expect(readFileSync(join(out('whole'), name), 'utf8')).not.toMatch(cwd);
    }
    expect(json(out('whole'), 'run.json')).toMatchObject({ threads: 1, node: process.version, failures: [] });
  });

  it('takes any text as a seed', async () => {
    for (const seed of ['', '-3']) {
      const { code } = await afterburn(
        ['run', TINY, '--replicates', '1', `--seed=${seed}`, '--out', `seed${seed}`, '--quiet'],
        cwd,
      );
      expect(code).toBe(0);
      expect(json(out(`seed${seed}`), 'manifest.json').seed).toBe(seed);
    }
  });

  it('ends with 3 when worlds failed: they leave n and are told with seed and error', async () => {
    const { code, stderr } = await afterburn(
      ['run', TINY, '--set', policySet('touchy'), '--out', 'touchy', '--quiet'],
      cwd,
    );
    expect(code).toBe(3);
    const { failures } = json(out('touchy'), 'run.json');
    const { failed, n, firms } = json(out('touchy'), 'summary.json');
    expect(failures.length).toBeGreaterThan(0);
    expect([failed, n, firms.lavish.cashOut.n]).toEqual([
      failures.length,
      6 - failures.length,
      6 - failures.length,
    ]);
    expect(stderr).toMatch(
      /^\d of 6 worlds failed and are left out:\n {2}base \d, seed "1": (?!ReplicateError)[^\n]*too dear, line 8 \(policy level fenced\)\n/,
    );
    expect(failures[0].stack).toContain('touchy.mjs');
  });

  it('is quiet when its reader has seen enough', async () => {
    const { child, ended } = start(
      ['run', TINY, '--replicates', '1', '--out', 'pipe', '--quiet', '--json'],
      cwd,
    );
    child.stdout?.destroy();
    expect(await ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('what run says besides its report', () => {
  it('says when the folder holds more worlds than the results cover', async () => {
    await afterburn(['run', TINY, '--replicates', '4', '--out', 'more', '--quiet'], cwd);
    const { code, stderr } = await afterburn(
      ['run', TINY, '--replicates', '2', '--out', 'more', '--quiet'],
      cwd,
    );
    expect([code, stderr]).toEqual([0, 'note: the folder holds 4 worlds; these results cover the first 2\n']);
    const only = await afterburn(['run', TINY, '--only', '3', '--out', 'more', '--quiet'], cwd);
    expect(only.stderr).toBe('note: the folder holds 4 worlds; these results cover world 3 alone\n');
  });

  it('says below the title what was changed, and gives a command that can be run', async () => {
    const changes = ['--months', '3', '--set', 'firms.lavish.cash=7 k'];
    const words = ['run', TINY, '--replicates', '1', '--out', 'changed', '--quiet', ...changes];
    const { stdout } = await afterburn(words, cwd);
    expect(stdout.split('\n').slice(0, 2)).toEqual(['Tiny', 'changed: months=3, firms.lavish.cash=7 k']);
    expect(json(out('changed'), 'manifest.json').command).toBe(
      `npx afterburn run ${TINY} --replicates 1 --seed 1 --set months=3 --set 'firms.lavish.cash=7 k'`,
    );
  });

  it('says that it stopped because of failures, and how to go on', async () => {
    const words = ['run', TINY, ...trustedPolicy('exits'), '--max-failures', '1', '--threads', '1'];
    const { code, stderr } = await afterburn([...words, '--out', 'stopped', '--quiet'], cwd);
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^stopped after 0 of 6 worlds, because more than 1 failed; the same command goes on from here\n/,
    );
    expect(stderr).toMatch(
      / {2}base 0, seed "1": the thread ended with exit code 0 in the middle of a world; policy \S*exits\.mjs of firm lavish was deciding in month 1 \(policy level trusted\)\n/,
    );
  });

  it('leaves no lock when the reader of a noisy policy goes away', async () => {
    const { child, ended } = start(['run', TINY, ...trustedPolicy('noisy'), '--out', 'noisy', '--json'], cwd);
    child.stdout?.destroy();
    child.stderr?.destroy();
    await ended;
    expect(existsSync(join(out('noisy'), 'run.lock'))).toBe(false);
  });

  it('starts no more threads than four for each core, whatever is asked for', async () => {
    await afterburn(['run', TINY, '--threads', '1000', '--out', 'many', '--quiet'], cwd);
    expect(json(out('many'), 'run.json').threads).toBe(4 * availableParallelism());
  });
});
