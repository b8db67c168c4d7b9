/** A run folder that another process holds: every command that writes into it says so and may be tried again. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockText, type Owner, self } from '../../src/store/lock-owner.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, start, TINY } from './afterburn.js';

const cwd = emptyFolder();
const small = [TINY, '--replicates', '1', '--threads', '1'];

function hold(folder: string, owner: Owner): void {
  mkdirSync(join(cwd, folder), { recursive: true });
  writeFileSync(join(cwd, folder, 'run.lock'), lockText(owner));
}

beforeAll(async () => {
  await afterburn(['shard', ...small, '--index', '0', '--count', '1', '--out', 'shards'], cwd);
  cpSync(join(cwd, 'shards'), join(cwd, 'busy'), { recursive: true });
});

describe('a folder that a living process holds', () => {
  it.each([
    ['run', ['run', ...small, '--out', 'run'], 'run'],
    ['shard', ['shard', ...small, '--index', '0', '--count', '1', '--out', 'busy'], join('busy', '0-of-1')],
    ['merge', ['merge', 'merged', 'shards'], 'merged'],
  ])('%s ends with 75', async (_, words, folder) => {
    hold(folder, self());
    const { code, stderr } = await afterburn([...words, '--quiet'], cwd);
    expect([code, stderr]).toEqual([75, `another run (process ${process.pid}) is writing to ${folder}\n`]);
  });
});

it('a folder that a process of another machine may hold is told at once, with the time that is waited', async () => {
  hold('far', { ...self(), host: 'node-7', boot: 'other', pid: 42 });
  const { child, ended } = start(['run', ...small, '--out', 'far'], cwd);
  const said = await new Promise<string>((resolve) =>
    child.stderr?.once('data', (bytes) => resolve(String(bytes))),
  );
  expect(said).toBe(
    `${join('far', 'run.lock')} is held by process 42 on "node-7", which cannot be seen from here: waiting up to 20 s for a sign of life\n`,
  );
  child.kill('SIGINT');
  await ended;
});
