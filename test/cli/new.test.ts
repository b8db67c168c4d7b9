import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFields, simulate } from '../../sim/index.js';
import { loadScenario } from '../../src/index.js';
import { explainedYaml } from '../../src/source/explained-yaml.js';
import { readSource } from '../../src/source/read-source.js';
import { loadFile } from '../../src/store/scenario-file.js';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, TINY } from './afterburn.js';

const FOLDER = join(import.meta.dirname, '../../scenarios');
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));

/** A field that stands as a comment, with its value: `# press: 0  # Acquaintance ...`. */
const SILENT = /^( *)# (\w+): ([^#\s]+) {2}# /;

describe('afterburn new', () => {
  it('writes a file that validates and gives the worlds of its source', async () => {
    const cwd = emptyFolder();
    const ended = await afterburn(['new', 'my.yaml', '--from', 'startup-20m'], cwd);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/^my\.yaml: written from .*startup-20m\.yaml\. Change its numbers, then:\n/);
    expect(ended.stdout).toContain('npx afterburn run my.yaml');
    const { scenario } = await loadFile(join(cwd, 'my.yaml'), ['agents=500', 'months=8']);
    const source = await loadFile(join(FOLDER, 'startup-20m.yaml'), ['agents=500', 'months=8']);
    expect(simulate(scenario, '1', 0)).toEqual(simulate(source.scenario, '1', 0));
    const text = readFileSync(join(cwd, 'my.yaml'), 'utf8');
    const again = await afterburn(['new', 'my.yaml', '--from', 'startup-20m'], cwd);
    expect(again).toEqual({
      code: 2,
      stdout: '',
      stderr: 'my.yaml: expected a new file, got one that exists\n',
    });
    expect(readFileSync(join(cwd, 'my.yaml'), 'utf8')).toBe(text);
  });

  it('lists what there is if --from is absent or unknown, and refuses names that are no YAML', async () => {
    const cwd = emptyFolder();
    const [none, unknown, json, gone] = await Promise.all([
      afterburn(['new', 'my.yaml'], cwd),
      afterburn(['new', 'my.yaml', '--from', 'startup-20'], cwd),
      afterburn(['new', 'my.json', '--from', 'startup-20m'], cwd),
      afterburn(['new', 'my.yaml', '--from', './gone.yaml'], cwd),
    ]);
    for (const { code, stdout } of [none, unknown, json, gone]) expect([code, stdout]).toEqual([2, '']);
    expect(none.stderr).toMatch(/^--from: expected a scenario to start from, got none; there are\n {2}\w/);
    for (const name of names) expect(none.stderr).toContain(`  ${name}: `);
    expect(unknown.stderr).toMatch(
      /^--from: expected a scenario, got "startup-20"; did you mean startup-20m\?; there are\n/,
    );
    expect(json.stderr).toBe('expected a file name that ends in .yaml, got "my.json"\n');
    expect(gone.stderr).toMatch(/^\.\/gone\.yaml: expected a scenario file, got no such file/);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('finds policy modules again from another folder', async () => {
    const cwd = emptyFolder();
    const lines = readFileSync(TINY, 'utf8').replace(/policy: steady }/, "policy: { module: './own.mjs' } }");
    writeFileSync(join(cwd, 'source.yaml'), lines);
    writeFileSync(
      join(cwd, 'own.mjs'),
      "export const policy = { name: 'own', about: 'x', source: 'x', parameters: {}, memory: () => ({}), decide: () => ({}) };\n",
    );
    const ended = await afterburn(['new', 'below/my.yaml', '--from', './source.yaml'], cwd);
    expect(ended.stderr).toBe('');
    expect(readFileSync(join(cwd, 'below/my.yaml'), 'utf8')).toContain('module: ../own.mjs');
    // from above it begins with a dot, and what has a whole path keeps it
    const above = await afterburn(['new', 'my.yaml', '--from', './below/my.yaml'], cwd);
    expect(above.code).toBe(0);
    expect(readFileSync(join(cwd, 'my.yaml'), 'utf8')).toContain('module: ./own.mjs');
    const whole = lines.replace('./own.mjs', join(cwd, 'own.mjs'));
    writeFileSync(join(cwd, 'whole.yaml'), whole);
    await afterburn(['new', 'other/my.yaml', '--from', './whole.yaml'], cwd);
    expect(readFileSync(join(cwd, 'other/my.yaml'), 'utf8')).toContain(`module: ${join(cwd, 'own.mjs')}`);
  });
});

describe('explained YAML', () => {
  for (const name of names) {
    it(`keeps every value of ${name}, and the fields left out are legal as they stand`, async () => {
      const raw = readSource(readFileSync(join(FOLDER, `${name}.yaml`)), name).source?.value;
      const text = explainedYaml(raw, describeFields(), ['# head']);
      const value = readSource(text, name).source?.value;
      expect(JSON.stringify(value)).toBe(JSON.stringify(raw));
      const silent = text.split('\n').filter((line) => SILENT.test(line));
      expect(silent.length).toBeGreaterThan(30);
      const filled = text
        .split('\n')
        .map((line) =>
          /^ *# *(-|name|currency|about)/.test(line) ? line : line.replace(SILENT, '$1$2: $3  # '),
        )
        .join('\n')
        .replace('sourced: true', 'sourced: false');
      const problems = await loadScenario({ text: filled, folder: FOLDER }).then(
        () => [],
        (error: Error) => error.message.split('\n'),
      );
      expect(problems).toEqual([]);
    });
  }

  it('explains every declared field of a market somewhere', () => {
    const raw = readSource(readFileSync(join(FOLDER, 'startup-20m.yaml')), 'x').source?.value;
    const text = explainedYaml(raw, describeFields(), []).replace(/\n *# +/g, ' ');
    const rows = describeFields().filter(({ path }) => !path.startsWith('policy ') && !path.endsWith('>'));
    const given = Object.keys(raw as object);
    const isNamed = (path: string) => !path.includes('.<') || given.includes(path.split('.')[0]);
    const left = rows.filter(
      ({ path, about }) => isNamed(path) && !text.includes(about.replace(/\s+/g, ' ')),
    );
    expect(left.map(({ path }) => path)).toEqual([]);
  });
});
