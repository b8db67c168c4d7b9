/**
 * Prints the hashes of the pinned worlds, lived by the built package under whatever Node runs this. Without options in
 * this thread; `--plain`: by the TypeScript population, for engines without WebAssembly; `--threads n --worlds m`: by
 * the pool, m worlds at a time (forks cannot); `--few`: only the pairs that every test lives; `--write`: into
 * hashes.json, which is `npm run golden`.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as model from '../../dist/sim/index.js';
import { threadPool } from '../../dist/src/pool/threads.js';
import { pairs } from './pairs.mjs';
import { live, textOf, WORLDS } from './worlds.mjs';

const { values: asked } = parseArgs({
  options: {
    threads: { type: 'string' },
    worlds: { type: 'string' },
    few: { type: 'boolean' },
    plain: { type: 'boolean' },
    write: { type: 'boolean' },
  },
});
const every = await pairs(asked.few);
const cases = every.filter(({ branches }) => !asked.threads || !branches);

/** One case through the pool, a chunk a world. */
async function pooled({ raw, seed, arm }) {
  const [threads, worlds] = [Number(asked.threads), Number(asked.worlds)];
  const pool = threadPool({ setup: { raw, seed, modules: {} }, threads, worlds });
  const chunks = Array.from({ length: WORLDS }, (_, k) => ({ point: arm ?? 'base', first: k, last: k }));
  const results = await Promise.all(chunks.map((chunk) => pool.run(chunk)));
  await pool.close();
  for (const { failures } of results) if (failures.length > 0) throw new Error(failures[0].stack);
  return results.flatMap(({ outcomes }) => outcomes.map(textOf)).join('\n');
}

const options = asked.plain ? { population: 'plain' } : {};
const hashes = {};
for (const one of cases) {
  const text = asked.threads ? await pooled(one) : live(model, [one], options)[0];
  hashes[one.name] = createHash('sha256').update(text).digest('hex');
}
const text = `${JSON.stringify(hashes, null, 2)}\n`;
if (asked.write) writeFileSync(join(import.meta.dirname, 'hashes.json'), text);
else process.stdout.write(text);
