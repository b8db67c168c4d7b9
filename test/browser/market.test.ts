/** One market in a browser: months of the engine, step and scrub, a user's story, no motion of its own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MONTH_COLUMNS, type MonthColumn, simulate } from '../../sim/index.js';
import { listen, type StudioServer } from '../../src/cli/studio-server.js';
import { loadFile } from '../../src/store/scenario-file.js';
import { amount } from '../../src/studio/amount.js';
import { liveWorld } from '../../src/studio/market/live.js';
import { tradeOf } from '../../src/studio/market/trade.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const ROOT = join(import.meta.dirname, '../..');
const FILE = join(ROOT, 'scenarios/startup-20m.yaml');
const OPTIONS = ['agents=1000', 'months=8'];
const TOKEN = 'a-token-of-the-test';
const present = existsSync(CHROMIUM);
if (!present) console.warn(`test/browser/market.test.ts is skipped: ${CHROMIUM} is not installed`);

describe.skipIf(!present)('one market in chromium', () => {
  let browser: Browser;
  let server: StudioServer;
  let site: string;

  beforeAll(async () => {
    const { scenario } = await loadFile(FILE, OPTIONS);
    const served = { file: 'few.yaml', raw: scenario.raw };
    server = await listen({ folder: join(ROOT, 'dist/studio'), scenario: served, token: TOKEN, port: 0 });
    site = `http://127.0.0.1:${server.port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** World 4 of the served scenario. */
  async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; messages: string[] }> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      ...options,
    });
    const page = await context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(`${site}/#token=${TOKEN}`);
    await page.waitForSelector('.sides');
    await page.evaluate("location.hash = '#explore/world-3'");
    await page.waitForSelector('.cv canvas');
    return { page, messages };
  }

  /** Users, price, cash and advertising of each firm that is alive, as the table shows them. */
  const shown = (page: Page) =>
    page.$$eval('.mt tr[data-firm]', (rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.getAttribute('data-firm'),
          [...row.querySelectorAll('td')].map((cell) =>
            cell.textContent?.replace(cell.querySelector('small')?.textContent ?? '', '').trim(),
          ),
        ]),
      ),
    );

  it('shows a firm without an app by its orders, as the engine books them', async () => {
    const { page, messages } = await open();
    const { scenario } = await loadFile(FILE, OPTIONS);
    const world = liveWorld(scenario, '1', 3);
    const [dalin] = world.firms.filter(({ id }) => id === 'dalin');
    expect(await page.textContent('[data-orders=dalin] dd')).toBe('Orders are counted from month 1 on.');
    for (let month = 1; month <= 8; month++) {
      await page.click('.tl .icon >> nth=2');
      await page.waitForSelector(`.tl .mo:text-is("Month ${month}")`);
      const { won, value, paid, owed } = tradeOf(world, [dalin], month);
      const [sold, got, due] = [value, paid, owed].map((money) => amount(money, 'en'));
      const orders = won === 0 ? 'No order' : `${won} ${won === 1 ? 'order' : 'orders'} for ${sold}`;
      expect(await page.textContent('[data-orders=dalin] dd')).toBe(
        `${orders}; customers paid ${got} and owe ${due}.`,
      );
      expect(await page.$$eval('[data-orders=dalin] rect', (squares) => squares.length)).toBe(won);
    }
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('shows the months of the engine, whether stepped or scrubbed to, and never plays by itself', async () => {
    const { page, messages } = await open();
    const { scenario } = await loadFile(FILE, OPTIONS);
    const { months, firms } = simulate(scenario, '1', 3);
    const column = (month: number, firm: number, name: MonthColumn) =>
      months[((month - 1) * firms.length + firm) * MONTH_COLUMNS.length + MONTH_COLUMNS.indexOf(name)];
    const expectMonth = async (month: number) => {
      expect(await page.textContent('.tl .mo')).toBe(`Month ${month}`);
      const table = await shown(page);
      for (const [k, { firm, exitMonth }] of firms.entries()) {
        const absent = column(month, k, 'status') === 0;
        if (absent || (exitMonth !== null && exitMonth <= month)) {
          const text = absent ? /^not there yet$/ : new RegExp(`, month ${exitMonth}$`);
          expect(table[firm].join()).toMatch(text);
          continue;
        }
        const app = scenario.firms[firm].tiers.length > 0;
        const numbers = (['users', 'price', 'cash', 'advertising'] as const).map((name) =>
          amount(name === 'advertising' ? Math.abs(column(month, k, name)) : column(month, k, name), 'en'),
        );
        if (numbers[1] === '0') numbers[1] = 'free';
        expect(table[firm]).toEqual(app ? numbers : ['–', '–', ...numbers.slice(2)]);
      }
    };
    expect(await page.textContent('.tl .mo')).toBe('Before month 1');
    await page.click('button[aria-label="One month on"]');
    await expectMonth(1);
    await page.focus('.tl input');
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
    await expectMonth(5);
    await page.keyboard.press('End');
    await expectMonth(8);
    await page.keyboard.press('Home');
    expect(await page.textContent('.tl .mo')).toBe('Before month 1');
    expect(page.url()).toBe(`${site}/#explore/world-3`);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('tells the story of a user chosen by keyboard, and plays to the end when asked', async () => {
    const { page, messages } = await open({ reducedMotion: 'reduce' });
    await page.click('button[aria-label="One month on"]');
    await page.focus('.chooser button');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.us h2')).toMatch(/^(User|Why user) [\d,]+/);
    expect(await page.textContent('.story li:last-child b')).toBe('Start');
    expect(await page.textContent('.story li:first-child b')).toBe('Month 1');
    await page.click('.tl .seg button:last-child');
    await page.click('button[aria-label="Play"]');
    await page.locator('.tl .mo', { hasText: 'Month 8' }).waitFor();
    await page.waitForSelector('button[aria-label="Play"]');
    await page.click('.sides a:first-child');
    await page.waitForSelector('.forest');
    expect(messages).toEqual([]);
    await page.context().close();
  });
});
