/**
 * Same seed, same bytes: the pinned worlds have the hashes of hashes.json in one thread, in any number of threads and on
 * every Node that is supported (everywhere.test.ts), in chromium (test/browser/model.test.ts). `npm run golden` renews the
 * hashes; a commit that does so begins with `model:`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseScenario, simulate } from '../../sim/index.js';

const { casesOf, live } = await import(new URL('./worlds.mjs', import.meta.url).href);
const root = join(import.meta.dirname, '../..');
const print = join(import.meta.dirname, 'print.mjs');
const golden = JSON.parse(readFileSync(join(import.meta.dirname, 'hashes.json'), 'utf8'));

describe('the pinned worlds', () => {
  it('have their hashes in one thread (if a change is meant: npm run golden, and a commit that begins with model:)', () => {
    expect(JSON.parse(execFileSync(process.execPath, [print], { encoding: 'utf8' }))).toEqual(golden);
  });

  it('are lived by a build of these sources', () => {
    const one = casesOf((file: string) => parse(readFileSync(join(root, file), 'utf8'))).slice(2, 3);
    const [text] = live({ parseScenario, simulate }, one);
    const built = (golden as Record<string, string>)[one[0].name];
    expect(createHash('sha256').update(text).digest('hex'), 'dist is older than sim: npm run build').toBe(
      built,
    );
  });
});
