/**
 * Same seed, same bytes: the pinned worlds have the hashes of hashes.json in one thread; in any number of threads, on every
 * Node that is supported, in any locale, time zone and stage of the compiler (everywhere.test.ts); out of shards and killed
 * runs (batches.test.ts); in Chromium and Firefox (test/browser/). `npm run golden` renews the hashes; a commit that changes
 * any begins with `model:`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScenario, simulate } from '../../sim/index.js';

const { live } = await import(new URL('./worlds.mjs', import.meta.url).href);
const { pairs } = await import(new URL('./pairs.mjs', import.meta.url).href);
const print = join(import.meta.dirname, 'print.mjs');
const golden = JSON.parse(readFileSync(join(import.meta.dirname, 'hashes.json'), 'utf8'));

describe('the pinned worlds', () => {
  it('have their hashes in one thread (if a change is meant: npm run golden, and a commit that begins with model:)', () => {
    // the quick part of the tests lives few of them (vitest.quick.config.ts)
    const few = process.env.AFTERBURN_QUICK ? ['--few'] : [];
    const found = JSON.parse(execFileSync(process.execPath, [print, ...few], { encoding: 'utf8' }));
    if (few.length > 0) expect(golden).toMatchObject(found);
    else expect(found).toEqual(golden);
    expect(Object.keys(found).length).toBeGreaterThan(10);
  }, 180_000);

  it('are lived by a build of these sources', async () => {
    const one = (await pairs(true)).slice(2, 3);
    const [text] = live({ parseScenario, simulate }, one);
    const built = (golden as Record<string, string>)[one[0].name];
    expect(createHash('sha256').update(text).digest('hex'), 'dist is older than sim: npm run build').toBe(
      built,
    );
  });
});
