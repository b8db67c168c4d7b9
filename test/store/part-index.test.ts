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

/** Which file is found to hold other worlds than its name says, in a folder of this one part. */
function misnamedOf(name: string, worlds: number[], point: string): readonly string[] {
  const folder = emptyFolder();
  const outcomes = worlds.map((replicate) => fakeOutcome(replicate));
  fs.writeFileSync(join(folder, name), encodePart(outcomes, { ...of, point }));
  const { valid, misnamed, index } = findParts(realDisk, folder, 'f00');
  expect([valid, index.held(point)]).toEqual([[name], worlds]);
  return misnamed;
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

  it('are taken in the order of their names, whatever the order of the disk; the first holds a world of several', () => {
    const folder = folderOf([0, 1], [1, 2], [2], [3]);
    const readdirSync = ((path: string) => fs.readdirSync(path).reverse()) as Disk['readdirSync'];
    const names = ['base-0-1.part', 'base-1-2.part', 'base-2-2.part', 'base-3-3.part'];
    const found = findParts({ ...realDisk, readdirSync }, folder, 'f00');
    expect(found).toMatchObject({ valid: names, damaged: [], misnamed: [], repeating: names.slice(1, 3) });
    expect([1, 2].map((world) => found.index.fileOf('base', world))).toEqual([
      join(folder, 'base-0-1.part'),
      join(folder, 'base-1-2.part'),
    ]);
  });

  it.each<[string, number[], string?]>([
    ['base-0-1.part', [0, 1]],
    ['base-0-1.part', [0]],
    ['base-0-1.part', [1]],
    ['base-0-30.part', [0, 11, 30]],
    ['base-10-12.part', [10, 12]],
    ['a-1-10-12.part', [11], 'a-1'],
  ])('named %s may hold the worlds %j', (name, worlds, point = 'base') => {
    expect(misnamedOf(name, worlds, point)).toEqual([]);
  });

  it.each<[string, number[], string?]>([
    ['base-1-2.part', [0, 1]],
    ['base-1-2.part', [2, 3]],
    ['base-1-2.part', [0, 1, 2, 3]],
    ['base-10-12.part', [1]],
    ['base-1-2.part', [1, 2], 'cheap'],
    ['a-base-1-2.part', [1, 2]],
    ['base-2.part', [2]],
    ['base-1-2-3.part', [2]],
    ['base-1-x.part', [1]],
    ['base-1-2.part.part', [1, 2]],
    ['.part', [1]],
  ])('named %s may not hold the worlds %j, although they are read', (name, worlds, point = 'base') => {
    expect(misnamedOf(name, worlds, point)).toEqual([name]);
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
