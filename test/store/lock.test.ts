/** Locks of other hosts and containers: forged here, with the waiting made short. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, realDisk } from '../../src/store/disk.js';
import { lockFolder } from '../../src/store/lock.js';
import { BEAT_AT, lockText, ownerIn, self } from '../../src/store/lock-owner.js';
import { FolderBusy } from '../../src/store/refusal.js';
import { emptyFolder } from '../empty-folder.js';

/** A tenth of a second instead of 5 and 20. */
const PACE = { beat: 100, watch: 400, look: 20 };
/** So that an owner that only looks dead would be busy at once. */
const LONG_WATCH = { ...PACE, watch: 600_000 };
/** A number that no process of this machine has. */
const GONE = 4194999;

function place() {
  const folder = emptyFolder();
  return { folder, path: join(folder, 'run.lock') };
}

const FAR = {
  'another host': { ...self(), host: 'other', boot: 'other' },
  'another container of this machine': { ...self(), host: 'other', space: 'pid:[1]' },
  'this host name and another boot': { ...self(), boot: 'other' },
  'another namespace under this host name': { ...self(), space: 'pid:[1]' },
};

describe.each(Object.entries(FAR))('a lock of %s', (_, owner) => {
  it('that nobody touches is taken over, and only after the watching', async () => {
    const { folder, path } = place();
    writeFileSync(path, lockText(owner));
    const begin = performance.now();
    const told: string[] = [];
    const waiting = lockFolder(realDisk, folder, { ...PACE, say: (text) => void told.push(text) });
    const who = `${path} is held by process ${owner.pid} on "${owner.host}"`;
    const why = 'which cannot be seen from here: waiting up to 1 s for a sign of life';
    expect(told).toEqual([`${who}, ${why}`]);
    const lock = await waiting;
    expect(performance.now() - begin).toBeGreaterThanOrEqual(PACE.watch);
    expect(told.length).toBe(1);
    expect(ownerIn(readFileSync(path, 'utf8'))).toEqual(self());
    lock.release();
  });

  it('that is touched belongs to a living run, which is named, whatever its clock says', async () => {
    const { folder, path } = place();
    writeFileSync(path, lockText(owner));
    const touching = setInterval(() => {
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
      );
    }, 50);
    const refused = await lockFolder(realDisk, folder, LONG_WATCH).catch((error: unknown) => error);
    clearInterval(touching);
    expect(refused).toBeInstanceOf(FolderBusy);
    expect((refused as Error).message).toBe(
      `another run (process ${owner.pid} on "${owner.host}") is writing to ${folder}`,
    );
    expect(ownerIn(readFileSync(path, 'utf8'))).toEqual(owner);
  });

  it('is watched no longer when the signal comes, and left alone', async () => {
    const { folder, path } = place();
    writeFileSync(path, lockText(owner));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const waiting = lockFolder(realDisk, folder, { ...LONG_WATCH, signal: stop.signal });
    await expect(waiting).rejects.toThrow(FolderBusy);
    expect(ownerIn(readFileSync(path, 'utf8'))).toEqual(owner);
  });

  it('that is given back in the meantime is free', async () => {
    const { folder, path } = place();
    writeFileSync(path, lockText(owner));
    setTimeout(() => rmSync(path), 50);
    (await lockFolder(realDisk, folder, LONG_WATCH)).release();
  });
});

describe('a lock of this machine', () => {
  it.each([
    ['of a dead process', { ...self(), pid: GONE }],
    ['of a number that was given again', { ...self(), started: '1' }],
  ])('%s is taken over without watching', async (_, owner) => {
    const { folder, path } = place();
    writeFileSync(path, lockText(owner));
    const say = () => expect.unreachable('there is nothing to wait for');
    (await lockFolder(realDisk, folder, { ...LONG_WATCH, say })).release();
  });

  it.each(['null', '7', '{"pid":"1"}', '{"pid":-1}', `${lockText(self()).slice(0, 40)}`, ''])(
    'that is no lock (%j) is taken over',
    async (text) => {
      const { folder, path } = place();
      writeFileSync(path, text);
      (await lockFolder(realDisk, folder, LONG_WATCH)).release();
    },
  );
});

describe('the owner of a lock', () => {
  it('changes one byte of it by a timer, and it stays a lock of the same owner', async () => {
    const { folder, path } = place();
    const lock = await lockFolder(realDisk, folder, PACE);
    const seen = new Set<string>();
    while (seen.size < 3) {
      const text = readFileSync(path, 'utf8');
      expect(ownerIn(text)).toEqual(self());
      seen.add(text);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const rest = new Set([...seen].map((text) => text.slice(0, BEAT_AT) + text.slice(BEAT_AT + 1)));
    expect(rest.size).toBe(1);
    lock.release();
  });

  it('finds out that it was taken for dead, keeps nothing more, and leaves the lock of the other alone', async () => {
    const { folder, path } = place();
    const lock = await lockFolder(realDisk, folder, { ...PACE, beat: 600_000 });
    lock.check();
    const other = lockText({ ...self(), host: 'other' });
    writeFileSync(path, other);
    expect(() => lock.check()).toThrow(`the lock of ${folder} is no longer this run's`);
    lock.release();
    expect(readFileSync(path, 'utf8')).toBe(other);
  });

  it('closes its lock again when a beat cannot be written', async () => {
    const { folder } = place();
    const open = new Set<number>();
    let isFull = false;
    const disk: Disk = {
      ...realDisk,
      openSync: (...given) => {
        const fd = realDisk.openSync(...given);
        open.add(fd);
        return fd;
      },
      closeSync: (fd) => {
        open.delete(fd);
        realDisk.closeSync(fd);
      },
      writeSync: ((...given: Parameters<Disk['writeSync']>) => {
        if (isFull) throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'write' });
        return realDisk.writeSync(...given);
      }) as Disk['writeSync'],
    };
    const lock = await lockFolder(disk, folder, { ...PACE, beat: 0 });
    isFull = true;
    lock.beat();
    expect([...open]).toEqual([]);
    lock.release();
  });
});
