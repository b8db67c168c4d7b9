/** `--help` and mistyped commands answer at once: they read neither the model nor the reader of YAML. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../empty-folder.js';

const MAIN = join(import.meta.dirname, '../../dist/src/cli/main.js');

it('--help reads no module of the model but those for words and numbers, and of packages the parser of options alone', () => {
  const folder = emptyFolder();
  execFileSync(process.execPath, [MAIN, '--help'], { env: { ...process.env, NODE_V8_COVERAGE: folder } });
  const [file] = readdirSync(folder);
  const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { result: { url: string }[] };
  const urls = result.map(({ url }) => url);
  expect(urls.some((url) => url.endsWith('/dist/src/cli/study.js'))).toBe(true);
  expect(urls.filter((url) => url.includes('/node_modules/yaml/'))).toEqual([]);
  const model = urls.flatMap((url) => /\/dist\/sim\/(.*)$/.exec(url)?.[1] ?? []);
  expect(model.sort()).toEqual(['scenario/amount.js', 'scenario/nearest.js']);
});
