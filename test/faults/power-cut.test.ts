/**
 * A power cut at any call. The disk of the test keeps what was synced and loses any of the rest: content of files that
 * were not synced is cut at some byte, and names made, moved or removed in a folder that was not synced since may be as
 * before or as after. Whatever is lost, a part that was acknowledged is there, and the next run gives the same bytes.
 */
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Disk, realDisk } from '../../src/store/disk.js';
import { openFolder } from '../../src/store/folder.js';
import { LONG, seeded } from './long.js';
import { OWN, smallRun } from './small-run.js';

interface File {
  content: Buffer;
  synced: Buffer;
}
type Entry = File | 'folder';

class PowerCut extends Error {}

// a process that the cut ended beats no more
beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval'] }));

function fault(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'test' });
}

/** Files in memory: names as they are, and as they surely survive. */
class FragileDisk {
  now = new Map<string, Entry>([['/', 'folder']]);
  sure = new Map<string, Entry>([['/', 'folder']]);
  calls = 0;
  cutAt = Infinity;
  private readonly open = new Map<number, string>();

  private count(): void {
    if (++this.calls > this.cutAt) throw new PowerCut();
  }
  private file(path: string): File {
    const found = this.now.get(path);
    if (!found) throw fault('ENOENT');
    if (found === 'folder') throw fault('EISDIR');
    return found;
  }
  private fileOf(fd: number): File {
    return this.file(this.open.get(fd) as string);
  }

  /** The calls that results go through. */
  disk(): Disk {
    const calls = {
      mkdirSync: (path: string) => {
        if (this.now.has(path)) throw fault('EEXIST');
        if (!this.now.has(dirname(path))) throw fault('ENOENT');
        this.now.set(path, 'folder');
      },
      openSync: (path: string, flags: string) => {
        if (flags === 'wx' && this.now.has(path)) throw fault('EEXIST');
        if (flags === 'r' && !this.now.has(path)) throw fault('ENOENT');
        if (flags === 'wx' || (flags === 'w' && !this.now.has(path)))
          this.now.set(path, { content: Buffer.alloc(0), synced: Buffer.alloc(0) });
        else if (flags === 'w') this.file(path).content = Buffer.alloc(0);
        this.open.set(this.calls, path);
        return this.calls;
      },
      writeSync: (fd: number, bytes: Uint8Array, at = 0, length = bytes.length) => {
        const file = this.fileOf(fd);
        file.content = Buffer.concat([file.content, bytes.subarray(at, at + length)]);
        return length;
      },
      fsyncSync: (fd: number) => {
        const path = this.open.get(fd) as string;
        const found = this.now.get(path);
        if (found !== 'folder') this.file(path).synced = Buffer.from(this.file(path).content);
        else for (const name of this.namesIn(path)) this.settle(name, true);
      },
      closeSync: (fd: number) => void this.open.delete(fd),
      renameSync: (from: string, to: string) => {
        this.now.set(to, this.file(from));
        this.now.delete(from);
        for (const [fd, path] of this.open) if (path === from) this.open.set(fd, to);
      },
      unlinkSync: (path: string) => {
        this.file(path);
        this.now.delete(path);
      },
      readdirSync: (path: string) => {
        if (!this.now.has(path)) throw fault('ENOENT');
        const names = [...this.now.keys()].filter((name) => name !== '/' && dirname(name) === path);
        return names.map((name) => name.slice(name.lastIndexOf('/') + 1)).sort();
      },
      readFileSync: (path: string) => Buffer.from(this.file(path).content),
    };
    const counted = Object.entries(calls).map(([name, call]) => [
      name,
      (...given: never[]) => {
        this.count();
        return (call as (...all: never[]) => unknown)(...given);
      },
    ]);
    return Object.fromEntries(counted) as unknown as Disk;
  }

  /** Names in a folder, now or surely. */
  private namesIn(folder: string): string[] {
    return [...new Set([...this.now.keys(), ...this.sure.keys()])].filter(
      (name) => name !== '/' && dirname(name) === folder,
    );
  }

  /** Makes the name as it is now the one that survives. */
  private settle(name: string, isNew: boolean): void {
    const entry = this.now.get(name);
    if (!isNew) return;
    if (entry) this.sure.set(name, entry);
    else this.sure.delete(name);
  }

  /** The disk after the cut. */
  survivor(random: () => number): FragileDisk {
    const after = new FragileDisk();
    for (const folder of new Set([...this.now.keys(), ...this.sure.keys()].map((name) => dirname(name))))
      for (const name of this.namesIn(folder)) this.settle(name, random() < 0.5);
    for (const [name, entry] of this.sure) {
      // a folder that was lost takes everything in it along
      let above = dirname(name);
      while (above !== '/' && this.sure.has(above)) above = dirname(above);
      if (above !== '/') continue;
      const survived = entry === 'folder' ? entry : cut(entry, random);
      after.now.set(name, survived);
      after.sure.set(name, survived);
    }
    return after;
  }

  /** Files under final names, without the lock. */
  content(): [string, string][] {
    return [...this.now]
      .flatMap(([name, entry]): [string, string][] =>
        entry === 'folder' || /\.tmp$|run\.lock$/.test(name)
          ? []
          : [[name, entry.content.toString('base64')]],
      )
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** What was synced is there; of what was written since, the beginning, the rest perhaps as zeros. */
function cut({ content, synced }: File, random: () => number): File {
  if (content.equals(synced) || random() < 0.3) return { content: synced, synced };
  const left = Buffer.from(content.subarray(0, Math.floor(random() * (content.length + 1))));
  const filled = random() < 0.5 ? left : Buffer.concat([left, Buffer.alloc(content.length - left.length)]);
  return { content: filled, synced: filled };
}

describe('after a power cut', () => {
  it('the disk of this test is one: an undisturbed run gives what the real one gives', async () => {
    const fragile = new FragileDisk();
    await smallRun(fragile.disk(), '/run');
    expect(Object.keys(realDisk)).toEqual(expect.arrayContaining(Object.keys(fragile.disk())));
    expect(fragile.content().map(([name]) => name)).toEqual([
      '/run/firms.csv',
      '/run/manifest.json',
      '/run/market.parquet',
      '/run/months.parquet',
      '/run/parts/base-0-1.part',
      '/run/parts/base-2-3.part',
      '/run/scenario.json',
      '/run/summary.json',
    ]);
  });

  it('at any call, acknowledged parts are there, and the next run gives the same bytes', async () => {
    const undisturbed = new FragileDisk();
    await smallRun(undisturbed.disk(), '/run');
    const wanted = undisturbed.content();
    const tries = LONG ? 40 : 2;
    for (let call = 0; call < undisturbed.calls; call++) {
      for (let luck = 1; luck <= tries; luck++) {
        const fragile = new FragileDisk();
        fragile.cutAt = call;
        const acknowledged: number[] = [];
        const end = smallRun(fragile.disk(), '/run', (first) => void acknowledged.push(first));
        await expect(end, `call ${call}`).rejects.toThrow(PowerCut);
        const after = fragile.survivor(seeded(call * 1000 + luck));
        const place = `cut at call ${call}, luck ${luck}`;
        after.now.delete('/run/run.lock'); // its owner's boot is another one
        const folder = await openFolder(after.disk(), '/run', OWN);
        expect([place, ...acknowledged.filter((first) => !folder.has('base', first))]).toEqual([place]);
        folder.close();
        await smallRun(after.disk(), '/run');
        expect([place, after.content()]).toEqual([place, wanted]);
      }
    }
  });
});
