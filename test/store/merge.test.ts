import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../src/store/disk.js';
import { openFolder, type RunFolder } from '../../src/store/folder.js';
import { takeParts } from '../../src/store/merge.js';
import { readRun } from '../../src/store/recorded-run.js';
import type { Belonging } from '../../src/store/refusal.js';
import { emptyFolder } from '../empty-folder.js';
import { fakeOutcome } from '../experiment/fake.js';

const own: Belonging = { raw: { agents: 10 }, worldHash: 'w', seed: '1', engine: 'e', modules: {} };

const open = (belonging = own) => openFolder(realDisk, join(emptyFolder(), 'run'), belonging);

async function keep(folder: RunFolder, worlds: readonly number[], months?: Float64Array): Promise<void> {
  const outcomes = worlds.map((replicate) => ({ ...fakeOutcome(replicate), ...(months && { months }) }));
  const chunk = { point: 'base', first: worlds[0], last: worlds[worlds.length - 1] };
  await folder.keep({ chunk, outcomes, failures: [] });
}

/** A recorded run of these parts. */
async function recorded(parts: readonly (readonly number[])[], belonging = own) {
  const folder = await open(belonging);
  for (const worlds of parts) await keep(folder, worlds);
  folder.close();
  return readRun(realDisk, folder.path);
}

describe('taking the parts of another folder', () => {
  it('adds the worlds that are not there, as parts named by their first and last, and counts them', async () => {
    const folder = await open();
    await keep(folder, [0, 1]);
    const from = await recorded([
      [0, 1, 2, 3],
      [4, 5],
    ]);
    expect(await takeParts(realDisk, folder, from)).toEqual({ taken: 4, repeated: 2 });
    expect([...folder.outcomes('base', [0, 1, 2, 3, 4, 5])]).toEqual(
      [0, 1, 2, 3, 4, 5].map((replicate) => fakeOutcome(replicate)),
    );
    folder.close();
    const names = fs.readdirSync(join(folder.path, 'parts')).sort();
    expect(names).toEqual(['base-0-1.part', 'base-2-3.part', 'base-4-5.part']);
    expect(readRun(realDisk, folder.path).parts).toMatchObject({ valid: names, damaged: [] });
  });

  it('writes nothing when everything is there', async () => {
    const folder = await open();
    await keep(folder, [0, 1]);
    const from = await recorded([[0], [1]]);
    expect(await takeParts(realDisk, folder, from)).toEqual({ taken: 0, repeated: 2 });
    expect(fs.readdirSync(join(folder.path, 'parts'))).toEqual(['base-0-1.part']);
    folder.close();
  });

  it('leaves damaged parts', async () => {
    const { path } = await recorded([[0], [1]]);
    fs.truncateSync(join(path, 'parts', 'base-1-1.part'), 99);
    const folder = await open();
    expect(await takeParts(realDisk, folder, readRun(realDisk, path))).toEqual({ taken: 1, repeated: 0 });
    folder.close();
  });

  it('refuses another run, with the difference', async () => {
    const folder = await open();
    const from = await recorded([[0]], { ...own, seed: '2' });
    await expect(takeParts(realDisk, folder, from)).rejects.toThrow(
      `${from.path} is of another run; it differs in\n  seed: there "2", here "1"`,
    );
    expect(folder.held('base')).toEqual([]);
    folder.close();
  });

  it('refuses a world that has other bytes here, by its name', async () => {
    const folder = await open();
    const { months } = fakeOutcome(1);
    await keep(folder, [0]);
    await keep(
      folder,
      [1],
      months.map((value, k) => (k === 7 ? value + 1e-12 : value)),
    );
    const from = await recorded([[0, 1]]);
    await expect(takeParts(realDisk, folder, from)).rejects.toThrow(
      `base 1 has other bytes in ${from.path} than in another folder: afterburn verify tells which is wrong`,
    );
    folder.close();
  });
});
