/** What `afterburn verify` tells of folders whose own texts are gone, damaged or of another scenario. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePart, encodePart } from '../../src/store/part.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, policySet, TINY } from './afterburn.js';

const cwd = emptyFolder();
const verify = (name: string, ...more: string[]) =>
  afterburn(['verify', name, '--quiet', '--sample', '0', ...more], cwd);

type Plain = Record<string, unknown>;

/** Changes a JSON file of a folder. */
function change(folder: string, name: string, act: (value: Plain) => void): void {
  const value = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  act(value);
  writeFileSync(join(folder, name), JSON.stringify(value));
}

const changeRaw = (folder: string, act: (raw: Plain) => void) =>
  change(folder, 'scenario.json', (value) => act(value.raw as Plain));

const CHANGED = 'scenario.json was changed since its worlds were made';

/** What is done to a copy of a whole run -> what is told of it. */
const DAMAGES: Readonly<Record<string, readonly [(folder: string) => void, string]>> = {
  'no summary': [(folder) => rmSync(join(folder, 'summary.json')), '\nsummary.json is missing\n'],
  'half a summary': [
    (folder) => writeFileSync(join(folder, 'summary.json'), '{"title": '),
    '\nsummary.json is damaged\n',
  ],
  'a summary with many other fields': [
    (folder) =>
      change(folder, 'summary.json', (value) => {
        for (let k = 0; k < 8; k++) value[`own${k}`] = k;
      }),
    '\nsummary.json: and 3 more\n',
  ],
  'a part of a plan that the scenario does not have': [
    (folder) => {
      const { header, outcomes } = decodePart(readFileSync(join(folder, 'parts', 'base-0-0.part')));
      writeFileSync(
        join(folder, 'parts', 'later-0-0.part'),
        encodePart(outcomes, { ...header, point: 'later' }),
      );
    },
    '\nparts of later, which is no arm of the scenario\n',
  ],
  'a record of failed worlds that is none': [
    (folder) => change(folder, 'run.json', (value) => (value.failures = [{ point: 7 }])),
    '\nrun.json is damaged\n',
  ],
  'a record without failed worlds': [
    (folder) => writeFileSync(join(folder, 'run.json'), '{}'),
    '\nrun.json is damaged\n',
  ],
  'a manifest of another scenario': [
    (folder) => change(folder, 'manifest.json', (value) => (value.arms = ['elsewhere'])),
    '\nmanifest.json is damaged, or of another scenario: nothing says which worlds there were\n',
  ],
  'a scenario that is none any more': [
    (folder) => changeRaw(folder, (raw) => (raw.months = 'many')),
    `\n${CHANGED}: it cannot be read as a scenario any more\n`,
  ],
  'a scenario with an arm more, which no input tells': [
    (folder) => changeRaw(folder, (raw) => (raw.arms = { late: [{ month: 2, path: 'people', value: 1 }] })),
    `\n${CHANGED}`,
  ],
  'another scenario and no summary': [
    (folder) => {
      changeRaw(folder, (raw) => (raw.people = 5));
      rmSync(join(folder, 'summary.json'));
    },
    `\n${CHANGED}\n`,
  ],
  'another scenario and half a summary': [
    (folder) => {
      changeRaw(folder, (raw) => (raw.people = 5));
      writeFileSync(join(folder, 'summary.json'), '{');
    },
    `\n${CHANGED}\n`,
  ],
  'a scenario in which much was changed': [
    (folder) => changeRaw(folder, (raw) => (raw.firms = { other: (raw.firms as Plain).lavish })),
    '\n  firms: in summary.json "lavish, thrifty", in scenario.json "other"\n',
  ],
};

beforeAll(async () => {
  const words = ['--replicates', '3', '--threads', '1', '--quiet'];
  await afterburn(['run', TINY, ...words, '--out', 'good'], cwd);
}, 60_000);

it('another scenario with a policy module is not told as none', async () => {
  const words = ['--set', policySet('slow'), '--policy-level', 'trusted', '--replicates', '1', '--quiet'];
  await afterburn(['run', TINY, ...words, '--out', 'own'], cwd);
  changeRaw(join(cwd, 'own'), (raw) => (raw.people = 5));
  const { code, stdout } = await verify('own');
  expect([code, stdout.split('\n')[0]]).toEqual([1, CHANGED]);
});

describe('afterburn verify of a folder with', () => {
  it.each(Object.entries(DAMAGES))('%s tells it and ends with 1', async (name, [damage, told]) => {
    cpSync(join(cwd, 'good'), join(cwd, name), { recursive: true });
    damage(join(cwd, name));
    const { code, stdout } = await verify(name);
    expect([code, `\n${stdout}`]).toEqual([1, expect.stringContaining(told)]);
    expect(stdout).toMatch(/NOT as it was\n$/);
  });

  it('much changed lists ten places and counts the others', async () => {
    const { stdout } = await verify('a scenario in which much was changed');
    expect(stdout.match(/^ {2}(?!and).*: in summary.json/gm)).toHaveLength(10);
    expect(stdout).toMatch(/\n {2}and \d+ more\n/);
  });

  it('a folder in the place of a result file ends with 4', async () => {
    cpSync(join(cwd, 'good'), join(cwd, 'odd'), { recursive: true });
    rmSync(join(cwd, 'odd', 'firms.csv'));
    mkdirSync(join(cwd, 'odd', 'firms.csv'));
    const { code, stderr } = await verify('odd');
    expect([code, stderr]).toEqual([4, expect.stringContaining(`${join('odd', 'firms.csv')}: `)]);
  });

  it('a shard of which a part is gone says how many worlds are left', async () => {
    const words = ['--index', '0', '--count', '2', '--replicates', '4', '--threads', '1', '--quiet'];
    await afterburn(['shard', TINY, ...words, '--out', 'shards'], cwd);
    const shard = join('shards', '0-of-2');
    rmSync(join(cwd, shard, 'parts', 'base-0-0.part'));
    const { code, stdout } = await verify(shard);
    expect([code, stdout]).toEqual([
      3,
      expect.stringContaining('PARTIAL 1 of 2; what is there is as it was\n'),
    ]);
  });
});

it.each([
  [['--sample', '1%', '--all'], 'expected --sample or --all, got both'],
  [['--sample', 'half'], '--sample: expected a share from 0% to 100%, got "half"'],
  [['--sample', '101%'], '--sample: expected a share from 0% to 100%, got "101%"'],
])('verify %j is refused', async (words, message) => {
  const ended = await afterburn(['verify', 'good', '--quiet', ...words], cwd);
  expect(ended).toEqual({ code: 2, stdout: '', stderr: `${message}\n` });
});
