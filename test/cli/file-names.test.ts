/** File names are foreign text, too. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, TINY } from './afterburn.js';

const EVIL = 'evil\u001b[31m';

it('an escape sequence in a file name never reaches the terminal', async () => {
  const cwd = emptyFolder();
  copyFileSync(TINY, join(cwd, `${EVIL}.yaml`));
  const batch = ['--replicates', '2', '--threads', '1'];
  const shard = ['shard', `${EVIL}.yaml`, ...batch, '--index', '0', '--count', '2', '--out', EVIL];
  mkdirSync(join(cwd, EVIL));
  const said: string[] = [];
  for (const words of [
    ['validate', `${EVIL}.yaml`],
    ['validate', `${EVIL}.yml`],
    ['run', `${EVIL}.yaml`, ...batch, '--out', join(EVIL, 'run')],
    ['report', join(EVIL, 'run')],
    ['verify', join(EVIL, 'run')],
    shard,
    ['merge', 'merged', EVIL],
    ['new', join(EVIL, 'new.yaml')],
  ]) {
    const { stdout, stderr } = await afterburn(words, cwd);
    said.push(stdout, stderr);
  }
  const text = said.join('');
  expect(text.match(/evil\\u001b\[31m/g)?.length).toBeGreaterThan(8);
  expect(text).not.toContain('\u001b');
}, 60_000);
