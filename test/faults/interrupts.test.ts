/** SIGINT at random moments: a report that can be read and says what it covers, then the same bytes as without. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { afterburn, resultsOf, start, TINY, trustedPolicy } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG, seeded, sleep } from './long.js';

const TIMES = LONG ? 50 : 4;
/** Promised for a machine that does nothing else, milliseconds. */
const WITHIN = 2000;
const cwd = emptyFolder();
const out = (name: string) => join(cwd, name);
const words = ['run', TINY, ...trustedPolicy('slow'), '--threads', '2', '--quiet', '--out'];
let wholeMs = 0;

beforeAll(async () => {
  const begin = performance.now();
  expect(await afterburn([...words, 'whole'], cwd)).toMatchObject({ code: 0 });
  wholeMs = performance.now() - begin;
}, 60_000);

/** Once its folder is open a run listens to signals; before that nothing is there that could be kept. */
async function interrupt(name: string, at: number): Promise<{ code: number | null; tookMs: number }> {
  const { child, ended } = start([...words, name], cwd);
  while (!existsSync(join(out(name), 'parts'))) await sleep(5);
  await Promise.race([sleep(at), ended]);
  const begin = performance.now();
  child.kill('SIGINT');
  const { code } = await ended;
  return { code, tookMs: performance.now() - begin };
}

/** What the manifest of a folder says; undefined without one. */
function stateOf(name: string): string | undefined {
  const file = join(out(name), 'manifest.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).state : undefined;
}

describe('a run that is interrupted at random moments', () => {
  it(`${TIMES} times leaves a report marked PARTIAL and resumes to the same bytes`, async () => {
    const random = seeded(11);
    const took: number[] = [];
    let partial = 0;
    for (let k = 0; k < TIMES; k++) {
      const name = `stopped${k}`;
      const { code, tookMs } = await interrupt(name, 0.6 * random() * wholeMs);
      expect([0, 130, null]).toContain(code);
      // null: it came before the run listened, when nothing was there, or after its last file
      if (code === null) expect([undefined, 'complete']).toContain(stateOf(name));
      if (code === 130) {
        took.push(tookMs);
        const state = stateOf(name);
        expect(state).toMatch(/^(PARTIAL [0-5] of 6|complete)$/);
        const page = readFileSync(join(out(name), 'report.html'), 'utf8');
        expect(page).toMatch(/<\/html>\s*$/);
        if (state === 'complete') continue;
        partial++;
        expect(page).toContain(state);
      }
      expect(await afterburn([...words, name], cwd)).toMatchObject({ code: 0 });
      expect(resultsOf(out(name))).toEqual(resultsOf(out('whole')));
    }
    const [middle, longest] = [0.5, 1].map(
      (p) => took.sort((a, b) => a - b)[Math.floor((took.length - 1) * p)],
    );
    const ms = (value: number) => `${Math.round(value)} ms`;
    process.stderr.write(
      `${partial} PARTIAL of ${TIMES}; stopped within ${ms(middle)}, at most ${ms(longest)}\n`,
    );
    if (LONG) expect(middle).toBeLessThan(WITHIN);
  }, 3_600_000);
});
