/** kill -9 at random moments of a run, from its start to its last result file; the same command goes on. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { realDisk } from '../../src/store/disk.js';
import { readRun } from '../../src/store/recorded-run.js';
import { afterburn, resultsOf, start, TINY, trustedPolicy } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG, seeded, sleep } from './long.js';

const KILLS = LONG ? 200 : 6;
const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const words = ['run', TINY, ...trustedPolicy('slow'), '--threads', '2', '--quiet', '--arm', 'all', '--out'];
let wholeMs = 0;

beforeAll(async () => {
  const begin = performance.now();
  expect(await afterburn([...words, 'whole'], cwd)).toMatchObject({ code: 0 });
  wholeMs = performance.now() - begin;
}, 60_000);

describe('a run that is killed at random moments', () => {
  it(`${KILLS} times gives the bytes of one that was left alone, and never a damaged part`, async () => {
    const random = seeded(7);
    const told = { kills: 0, resumed: 0, finished: 0 };
    while (told.kills < KILLS) {
      const { child, ended } = start([...words, 'killed'], cwd);
      await Promise.race([sleep((0.15 + 0.9 * random()) * wholeMs), ended]);
      child.kill('SIGKILL');
      const { code } = await ended;
      if (code === null) told.kills++;
      if (existsSync(join(out('killed'), 'parts'))) {
        const { valid, damaged } = readRun(realDisk, out('killed')).parts;
        expect(damaged).toEqual([]);
        if (code === null && valid.length > 0) told.resumed++;
      }
      if (code === null && random() < 0.7) continue;
      if (code === null) expect(await afterburn([...words, 'killed'], cwd)).toMatchObject({ code: 0 });
      expect(resultsOf(out('killed'))).toEqual(resultsOf(out('whole')));
      rmSync(out('killed'), { recursive: true });
      told.finished++;
    }
    expect(await afterburn([...words, 'killed'], cwd)).toMatchObject({ code: 0 });
    expect(resultsOf(out('killed'))).toEqual(resultsOf(out('whole')));
    process.stderr.write(`${JSON.stringify(told)}: 0 mismatches\n`);
  }, 3_600_000);
});
