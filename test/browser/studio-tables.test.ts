/** Tables of the studio fit their cards, or show that they go on. Needs chromium and a built dist/studio. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, openStudio, type StudioSite } from './studio-page.js';

/** Pixels of a box that are out of sight at its side. */
const hidden = (page: Page, selector: string) =>
  page.$eval(selector, (box) => box.scrollWidth - box.clientWidth);

describe.skipIf(!hasChromium())('tables of the studio in chromium', () => {
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
});
