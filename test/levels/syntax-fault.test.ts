import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { syntaxFault } from '../../src/policies/syntax-fault.js';
import { emptyFolder } from '../empty-folder.js';

const folder = emptyFolder();

it.each([
  ['faulty.mjs', '\n\nconst q = ;', "line 3: Unexpected token ';'"],
  ['whole.mjs', "throw new Error('no money today');", undefined],
  ['typed.ts', "const n: number = 5; throw new Error('no money today');", undefined],
])('%s that holds %j has the fault %j', async (name, text, fault) => {
  writeFileSync(join(folder, name), text);
  expect(await syntaxFault(pathToFileURL(join(folder, name)).href)).toBe(fault);
});

it('a file that is not there has none', async () => {
  expect(await syntaxFault(pathToFileURL(join(folder, 'gone.mjs')).href)).toBeUndefined();
});
