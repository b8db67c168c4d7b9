/**
 * The pinned worlds have their hashes in any number of threads, with the users of one world over any number of threads,
 * in any locale and time zone, however the engine compiles, and on every Node that is supported. In `npm test` the few
 * pairs of seed `golden`, with AFTERBURN_LONG=1 all. Starting threads for every pair takes most of its time.
 */
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { afterburn, resultsOf, TINY } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { long, pinned } from './pinned.js';

const run = promisify(execFile);
const print = join(import.meta.dirname, 'print.mjs');
const few = long ? [] : ['--few'];

/** What a command prints: a hash for each pair. */
async function hashes(
  command: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Record<string, string>> {
  const [file, ...words] = [...command, ...few];
  const { stdout } = await run(file, words, { env: { ...process.env, ...env }, timeout: HOUR });
  return JSON.parse(stdout);
}

async function expectPinned(command: readonly string[], env?: NodeJS.ProcessEnv): Promise<void> {
  const lived = await hashes(command, env);
  expect(lived).toEqual(pinned(lived));
}

/** As long as a busy machine may take, milliseconds; what takes longer is ended. */
const HOUR = 3_600_000;
const here = [process.execPath, print];

describe('the pinned worlds', () => {
  it.each(long ? [1, 2, 3, 8] : [2])(
    'have their hashes with the worlds over %i threads',
    (threads) => expectPinned([...here, '--threads', `${threads}`, '--worlds', `${threads}`]),
    HOUR,
  );

  it.each(long ? [2, 3, 8] : [3])(
    'have their hashes with the users of each world over %i threads',
    (threads) => expectPinned([...here, '--threads', `${threads}`, '--worlds', '1']),
    HOUR,
  );
});

/** A number and a moment as text, under a locale and a time zone. */
const FOREIGN_TEXT = '(1234.5).toLocaleString() + new Date(0).toLocaleString() + new Date(0).getHours()';

describe('in a place where', () => {
  const places = [
    ['tr_TR', 'Pacific/Kiritimati'],
    ['ar_EG', 'Asia/Kathmandu'],
    ['ja_JP', 'America/St_Johns'],
    ['sv_SE', 'Pacific/Pago_Pago'],
  ];
  it.each(long ? places : places.slice(1, 2))(
    'the language is that of %s and the time that of %s, which Node knows, the pinned worlds have their hashes, and result files their bytes',
    async (locale, TZ) => {
      const env = { LANG: `${locale}.UTF-8`, LC_ALL: `${locale}.UTF-8`, TZ };
      const plain = { LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
      const [there, usual] = [env, plain].map(
        (words) =>
          spawnSync(process.execPath, ['-p', FOREIGN_TEXT], {
            env: { ...process.env, ...words },
            encoding: 'utf8',
          }).stdout,
      );
      expect(there).not.toBe(usual);
      await expectPinned(here, env);
      const folder = emptyFolder();
      const words = ['run', TINY, '--threads', '1', '--quiet', '--out'];
      expect(await afterburn([...words, 'there'], folder, { ...process.env, ...env })).toMatchObject({
        code: 0,
      });
      expect(await afterburn([...words, 'usual'], folder, { ...process.env, ...plain })).toMatchObject({
        code: 0,
      });
      expect(resultsOf(join(folder, 'there'))).toEqual(resultsOf(join(folder, 'usual')));
    },
    HOUR,
  );
});

describe.skipIf(!long)('with an engine that', () => {
  it.each([
    ['never optimises', ['--no-opt']],
    ['compiles everything before its first use', ['--always-sparkplug']],
    ['never optimises the kernel', ['--no-wasm-tier-up']],
    ['optimises the kernel at once', ['--no-liftoff']],
    ['forgets compiled code all the time', ['--max-lazy', '--gc-interval=5000']],
  ])(
    '%s the pinned worlds have their hashes',
    (_, flags) => expectPinned([process.execPath, ...flags, print]),
    HOUR,
  );

  it(
    'compiles nothing, and so has no WebAssembly, the worlds of the plain population have the same hashes',
    async () => {
      await expectPinned([process.execPath, '--jitless', print, '--plain']);
    },
    HOUR,
  );
});

/** Needs the registry or npm's cache. */
function canBeHad(version: string): boolean {
  const has = spawnSync('npx', ['-y', `node@${version}`, '--version'], { timeout: 120_000 }).status === 0;
  if (!has) console.warn(`golden hashes on Node ${version} are not tested: npx cannot get it`);
  return has;
}

describe.skipIf(!long)('on another Node', () => {
  it.for(['20', '22', '24'])(
    'version %s the pinned worlds have their hashes',
    { timeout: HOUR },
    async (version, { skip }) => {
      if (!canBeHad(version)) skip();
      await expectPinned(['npx', '-y', `node@${version}`, print]);
    },
  );
});
