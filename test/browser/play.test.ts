/**
 * Play the CEO in a browser, a whole game by keyboard. Needs Debian's chromium and a built dist/studio; without chromium
 * the test is skipped and says so.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../sim/index.js';
import { listen, type StudioServer } from '../../src/cli/studio-server.js';
import { loadFile } from '../../src/store/scenario-file.js';
import { fine } from '../../src/studio/play/digits.js';
import { decisionOf, type Form, formOf, viewNow } from '../../src/studio/play/form.js';
import { decide, type Game } from '../../src/studio/play/game.js';
import { liveTurn, makeLiver, openingCash } from '../../src/studio/play/life.js';
import { movesOf, turningOf, undone } from '../../src/studio/play/turning.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const ROOT = join(import.meta.dirname, '../..');
const TOKEN = 'a-token-of-the-test';
const MONTHS = 5;
const present = existsSync(CHROMIUM);
if (!present) console.warn(`test/browser/play.test.ts is skipped: ${CHROMIUM} is not installed`);

/** The same game in Node: price 7 from month 2 on, everything else as the form has it. */
function playedInNode(scenario: Scenario): Game {
  let game: Game = { scenario: '', values: {}, seed: '1', replicate: 0, firm: 'firm3', decisions: [] };
  while (game.decisions.length < MONTHS) {
    const turn = liveTurn(scenario, game);
    if (!turn.own) break;
    const form: Form = formOf(turn, game.decisions.at(-1));
    const mine = game.decisions.length > 0 ? { ...form, prices: [7] } : form;
    game = decide(game, decisionOf(mine, viewNow(turn)));
  }
  return game;
}

/** The turning point as Node finds it: the price of month 2 is all that the player changed. */
function turningInNode(scenario: Scenario, game: Game) {
  const start = liveTurn(scenario, { ...game, decisions: [] });
  const moves = movesOf(decisionOf(formOf(start, undefined), viewNow(start)), game.decisions);
  expect(moves.map(({ month }) => month)).toEqual([2]);
  const without = moves.map((move) => {
    const decisions = undone(game.decisions, move);
    return { move, life: makeLiver(scenario, { ...game, decisions }, decisions.at(-1) ?? {})({}) };
  });
  const life = makeLiver(scenario, game, 'policy')({});
  return turningOf(life, without, openingCash(life));
}

/** What a debrief tells, up to its buttons. */
function withoutLink(text: string | null): string {
  return (text ?? '').split('Play again')[0];
}

describe.skipIf(!present)('a game in chromium', () => {
  let browser: Browser;
  let server: StudioServer;
  let scenario: Scenario;

  beforeAll(async () => {
    const loaded = await loadFile(join(ROOT, 'scenarios/six-app-benchmark.yaml'), [
      'agents=300',
      `months=${MONTHS}`,
    ]);
    scenario = loaded.scenario;
    const served = { file: 'few.yaml', raw: scenario.raw };
    server = await listen({ folder: join(ROOT, 'dist/studio'), scenario: served, token: TOKEN, port: 0 });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Presses Tab until the element has the focus, then a key. */
  async function press(page: Page, selector: string, key: string): Promise<void> {
    for (let k = 0; k < 60; k++) {
      if (await page.$eval(selector, (found) => found.matches(':focus'))) break;
      await page.keyboard.press('Tab');
    }
    expect(await page.$eval(selector, (found) => found.matches(':focus'))).toBe(true);
    await page.keyboard.press(key);
  }

  it('is played by keyboard and over a reload, debriefed as Node lives it, and opened from its link with the same bytes', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(`http://127.0.0.1:${server.port}/#token=${TOKEN}`);
    await page.waitForSelector('[data-hash]', { timeout: 30_000 });
    await press(page, 'nav a[href="#play"]', 'Enter');
    await page.waitForSelector('#seat');
    await press(page, '#seat', 'ArrowDown');
    await page.keyboard.press('ArrowDown');
    await press(page, '.seat .go', 'Enter');
    for (let month = 1; month <= MONTHS; month++) {
      await page.waitForSelector(`text="Live through month ${month}"`);
      if (month === 2) {
        await press(page, '#price-0', 'ControlOrMeta+a');
        await page.keyboard.type('7');
        await page.keyboard.press('Tab');
      }
      if (month === 3) {
        const odds = '.odds:has-text("of futures. 95% interval")';
        expect(await page.textContent(odds, { timeout: 30_000 })).toMatch(
          /^If nothing changes .* \d+ to \d+%\.New money comes in .* futures/,
        );
        expect(await page.$$eval('.plot .fan', (bands) => bands.length)).toBe(2);
        expect(await page.textContent('.told')).toMatch(/Month 2 is over\. Cash [+−]/);
      }
      if (month === 4) {
        await page.reload();
        await page.waitForSelector(`text="Live through month 4"`);
        expect(await page.inputValue('#price-0')).toBe('7');
      }
      await press(page, '.dec .go', 'Enter');
    }
    await page.waitForSelector('.score[aria-busy=false]', { timeout: 30_000 });
    const game = playedInNode(scenario);
    const life = makeLiver(scenario, game, 'policy')({ digest: true });
    const verdict = await page.textContent('h1');
    expect(verdict).toMatch(
      life.status === 'alive' ? /is still there after 5 months\./ : /ran out of cash in month/,
    );
    expect(verdict).toContain('Your twin');
    expect(await page.textContent('.score .me td:nth-child(3)')).toBe(fine(life.cash.at(-1) ?? 0, 'en'));
    expect(await page.$$eval('.waf > div', (rows) => rows.length)).toBeGreaterThan(3);
    expect(await page.evaluate('document.activeElement.id')).toBe('verdict');
    expect(await page.getAttribute('.deb [data-hash]', 'data-hash')).toBe(life.digest);
    const turning = turningInNode(scenario, game);
    expect(await page.$$eval('[data-turning]', (found) => found.length)).toBe(turning ? 1 : 0);
    if (turning)
      expect(await page.textContent('[data-turning]')).toMatch(/^The turning point was month 2: Price/);
    await page.click('.deb .acts >> text="Copy link"');
    const link = await page.inputValue('.deb .linked');
    const told = await page.textContent('.deb');
    await page.close();

    const fresh = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    fresh.on('console', (message) => messages.push(message.text()));
    await fresh.goto(link);
    expect(await fresh.textContent('.offer dl')).toContain('firm3, 5 months');
    await fresh.click('.offer .btn.pri');
    await fresh.waitForSelector('.score[aria-busy=false]', { timeout: 30_000 });
    expect(await fresh.getAttribute('.deb [data-hash]', 'data-hash')).toBe(life.digest);
    expect(withoutLink(await fresh.textContent('.deb'))).toBe(withoutLink(told));
    expect(messages).toEqual([]);
    await fresh.context().close();
  });
});
