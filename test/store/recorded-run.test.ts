/** A run folder that is only read: what makes its worlds again, and why they cannot be made again. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inlinePool } from '../../src/pool/inline.js';
import { realDisk } from '../../src/store/disk.js';
import { identify } from '../../src/store/fingerprint.js';
import { openFolder } from '../../src/store/folder.js';
import { isChanged, readRun, setupOf } from '../../src/store/recorded-run.js';
import { changedFiles, remake } from '../../src/store/verify.js';
import { emptyFolder } from '../empty-folder.js';
import { fakeOutcome } from '../experiment/fake.js';

const raw = { agents: 10, firms: { a: {} } };
const folder = emptyFolder();
const path = join(folder, 'run');
const module = join(folder, 'own.mjs');

/** Worlds 0 to 5 of two plans. */
beforeAll(async () => {
  writeFileSync(module, 'export const policy = 1;\n');
  const run = await openFolder(realDisk, path, { raw, ...identify(raw, '1', { modules: {} }) });
  for (const point of ['base', 'cheap']) {
    const outcomes = [0, 1, 2, 3, 4, 5].map((replicate) => fakeOutcome(replicate, point));
    await run.keep({ chunk: { point, first: 0, last: 5 }, outcomes, failures: [] });
  }
  run.close();
});

describe('a recorded run', () => {
  it('has the setup of its threads, and no parts if their folder is gone', () => {
    const run = readRun(realDisk, path);
    expect(setupOf(run, '.')).toEqual({ raw, seed: '1', modules: {} });
    expect(run.parts.valid).toHaveLength(2);
    const bare = join(folder, 'bare');
    cpSync(path, bare, { recursive: true });
    rmSync(join(bare, 'parts'), { recursive: true });
    expect(readRun(realDisk, bare).parts).toMatchObject({ valid: [], damaged: [], misnamed: [] });
    writeFileSync(join(bare, 'parts'), 'no folder');
    expect(() => readRun(realDisk, bare)).toThrow(/ENOTDIR|not a directory/);
  });

  it('cannot be made again by another model, from another scenario, or with a module that is another or gone', () => {
    const { identity } = readRun(realDisk, path);
    const setup =
      (more: object, modules = folder) =>
      () =>
        setupOf({ path, identity: { ...identity, ...more } }, modules);
    expect(setup({ engine: 'older' })).toThrow(
      /cannot be made again; it differs in\n {2}the code of the model is another version$/,
    );
    expect(setup({ raw: { ...raw, agents: 11 } })).toThrow(
      'its scenario was changed since its worlds were made',
    );
    expect(isChanged({ ...identity, raw: { ...raw, agents: 11 } })).toBe(true);
    // its title is no part of the world
    expect(isChanged({ ...identity, raw: { ...raw, title: 'other' } })).toBe(false);
    const own = { modules: { './own.mjs': 'another hash' }, policyLevel: 'fenced' };
    expect(setup(own)).toThrow(/policy module \.\/own\.mjs: there "another hash", here "/);
    expect(setup({ modules: { './gone.mjs': 'h' } })).toThrow(
      `./gone.mjs: expected this policy module in ${folder}, got none; --modules tells where its path starts from`,
    );
    const url = pathToFileURL(module).href;
    const known = identify(raw, '1', { modules: { [url]: url }, policyLevel: 'trusted' });
    expect(setupOf({ path, identity: { raw, ...known } }, '.')).toEqual({
      ...{ raw, seed: '1', modules: { [url]: url }, policyLevel: 'trusted' },
    });
  });

  it('made again names the worlds that differ, by plan and number, and those that fail', async () => {
    const run = readRun(realDisk, path);
    const wrong = new Set(['cheap 4', 'cheap 1', 'base 5', 'base 2']);
    const simulate = (point: string, replicate: number) => {
      if (point === 'base' && replicate === 0) throw new Error('lost');
      const outcome = fakeOutcome(replicate, point);
      if (wrong.has(`${point} ${replicate}`)) outcome.months[0] += 1;
      return outcome;
    };
    const sample = ['cheap', 'base'].map((point) => ({ point, replicates: [5, 4, 3, 2, 1, 0].toReversed() }));
    const { compared, different, failures, complete } = await remake(run, inlinePool(simulate, '1'), {
      sample,
    });
    expect(different).toEqual([
      { point: 'base', replicate: 2 },
      { point: 'base', replicate: 5 },
      { point: 'cheap', replicate: 1 },
      { point: 'cheap', replicate: 4 },
    ]);
    expect([compared, failures.length, complete]).toEqual([11, 1, true]);
  });

  it('has changed files if its manifest says so, or leads out of the folder', () => {
    const own = join(folder, 'files');
    mkdirSync(own);
    const say = (files: unknown) => writeFileSync(join(own, 'manifest.json'), JSON.stringify({ files }));
    expect(changedFiles(realDisk, own)).toEqual([]);
    writeFileSync(join(own, 'a.csv'), 'x');
    // echo -n x | sha256sum
    const hash = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    say({ 'a.csv': hash });
    expect(changedFiles(realDisk, own)).toEqual([]);
    say({ 'b.csv': hash, 'a.csv': 'other' });
    expect(changedFiles(realDisk, own)).toEqual(['a.csv', 'b.csv']);
    for (const wrong of [{ '../a.csv': hash }, 7]) {
      say(wrong);
      expect(changedFiles(realDisk, own)).toEqual(['manifest.json']);
    }
    writeFileSync(join(own, 'manifest.json'), '{');
    expect(changedFiles(realDisk, own)).toEqual(['manifest.json']);
  });
});
