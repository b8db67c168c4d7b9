/**
 * Every call to the file system fails once, with each of six errors (the loop of SQLite's tests): the command ends with
 * an error that names a place, no file under a final name is anything but whole, and the next run gives the same bytes.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, DiskError, realDisk } from '../../src/store/disk.js';
import { openFolder } from '../../src/store/folder.js';
import { lockText, self } from '../../src/store/lock-owner.js';
import { takeParts } from '../../src/store/merge.js';
import { readRun } from '../../src/store/recorded-run.js';
import { changedFiles } from '../../src/store/verify.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from './long.js';
import { OWN, smallRun } from './small-run.js';

/** In the short form errors but the first are tried at some calls only. */
const SOME = 11;
const ERRORS = ['ENOSPC', 'EACCES', 'EIO', 'EMFILE', 'EROFS', 'EDQUOT'];
/** Syncing is slow and shows nothing here: power-cut.test.ts does. */
const quick: Disk = { ...realDisk, fsyncSync: () => {} };

/** A disk whose call number `n` fails with `code`; counts calls. */
function failing(n: number, code: string): { disk: Disk; calls: () => number } {
  let calls = 0;
  const names = Object.keys(quick).filter((name): name is keyof Disk => name.endsWith('Sync'));
  const wrapped = names.map((name) => [
    name,
    (...given: unknown[]) => {
      if (++calls === n) throw Object.assign(new Error(`${code}: made to fail`), { code, syscall: name });
      return (quick[name] as (...all: unknown[]) => unknown)(...given);
    },
  ]);
  return { disk: Object.fromEntries(wrapped) as unknown as Disk, calls: () => calls };
}

/** Path below the folder -> content, without the lock and what is under a temporary name. */
function contentOf(folder: string): Map<string, string> {
  if (!fs.existsSync(folder)) return new Map();
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter(
    (name) => !/\.tmp$|run\.lock$/.test(name) && fs.statSync(join(folder, name)).isFile(),
  );
  return new Map(files.map((name) => [name, fs.readFileSync(join(folder, name)).toString('base64')]));
}

/** What a command does with a disk in a folder of its own, which `prepare` has filled. */
interface Case {
  prepare(folder: string): Promise<void>;
  act(disk: Disk, folder: string): Promise<unknown>;
}

const whole = emptyFolder();
const CASES: Readonly<Record<string, Case>> = {
  run: { prepare: async () => {}, act: (disk, folder) => smallRun(disk, join(folder, 'run')) },
  'a resumed run': {
    async prepare(folder) {
      await smallRun(quick, join(folder, 'run'));
      fs.rmSync(join(folder, 'run/parts/base-2-3.part'));
    },
    act: (disk, folder) => smallRun(disk, join(folder, 'run')),
  },
  'the takeover of a dead lock': {
    async prepare(folder) {
      await smallRun(quick, join(folder, 'run'));
      fs.writeFileSync(join(folder, 'run/run.lock'), lockText({ ...self(), pid: 4194999 }));
    },
    act: (disk, folder) => smallRun(disk, join(folder, 'run')),
  },
  verify: {
    prepare: (folder) => smallRun(quick, join(folder, 'run')),
    act: async (disk, folder) => {
      const { parts } = readRun(disk, join(folder, 'run'));
      return [parts.valid, parts.damaged, changedFiles(disk, join(folder, 'run'))];
    },
  },
  merge: {
    prepare: (folder) => smallRun(quick, join(folder, 'run')),
    async act(disk, folder) {
      const target = await openFolder(disk, join(folder, 'merged'), OWN);
      try {
        await takeParts(disk, target, readRun(disk, join(folder, 'run')));
      } finally {
        target.close();
      }
    },
  },
};

async function inFolder(own: Case): Promise<string> {
  const folder = fs.mkdtempSync(join(whole, 'case-'));
  await own.prepare(folder);
  return folder;
}

describe('when any call to the disk fails', () => {
  for (const [name, own] of Object.entries(CASES)) {
    it.each(ERRORS)(
      `with %s, ${name} names the place, leaves only whole files, and goes on later`,
      async (code) => {
        const counted = failing(-1, code);
        const undisturbed = await inFolder(own);
        const answer = await own.act(counted.disk, undisturbed);
        const wanted = contentOf(undisturbed);
        expect(counted.calls()).toBeGreaterThan(5);
        const step = LONG || code === ERRORS[0] ? 1 : SOME;
        for (let n = 1; n <= counted.calls(); n += step) {
          const folder = await inFolder(own);
          const error = await own.act(failing(n, code).disk, folder).catch((caught: unknown) => caught);
          expect(error, `call ${n}`).toBeInstanceOf(DiskError);
          expect((error as DiskError).message, `call ${n}`).toContain(folder);
          for (const [file, content] of contentOf(folder))
            expect(content === wanted.get(file), `call ${n}: ${file}`).toBe(true);
          // the process would be gone, and its lock with it
          for (const run of ['run', 'merged']) fs.rmSync(join(folder, run, 'run.lock'), { force: true });
          expect(await own.act(quick, folder), `after call ${n}`).toEqual(answer);
          expect(contentOf(folder), `after call ${n}`).toEqual(wanted);
          fs.rmSync(folder, { recursive: true });
        }
      },
    );
  }
});
