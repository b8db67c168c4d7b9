import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { afterburn, emptyFolder, policySet, RESULTS, resultsOf, start, TINY } from './afterburn.js';

const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const json = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const slow = ['run', TINY, '--set', policySet('slow'), '--threads', '2'];

async function waitFor(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const partsIn = (folder: string) => {
  const parts = join(folder, 'parts');
  return existsSync(parts) ? readdirSync(parts).filter((name) => name.endsWith('.part')).length : 0;
};

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

  it('gives the same bytes with one thread and with two', async () => {
    await afterburn(['run', TINY, '--arm', 'cheap', '--threads', '2', '--out', 'two'], cwd);
    expect(resultsOf(out('two'))).toEqual(resultsOf(out('whole')));
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
      /^\d of 6 worlds failed and are left out:\n {2}base \d, seed "1": \w*Error: .*too dear/,
    );
    expect(failures[0].stack).toContain('touchy.mjs');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'keeps what is finished on %s, marks the report, ends with %d, and resumes to the same bytes',
    async (signal, expected) => {
      const { child, ended } = start([...slow, '--out', signal, '--quiet'], cwd);
      await waitFor(() => partsIn(out(signal)) >= 1);
      child.kill(signal);
      const { code, stdout } = await ended;
      expect(code).toBe(expected);
      expect(stdout).toMatch(/PARTIAL [1-5] of 6/);
      expect(json(out(signal), 'manifest.json').state).toMatch(/^PARTIAL [1-5] of 6$/);
      await afterburn([...slow, '--out', signal, '--quiet'], cwd);
      await afterburn([...slow, '--out', `${signal}-whole`, '--quiet'], cwd);
      expect(resultsOf(out(signal))).toEqual(resultsOf(out(`${signal}-whole`)));
    },
  );

  it('survives kill -9: the next run takes the parts and gives the same bytes', async () => {
    const { child, ended } = start(
      ['run', TINY, '--arm', 'all', '--set', policySet('slow'), '--out', 'killed'],
      cwd,
    );
    await waitFor(() => partsIn(out('killed')) >= 2);
    child.kill('SIGKILL');
    await ended;
    const { code, stderr } = await afterburn([...slow, '--out', 'killed'], cwd);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^[1-6] of 6 worlds are in killed already\n/);
    expect(resultsOf(out('killed'))).toEqual(resultsOf(out('SIGINT-whole')));
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

describe('afterburn check', () => {
  it('prints every check, leaves nothing behind and ends with 0', async () => {
    const own = emptyFolder();
    const words = ['check', TINY, '--quiet', '--seed', '2'];
    const [plain, data] = await Promise.all([afterburn(words, own), afterburn([...words, '--json'], own)]);
    expect([plain.code, plain.stderr, data.code]).toEqual([0, '', 0]);
    expect(plain.stdout).toMatch(
      /^pass {2}dies: found 1 \(.* to 1\), target >= \.5\n {6}Lavish dies\.\n1 checks: 1 pass, 0 fail, 0 open\n$/,
    );
    expect(JSON.parse(data.stdout)).toEqual({
      checks: [
        {
          id: 'dies',
          kind: 'behaviour',
          found: 1,
          target: '>= .5',
          verdict: expect.stringMatching('pass|open'),
          pass: expect.any(Boolean),
        },
      ],
    });
    expect(readdirSync(own)).toEqual([]);
  });
});
