import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { STUDIES } from '../src/experiment/study/names.js';
import { afterburn, start } from './cli/afterburn.js';
import { emptyFolder } from './empty-folder.js';
import { describeWithRedis, testRedis } from './faults/redis-server.js';

const root = join(import.meta.dirname, '..');
const main = join(root, 'dist/src/cli/main.js');
const blocks = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm),
].map(([, language, text]) => ({ language, text }));
const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as Record<
  string,
  string
>;
const scratch = emptyFolder();
const program = join(root, 'output', `readme-${process.pid}.mjs`);
afterAll(() => rmSync(program, { force: true }));

const node = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });

/** Commands that write a folder of results. */
const WRITES = new Set(['run', ...STUDIES]);

/** Words of a shell line; double quotes hold a word together. */
const words = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);

describe('every code block of the README', () => {
  it('is of a kind that is run here', () => {
    expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual(['js', 'sh', 'text', 'yaml']);
  });

  const isShared = (text: string) => text.startsWith('redis-server');
  const lines = blocks
    .filter(({ language, text }) => language === 'sh' && !isShared(text))
    .flatMap(({ text }) => text.trim().split('\n'));
  for (const [k, line] of lines.entries()) {
    if (line.startsWith('npx afterburn')) {
      it(`works: ${line}`, () => {
        const args = words(line).slice(2);
        if (args[0] === 'new') args[1] = join(scratch, args[1]);
        const out = WRITES.has(args[0]) ? ['--out', join(scratch, String(k))] : [];
        expect(node(main, ...args, ...out).length).toBeGreaterThan(20);
      });
    } else {
      it(`is the command it says: ${line}`, () => {
        expect(['npm ci && npm start', 'npm ci && npm test']).toContain(line);
        expect(scripts.start).toBe('node dist/src/cli/main.js run scenarios/china-traffic-war-2024.yaml');
        expect(scripts.test).toBe('vitest run');
      });
    }
  }

  const shared = blocks.find(({ language, text }) => language === 'sh' && isShared(text));
  const [server, worker, submit] = shared?.text.trim().split('\n').map(words) ?? [];
  describeWithRedis('the three lines of several machines', () => {
    it('share a batch, and what they leave can be read', async () => {
      const redis = await testRedis();
      await redis.start(server.slice(1));
      const env = { ...process.env, REDIS_URL: redis.url };
      const { child, ended } = start(worker.slice(2), root, env);
      const place = ['--out', join(scratch, 'shared')];
      expect(submit.slice(-2)).toEqual(['--out', 'output/shared']);
      const end = await afterburn([...submit.slice(2, -2), ...place], root, env);
      child.kill('SIGTERM');
      await ended;
      await redis.kill();
      expect(end).toMatchObject({ code: 0 });
      expect(end.stdout).toContain('from 40 worlds');
    });
  });

  it('the shown result is what the main job prints, up to the numbers of a smaller batch', () => {
    const shown = blocks.find(({ language }) => language === 'text')?.text ?? '';
    const args = scripts.start.split(' ').slice(2);
    const printed = node(main, ...args, '--replicates', '40', '--quiet', '--out', join(scratch, 'start'));
    expect(printed).toContain('runs out of cash in');
    for (const name of ["Dalin's start-up", 'Emotibot', 'Zhipu Qingyan', 'P(cash-out)']) {
      expect(shown).toContain(name);
      expect(printed).toContain(name);
    }
    expect(printed).toMatch(/Report: .*report\.html/);
  });

  const yaml = blocks.filter(({ language }) => language === 'yaml').map(({ text }) => text);
  const isStudy = (text: string) => /^study: /m.test(text);
  it.each(yaml.filter(isStudy).map((text) => [text.split('\n')[0], text]))(
    'the study runs: %s',
    (question, text) => {
      const file = join(scratch, 'my-study.yaml');
      writeFileSync(file, text.replace('scenario: ', `scenario: ${root}/`));
      const printed = node(main, 'study', file, '--quiet', '--out', join(scratch, 'my-study'));
      expect(printed).toContain(question.slice(2));
      expect(printed).toContain('Wawa');
    },
  );

  const scenarios = yaml.filter((text) => !isStudy(text));
  it.each(scenarios.map((text) => [text.split('\n')[0], text]))(
    'the scenario is legal and runs: %s',
    (title, text) => {
      const file = join(scratch, `${title.replaceAll(/\W+/g, '-')}.yaml`);
      writeFileSync(file, text);
      node(main, 'validate', file);
      const words = ['--replicates', '5', '--quiet', '--out', file.replace('.yaml', '')];
      expect(node(main, 'run', file, ...words)).toContain('5 worlds');
    },
  );

  it('the program runs', () => {
    writeFileSync(program, blocks.find(({ language }) => language === 'js')?.text ?? '');
    expect(node(program)).toMatch(/^Dalin runs out of cash in [01][.\d]* of worlds \([\d.]+ to [\d.]+\)$/m);
  });
});
