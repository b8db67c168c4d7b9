import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, resultsOf, start, TINY, trustedPolicy } from './afterburn.js';

const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const slow = ['run', TINY, ...trustedPolicy('slow'), '--threads', '2'];

async function waitFor(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A run that waits as soon as its first part is there, however late that is noticed. */
function startHeld(words: readonly string[], folder: string) {
  const env = { ...process.env, AFTERBURN_TEST_HOLD: join(out(folder), 'parts') };
  return start([...words, '--out', folder, '--quiet'], cwd, env);
}

const partsIn = (folder: string) => {
  const parts = join(folder, 'parts');
  return existsSync(parts) ? readdirSync(parts).filter((name) => name.endsWith('.part')).length : 0;
};

beforeAll(async () => {
  const { code } = await afterburn([...slow, '--out', 'whole', '--quiet'], cwd);
  expect(code).toBe(0);
});

describe('a run that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'keeps what is finished on %s, marks the report, ends with %d, and resumes to the same bytes',
    async (signal, expected) => {
      const { child, ended } = startHeld(slow, signal);
      await waitFor(() => partsIn(out(signal)) >= 1);
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect(code).toBe(expected);
      expect(stdout).toMatch(/PARTIAL [1-5] of 6/);
      expect(stderr).toMatch(/^stopped after [1-5] of 6 worlds; the same command goes on from here\n$/);
      expect(JSON.parse(readFileSync(join(out(signal), 'manifest.json'), 'utf8')).state).toMatch(
        /^PARTIAL [1-5] of 6$/,
      );
      await afterburn([...slow, '--out', signal, '--quiet'], cwd);
      expect(resultsOf(out(signal))).toEqual(resultsOf(out('whole')));
    },
  );

  it('says how to have the complete results again that a stopped extension replaced by PARTIAL', async () => {
    const few = ['--out', 'more', '--quiet', '--replicates'];
    await afterburn([...slow, ...few, '2'], cwd);
    const complete = resultsOf(out('more'));
    const before = partsIn(out('more'));
    const { child, ended } = start([...slow, ...few, '60'], cwd);
    await waitFor(() => partsIn(out('more')) > before);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([
      130,
      expect.stringMatching(
        /^stopped after \d+ of 60 worlds; the same command goes on from here; --replicates 2 writes the complete results again that stood here\n$/,
      ),
    ]);
    await afterburn([...slow, ...few, '2'], cwd);
    expect(resultsOf(out('more'))).toEqual(complete);
  });

  it('survives kill -9: the next run takes the parts and gives the same bytes', async () => {
    const { child, ended } = start(
      ['run', TINY, '--arm', 'all', ...trustedPolicy('slow'), '--out', 'killed'],
      cwd,
    );
    await waitFor(() => partsIn(out('killed')) >= 2);
    child.kill('SIGKILL');
    await ended;
    const { code, stderr } = await afterburn([...slow, '--out', 'killed'], cwd);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^[1-6] of 6 worlds are in killed already\n/);
    expect(resultsOf(out('killed'))).toEqual(resultsOf(out('whole')));
  });

  it('loses two seconds at most to kill -9, so that kills every few seconds do not hold it up', async () => {
    // 200 worlds of .2 s on one thread: four alone, then 25 a chunk, which take 5 s
    const words = [
      'run',
      TINY,
      ...trustedPolicy('slow'),
      '--threads',
      '1',
      '--replicates',
      '200',
      '--quiet',
      '--out',
      'often',
    ];
    const held = () => readdirSync(join(out('often'), 'parts')).filter((name) => name.endsWith('.part'));
    let before = 4;
    for (let kill = 0; kill < 2; kill++) {
      const { child, ended } = start(words, cwd);
      await waitFor(() => partsIn(out('often')) > before);
      child.kill('SIGKILL');
      await ended;
      before = held().length + 4;
    }
    const lengths = held().map((name) => {
      const [, first, last] = /-(\d+)-(\d+)\.part$/.exec(name) as RegExpExecArray;
      return Number(last) - Number(first) + 1;
    });
    expect(Math.max(...lengths)).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThan(25);
  });
});
