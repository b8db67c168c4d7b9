/** A folder that two containers of one machine share: process ids of one mean nothing in the other. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ownerIn, self } from '../../src/store/lock-owner.js';
import { start, TINY, trustedPolicy } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG, sleep } from './long.js';

const SPACE = ['-p', '-f', '--mount-proc', '--kill-child'];
const canUnshare = LONG && spawnSync('unshare', [...SPACE, 'true']).status === 0;
if (LONG && !canUnshare)
  process.stderr.write('skipped: a folder of two containers: unshare does not work here\n');
const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

it.skipIf(!canUnshare)(
  'a folder in use by another process namespace is refused; after its kill it is taken over',
  async () => {
    const cwd = emptyFolder();
    const share = ['--index', '0', '--count', '1', '--threads', '1', '--out', 's'];
    const words = ['shard', TINY, '--arm', 'all', '--replicates', '4000', ...trustedPolicy('slow'), ...share];
    const lock = join(cwd, 's', '0-of-1', 'run.lock');
    const owner = () => (existsSync(lock) ? ownerIn(readFileSync(lock, 'utf8')) : undefined);
    const first = start(words, cwd);
    while (!owner()) await sleep(20);
    const far = () =>
      spawn('unshare', [...SPACE, process.execPath, main, ...words], {
        cwd,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    const second = far();
    let said = '';
    second.stderr.on('data', (bytes) => (said += bytes));
    expect(await new Promise((resolve) => second.on('close', resolve))).toBe(75);
    expect(said).toContain(`another run (process ${first.child.pid} on "${self().host}") is writing to`);
    expect(owner()?.pid).toBe(first.child.pid);
    first.child.kill('SIGKILL');
    await first.ended;
    const third = far();
    while (owner()?.space === self().space) await sleep(100);
    expect(owner()?.pid).toBe(1);
    third.kill('SIGKILL');
  },
  120_000,
);
