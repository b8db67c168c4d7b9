/**
 * The studio in a browser, from the server of the command line. Needs Debian's chromium and a built dist/studio; without
 * chromium the tests are skipped and say so.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '../../sim/index.js';
import { listen, type StudioServer } from '../../src/cli/studio-server.js';
import { canonicalBytes, resultText } from '../../src/experiment/result-hash.js';
import { hashEngine } from '../../src/store/fingerprint.js';
import { loadFile } from '../../src/store/scenario-file.js';
import { afterburn } from '../cli/afterburn.js';
import { emptyFolder } from '../empty-folder.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const ROOT = join(import.meta.dirname, '../..');
const SIX = join(ROOT, 'scenarios/six-app-benchmark.yaml');
const KNOWN = JSON.parse(readFileSync(join(ROOT, 'src/studio/known-hashes.json'), 'utf8'));
const TOKEN = 'a-token-of-the-test';
const present = existsSync(CHROMIUM);
if (!present) console.warn(`test/browser/studio.test.ts is skipped: ${CHROMIUM} is not installed`);

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** What must stay empty while the page is used. */
interface Watched {
  readonly page: Page;
  readonly messages: string[];
  readonly foreign: string[];
}

describe.skipIf(!present)('the studio in chromium', () => {
  let browser: Browser;
  let server: StudioServer;
  let site: string;

  beforeAll(async () => {
    const { scenario } = await loadFile(SIX, ['agents=200', 'months=12']);
    const served = { file: 'few.yaml', raw: scenario.raw };
    server = await listen({ folder: join(ROOT, 'dist/studio'), scenario: served, token: TOKEN, port: 0 });
    site = `http://127.0.0.1:${server.port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(fragment: string, locale = 'en-GB'): Promise<Watched> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale });
    const page = await context.newPage();
    const watched: Watched = { page, messages: [], foreign: [] };
    page.on('console', (message) => watched.messages.push(message.text()));
    page.on('pageerror', (error) => watched.messages.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${site}/`)) watched.foreign.push(request.url());
    });
    await page.goto(`${site}/${fragment}`);
    return watched;
  }

  it('lives 200 worlds of the given scenario and shows the hash of the command line', async () => {
    const { page, messages, foreign } = await open(`#token=${TOKEN}`);
    const shown = await page.getAttribute('[data-hash]', 'data-hash', { timeout: 30_000 });
    const { scenario } = await loadFile(SIX, ['agents=200', 'months=12']);
    const worlds = Array.from({ length: 200 }, (_, replicate) => ({
      point: 'base',
      replicate,
      digest: sha256(canonicalBytes(simulate(scenario, '1', replicate))),
    }));
    expect(shown).toBe(sha256(resultText(worlds)));
    expect(await page.textContent('.progress')).toContain('200 of 200 worlds');
    expect(await page.textContent('h1')).toMatch(/^(\w.* runs out of cash|No firm runs out of cash) in /);
    expect(await page.$$eval('.forest .fr .firm', (rows) => rows.length)).toBe(6);
    expect(page.url()).toBe(`${site}/#explore`);
    await page.reload();
    expect(await page.getAttribute('[data-hash]', 'data-hash', { timeout: 30_000 })).toBe(shown);
    expect([messages, foreign]).toEqual([[], []]);
    await page.context().close();
  });

  it('says "same bytes" of a shipped scenario only while the known hash is of this engine', async () => {
    const { page, messages } = await open('#explore/six-app-benchmark');
    const shown = await page.getAttribute('[data-hash]', 'data-hash', { timeout: 60_000 });
    const foot = await page.textContent('.foot');
    if (KNOWN.engine === hashEngine()) {
      expect(shown).toBe(KNOWN.hashes['six-app-benchmark']);
      expect(foot).toContain('● same bytes as the command line');
    } else expect(foot).toContain('npx afterburn run scenarios/six-app-benchmark.yaml --replicates 200');
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it.runIf(process.env.AFTERBURN_LONG).each(Object.keys(KNOWN.hashes))(
    'shows the hash that `afterburn run` prints: %s',
    async (id) => {
      const { page } = await open(`#explore/${id}`);
      const shown = await page.getAttribute('[data-hash]', 'data-hash', { timeout: 300_000 });
      const words = ['run', join(ROOT, 'scenarios', `${id}.yaml`), '--replicates', '200', '--quiet'];
      const { stdout, stderr } = await afterburn([...words, '--out', 'run'], emptyFolder());
      expect(stdout, stderr).toContain(`\nResult: ${shown}\n`);
      await page.context().close();
    },
    600_000,
  );

  it('opens with a card for every shipped scenario, its question as the title', async () => {
    const { page, messages, foreign } = await open('');
    await page.waitForSelector('.sc');
    const questions = await page.$$eval('.sc .q', (texts) => texts.map((text) => text.textContent));
    expect(questions).toHaveLength(13);
    expect(questions[0]).toMatch(/^Of the firms in China's AI traffic war of 2024/);
    await page.click('button.lang');
    expect(await page.getAttribute('html', 'lang')).toBe('zh');
    expect(await page.textContent('h1')).toBe('每次调用都要花钱的市场里，谁会先耗尽现金？');
    expect([messages, foreign]).toEqual([[], []]);
    await page.context().close();
  });

  it('lives the worlds again when a slider moves, shows before and after, and takes the change back', async () => {
    const { page, messages, foreign } = await open(`#token=${TOKEN}`);
    await page.waitForSelector('[data-hash]', { timeout: 30_000 });
    const before = await page.textContent('h1');
    await page.fill('.find', 'cash before');
    await page.locator('.fd input[type=range]').first().focus();
    await page.keyboard.press('Home');
    await page.waitForSelector('.chip.diff');
    await page.waitForSelector('.say .aside');
    await page.waitForSelector('[data-hash]', { timeout: 30_000 });
    expect(await page.textContent('h1')).toMatch(/before \(.* to .* points\)/);
    // the sentence is of another firm than the one whose cash was taken
    expect(await page.textContent('.lead')).toMatch(
      /^Compared with the scenario as it stands on the same luck in 200 worlds\. Most changed, in points: Firm 1, \+\d\d \(\+\d\d to \+\d\d\)\.$/,
    );
    expect(await page.$$('.forest .ho')).toHaveLength(6);
    expect(await page.$$('.sqs .sq')).toHaveLength(200);
    await page.locator('.sqs .sq').first().press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.inside h3')).toBe('World 1');
    await page.click('.tools .btn >> nth=0');
    await page.waitForSelector('.say .aside', { state: 'detached' });
    expect(await page.$$('.chip.diff')).toEqual([]);
    expect(await page.textContent('h1')).toBe(before);
    await page.click('.inside .btn >> nth=0');
    await page.waitForSelector('.mk');
    expect(page.url()).toBe(`${site}/#explore/world-1`);
    expect([messages, foreign]).toEqual([[], []]);
    await page.context().close();
  });

  it('keeps a number that is being written while the page is drawn anew', async () => {
    const { page } = await open('#explore/six-app-benchmark/world-3');
    await page.click('.tl button >> nth=0');
    await page.fill('.world input', '7');
    const before = await page.textContent('.tl .mo');
    await expect.poll(() => page.textContent('.tl .mo'), { timeout: 20_000 }).not.toBe(before);
    expect(await page.inputValue('.world input')).toBe('7');
    await page.press('.world input', 'Enter');
    await expect.poll(() => page.url()).toContain('/world-7');
    await page.context().close();
  });

  it('tells the problems of a dropped file at their lines and keeps what is open', async () => {
    const { page, messages, foreign } = await open(`#token=${TOKEN}`);
    await page.waitForSelector('.forest');
    const text = readFileSync(SIX, 'utf8').replace(/^months: .*$/m, 'months: -3');
    const line = text.split('\n').indexOf('months: -3') + 1;
    await page.setInputFiles('input[type=file]', {
      name: '<img src=x>.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from(text),
    });
    await page.waitForSelector('.refused .x');
    expect(await page.textContent('.refused h2')).toBe('Not loaded: 1 problem in <img src=x>.yaml');
    expect(await page.textContent('.refused .x i')).toBe(String(line));
    expect(await page.textContent('.refused .m')).toMatch(/^months: expected .*, got -3/);
    expect(await page.$$('.refused img')).toEqual([]);
    expect(await page.isVisible('.forest')).toBe(true);
    expect([messages, foreign]).toEqual([[], []]);
    await page.context().close();
  });

  it('opens a dropped file that stands on firm cards of the package', async () => {
    const { page, messages } = await open('');
    const traffic = readFileSync(join(ROOT, 'scenarios/startup-20m.yaml'), 'utf8').replace(
      /^agents: .*$/m,
      'agents: 100',
    );
    await page.setInputFiles('input[type=file]', {
      name: 'mine.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from(traffic),
    });
    await page.waitForSelector('.forest');
    expect(await page.textContent('.scn b')).toBe('A start-up with 20 million yuan');
    expect(messages).toEqual([]);
    await page.context().close();
  });
});
