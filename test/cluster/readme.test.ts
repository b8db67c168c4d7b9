import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { EXIT } from '../../src/cli/exits.js';
import { afterburn, TINY } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'src/cluster/README.md'), 'utf8');
const block = (begin: string) =>
  [...page.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)]
    .map(([, text]) => text)
    .find((text) => text.startsWith(begin)) ?? '';
const cwd = emptyFolder();
copyFileSync(TINY, join(cwd, 'my.yaml'));

/** Lines of a shell, with this build for the installed program. */
function shell(text: string): string {
  const main = `${process.execPath} ${join(root, 'dist/src/cli/main.js')}`;
  return execFileSync('sh', ['-ec', text.replaceAll('npx afterburn', main)], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

it('the lines by hand make all shards and merge them', () => {
  expect(shell(block('seq'))).toContain('from 6 worlds');
});

it('the lines for Slurm print a script that a shell can read', () => {
  const [print, submit] = block('npx afterburn cluster slurm').trim().split('\n');
  shell(print);
  expect(submit).toBe('sh job.sh');
  shell('sh -n job.sh');
  const script = readFileSync(join(cwd, 'job.sh'), 'utf8');
  expect(script).toContain('--array=0-3 --cpus-per-task=1 --requeue');
  expect(script).toContain(`--output=${join(cwd, 'shared/mine/%a-of-4.log')}`);
  expect(script).toMatch(
    / shard my.yaml --replicates 6 --seed 1 --count 4 --threads 1 --out \S+shared\/mine --quiet$/m,
  );
});

it('the job of Kubernetes runs a shard in each pod and gives up an index by the codes that mean so', async () => {
  const { completions, template, podFailurePolicy } = parse(block('apiVersion')).spec;
  const [npx, program, ...words] = template.spec.containers[0].command;
  expect([npx, program, words.at(words.indexOf('--count') + 1)]).toEqual([
    'npx',
    'afterburn',
    String(completions),
  ]);
  const here = words.map((word: string) =>
    word.replace(/^\/shared\/my.yaml$/, TINY).replace(/^\/shared/, 'pods'),
  );
  const { code } = await afterburn(here, cwd, { ...process.env, JOB_COMPLETION_INDEX: '3' });
  expect([code, existsSync(join(cwd, 'pods/mine/3-of-4/shard.json'))]).toEqual([0, true]);
  expect(podFailurePolicy.rules[0].onExitCodes.values).toEqual([EXIT.input, EXIT.never]);
});
