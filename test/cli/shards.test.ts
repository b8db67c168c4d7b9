import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { realDisk } from '../../src/store/disk.js';
import { lockFolder } from '../../src/store/lock.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, policySet, resultsOf, TINY } from './afterburn.js';

const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const plan = ['--arm', 'cheap', '--replicates', '5', '--threads', '1', '--quiet'];

async function makeShards(name: string, count: number, skip: readonly number[] = []): Promise<void> {
  for (let index = 0; index < count; index++) {
    if (skip.includes(index)) continue;
    const words = ['shard', TINY, ...plan, '--index', String(index), '--count', String(count), '--out', name];
    expect(await afterburn(words, cwd)).toMatchObject({ code: 0 });
  }
}

beforeAll(async () => {
  expect(await afterburn(['run', TINY, ...plan, '--out', 'whole'], cwd)).toMatchObject({ code: 0 });
}, 60_000);

describe('shards', () => {
  // 2 plans x 5 worlds: 8 shards cut plans in the middle and hold one or two worlds each
  it.each([1, 3, 8])(
    '%d of them, merged, give the bytes of one machine, and their folder is one of a run',
    async (count) => {
      await makeShards(`shards${count}`, count);
      const merged = await afterburn(['merge', `merged${count}`, `shards${count}`, '--quiet'], cwd);
      expect(merged).toMatchObject({ code: 0, stderr: '' });
      expect(resultsOf(out(`merged${count}`))).toEqual(resultsOf(out('whole')));
      const again = await afterburn(['run', TINY, ...plan, '--out', `merged${count}`], cwd);
      expect(again).toMatchObject({ code: 0 });
      expect(resultsOf(out(`merged${count}`))).toEqual(resultsOf(out('whole')));
    },
  );

  it('that are missing or damaged are told with the command that makes them; merging again completes the batch', async () => {
    await makeShards('some', 3, [1]);
    const [part] = readdirSync(join(out('some'), '2-of-3', 'parts'));
    const file = join(out('some'), '2-of-3', 'parts', part);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(file, bytes);
    const { code, stdout, stderr } = await afterburn(['merge', 'joined', 'some/0-of-3', 'some/2-of-3'], cwd);
    expect(code).toBe(3);
    expect(stdout).toMatch(/PARTIAL \d of 10/);
    expect(stderr).toContain(`damaged parts, left out: ${part}`);
    expect(stderr).toMatch(
      /shard 1 of 3, 3 worlds: npx afterburn shard \S+tiny.yaml --replicates 5 --seed 1 --arm cheap --index 1 --count 3 --out some\n {2}shard 2 of 3, \d worlds?: /,
    );
    await makeShards('some', 3);
    const { code: second } = await afterburn(['merge', 'joined', 'some', '--quiet'], cwd);
    expect(second).toBe(0);
    expect(resultsOf(out('joined'))).toEqual(resultsOf(out('whole')));
  });

  it('of another seed or another number of worlds are refused with the difference, and nothing is written', async () => {
    await makeShards('mixed', 2, [1]);
    const other = (words: string[]) =>
      afterburn(['shard', TINY, ...plan, '--index', '1', '--count', '2', '--out', 'other', ...words], cwd);
    await other(['--seed', '2']);
    const seeds = await afterburn(['merge', 'never', 'mixed/0-of-2', 'other/1-of-2'], cwd);
    expect(seeds).toMatchObject({ code: 2, stdout: '' });
    expect(seeds.stderr).toContain('seed: there "2", here "1"');
    rmSync(out('other'), { recursive: true });
    const fewer = ['shard', TINY, '--arm', 'cheap', '--replicates', '4', '--threads', '1', '--quiet'];
    await afterburn([...fewer, '--index', '1', '--count', '2', '--out', 'other'], cwd);
    const sizes = await afterburn(['merge', 'never', 'mixed/0-of-2', 'other/1-of-2'], cwd);
    expect(sizes).toMatchObject({ code: 2, stdout: '' });
    expect(sizes.stderr).toContain('replicates: there 4, here 5');
  });

  it('take index and count from a scheduler and say which variable told them', async () => {
    const env = { ...process.env, AWS_BATCH_JOB_ARRAY_INDEX: '1', AWS_BATCH_JOB_ARRAY_SIZE: '2' };
    const words = ['shard', TINY, '--replicates', '4', '--threads', '1', '--out', 'aws'];
    const { code, stdout, stderr } = await afterburn(words, cwd, env);
    expect([code, stdout]).toEqual([0, 'shard 1 of 2: 2 of 2 worlds in aws/1-of-2\n']);
    expect(stderr).toMatch(/^shard 1 of 2, from AWS_BATCH_JOB_ARRAY_INDEX\n/);
  });

  it('end with 0 when worlds fail, which are recorded and reported by merge as run reports them', async () => {
    const set = ['--set', policySet('touchy')];
    const words = [TINY, '--replicates', '4', '--threads', '1', '--quiet', ...set];
    const plain = await afterburn(['run', ...words, '--out', 'touchy'], cwd);
    for (const index of ['0', '1']) {
      const end = await afterburn(
        ['shard', ...words, '--index', index, '--count', '2', '--out', 'touched'],
        cwd,
      );
      expect(end.code).toBe(0);
    }
    const merged = await afterburn(['merge', 'touched-all', 'touched', '--quiet'], cwd);
    expect([plain.code, merged.code]).toEqual([3, 3]);
    expect(merged.stderr).toBe(plain.stderr);
    expect(resultsOf(out('touched-all'))).toEqual(resultsOf(out('touchy')));
  });

  it('end with 42 when too many worlds fail and with 75 when the folder is taken, so that a scheduler knows', async () => {
    const one = ['--index', '0', '--count', '1', '--threads', '1', '--quiet'];
    const failing = [
      'shard',
      TINY,
      ...one,
      '--max-failures',
      '0',
      '--set',
      policySet('touchy'),
      '--out',
      'hopeless',
    ];
    expect(await afterburn(failing, cwd)).toMatchObject({ code: 42 });
    await afterburn(['shard', TINY, ...one, '--out', 'taken'], cwd);
    const lock = await lockFolder(realDisk, join(out('taken'), '0-of-1'));
    expect(await afterburn(['shard', TINY, ...one, '--out', 'taken'], cwd)).toMatchObject({ code: 75 });
    lock.release();
  });

  it('that need more memory than there is are refused before the first world, unless forced, as a run is', async () => {
    const little = {
      ...process.env,
      NODE_OPTIONS: `--import data:text/javascript,process.constrainedMemory=()=>1e8`,
    };
    const words = [TINY, '--replicates', '2', '--threads', '1', '--quiet'];
    const share = ['--index', '0', '--count', '2', '--out', 'large'];
    const run = await afterburn(['run', ...words, '--out', 'larger'], cwd, little);
    const shard = await afterburn(['shard', ...words, ...share], cwd, little);
    expect([shard.code, shard.stdout]).toEqual([2, '']);
    expect(shard.stderr).toMatch(
      /^too much for this machine: at least \d+ MB of memory, more than the 90 MB /,
    );
    expect(shard.stderr).toBe(run.stderr);
    const forced = await afterburn(['shard', ...words, ...share, '--force'], cwd, little);
    expect(forced).toMatchObject({ code: 0, stdout: 'shard 0 of 2: 1 of 1 worlds in large/0-of-2\n' });
  });

  it('that would take more than a day on any machine are refused before the first world, in one sentence', async () => {
    const words = [TINY, '--replicates', '1000000', '--agents', '20000000', '--threads', '2'];
    const { code, stdout, stderr } = await afterburn(['run', ...words, '--out', 'ages'], cwd);
    // 1e6 worlds x 2e7 users x (7 ns + 6 months x .5 ns) on 2 threads = 100,000 s
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      'too much for any machine: at least 27 h 47 min, more than a day. Fewer worlds or --agents cost less; --force tries it\n',
    ]);
    expect(readdirSync(join(out('ages'), 'parts'))).toEqual([]);
  });

  it('that are none of what was asked are refused', async () => {
    const { code, stderr } = await afterburn(['merge', 'never', 'whole'], cwd);
    expect([code, stderr]).toEqual([2, 'whole: expected the folder of a shard, with shard.json, got none\n']);
  });
});
