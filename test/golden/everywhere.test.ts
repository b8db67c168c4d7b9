/**
 * The pinned worlds have their hashes in any number of threads, with the users of one world over any number of threads,
 * and on every Node that is supported. Starting threads for every case takes most of its time.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const print = join(import.meta.dirname, 'print.mjs');
const golden = JSON.parse(readFileSync(join(import.meta.dirname, 'hashes.json'), 'utf8'));
const long = process.env.AFTERBURN_LONG !== undefined;

function hashes(threads: readonly number[]): unknown {
  return JSON.parse(execFileSync(process.execPath, [print, ...threads.map(String)], { encoding: 'utf8' }));
}

describe('the pinned worlds', () => {
  it.each(long ? [1, 2, 3, 8] : [2])(
    'have their hashes with the worlds over %i threads',
    (threads) => {
      expect(hashes([threads, threads])).toEqual(golden);
    },
    120_000,
  );

  it.each(long ? [2, 3, 8] : [3])(
    'have their hashes with the users of each world over %i threads',
    (threads) => {
      expect(hashes([threads, 1])).toEqual(golden);
    },
    120_000,
  );
});

/** Needs the registry or npm's cache. */
function canBeHad(version: string): boolean {
  const has = spawnSync('npx', ['-y', `node@${version}`, '--version'], { timeout: 60_000 }).status === 0;
  if (!has) console.warn(`golden hashes on Node ${version} are not tested: npx cannot get it`);
  return has;
}

describe.skipIf(!long)('on another Node', () => {
  it.for(['22', '24'])(
    'version %s the pinned worlds have their hashes',
    { timeout: 180_000 },
    (version, { skip }) => {
      if (!canBeHad(version)) skip();
      const text = execFileSync('npx', ['-y', `node@${version}`, print], { encoding: 'utf8' });
      expect(JSON.parse(text)).toEqual(golden);
    },
  );
});
