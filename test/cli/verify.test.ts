import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { realDisk } from '../../src/store/disk.js';
import { decodePart, encodePart } from '../../src/store/part.js';
import { readRun } from '../../src/store/recorded-run.js';
import { sampleOf } from '../../src/store/verify.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, TINY } from './afterburn.js';

const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const verify = (name: string, ...more: string[]) => afterburn(['verify', name, '--quiet', ...more], cwd);
const partsOf = (name: string) =>
  readdirSync(join(out(name), 'parts')).map((part) => join(out(name), 'parts', part));

beforeAll(async () => {
  const words = ['--replicates', '4', '--threads', '1', '--quiet'];
  await afterburn(['run', TINY, ...words, '--out', 'good'], cwd);
  for (const name of ['cut', 'forged', 'edited']) cpSync(out('good'), out(name), { recursive: true });
}, 60_000);

describe('afterburn verify', () => {
  it('ends with 0 where worlds simulated again have the same bytes', async () => {
    const { code, stdout } = await verify('good', '--all');
    expect([code, stdout]).toEqual([
      0,
      '4 parts with 4 worlds have their checksum, 0 have not\n4 worlds simulated again, 0 with other bytes\nall as it was\n',
    ]);
  });

  it('takes at least one world, and none with --sample 0', async () => {
    const compared = async (...words: string[]) =>
      JSON.parse((await verify('good', '--json', ...words)).stdout);
    expect(await compared()).toMatchObject({ compared: 1, worlds: 4, verdict: 'same' });
    expect(await compared('--sample', '50%')).toMatchObject({ compared: 2 });
    expect(await compared('--sample', '0')).toMatchObject({ compared: 0, parts: 4, verdict: 'same' });
  });

  it('draws the same worlds from the same fingerprint, others from another, each as often', () => {
    const run = readRun(realDisk, out('good'));
    const drawn = (fingerprint: string) => sampleOf({ ...run, fingerprint }, 0.5)[0].replicates;
    expect(drawn('a')).toEqual(drawn('a'));
    const times = [0, 0, 0, 0];
    for (let k = 0; k < 400; k++) for (const replicate of drawn(String(k))) times[replicate]++;
    // 400 draws of 2 of 4: mean 200, sd 10 each; false alarm of 4 sd, four times: 3e-4, seeds are fixed
    for (const count of times) expect(Math.abs(count - 200)).toBeLessThan(40);
  });

  it('ends with 1 and names a part that is cut, and a result file that is changed', async () => {
    const [part] = partsOf('cut');
    writeFileSync(part, readFileSync(part).subarray(0, 900));
    writeFileSync(join(out('cut'), 'firms.csv'), 'nobody,ran,out\n');
    const { code, stdout } = await verify('cut', '--all', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      parts: 3,
      damagedParts: ['base-0-0.part'],
      changedFiles: ['firms.csv'],
      compared: 3,
      different: [],
      verdict: 'different',
    });
  });

  it('ends with 1 and names a world whose numbers were forged under a good checksum', async () => {
    const part = partsOf('forged')[2];
    const { header, outcomes } = decodePart(readFileSync(part));
    outcomes[0].market[0] += 1;
    writeFileSync(part, encodePart(outcomes, header));
    const { code, stdout } = await verify('forged', '--all');
    expect(code).toBe(1);
    expect(stdout).toContain(
      '4 worlds simulated again, 1 with other bytes\nworlds that differ:\n  base 2\nNOT as it was',
    );
  });

  it('refuses to compare with the worlds of another scenario or model, and a folder that is no run', async () => {
    const file = join(out('edited'), 'scenario.json');
    const own = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...own, raw: { ...own.raw, people: 20000 } }));
    const edited = await verify('edited');
    expect(edited.code).toBe(2);
    expect(edited.stderr).toContain('worlds of edited cannot be made again');
    const nothing = await verify('.');
    expect([nothing.code, nothing.stderr]).toEqual([
      2,
      '. holds no run: expected a folder with scenario.json\n',
    ]);
    expect(await verify('good', '--sample', '2')).toMatchObject({
      code: 2,
      stderr: '--sample: expected a share from 0% to 100%, got "2"\n',
    });
  });
});
