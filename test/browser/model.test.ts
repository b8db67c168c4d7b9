/**
 * The model in a browser: the same bytes as in Node, kernel and all. The built modules are served from memory. Needs
 * Debian's chromium; without it the tests are skipped and say so.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Scenario, simulate } from '../../sim/index.js';
import { legal, type Raw } from '../sim/made-scenario.js';

const CHROMIUM = '/usr/bin/chromium';
const present = existsSync(CHROMIUM);
if (!present) console.warn(`test/browser/model.test.ts is skipped: ${CHROMIUM} is not installed`);

const ROOT = join(import.meta.dirname, '../..');
const WORLDS = 'test/golden/worlds.mjs';
const SITE = 'http://model.test';
const PAGE = `<script type="importmap">{ "imports": {
  "zod": "/node_modules/zod/index.js",
  "fastest-levenshtein": "/node_modules/fastest-levenshtein/esm/mod.js",
  "seedrandom": "/seedrandom"
} }</script>`;

/** What the site answers to a path. */
function answer(path: string): { contentType: string; body: string } {
  if (path === '/') return { contentType: 'text/html', body: PAGE };
  const script = (body: string) => ({ contentType: 'text/javascript', body });
  if (path !== '/seedrandom') return script(readFileSync(join(ROOT, path), 'utf8'));
  const plain = readFileSync(join(ROOT, 'node_modules/seedrandom/seedrandom.js'), 'utf8');
  return script(`${plain}\nexport default Math.seedrandom;`);
}

/** All numbers of three worlds in a row, whole arrays as lists. */
function numbersOf(live: typeof simulate, scenario: Scenario): string {
  const worlds = [0, 1, 2].map((replicate) => live(scenario, 'browser', replicate));
  return JSON.stringify(worlds, (_, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as never) : value,
  );
}

describe.skipIf(!present)('the model in chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  it('lives the pinned worlds to the last bit', async () => {
    const read = (file: string) => parse(readFileSync(join(ROOT, file), 'utf8'));
    const page = await browser.newPage();
    await page.route(`${SITE}/**`, (route) => route.fulfill(answer(new URL(route.request().url()).pathname)));
    await page.goto(`${SITE}/`);
    const { casesOf } = await import(pathToFileURL(join(ROOT, WORLDS)).href);
    const cases = casesOf(read) as { name: string }[];
    const texts: string[] = await page.evaluate(
      `(async () => {
        const [model, { live }] = await Promise.all([import('/dist/sim/index.js'), import('/${WORLDS}')]);
        return live(model, ${JSON.stringify(cases)});
      })()`,
    );
    const hashes = texts.map((text) => createHash('sha256').update(text).digest('hex'));
    expect(Object.fromEntries(cases.map(({ name }, k) => [name, hashes[k]]))).toEqual(
      JSON.parse(readFileSync(join(ROOT, 'test/golden/hashes.json'), 'utf8')),
    );
  });

  it.each(['agents', 'cohorts'])(
    'lives the worlds of %s that Node lives, number by number',
    async (engine) => {
      const raw = parse(readFileSync(join(ROOT, 'scenarios/startup-20m.yaml'), 'utf8')) as Raw;
      raw.population = { engine };
      const page = await browser.newPage();
      await page.route(`${SITE}/**`, (route) =>
        route.fulfill(answer(new URL(route.request().url()).pathname)),
      );
      await page.goto(`${SITE}/`);
      const there = await page.evaluate(
        `(async () => {
        const { parseScenario, simulate } = await import('/dist/sim/index.js');
        const numbersOf = ${numbersOf};
        return numbersOf(simulate, parseScenario(${JSON.stringify(raw)}).scenario);
      })()`,
      );
      expect(there).toBe(numbersOf(simulate, legal(raw)));
    },
  );
});
