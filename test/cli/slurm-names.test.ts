/** Names and options that try to become commands of the script for Slurm; a stub stands for sbatch and runs what it gets. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from '../faults/long.js';
import { afterburn, TINY } from './afterburn.js';

/** Prints a job number and runs the script of the job, as the node of a cluster would; keeps its own words. */
const STUB = `#!/bin/sh
printf '%s\\n' "$@" >> "$STUB_LOG"
cat > "$STUB_LOG.job"
sh "$STUB_LOG.job" >> "$STUB_LOG.told" 2>&1
echo 7
`;

/** A folder with the stub; `run` makes the script of a scenario of that name and runs it. */
function cluster() {
  const place = emptyFolder();
  const [bin, cwd, log] = [join(place, 'bin'), join(place, 'work'), join(place, 'log')];
  for (const folder of [bin, cwd]) mkdirSync(folder);
  for (const [name, text] of [
    ['sbatch', STUB],
    ['scontrol', '#!/bin/sh\n'],
    ['sleep', '#!/bin/sh\n'],
  ]) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, STUB_LOG: log, SLURM_ARRAY_TASK_ID: '0' };
  const print = (name: string, ...words: string[]) => {
    copyFileSync(TINY, join(cwd, name));
    return afterburn(['cluster', 'slurm', name, '--shards', '1', '--replicates', '1', ...words], cwd);
  };
  const submit = (script: string) => execFileSync('sh', ['-c', script], { cwd, env, stdio: 'pipe' });
  return { cwd, log, print, submit };
}

const QUOTED = [
  '$(touch PWNED)',
  '`touch PWNED`',
  "'; touch PWNED; '",
  '"; touch PWNED; "',
  '; touch PWNED #',
  'a && touch PWNED',
  'TASK',
  'MERGE',
  '\\',
  '%j %a',
  '*',
];

/** All in one, so that the usual run takes seconds. */
const TOGETHER = ['TASK', QUOTED.filter((text) => !/^[A-Z]+$/.test(text)).join(' ')];

it.each(LONG ? QUOTED : TOGETHER)(
  '%s in a file name, a folder and a seed stays a word',
  async (text) => {
    const { cwd, log, print, submit } = cluster();
    const [file, out] = [`${text}.yaml`, `${text} out`];
    const { code, stdout } = await print(file, '--out', out, '--seed', text);
    expect(code).toBe(0);
    submit(stdout);
    expect(readdirSync(cwd).sort(), readFileSync(`${log}.told`, 'utf8')).toEqual([file, out].sort());
    expect(existsSync(join(cwd, out, 'merged', 'summary.json'))).toBe(true);
    const own = JSON.parse(readFileSync(join(cwd, out, 'merged', 'scenario.json'), 'utf8'));
    expect(own.seed).toBe(text);
    expect(readFileSync(log, 'utf8').split('\n')).toContain(
      `--output=${join(cwd, out).replaceAll('%', '%%')}/merge.log`,
    );
  },
  60_000,
);

const BROKEN = ['a\nTASK\n)\ntouch PWNED\nb', 'd\nMERGE\ntouch PWNED\n', 'a\rb', 'a\u001b[31m', 'a\u0085b'];

it.each(LONG ? BROKEN : BROKEN.slice(0, 1))(
  'a line break or control character is refused, wherever it stands: %j',
  async (text) => {
    const { cwd, print } = cluster();
    const said = 'expected no line break or control character for a job script, got "';
    for (const option of ['--out', '--seed', '--set', '--arm', '--overlay', '--agents'])
      expect(await print('a.yaml', option, text)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(`${option}: ${said}`),
      });
    expect(await print(`${text}.yaml`)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`the scenario: ${said}`),
    });
    const url = new URL(`file://${join(cwd, `${encodeURIComponent(text)}.yaml`)}`).href;
    copyFileSync(TINY, join(cwd, `${text}.yaml`));
    const words = ['cluster', 'slurm', url, '--shards', '1'];
    expect(await afterburn(words, cwd)).toMatchObject({ code: 2, stdout: '' });
  },
  60_000,
);

it('a scenario whose name begins with a dash is no option of the task', async () => {
  const { cwd, print, submit } = cluster();
  const { stdout } = await print('a.yaml', '--out', 'o');
  copyFileSync(TINY, join(cwd, '--force.yaml'));
  const dashed = await afterburn(
    ['cluster', 'slurm', join(cwd, '--force.yaml'), '--shards', '1', '--replicates', '1', '--out', 'o'],
    cwd,
  );
  expect(stdout).toContain(' shard a.yaml ');
  expect(dashed.stdout).toContain(' shard ./--force.yaml ');
  submit(dashed.stdout);
  expect(existsSync(join(cwd, 'o', 'merged', 'summary.json'))).toBe(true);
}, 60_000);

it('the script says what a time limit does, and what an array beyond the usual limit needs', async () => {
  const { cwd } = cluster();
  copyFileSync(TINY, join(cwd, 'tiny.yaml'));
  const print = (shards: string) =>
    afterburn(['cluster', 'slurm', 'tiny.yaml', '--shards', shards, '--replicates', '2000'], cwd);
  const [few, many] = await Promise.all([print('1001'), print('1002')]);
  expect(few.stdout).toContain(
    '# A task that reaches its time limit is not requeued by Slurm; it keeps what is finished, and submitting again goes on from it.\nset -eu\n',
  );
  expect(many.stdout).toContain(
    '# 1002 tasks need a MaxArraySize above 1001 in slurm.conf; 1001 is usual: scontrol show config | grep MaxArraySize\nset -eu\n',
  );
});
