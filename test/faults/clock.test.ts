/** A clock that is ten years ahead or behind, and jumps back in the middle, changes no result. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { afterburn, resultsOf, TINY } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';

const cwd = emptyFolder();
const words = ['run', TINY, '--threads', '1', '--quiet', '--out'];

/** Node under a clock that is `years` away, and goes back an hour with every other look at it. */
function clockAway(years: number): NodeJS.ProcessEnv {
  const code = `const real = Date; let looks = 0;
    const now = () => real.now() + ${years} * 31557600000 - (looks++ % 2) * 3600000;
    globalThis.Date = class extends real { constructor(...all) { if (all.length) super(...all); else super(now()); } static now() { return now(); } };`;
  return { ...process.env, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` };
}

beforeAll(async () => {
  expect(await afterburn([...words, 'now'], cwd)).toMatchObject({ code: 0 });
}, 60_000);

describe('a clock that is wrong', () => {
  it.each([-10, 10])('by %d years and jumps back gives the same bytes', async (years) => {
    const name = `away${years}`;
    expect(await afterburn([...words, name], cwd, clockAway(years))).toMatchObject({ code: 0 });
    expect(resultsOf(join(cwd, name))).toEqual(resultsOf(join(cwd, 'now')));
    const { startedAt } = JSON.parse(readFileSync(join(cwd, name, 'run.json'), 'utf8'));
    expect(Math.abs(new Date(startedAt).getFullYear() - new Date().getFullYear() - years)).toBeLessThan(2);
  });
});
