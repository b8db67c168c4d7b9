import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, DiskError, makeFolder, realDisk, writeWhole } from '../../src/store/disk.js';
import { openFolder, readIdentity, writeIdentity } from '../../src/store/folder.js';
import { lockText, self } from '../../src/store/lock-owner.js';
import { type Belonging, FolderBusy } from '../../src/store/refusal.js';
import { emptyFolder } from '../empty-folder.js';
import { fakeOutcome } from '../experiment/fake.js';

const own: Belonging = {
  raw: { agents: 10, firms: { a: {} } },
  worldHash: 'w',
  seed: '1',
  engine: 'e',
  modules: {},
};
const place = () => join(emptyFolder(), 'run');
const result = (first: number, last: number, replicates: number[]) => ({
  chunk: { point: 'base', first, last },
  outcomes: replicates.map((replicate) => fakeOutcome(replicate)),
  failures: [],
});

async function filled() {
  const path = place();
  const folder = await openFolder(realDisk, path, own);
  await folder.keep(result(0, 3, [0, 1, 3]));
  await folder.keep(result(4, 4, [4]));
  folder.close();
  return path;
}

describe('a run folder', () => {
  it('is found again with its worlds, in replicate order, over any cut into parts', async () => {
    const folder = await openFolder(realDisk, await filled(), own);
    await folder.keep(result(2, 2, [2]));
    expect([0, 1, 2, 3, 4, 5].map((replicate) => folder.has('base', replicate))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([...folder.outcomes('base', [0, 1, 2, 3, 4, 5])]).toEqual(
      [0, 1, 2, 3, 4].map((replicate) => fakeOutcome(replicate)),
    );
    expect(folder.has('arm', 0)).toBe(false);
    folder.close();
  });

  it('gives its lock back when the process exits in the middle of a run', async () => {
    const path = place();
    const before = process.listeners('exit');
    await openFolder(realDisk, path, own);
    const added = process.listeners('exit').filter((listener) => !before.includes(listener));
    expect([added.length, fs.existsSync(join(path, 'run.lock'))]).toEqual([1, true]);
    for (const listener of added) {
      process.off('exit', listener);
      listener.call(process, 0);
    }
    expect(fs.existsSync(join(path, 'run.lock'))).toBe(false);
    (await openFolder(realDisk, path, own)).close();
    expect(process.listeners('exit')).toEqual(before);
  });

  it('names damaged parts and forgets their worlds', async () => {
    const path = await filled();
    fs.truncateSync(join(path, 'parts', 'base-0-3.part'), 500);
    const folder = await openFolder(realDisk, path, own);
    expect(folder.damaged).toEqual(['base-0-3.part']);
    expect([0, 4].map((replicate) => folder.has('base', replicate))).toEqual([false, true]);
    folder.close();
  });

  it.each<[string, Partial<Belonging>, RegExp]>([
    ['seed', { seed: '2' }, /seed: there "1", here "2"/],
    ['number', { raw: { agents: 20, firms: { a: {} } }, worldHash: 'x' }, /agents: there 10, here 20/],
    [
      'firm',
      { raw: { agents: 10, firms: { a: {}, b: {} } }, worldHash: 'x' },
      /firms\.b: there nothing, here {}/,
    ],
    ['model', { engine: 'f' }, /the code of the model is another version/],
    ['policy', { modules: { './p.mjs': 'abc' } }, /policy module \.\/p\.mjs: there nothing, here "abc"/],
  ])('of a run with another %s is refused with the difference', async (_, change, message) => {
    const path = await filled();
    const opening = openFolder(realDisk, path, { ...own, ...change });
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toMatchObject({ name: 'FolderRefused' });
  });

  it('that holds something else is refused and left as it is', async () => {
    const path = place();
    makeFolder(realDisk, path);
    fs.writeFileSync(join(path, 'letter.txt'), 'dear');
    await expect(openFolder(realDisk, path, own)).rejects.toThrow(/is not empty and holds no run/);
    expect(fs.readdirSync(path)).toEqual(['letter.txt']);
  });

  it('is written by one process at a time', async () => {
    const path = place();
    const folder = await openFolder(realDisk, path, own);
    await expect(openFolder(realDisk, path, own)).rejects.toThrow(`another run (process ${process.pid})`);
    folder.close();
    (await openFolder(realDisk, path, own)).close();
  });

  it('is taken over from a process that died, also when its lock was cut short', async () => {
    for (const lock of [lockText({ ...self(), pid: 4194999 }), '{"pi', '7']) {
      const path = await filled();
      fs.writeFileSync(join(path, 'run.lock'), lock);
      (await openFolder(realDisk, path, own)).close();
      expect(fs.existsSync(join(path, 'run.lock'))).toBe(false);
    }
  });
});

describe('the place of a run folder', () => {
  it('says what the run is, so that the next run knows', async () => {
    const path = place();
    const folder = await openFolder(realDisk, path, own);
    await folder.keep(result(3, 5, [3, 5]));
    expect(folder).toMatchObject({ path, identity: own, damaged: [] });
    expect(folder.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect([folder.held('base'), folder.held('cheap')]).toEqual([[3, 5], []]);
    expect(fs.readFileSync(join(path, 'scenario.json'), 'utf8')).toBe(`${JSON.stringify(own, null, 1)}\n`);
    expect(fs.readdirSync(join(path, 'parts'))).toEqual(['base-3-5.part']);
    folder.close();
  });

  it('may hold hidden and temporary files; temporary ones are swept, here and among the parts', async () => {
    const path = await filled();
    for (const name of ['.gitkeep', 'report.html.77.tmp', 'parts/base-9-9.part.77.tmp'])
      fs.writeFileSync(join(path, name), 'half');
    (await openFolder(realDisk, path, own)).close();
    expect(fs.readdirSync(path).sort()).toEqual(['.gitkeep', 'parts', 'scenario.json']);
    expect(fs.readdirSync(join(path, 'parts')).sort()).toEqual(['base-0-3.part', 'base-4-4.part']);
    const fresh = place();
    makeFolder(realDisk, fresh);
    for (const name of ['.gitkeep', 'scenario.json.77.tmp']) fs.writeFileSync(join(fresh, name), 'half');
    (await openFolder(realDisk, fresh, own)).close();
    expect(fs.readdirSync(fresh).sort()).toEqual(['.gitkeep', 'parts', 'scenario.json']);
  });

  it('is refused if it is a file, or if what it says of itself is damaged', async () => {
    const file = join(emptyFolder(), 'letter');
    fs.writeFileSync(file, 'dear');
    await expect(openFolder(realDisk, file, own)).rejects.toThrow(
      `${file} is no folder: choose another place`,
    );
    const path = await filled();
    const damaged = `${join(path, 'scenario.json')} is damaged: choose another folder, or remove this one`;
    for (const text of ['{"raw"', '', 'null', '{}', JSON.stringify({ ...own, seed: 1 })]) {
      fs.writeFileSync(join(path, 'scenario.json'), text);
      await expect(openFolder(realDisk, path, own)).rejects.toThrow(damaged);
    }
  });

  it.each(['letter.tmp.txt', 'my.run.lock', 'run.lock.old', 'parts'])(
    'is refused if it says nothing of itself and holds %s',
    async (name) => {
      const path = emptyFolder();
      fs.writeFileSync(join(path, name), '');
      await expect(openFolder(realDisk, path, own)).rejects.toThrow(
        `${path} is not empty and holds no run: choose another folder`,
      );
    },
  );

  it('that another run has taken over keeps no more parts and gives no worlds to write results of', async () => {
    const path = await filled();
    const run = await openFolder(realDisk, path, own);
    fs.writeFileSync(join(path, 'run.lock'), lockText({ ...self(), host: 'other' }));
    const chunk = { point: 'base', first: 4, last: 4 };
    await expect(run.keep({ chunk, outcomes: [fakeOutcome(4)], failures: [] })).rejects.toThrow(FolderBusy);
    expect(() => [...run.outcomes('base', [0])]).toThrow(FolderBusy);
    run.close();
  });

  it('keeps the texts of the run that made it until they are written again', async () => {
    const path = await filled();
    const file = join(path, 'scenario.json');
    const before = fs.statSync(file).ino;
    const retitled = { ...own, raw: { ...(own.raw as object), title: 'New' } };
    (await openFolder(realDisk, path, retitled)).close();
    await writeIdentity(realDisk, path, own);
    expect([readIdentity(realDisk, path), fs.statSync(file).ino]).toEqual([own, before]);
    await writeIdentity(realDisk, path, retitled);
    expect(readIdentity(realDisk, path)).toEqual(retitled);
    expect(readIdentity(realDisk, emptyFolder())).toBeUndefined();
  });

  it('is free again when it could not be opened', async () => {
    const path = await filled();
    fs.mkdirSync(join(path, 'parts', 'base-7-7.part'));
    await expect(openFolder(realDisk, path, own)).rejects.toThrow(DiskError);
    expect(fs.existsSync(join(path, 'run.lock'))).toBe(false);
  });
});

/** A disk whose call number `n` fails with `code`; counts calls. */
function failing(n: number, code: string): { disk: Disk; calls: () => number } {
  let calls = 0;
  const wrap = (name: keyof Disk) =>
    [
      name,
      (...given: unknown[]) => {
        if (++calls === n) throw Object.assign(new Error(`${code}: made to fail`), { code, syscall: name });
        return (realDisk[name] as (...all: unknown[]) => unknown)(...given);
      },
    ] as const;
  const names = Object.keys(realDisk).filter((name): name is keyof Disk => name.endsWith('Sync'));
  return { disk: Object.fromEntries(names.map(wrap)) as unknown as Disk, calls: () => calls };
}

async function writeRun(disk: Disk, path: string): Promise<void> {
  const folder = await openFolder(disk, path, own);
  try {
    await folder.keep(result(0, 1, [0, 1]));
    await folder.keep(result(2, 3, [2, 3]));
  } finally {
    folder.close();
  }
}

describe('when any call to the disk fails', () => {
  it.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE'])(
    'with %s, the error names a path and no damaged file has a final name',
    async (code) => {
      const { disk, calls } = failing(-1, code);
      await writeRun(disk, place());
      for (let n = 1; n <= calls(); n++) {
        const path = place();
        const error = await writeRun(failing(n, code).disk, path).catch((caught: unknown) => caught);
        expect(error, `call ${n}`).toBeInstanceOf(DiskError);
        expect((error as DiskError).message).toContain(path);
        fs.rmSync(join(path, 'run.lock'), { force: true });
        const again = await openFolder(realDisk, path, own);
        expect(again.damaged).toEqual([]);
        again.close();
      }
    },
  );

  it('a short write is continued until everything is written', async () => {
    const path = join(place(), '..', 'text');
    const disk = {
      ...realDisk,
      writeSync: ((fd: number, bytes: Uint8Array, at: number) =>
        fs.writeSync(fd, bytes, at, 1)) as Disk['writeSync'],
    };
    await writeWhole(disk, path, 'twelve bytes');
    expect(fs.readFileSync(path, 'utf8')).toBe('twelve bytes');
  });
});
