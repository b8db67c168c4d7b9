/** Pages of studies in a browser, opened from files. Needs Debian's chromium; without it the tests are skipped and say so. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareText } from '../../src/report/studies/compare.js';
import { compareSections } from '../../src/report/studies/compare-page.js';
import { discoverText } from '../../src/report/studies/discover.js';
import { discoverSections } from '../../src/report/studies/discover-page.js';
import { studyHtml } from '../../src/report/studies/page.js';
import { sensitivityText } from '../../src/report/studies/sensitivity.js';
import { sensitivitySections } from '../../src/report/studies/sensitivity-page.js';
import { sweepText } from '../../src/report/studies/sweep.js';
import { sweepSections } from '../../src/report/studies/sweep-page.js';
import { emptyFolder } from '../empty-folder.js';
import { comparison, discovery, makeSensitivity, makeSweep, NASTY } from '../report/study-fixture.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const present = existsSync(CHROMIUM);
if (!present) console.warn(`test/browser/studies.test.ts is skipped: ${CHROMIUM} is not installed`);

/** All kinds of figures on one page: forest, lines, heat map, points, bars, tornado, box, trajectory. */
function everything(): string {
  const sections = [
    ...compareSections(comparison),
    ...[makeSweep(1), makeSweep(2), makeSweep(3), makeSweep(1, true)].flatMap((own, k) =>
      sweepSections(own).map((section) => ({
        ...section,
        id: `sweep${k}`,
        figures: section.figures.map((figure) => ({ ...figure, id: `sweep${k}-${figure.id}` })),
      })),
    ),
    ...sensitivitySections(makeSensitivity('morris')),
    ...discoverSections(discovery),
  ];
  const text = [compareText(comparison), sweepText(makeSweep(2)), sensitivityText(makeSensitivity('morris'))];
  return studyHtml(comparison, { text: `${text.join('\n\n')}${discoverText(discovery)}`, sections });
}

describe.skipIf(!present)('the page of a study in chromium', () => {
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    const path = join(emptyFolder(), 'report.html');
    writeFileSync(path, everything());
    url = `file://${path}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(() => browser?.close());

  async function open(width: number, colorScheme: 'light' | 'dark' = 'light') {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const messages: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('dialog', (dialog) => {
      messages.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(url);
    return { page, messages, requests };
  }

  it('draws every figure, says nothing on the console and asks for nothing but itself', async () => {
    const { page, messages, requests } = await open(1280);
    const empty = await page.$$eval('figure', (figures) =>
      figures
        .filter((figure) => figure.querySelector('.drawing circle,.drawing rect,.drawing td') === null)
        .map((figure) => figure.id),
    );
    expect(empty).toEqual([]);
    for (const summary of await page.$$('summary')) await summary.click();
    expect(await page.$$('main img, main script, main u, [onclick], [onerror], [onload]')).toEqual([]);
    expect(await page.textContent('#plan1')).toContain(NASTY[0]);
    expect(messages).toEqual([]);
    expect(requests).toEqual([url]);
    await page.close();
  });

  it('gives every chart a sentence for those who do not see it', async () => {
    const { page } = await open(1280);
    const labels = await page.$$eval('[role=img]', (boxes) =>
      boxes.map((box) => box.getAttribute('aria-label') ?? ''),
    );
    expect(labels.length).toBeGreaterThan(6);
    for (const label of labels) expect(label).toMatch(/^.{20,}\.$/);
    await page.close();
  });

  it('follows the theme of the system, and the button changes it', async () => {
    const { page } = await open(1280, 'dark');
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(17, 20, 24)');
    await page.click('[data-theme]');
    expect(await ground()).toBe('rgb(246, 245, 241)');
    await page.close();
  });

  it.each([390, 768, 1280])(
    'at %i pixels nothing is wider than the screen, tables opened too',
    async (width) => {
      const { page } = await open(width);
      for (const summary of await page.$$('summary')) await summary.click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.close();
    },
  );

  it('in print nothing is wider than the paper', async () => {
    const { page } = await open(688);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(688);
    await page.close();
  });
});
