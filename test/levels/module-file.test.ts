/** Files that are no text of a policy module. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { readModule } from '../../src/policies/module-file.js';
import { emptyFolder } from '../empty-folder.js';

const folder = emptyFolder();
const read = (name: string) => readModule(pathToFileURL(join(folder, name)).href);

it('the text of a module is read, also beyond ASCII, up to 1 MB', async () => {
  writeFileSync(join(folder, '稳健.mjs'), "export const policy = { name: '稳健' };\n");
  expect(await read('稳健.mjs')).toBe("export const policy = { name: '稳健' };\n");
  writeFileSync(join(folder, 'long.mjs'), 'x'.repeat(1e6));
  expect(await read('long.mjs')).toHaveLength(1e6);
});

it('what is not there, no file, too long or no UTF-8 is refused by its path', async () => {
  mkdirSync(join(folder, 'folder.mjs'));
  writeFileSync(join(folder, 'longer.mjs'), 'x'.repeat(1e6 + 1));
  writeFileSync(join(folder, 'latin.mjs'), Buffer.from([0x27, 0xe9, 0x27]));
  const at = (name: string) => join(folder, name);
  await expect(read('gone.mjs')).rejects.toThrow(`Cannot find module '${at('gone.mjs')}'`);
  for (const name of ['folder.mjs', 'longer.mjs'])
    await expect(read(name)).rejects.toThrow(`no file of at most 1 MB: ${at(name)}`);
  await expect(read('latin.mjs')).rejects.toThrow(`a file that is no UTF-8 text: ${at('latin.mjs')}`);
});
