/**
 * The report in a browser, opened from a file. Needs Debian's chromium; without it the tests are skipped and say so.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/report/report-html.js';
import { emptyFolder } from '../empty-folder.js';
import { makeManifest, makeSummary } from '../report/fixture.js';
import { HOSTILE } from '../report/toy-firms.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const present = existsSync(CHROMIUM);
if (!present) console.warn(`test/browser/report.test.ts is skipped: ${CHROMIUM} is not installed`);

/** What must stay empty while the page is used. */
interface Watched {
  readonly page: Page;
  readonly messages: string[];
  readonly requests: string[];
}

describe.skipIf(!present)('the report in chromium', () => {
  let browser: Browser;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = emptyFolder();
    const plotly = readFileSync(
      createRequire(import.meta.url).resolve('plotly.js-cartesian-dist-min'),
      'utf8',
    );
    const path = join(folder, 'report.html');
    writeFileSync(path, reportHtml(makeSummary(60), makeManifest(60), { plotly }));
    url = `file://${path}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(() => browser?.close());

  async function open(width: number, height: number, scheme: 'light' | 'dark' = 'light'): Promise<Watched> {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
    const watched: Watched = { page, messages: [], requests: [] };
    page.on('console', (message) => watched.messages.push(message.text()));
    page.on('pageerror', (error) => watched.messages.push(error.message));
    page.on('dialog', (dialog) => {
      watched.messages.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => watched.requests.push(request.url()));
    await page.goto(url);
    await page.waitForSelector('#fig-unit-cost .main-svg');
    return watched;
  }

  /** Computed style of the first match. */
  const css = (page: Page, selector: string, property: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${property}')`);
  /** Colours of all lines of a chart. */
  const strokes = (page: Page, figure: string): Promise<string> =>
    page.evaluate(
      `[...document.querySelectorAll('#${figure} .js-line')].map((line) => line.style.stroke).join()`,
    );
  const intruders = (page: Page) => page.$$('main img, main script, .drawing a, [onclick], [onerror]');

  describe('on a wide screen', () => {
    let watched: Watched;
    let page: Page;
    beforeAll(async () => {
      watched = await open(1440, 900);
      page = watched.page;
    });
    afterAll(() => page?.close());

    it('every figure is drawn', async () => {
      const empty = await page.$$eval('[data-figure]', (figures) =>
        figures
          .filter((figure) => {
            const shown = [...figure.querySelectorAll('.drawing svg, .drawing table, .drawing li')];
            return !shown.some(
              (box) => box.querySelector('path,rect,circle,td') !== null || box.tagName === 'LI',
            );
          })
          .map((figure) => figure.id),
      );
      expect(empty).toEqual([]);
      const lines = await page.$$eval('.plot', (hosts) =>
        hosts.map((host) => host.querySelectorAll('.js-line').length),
      );
      expect(lines.length).toBeGreaterThanOrEqual(9);
      expect(Math.min(...lines)).toBeGreaterThan(0);
    });

    it('every chart has a role and a sentence for those who do not see it', async () => {
      const boxes = await page.$$eval('[role=img]', (found) =>
        found.map((box) => box.getAttribute('aria-label') ?? ''),
      );
      expect(boxes.length).toBeGreaterThan(12);
      for (const label of boxes) expect(label).toMatch(/^.{20,}\.$/);
    });

    it('a firm button changes title, label, panel and table of its figure', async () => {
      await page.click('#fig-money [data-pick=doubao]');
      expect(await page.textContent('#fig-money .ft')).toBe('Doubao: where the money went');
      expect(await page.isVisible('#fig-money [data-firm=doubao]')).toBe(true);
      expect(await page.isVisible('#fig-money [data-firm=kimi]')).toBe(false);
      await page.click('#fig-cash [data-pick=zhipu]');
      expect(await page.getAttribute('#fig-cash .plot', 'aria-label')).toContain('Cash of Zhipu');
      await page.click('#fig-cash [data-table]');
      expect(await page.$$eval('#fig-cash .sheet tbody tr', (rows) => rows.length)).toBe(36);
      expect(await page.textContent('#fig-cash .sheet tbody td')).toBe('Zhipu');
      expect(await page.isVisible('#fig-cash .plot')).toBe(false);
      await page.click('#fig-cash [data-table]');
      expect(await page.isVisible('#fig-cash .plot')).toBe(true);
    });

    it('never has more than four firms in focus, nor none', async () => {
      const focus = () =>
        page.$$eval('#fig-survival [aria-pressed=true]', (chips) =>
          chips.map((chip) => chip.getAttribute('data-pick')),
        );
      const before = await focus();
      expect(before).toHaveLength(4);
      expect(await page.textContent('#fig-survival .most')).toBe('Up to 4 firms in focus.');
      await page.click('#fig-survival [data-pick=doubao]');
      expect(await focus()).toEqual(before);
      expect(await page.textContent('#fig-survival .most.refused')).toContain('first to take it out');
      for (const id of await focus()) await page.click(`#fig-survival [data-pick=${id}]`);
      expect(await focus()).toHaveLength(1);
    });

    it('the sentence over a figure follows its firm', async () => {
      await page.click('#fig-cash [data-pick=spark]');
      expect(await page.textContent('#cash .claim')).toMatch(/^Spark starts with /);
    });

    it('at the very top the contents mark the answer, also on a tall screen', async () => {
      const on = () => page.$$eval('.toc a.on', (links) => links.map((link) => link.getAttribute('href')));
      await page.setViewportSize({ width: 1440, height: 3000 });
      await page.evaluate('scrollTo(0, 0)');
      await expect.poll(on).toEqual(['#answer']);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.click('.toc a[href="#cash"]');
      await expect.poll(on).toEqual(['#cash']);
      await page.evaluate('scrollTo(0, 0)');
      await expect.poll(on).toEqual(['#answer']);
    });

    it('saves the numbers of a figure as CSV', async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('#fig-forest [data-csv]'),
      ]);
      expect(download.suggestedFilename()).toBe('china-traffic-war-2024-forest.csv');
      const lines = readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\r\n');
      expect(lines[0]).toMatch(/^firm,firm name,P\(cash-out\),low,high,worlds,median month,/);
      expect(lines).toHaveLength(15);
    });

    it('filters the inputs by tag', async () => {
      await page.click('[data-tag=A]');
      const tags = await page.$$eval('[data-row-tag]:not([hidden])', (rows) =>
        rows.map((row) => row.getAttribute('data-row-tag')),
      );
      expect(tags).toEqual(new Array(10).fill('A'));
    });

    it('shows hostile names as text and runs none of them', async () => {
      expect(await page.textContent('#fig-forest')).toContain(HOSTILE[0]);
      for (const id of ['dalin', 'emotibot']) {
        for (const button of await page.$$(`[data-pick="${id}"]`)) await button.click();
      }
      expect(await intruders(page)).toEqual([]);
      for (const button of await page.$$('[data-table]')) await button.click();
      expect(await intruders(page)).toEqual([]);
    });

    it('after all this there was no message, no dialog and no request but the file', () => {
      expect(watched.messages).toEqual([]);
      expect(watched.requests.filter((request) => !request.startsWith('blob:'))).toEqual([url]);
    });
  });

  it('follows the theme of the system, the button changes page and charts, and print is light and as wide as paper', async () => {
    const { page, messages } = await open(1440, 900, 'dark');
    expect(await css(page, 'body', 'background-color')).toBe('rgb(17, 20, 24)');
    const dark = await strokes(page, 'fig-cash');
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await css(page, 'body', 'background-color')).toBe('rgb(246, 245, 241)');
    expect(await strokes(page, 'fig-cash')).not.toBe(dark);
    expect(await page.$eval('#fig-cash .main-svg', (svg) => svg.getBoundingClientRect().width)).toBeLessThan(
      688,
    );
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await strokes(page, 'fig-cash')).toBe(dark);
    await page.click('[data-theme]');
    expect(await css(page, 'body', 'background-color')).toBe('rgb(246, 245, 241)');
    expect(await strokes(page, 'fig-cash')).not.toBe(dark);
    expect(messages).toEqual([]);
    await page.close();
  });

  it('on a phone nothing is wider than the screen and targets are 40 pixels high', async () => {
    const { page, messages } = await open(390, 844);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const heights = await page.$$eval('main button, header button, header select', (buttons) =>
      buttons.map((button) => button.getBoundingClientRect().height).filter((height) => height > 0),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
    await page.selectOption('[data-jump]', 'market');
    const top = () => page.$eval('#market', (section) => Math.abs(section.getBoundingClientRect().top));
    await expect.poll(top).toBeLessThan(140);
    expect(messages).toEqual([]);
    await page.close();
  });

  it('on a phone labels keep their values, tables of the page fit and opened ones show every row', async () => {
    const { page } = await open(390, 844);
    const labels = await page.$$eval('#fig-users .annotation-text', (texts) =>
      texts.map((text) => text.textContent ?? '').filter((text) => text !== 'month'),
    );
    expect(labels.length).toBeGreaterThan(10);
    for (const label of labels) expect(label).toMatch(/ {2}[\d.]+(\u202f[kMB])?$/);
    const hidden = (selector: string) =>
      page.$$eval(selector, (boxes) =>
        boxes.map((box) => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]),
      );
    for (const [wide] of await hidden('[data-scroll]')) expect(wide).toBeLessThanOrEqual(1);
    await page.click('#fig-forest [data-table]');
    expect((await hidden('#fig-forest .sheet'))[0][1]).toBeLessThanOrEqual(1);
    await page.close();
  });
});
