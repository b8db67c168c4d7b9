/** Several processes want the lock of one folder at the same moment. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockText, self } from '../../src/store/lock-owner.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from './long.js';

const MANY = LONG ? 20 : 5;
const store = new URL('../../dist/src/store/', import.meta.url).href;
/** Says that it is ready, waits for the word, tries, says how it went, and holds the lock until it is told to end. */
const script = `
import { realDisk } from '${store}disk.js';
import { lockFolder } from '${store}lock.js';
process.stdout.write('ready\\n');
process.stdin.once('data', async () => {
  const got = await lockFolder(realDisk, process.argv[1]).then(() => 'got', (error) => error.constructor.name);
  process.stdout.write(got + '\\n');
  process.stdin.once('data', () => process.exit());
});`;

async function tryAtOnce(folder: string): Promise<string[]> {
  const all = Array.from({ length: MANY }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const word = (child: (typeof all)[number]) =>
    new Promise<string>((resolve) => child.stdout.once('data', (bytes) => resolve(String(bytes).trim())));
  await Promise.all(all.map(word));
  const answers = all.map(word);
  for (const child of all) child.stdin.write('go\n');
  const told = await Promise.all(answers);
  const ends = all.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of all) child.stdin.write('end\n');
  await Promise.all(ends);
  return told.sort();
}

describe(`${MANY} processes at once`, () => {
  it.each([
    ['a free folder', undefined],
    ['a folder whose owner is dead', lockText({ ...self(), pid: 4194999 })],
    ['a folder whose owner died while it wrote its lock', '{"pi'],
  ])('in %s: one gets it, the others are told', async (_, lock) => {
    const folder = join(emptyFolder(), 'run');
    mkdirSync(folder);
    if (lock) writeFileSync(join(folder, 'run.lock'), lock);
    const told = await tryAtOnce(folder);
    expect(told).toEqual([...Array.from({ length: MANY - 1 }, () => 'FolderBusy'), 'got']);
  });
});
