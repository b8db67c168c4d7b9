/** Run folders and shards that come from elsewhere: damaged, or made to do harm. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFolder } from '../../src/cli/page.js';
import { realDisk } from '../../src/store/disk.js';
import { openFolder, readIdentity } from '../../src/store/folder.js';
import { takeParts } from '../../src/store/merge.js';
import { DamagedPart, decodePart, encodePart } from '../../src/store/part.js';
import { readRun } from '../../src/store/recorded-run.js';
import { readShard } from '../../src/store/shard-file.js';
import { changedFiles } from '../../src/store/verify.js';
import { emptyFolder } from '../empty-folder.js';
import { fakeOutcome } from '../experiment/fake.js';
import { OWN, smallRun } from '../faults/small-run.js';
import { FOLDER_CASES, type FolderFile, LEGAL_FILES } from './folder-cases.js';

const READERS: Readonly<Record<FolderFile, (folder: string) => unknown>> = {
  'shard.json': (folder) => readShard(realDisk, folder),
  'scenario.json': (folder) => readIdentity(realDisk, folder),
  'summary.json': readFolder,
  'manifest.json': readFolder,
};

/** What the reader of a file says of it, without the place of the folder. */
function told(file: FolderFile, content: string): string {
  const folder = emptyFolder();
  for (const [name, legal] of Object.entries(LEGAL_FILES))
    writeFileSync(join(folder, name), JSON.stringify(legal));
  writeFileSync(join(folder, file), content);
  try {
    READERS[file](folder);
    return 'fine';
  } catch (error) {
    const { name, message } = error as Error;
    expect(['FolderRefused', 'UsageError']).toContain(name);
    return message.replaceAll(folder, 'f');
  }
}

describe('a file of a run folder', () => {
  test.each(Object.keys(LEGAL_FILES) as FolderFile[])('%s as it should be is read', (file) => {
    expect(told(file, JSON.stringify(LEGAL_FILES[file]))).toBe('fine');
  });

  test.each(FOLDER_CASES)('with %s in %s is refused', (_title, file, content, message) => {
    expect(told(file, content)).toBe(message);
  });
});

/** A part with another header, under a checksum that fits. */
function forged(change: object): Uint8Array {
  const bytes = Buffer.from(encodePart([fakeOutcome(0)], { fingerprint: 'f', point: 'base' }));
  const start = 12 + bytes.readUInt32LE(8);
  const header = { ...JSON.parse(bytes.toString('utf8', 12, start)), ...change };
  const text = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(Math.ceil((12 + text.length) / 8) * 8, 0x20);
  bytes.copy(head, 0, 0, 8);
  head.writeUInt32LE(head.length - 12, 8);
  text.copy(head, 12);
  const whole = Buffer.concat([head, bytes.subarray(start, -32)]);
  return Buffer.concat([whole, createHash('sha256').update(whole).digest()]);
}

describe('a part under a good checksum', () => {
  test('that is what it says is read', () => {
    expect(decodePart(forged({})).outcomes).toHaveLength(1);
  });

  test.each([
    [{ point: '../../x' }],
    [{ point: '/etc/x' }],
    [{ point: 5 }],
    [{ replicates: [-1] }],
    [{ replicates: [1e12] }],
    [{ replicates: [0.5] }],
    [{ replicates: 'x' }],
    [{ replicates: [0, 1] }],
    [{ replicates: [] }],
    [{ firms: [1] }],
    [{ firms: [] }],
    [{ causes: {} }],
    [{ lengths: [1, 2] }],
    [{ lengths: [1e9, 0, 0, 0] }],
    [{ fingerprint: null }],
  ])('with the header %j is damaged', (change) => {
    expect(() => decodePart(forged(change))).toThrow(DamagedPart);
  });

  test('whose header is no JSON is damaged', () => {
    const bytes = Buffer.from(forged({}));
    bytes[12] = 0x21;
    const whole = bytes.subarray(0, -32);
    const resealed = Buffer.concat([whole, createHash('sha256').update(whole).digest()]);
    expect(() => decodePart(resealed)).toThrow(DamagedPart);
  });

  test('of a point that leads out of the folder writes nothing anywhere when it is merged', async () => {
    const place = emptyFolder();
    const from = join(place, 'from');
    await smallRun(realDisk, from);
    const { fingerprint } = readRun(realDisk, from);
    writeFileSync(join(from, 'parts', 'z.part'), forged({ fingerprint, point: '../../../out' }));
    const run = readRun(realDisk, from);
    expect(run.parts.damaged).toEqual(['z.part']);
    const folder = await openFolder(realDisk, join(place, 'below', 'to'), OWN);
    await takeParts(realDisk, folder, run);
    folder.close();
    expect(readdirSync(place).sort()).toEqual(['below', 'from']);
    expect(readdirSync(join(place, 'below'))).toEqual(['to']);
  });
});

describe('links', () => {
  test('a part or a result that is a link to a file elsewhere is replaced, and that file stays as it is', async () => {
    const place = emptyFolder();
    const path = join(place, 'run');
    const secret = join(place, 'secret');
    writeFileSync(secret, 'mine');
    await smallRun(realDisk, path);
    const [part] = readdirSync(join(path, 'parts'));
    for (const file of [join(path, 'parts', part), join(path, 'firms.csv'), join(path, 'summary.json')]) {
      realDisk.unlinkSync(file);
      symlinkSync(secret, file);
    }
    await smallRun(realDisk, path);
    expect(existsSync(secret) && readdirSync(dirname(secret)).sort()).toEqual(['run', 'secret']);
    expect(String(realDisk.readFileSync(secret))).toBe('mine');
    expect(realDisk.readFileSync(join(path, 'summary.json')).length).toBeGreaterThan(100);
  });

  test('files that a manifest names outside the folder are not opened', () => {
    const folder = emptyFolder();
    for (const name of ['../../../../../dev/zero', '/dev/zero', 'parts/../../x']) {
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ files: { [name]: 'x' } }));
      expect(changedFiles(realDisk, folder)).toEqual(['manifest.json']);
    }
  });
});
