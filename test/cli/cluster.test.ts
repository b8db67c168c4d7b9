import { expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';
import { afterburn, TINY } from './afterburn.js';

/** Node that finds neither package of the queue. */
function withoutPackages(): NodeJS.ProcessEnv {
  const hook = `export async function resolve(name, context, next) {
    if (name !== 'bullmq' && name !== 'ioredis') return next(name, context);
    throw Object.assign(new Error("Cannot find package '" + name + "'"), { code: 'ERR_MODULE_NOT_FOUND' });
  }`;
  const url = `data:text/javascript,${encodeURIComponent(hook)}`;
  const code = `import { register } from 'node:module'; register(${JSON.stringify(url)});`;
  return { ...process.env, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` };
}

it('the packages of the queue are needed by the queue alone, and told where they are missing', async () => {
  const cwd = emptyFolder();
  const env = withoutPackages();
  for (const words of [['submit', TINY, '--shards', '2'], ['worker'], ['status']])
    expect(await afterburn(['cluster', ...words], cwd, env)).toMatchObject({
      code: 2,
      stderr: 'afterburn cluster needs two more packages: npm install bullmq@6.7.0 ioredis@6.0.0\n',
    });
  expect(await afterburn(['cluster', '--help'], cwd, env)).toMatchObject({ code: 0 });
  expect(await afterburn(['cluster', 'slurm', TINY, '--shards', '2'], cwd, env)).toMatchObject({ code: 0 });
  expect(await afterburn(['run', TINY, '--replicates', '2', '--quiet'], cwd, env)).toMatchObject({ code: 0 });
}, 120_000);
