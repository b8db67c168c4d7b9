/** Tables and charts of the studio fit their cards, names are whole. Needs chromium and a built dist/studio. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, openStudio, type StudioSite } from './studio-page.js';

/** Pixels of a box that are out of sight at its side. */
const hidden = (page: Page, selector: string) =>
  page.$eval(selector, (box) => box.scrollWidth - box.clientWidth);

/** Names that do not stand whole in their row, or beyond the edge of the card. */
const cutNames = (page: Page) =>
  page.$$eval('.fr .nm', (names) =>
    names.flatMap((name) => {
      const card = name.closest('.card')?.getBoundingClientRect() ?? { left: 0, right: 0 };
      const { left, right } = name.getBoundingClientRect();
      const isWhole = name.scrollWidth <= name.clientWidth && left >= card.left && right <= card.right;
      return isWhole ? [] : [name.textContent];
    }),
  );

describe.skipIf(!hasChromium())('tables and charts of the studio in chromium', () => {
  let studio: StudioSite;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(async () => {
    await studio?.close();
  });

  it('a month of one market fits at 1366 pixels, in both languages and with firms that have ended', async () => {
    for (const locale of ['en-GB', 'zh-CN']) {
      const options = { locale, viewport: { width: 1366, height: 768 } };
      const { page, messages } = await studio.open('#explore/startup-20m/world-63', options);
      await page.focus('.tl input');
      await page.keyboard.press('End');
      await page.waitForSelector('.mt .end.cash-out');
      expect(await hidden(page, '.mt .scroll')).toBe(0);
      expect(messages).toEqual([]);
      await page.context().close();
    }
  }, 60_000);

  it.each([390, 1280])(
    'names of firms are whole and nothing is wider than a page of %d pixels',
    async (width) => {
      for (const locale of ['en-GB', 'zh-CN']) {
        const options = { locale, viewport: { width, height: 844 } };
        const { page } = await studio.open('#explore/china-traffic-war-2024', options);
        await page.waitForSelector('[data-hash]', { timeout: 60_000 });
        expect(await page.$$eval('.fr .nm', (names) => names.length)).toBeGreaterThan(20);
        expect(await cutNames(page)).toEqual([]);
        expect(await hidden(page, 'html')).toBe(0);
        await page.context().close();
      }
    },
    90_000,
  );

  it('the slider and the views at the bottom of a phone leave six sevenths of it to the worlds', async () => {
    const viewport = { width: 390, height: 844 };
    const { page } = await studio.open('#explore/six-app-benchmark', { viewport });
    await page.waitForSelector('[data-hash]', { timeout: 60_000 });
    const { y } = (await page.locator('.dock').boundingBox()) ?? { y: 0 };
    expect((844 - y) * 7).toBeLessThan(844);
    await page.context().close();
  }, 60_000);
});
