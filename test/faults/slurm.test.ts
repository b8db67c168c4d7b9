/** A job array of Slurm with a task that is killed: requeued, merged, the bytes of one machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { afterburn, resultsOf, TINY, trustedPolicy } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG, sleep } from './long.js';
import { slurmIsMissing, startSlurm, type TestSlurm } from './slurm-server.js';

const why = LONG ? slurmIsMissing() : 'AFTERBURN_LONG is not set';
if (why && LONG) process.stderr.write(`skipped: a job array of Slurm: ${why}\n`);
const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const words = [TINY, '--arm', 'all', '--replicates', '80', ...trustedPolicy('slow')];
let slurm: TestSlurm;
afterEach(() => slurm?.stop());

/** Waits for the lock of a shard and kills its owner. */
async function killShard(folder: string): Promise<void> {
  const lock = join(folder, 'run.lock');
  while (!existsSync(lock) || readFileSync(lock, 'utf8') === '') await sleep(20);
  await sleep(500);
  process.kill(JSON.parse(readFileSync(lock, 'utf8')).pid, 'SIGKILL');
}

/** Waits until no job is left; a requeued task need not wait its two minutes. */
async function drain(): Promise<number> {
  let requeued = 0;
  for (let jobs = ' '; jobs !== ''; await sleep(500)) {
    jobs = slurm.tell('squeue', '-h', '-r', '-o', '%i %r');
    for (const [, id] of jobs.matchAll(/^(\S+) BeginTime$/gm)) {
      slurm.tell('scontrol', 'update', `jobid=${id}`, 'StartTime=now');
      requeued++;
    }
  }
  return requeued;
}

describe.skipIf(why)('a job array of Slurm', () => {
  it.each([
    ['as slurm.conf says', 'RequeueExit=75,137'],
    ['by itself', ''],
  ])(
    'with a task that is killed and requeued %s gives the bytes of one machine',
    async (how, extra) => {
      slurm = await startSlurm(extra);
      const array = out(`array ${how}`);
      const script = await afterburn(['cluster', 'slurm', ...words, '--shards', '4', '--out', array], cwd);
      expect(script).toMatchObject({ code: 0, stderr: '' });
      writeFileSync(out('job.sh'), script.stdout);
      const begin = performance.now();
      execFileSync('sh', ['job.sh'], { cwd, env: slurm.env });
      await killShard(join(array, '1-of-4'));
      const requeued = await drain();
      const seconds = Math.round((performance.now() - begin) / 1000);
      expect(requeued).toBe(1);
      expect(readFileSync(join(array, '1-of-4.log'), 'utf8')).toMatch(/Killed/);
      expect(await afterburn(['run', ...words, '--quiet', '--out', 'whole'], cwd)).toMatchObject({ code: 0 });
      expect(resultsOf(join(array, 'merged'))).toEqual(resultsOf(out('whole')));
      process.stderr.write(
        `Slurm: array of 4, 1 task killed and requeued, merged in ${seconds} s: 0 mismatches\n`,
      );
    },
    300_000,
  );
});
