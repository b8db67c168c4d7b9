/**
 * The model in a browser: the same bytes as in Node, kernel and all. The built modules are served from memory. Needs
 * Debian's chromium; without it the tests are skipped and say so.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Scenario, simulate } from '../../sim/index.js';
import { long, pairs, pinned } from '../golden/pinned.js';
import { legal, type Raw } from '../sim/made-scenario.js';
import { answer } from './model-site.js';

const CHROMIUM = '/usr/bin/chromium';
const present = existsSync(CHROMIUM);
if (!present) console.warn(`test/browser/model.test.ts is skipped: ${CHROMIUM} is not installed`);

const ROOT = join(import.meta.dirname, '../..');
const SITE = 'http://model.test';

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

  async function openPage(): Promise<Page> {
    const page = await browser.newPage();
    await page.route(`${SITE}/**`, (route) => route.fulfill(answer(new URL(route.request().url()).pathname)));
    await page.goto(`${SITE}/`);
    return page;
  }

  it(`lives the ${long ? 'pinned' : 'few'} worlds to the last bit`, async () => {
    const page = await openPage();
    const lived: Record<string, string> = {};
    for (const pair of await pairs(!long)) {
      const [text]: string[] = await page.evaluate(
        `(async () => {
          const [model, { live }] = await Promise.all([import('/dist/sim/index.js'), import('/test/golden/worlds.mjs')]);
          return live(model, [${JSON.stringify(pair)}]);
        })()`,
      );
      lived[pair.name] = createHash('sha256').update(text).digest('hex');
    }
    expect(lived).toEqual(pinned(lived));
  }, 600_000);

  it.each(['agents', 'cohorts'])(
    'lives the worlds of %s that Node lives, number by number',
    async (engine) => {
      const raw = parse(readFileSync(join(ROOT, 'scenarios/startup-20m.yaml'), 'utf8')) as Raw;
      raw.population = { engine };
      const page = await openPage();
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
