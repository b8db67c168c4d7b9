/** The pinned pairs with their plain scenarios read from the files of the repository, by the built package. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadScenario } from '../../dist/src/index.js';
import { casesOf } from './worlds.mjs';

const root = join(import.meta.dirname, '../..');

/** The plain scenario of a file, as batches read it or, if bare, as it is written. */
async function read(file, bare) {
  const path = join(root, file);
  return bare ? parse(readFileSync(path, 'utf8')) : (await loadScenario(path)).raw;
}

/** All pairs, or the few that every test lives. */
export function pairs(few = false) {
  return casesOf(read, few);
}
