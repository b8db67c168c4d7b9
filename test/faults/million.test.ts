/** Memory does not grow with the number of worlds. The long form takes some ten minutes and 2 GB of disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterburn } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from './long.js';

const SCENARIO = join(import.meta.dirname, 'one-firm.yaml');
const MOST = 512 * 2 ** 20;

async function peakOf(replicates: number): Promise<number> {
  const cwd = emptyFolder();
  const words = [
    'run',
    SCENARIO,
    '--replicates',
    String(replicates),
    '--threads',
    '2',
    '--quiet',
    '--out',
    'run',
  ];
  expect(await afterburn(words, cwd)).toMatchObject({ code: 0 });
  const summary = JSON.parse(readFileSync(join(cwd, 'run', 'summary.json'), 'utf8'));
  expect(summary.n).toBe(replicates);
  return JSON.parse(readFileSync(join(cwd, 'run', 'run.json'), 'utf8')).peakBytes;
}

describe('the process of a batch, its threads included', () => {
  // 2,000 worlds need some 220 MB: Node, two threads and their models
  it.each(LONG ? [2000, 100_000, 1_000_000] : [2000])(
    'takes at most 512 MB for %d worlds',
    async (replicates) => {
      const peak = await peakOf(replicates);
      process.stderr.write(`${replicates} worlds: ${Math.round(peak / 2 ** 20)} MB at most\n`);
      expect(peak).toBeLessThan(MOST);
    },
    3_600_000,
  );
});
