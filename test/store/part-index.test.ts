import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Disk, DiskError, realDisk } from '../../src/store/disk.js';
import { encodePart } from '../../src/store/part.js';
import { findParts, makeIndex, outcomesOf } from '../../src/store/part-index.js';
import { emptyFolder } from '../empty-folder.js';
import { fakeOutcome } from '../experiment/fake.js';

const of = { fingerprint: 'f00', point: 'base' };

/** A folder of parts of these worlds each. */
function folderOf(...parts: number[][]): string {
  const folder = emptyFolder();
  for (const worlds of parts) {
    const outcomes = worlds.map((replicate) => fakeOutcome(replicate));
    fs.writeFileSync(join(folder, `base-${worlds[0]}-${worlds.at(-1)}.part`), encodePart(outcomes, of));
  }
  return folder;
}

/** The real disk, which counts how often a file is read. */
function counting(): { disk: Disk; reads: string[] } {
  const reads: string[] = [];
  const readFileSync = ((file: string) => {
    reads.push(file.slice(file.lastIndexOf('/') + 1));
    return fs.readFileSync(file);
  }) as Disk['readFileSync'];
  return { disk: { ...realDisk, readFileSync }, reads };
}

describe('an index of replicates', () => {
  it('tells the file of each, over the borders of its pages of 1,024', () => {
    const index = makeIndex();
    index.add({ point: 'base', replicates: [0, 1023, 1024], file: 'a' });
    index.add({ point: 'base', replicates: [1025, 999_999], file: 'b' });
    index.add({ point: 'cheap', replicates: [1], file: 'c' });
    const files = [0, 1, 1023, 1024, 1025, 1026, 999_999, 2048].map((k) => index.fileOf('base', k));
    expect(files).toEqual(['a', undefined, 'a', 'a', 'b', undefined, 'b', undefined]);
    expect([index.fileOf('cheap', 1), index.fileOf('cheap', 0), index.fileOf('dear', 0)]).toEqual([
      'c',
      undefined,
      undefined,
    ]);
    expect(index.held('base').sort((a, b) => a - b)).toEqual([0, 1023, 1024, 1025, 999_999]);
    expect([index.held('cheap'), index.held('dear')]).toEqual([[1], []]);
    expect(index.points()).toEqual(['base', 'cheap']);
  });

  it('leaves a replicate where it was first', () => {
    const index = makeIndex();
    index.add({ point: 'base', replicates: [3, 4], file: 'a' });
    index.add({ point: 'base', replicates: [4, 5], file: 'b' });
    expect([3, 4, 5].map((k) => index.fileOf('base', k))).toEqual(['a', 'a', 'b']);
  });
});

describe('the parts of a folder', () => {
  it('are its files of that ending, in order, apart from those that are cut or of another run', () => {
    const folder = folderOf([2, 3], [0, 1], [4]);
    fs.truncateSync(join(folder, 'base-4-4.part'), 100);
    fs.writeFileSync(
      join(folder, 'base-9-9.part'),
      encodePart([fakeOutcome(9)], { ...of, fingerprint: 'f01' }),
    );
    fs.writeFileSync(join(folder, 'base-5-5.part.12.tmp'), 'half of one');
    const { index, valid, damaged } = findParts(realDisk, folder, 'f00');
    expect(valid).toEqual(['base-0-1.part', 'base-2-3.part']);
    expect(damaged).toEqual(['base-4-4.part', 'base-9-9.part']);
    expect(index.held('base')).toEqual([0, 1, 2, 3]);
    expect(index.fileOf('base', 2)).toBe(join(folder, 'base-2-3.part'));
  });

  it('that the disk cannot read are trouble with the disk, no damage', () => {
    const folder = folderOf([0]);
    fs.mkdirSync(join(folder, 'base-1-1.part'));
    expect(() => findParts(realDisk, folder, 'f00')).toThrow(DiskError);
    expect(() => findParts(realDisk, folder, 'f00')).toThrow(join(folder, 'base-1-1.part'));
    expect(() => findParts(realDisk, join(folder, 'none'), 'f00')).toThrow(DiskError);
  });
});

describe('outcomes of an index', () => {
  it('come in the order that is asked for, and those that are not there are left out', () => {
    const folder = folderOf([0, 2], [1]);
    const { index } = findParts(realDisk, folder, 'f00');
    const found = outcomesOf(realDisk, index, { point: 'base', replicates: [2, 7, 1, 0] });
    expect([...found]).toEqual([2, 1, 0].map((replicate) => fakeOutcome(replicate)));
    expect([...outcomesOf(realDisk, index, { point: 'cheap', replicates: [0] })]).toEqual([]);
  });

  it('read each of three parts once, even in turns, and forget the oldest of four', () => {
    const folder = folderOf([0, 4, 8], [1, 5, 9], [2, 6], [3, 7]);
    const { index } = findParts(realDisk, folder, 'f00');
    const [a, b, c, d] = ['base-0-8.part', 'base-1-9.part', 'base-2-6.part', 'base-3-7.part'];
    const reads = (replicates: number[]) => {
      const { disk, reads } = counting();
      const found = [...outcomesOf(disk, index, { point: 'base', replicates })];
      expect(found.map(({ replicate }) => replicate)).toEqual(replicates);
      return reads;
    };
    expect(reads([0, 1, 2, 4, 5, 6, 8, 9])).toEqual([a, b, c]);
    expect(reads([0, 1, 2, 3, 5, 6, 7, 4])).toEqual([a, b, c, d, a]);
  });
});
