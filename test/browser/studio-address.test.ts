/**
 * Address and page in step, whatever arrives late. Scenarios and the Chinese words are chunks of their own; here they are
 * held back until the address has changed again. Needs chromium and a built dist/studio.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, openStudio, type StudioSite, type Watched } from './studio-page.js';

/** Holds back the chunks of a name until it is called. */
async function hold(page: Page, name: string): Promise<() => void> {
  let release = () => {};
  const gate = new Promise<void>((go) => {
    release = go;
  });
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await gate;
    await route.continue();
  });
  return release;
}

const goTo = (page: Page, fragment: string) => page.evaluate(`location.hash = '${fragment}'`);

/** Waits until the window is called after a scenario: it is what is shown. */
const shows = (page: Page, title: string) =>
  expect.poll(() => page.title(), { timeout: 20_000 }).toBe(`${title} · Afterburn`);

describe.skipIf(!hasChromium())('the address of the studio', () => {
  let studio: StudioSite;
  let watched: Watched;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(async () => {
    await studio?.close();
  });

  /** An empty page of a fresh profile, so that chunks can be held before the studio is opened. */
  async function fresh(locale = 'en-GB'): Promise<Page> {
    watched = await studio.open('#gallery', { locale });
    await watched.page.goto('about:blank');
    return watched.page;
  }

  it('is followed when it changes while the words of the page are still on their way', async () => {
    const page = await fresh('zh-CN');
    const release = await hold(page, 'zh');
    const asked = page.waitForRequest('**/assets/zh-*.js');
    await page.goto(`${studio.site}/#gallery`, { waitUntil: 'commit' });
    await asked;
    await goTo(page, '#explore/startup-20m');
    release();
    await shows(page, '两千万元的创业公司');
    expect(await page.evaluate('location.hash')).toBe('#explore/startup-20m');
    await page.context().close();
  });

  it('ends where it was sent last, though a scenario asked for before arrives later', async () => {
    const page = await fresh();
    const release = await hold(page, 'data-startup-20m');
    await page.goto(`${studio.site}/#gallery`);
    await page.waitForSelector('.hero');
    const asked = page.waitForRequest('**/assets/data-startup-20m-*.js');
    await goTo(page, '#explore/startup-20m');
    await asked;
    await goTo(page, '#explore/six-app-benchmark/world-3');
    await shows(page, 'Six-app benchmark');
    const late = page.waitForResponse('**/assets/data-startup-20m-*.js');
    release();
    // the same module again comes when it has come to the page, which was first to ask
    await page.evaluate(`import('${(await late).url()}')`);
    await shows(page, 'Six-app benchmark');
    expect(await page.evaluate('location.hash')).toBe('#explore/six-app-benchmark/world-3');
    await page.fill('.world input', '7');
    await page.press('.world input', 'Enter');
    await expect.poll(() => page.evaluate('location.hash')).toBe('#explore/six-app-benchmark/world-7');
    await page.context().close();
  });

  it('goes back over what was seen, one page at a time', async () => {
    const page = await fresh();
    await page.goto(`${studio.site}/#gallery`);
    await page.waitForSelector('.hero');
    await goTo(page, '#explore/six-app-benchmark');
    await shows(page, 'Six-app benchmark');
    await goTo(page, '#explore/startup-20m');
    await shows(page, 'A start-up with 20 million yuan');
    await page.goBack();
    await shows(page, 'Six-app benchmark');
    expect(await page.evaluate('location.hash')).toBe('#explore/six-app-benchmark');
    await page.goBack();
    await page.waitForSelector('.hero');
    expect(await page.evaluate('location.hash')).toBe('#gallery');
    expect(watched.messages).toEqual([]);
    await page.context().close();
  });

  it('lets the reader go back over an address that asks for what there is not, which is put right', async () => {
    const page = await fresh();
    await page.goto(`${studio.site}/#gallery`);
    await page.waitForSelector('.hero');
    await goTo(page, '#explore/six-app-benchmark');
    await shows(page, 'Six-app benchmark');
    await goTo(page, '#explore/no-such-scenario');
    await expect.poll(() => page.evaluate('location.hash')).toBe('#explore/six-app-benchmark');
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('.hero');
    expect(await page.evaluate('location.hash')).toBe('#gallery');
    await page.context().close();
  });

  it('says so if what it asks for cannot be loaded, and asks again', async () => {
    const page = await fresh();
    await page.goto(`${studio.site}/#gallery`);
    await page.waitForSelector('.hero');
    const chunk = '**/assets/data-startup-20m-*.js';
    await page.route(chunk, (route) => route.abort());
    await page.click('a[href="#explore/startup-20m"]');
    await page.waitForSelector('.refused:has-text("could not be loaded")');
    expect(await page.evaluate('location.hash')).toBe('#gallery');
    await page.unroute(chunk);
    await page.click('a[href="#explore/startup-20m"]');
    await shows(page, 'A start-up with 20 million yuan');
    expect(await page.$$('.refused')).toEqual([]);
    await page.context().close();
  });

  it('is followed in Chinese though the names of the scenario never come', async () => {
    const page = await fresh('zh-CN');
    await page.route('**/assets/zh-*.js', (route) => route.abort());
    await page.goto(`${studio.site}/#explore/six-app-benchmark`);
    await shows(page, 'Six-app benchmark');
    expect(await page.textContent('nav')).toContain('探索');
    await page.context().close();
  });
});
