/**
 * Prints the hashes of the pinned worlds, lived by the built package under whatever Node runs this. Without
 * arguments in this thread; `<threads> <worlds>`: by the pool, `worlds` at a time; `--write`: into hashes.json, which is
 * `npm run golden`.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as model from '../../dist/sim/index.js';
import { threadPool } from '../../dist/src/pool/threads.js';
import { casesOf, live, SEED, textOf, WORLDS } from './worlds.mjs';

const root = join(import.meta.dirname, '../..');
const cases = casesOf((file) => parse(readFileSync(join(root, file), 'utf8')));
const [threads, worlds] = process.argv.slice(2).map(Number);

/** One case through the pool, a chunk a world. */
async function pooled({ raw, arm }) {
  const pool = threadPool({ setup: { raw, seed: SEED, modules: {} }, threads, worlds });
  const chunks = Array.from({ length: WORLDS }, (_, k) => ({ point: arm ?? 'base', first: k, last: k }));
  const results = await Promise.all(chunks.map((chunk) => pool.run(chunk)));
  await pool.close();
  for (const { failures } of results) if (failures.length > 0) throw new Error(failures[0].stack);
  return results.flatMap(({ outcomes }) => outcomes.map(textOf)).join('\n');
}

async function pooledAll() {
  const texts = [];
  for (const one of cases) texts.push(await pooled(one));
  return texts;
}

const texts = threads ? await pooledAll() : live(model, cases);
const hash = (text) => createHash('sha256').update(text).digest('hex');
const hashes = Object.fromEntries(cases.map(({ name }, k) => [name, hash(texts[k])]));
const text = `${JSON.stringify(hashes, null, 2)}\n`;
if (process.argv[2] === '--write') writeFileSync(join(import.meta.dirname, 'hashes.json'), text);
else process.stdout.write(text);
