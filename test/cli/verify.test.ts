import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeResults } from '../../src/cli/batch-results.js';
import { readFolder } from '../../src/cli/page.js';
import { escapeHtml } from '../../src/report/plain-text.js';
import { realDisk } from '../../src/store/disk.js';
import { sha256 } from '../../src/store/fingerprint.js';
import { decodePart, encodePart } from '../../src/store/part.js';
import { readRun, setupOf } from '../../src/store/recorded-run.js';
import { writeResults } from '../../src/store/results.js';
import { recallScenario } from '../../src/store/scenario-file.js';
import { sampleOf } from '../../src/store/verify.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, policySet, TINY } from './afterburn.js';

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
      '4 worlds in 4 parts, 4 simulated again, 6 files written anew: all as it was\n',
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
    expect(stdout).toContain('worlds that differ when simulated again:\n  base 2\n');
    expect(stdout).toMatch(/4 simulated again, 6 files written anew: NOT as it was\n$/);
  });

  it('names what was changed in scenario.json, exit 1', async () => {
    const own = JSON.parse(readFileSync(join(out('edited'), 'scenario.json'), 'utf8'));
    const raw = { ...own.raw, people: 20000, title: 'Huge' };
    writeFileSync(join(out('edited'), 'scenario.json'), JSON.stringify({ ...own, raw }));
    const edited = await verify('edited', '--sample', '0');
    expect(edited.code).toBe(1);
    expect(edited.stdout).toContain(
      'scenario.json was changed since its worlds were made:\n  title: in summary.json "Tiny", in scenario.json "Huge"\n  people: in summary.json "10000", in scenario.json "20000"\n',
    );
    writeFileSync(
      join(out('edited'), 'scenario.json'),
      JSON.stringify({ ...own, raw: { ...own.raw, title: 'Huge' } }),
    );
    const titled = await verify('edited', '--sample', '0');
    expect(titled.code).toBe(1);
    expect(titled.stdout).toContain('summary.json: title: in the folder "Tiny", from the parts "Huge"\n');
  });

  it('refuses a folder that is no run and a share that is none', async () => {
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

/** Replaces a text in a file of a folder. */
function edit(folder: string, name: string, change: (text: string) => string): void {
  const file = join(folder, name);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

const part = (k: number) => join('parts', `base-${k}-${k}.part`);

/** What is done to a copy of a whole run -> what is told of it. */
const FORGERIES: Readonly<Record<string, readonly [(folder: string) => void, string]>> = {
  'no part': [(folder) => rmSync(join(folder, 'parts'), { recursive: true }), 'base 3'],
  'three parts of four': [(folder) => rmSync(join(folder, part(3))), 'worlds that are missing:\n  base 3\n'],
  'a part with the content of another': [
    (folder) => cpSync(join(folder, part(0)), join(folder, part(3))),
    'parts that hold other worlds than their name says:\n  base-3-3.part\nworlds that are missing:\n  base 3\n',
  ],
  'a world in two parts with different bytes': [
    (folder) => {
      const { header, outcomes } = decodePart(readFileSync(join(folder, part(1))));
      outcomes[0].market[0] += 1;
      writeFileSync(join(folder, 'parts', 'base-1-9.part'), encodePart(outcomes, header));
    },
    'world base 1 lies in two parts with different bytes\n',
  ],
  'numbers changed in firms.csv and its hash renewed': [
    (folder) => {
      edit(folder, 'firms.csv', (text) => text.replaceAll('cash-out', 'alive'));
      const hash = sha256(readFileSync(join(folder, 'firms.csv')));
      edit(folder, 'manifest.json', (text) => text.replace(/(?<="firms.csv": ")\w+/, hash));
    },
    'files that are not what the parts give:\n  firms.csv\n  manifest.json\n',
  ],
  'a firm renamed in summary.json': [
    (folder) => edit(folder, 'summary.json', (text) => text.replace('"name": "lavish"', '"name": "saved"')),
    'summary.json: firms.lavish.name: in the folder "saved", from the parts "lavish"\n',
  ],
  'another result hash': [
    (folder) => edit(folder, 'manifest.json', (text) => text.replace(/(?<="resultHash": ")\w+/, '0')),
    'manifest.json: resultHash: in the folder "0"',
  ],
  'another seed in the manifest': [
    (folder) => edit(folder, 'manifest.json', (text) => text.replace('"seed": "1"', '"seed": "77"')),
    'manifest.json: seed: in the folder "77", from the parts "1"\n',
  ],
  'more worlds in the manifest': [
    (folder) =>
      edit(folder, 'manifest.json', (text) => text.replace('"replicates": 4', '"replicates": 9999')),
    'and 9975 more\n',
  ],
  'no manifest': [(folder) => rmSync(join(folder, 'manifest.json')), 'manifest.json is missing'],
  'no record of the run': [(folder) => rmSync(join(folder, 'run.json')), 'run.json is missing'],
  'half a manifest': [
    (folder) => edit(folder, 'manifest.json', (text) => text.slice(0, 99)),
    'manifest.json is damaged',
  ],
  'no report': [(folder) => rmSync(join(folder, 'report.html')), '\n  report.html\n'],
  'another report': [
    (folder) => edit(folder, 'report.html', (text) => text.replace('cash', 'gold')),
    '\n  report.html\n',
  ],
  'other months': [(folder) => edit(folder, 'months.parquet', (text) => `${text}.`), '\n  months.parquet\n'],
};

describe('afterburn verify of a folder with', () => {
  it.each(Object.entries(FORGERIES))('%s tells it and ends with 1', async (_, [forge, told]) => {
    const name = 'bent';
    cpSync(out('good'), out(name), { recursive: true });
    try {
      forge(out(name));
      const { code, stdout } = await verify(name, '--sample', '0');
      expect([code, `\n${stdout}`]).toEqual([1, expect.stringContaining(told)]);
      expect(stdout).toMatch(/NOT as it was\n$/);
    } finally {
      rmSync(out(name), { recursive: true });
    }
  });
});

describe('afterburn verify of a run that is not whole', () => {
  /** The folder as a run would leave it that was stopped when so many worlds of four were there. */
  async function stopped(name: string, worlds: number): Promise<void> {
    cpSync(out('good'), out(name), { recursive: true });
    for (let k = worlds; k < 4; k++) rmSync(join(out(name), part(k)));
    const { manifest } = readFolder(out(name));
    const run = readRun(realDisk, out(name));
    const scenario = await recallScenario(setupOf(run, '.'));
    const [points, replicates] = [['base'], [0, 1, 2, 3]];
    const results = makeResults({
      ...{ scenario, stem: manifest.scenario, command: manifest.command, points, replicates },
      ...{ identity: run.identity, fingerprint: run.fingerprint, complete: false, failures: [] },
      has: (point, replicate) => run.parts.index.fileOf(point, replicate) !== undefined,
      outcomes: run.outcomes,
    });
    await writeResults(realDisk, out(name), results);
    // by the command, because the page holds the text of the compiled program
    await afterburn(['report', name], cwd);
  }

  it('says PARTIAL and ends with 3 where what is there is as it was', async () => {
    await stopped('some', 3);
    const { code, stdout } = await verify('some', '--sample', '0');
    expect([code, stdout]).toEqual([
      3,
      '3 worlds in 3 parts, 0 simulated again, 6 files written anew: PARTIAL 3 of 4; what is there is as it was\n',
    ]);
    rmSync(join(out('some'), part(2)));
    const lost = await verify('some', '--sample', '0');
    expect(lost.code).toBe(1);
    expect(lost.stdout).toContain('the folder says PARTIAL 3 of 4, its parts hold 2 of 4\n');
  });

  it('misses nothing where a run that went on was killed before it wrote results', async () => {
    await stopped('gone-on', 2);
    cpSync(join(out('good'), part(2)), join(out('gone-on'), part(2)));
    expect(await verify('gone-on', '--sample', '0')).toMatchObject({
      code: 3,
      stdout:
        '3 worlds in 3 parts, 0 simulated again, 0 files written anew: PARTIAL 2 of 4; what is there is as it was\n',
    });
  });

  it('says that nothing was held, exit 1, where no world is there', async () => {
    await stopped('none', 0);
    const { code, stdout } = await verify('none');
    expect(code).toBe(1);
    expect(stdout).toMatch(/: PARTIAL 0 of 4: no world is there, so nothing was held\n$/);
  });

  it('says how many worlds failed, exit 3, and the report of the run says why', async () => {
    const words = ['--replicates', '3', '--threads', '1', '--quiet', '--set', policySet('touchy')];
    const run = await afterburn(['run', TINY, ...words, '--out', 'failed'], cwd);
    const reason = /base \d+, seed "1": (.*)/.exec(run.stderr)?.[1] ?? 'none';
    expect(reason).toMatch(/touchy.*lavish.*month \d/);
    const report = readFileSync(join(out('failed'), 'report.html'), 'utf8');
    expect(report).toContain(escapeHtml(reason));
    const { code, stdout } = await verify('failed');
    const failed = Number(/^(\d) of 3 worlds failed/.exec(run.stderr)?.[1]);
    expect([code, stdout]).toEqual([
      3,
      expect.stringMatching(
        new RegExp(`^${3 - failed} world.*: ${failed} worlds? failed and could not be held; `),
      ),
    ]);
  });

  it('has no result hash to hold where every world failed', async () => {
    const dear = ['--set', policySet('touchy'), '--set', 'firms.lavish.fixedCost=6000'];
    const words = ['--replicates', '2', '--threads', '1', '--quiet', ...dear];
    const { code, stdout } = await afterburn(['run', TINY, ...words, '--out', 'dear'], cwd);
    expect(code).toBe(3);
    expect(stdout).toContain('No world came to its end: no result\n');
    expect(stdout).not.toContain('Result:');
    const verified = await verify('dear');
    expect(verified.code).toBe(1);
    expect(verified.stdout).toMatch(/: no world is there, so nothing was held\n$/);
  });

  it('holds a shard against its own record', async () => {
    const words = ['--index', '0', '--count', '2', '--replicates', '4', '--threads', '1', '--quiet'];
    await afterburn(['shard', TINY, ...words, '--out', 'shards'], cwd);
    const shard = join('shards', '0-of-2');
    expect(await verify(shard)).toMatchObject({
      code: 0,
      stdout: '2 worlds in 2 parts, 1 simulated again, 0 files written anew: all as it was\n',
    });
  });

  it('holds what --until knew, and the one world of --only', async () => {
    const words = ['--agents', '100', '--months', '4', '--threads', '1', '--quiet'];
    await afterburn(['run', TINY, ...words, '--until', '0.08', '--out', 'until'], cwd);
    await afterburn(['run', TINY, ...words, '--only', '3', '--out', 'only'], cwd);
    for (const name of ['until', 'only']) {
      const { code, stdout } = await verify(name, '--sample', '0');
      expect([code, stdout]).toEqual([0, expect.stringMatching(/6 files written anew: all as it was\n$/)]);
    }
  }, 60_000);

  it('holds the results of fewer worlds, or other texts, than the folder has seen', async () => {
    cpSync(out('good'), out('fewer'), { recursive: true });
    const words = ['--replicates', '3', '--threads', '1', '--quiet', '--set', 'title=Other'];
    await afterburn(['run', TINY, ...words, '--out', 'fewer'], cwd);
    expect(await verify('fewer', '--sample', '0')).toMatchObject({
      code: 0,
      stdout:
        '1 world more in the folder than its results cover\n4 worlds in 4 parts, 0 simulated again, 6 files written anew: all as it was\n',
    });
  });
});
