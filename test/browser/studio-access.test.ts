/**
 * Who may use the studio: axe finds nothing to object to in any view, theme and width; a keyboard is enough for a tour;
 * Chinese pages hold no English words; the first visit is explained once.
 */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf } from '../../src/studio/share.js';
import { giveFile, hasChromium, hashOn, openStudio, type StudioSite } from './studio-page.js';

const SIX = '#explore/six-app-benchmark';

/** Rules that are broken, each with the first elements that break it. */
async function objections(page: Page, where: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = (await page.evaluate('axe.run()')) as {
    passes: unknown[];
    violations: { id: string; nodes: { target: string[] }[] }[];
  };
  expect(passes.length).toBeGreaterThan(10); // axe has looked
  return violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.slice(0, 3).map(({ target }) => target)}`,
  );
}

/** A link that is offered, with a change. */
async function someLink(): Promise<string> {
  const link = await linkOf({
    scenario: { shipped: 'six-app-benchmark' },
    changes: { agents: 100, 'firms.firm1.cash': 5 },
    seed: 'x',
    view: 'explore',
    firms: ['firm1'],
  });
  return 'fragment' in link ? link.fragment : '';
}

/** Every view and state, one after the other. */
async function* states(page: Page, site: string): AsyncGenerator<string> {
  await page.waitForSelector('.sc');
  yield 'gallery';
  await page.goto(`${site}/${SIX}`);
  await hashOn(page);
  await page.click('.share .btn.pri');
  await page.click('.share summary');
  await page.waitForSelector('.share .linked');
  yield 'explore';
  await page.click('.guide .btn');
  await page.click('figure .link');
  yield 'explore, table';
  await page.goto(`${site}/#play/six-app-benchmark`);
  yield 'play';
  await page.goto(`${site}/${await someLink()}`);
  await page.waitForSelector('.offer');
  yield 'offer';
  await page.goto(`${site}/#world=xx`);
  await page.waitForSelector('.refused');
  yield 'refused link';
  await page.goto(`${site}/#gallery`);
  await giveFile(page, 'x.yaml', 'months: -3\n');
  await page.waitForSelector('.refused .x');
  yield 'refused file';
}

/** Where text of scenarios, code and names of languages may stand. */
const OF_OTHERS =
  '[lang=en],code,pre,script,style,option,input,.q,.sc .n,.scn b,.firm,.brand,.lang,.offer .lead,.offer b,.err,noscript';
/** Names that Chinese has as they are. */
const NAMES =
  /Afterburn|CEO|YAML|Wilson|Kaplan–Meier|Greenwood log-log|USD|everybody|Six-app benchmark|Result|P\(|npx afterburn study|--overlay|--only|six-app-benchmark\.yaml|scenarios\/|x\.yaml|firm1|Firm \d/g;

/** Latin words that a Chinese page shows or says beside those of others. */
function strangers(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.parentElement.closest(${JSON.stringify(OF_OTHERS)})) found.push(node.textContent);
    }
    for (const one of document.querySelectorAll('[aria-label],[title],[placeholder]')) {
      if (one.closest(${JSON.stringify(OF_OTHERS)}) || one.matches('.forest')) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(one.getAttribute(name) ?? '');
    }
    return found.map((text) => text.replace(${NAMES}, '')).filter((text) => /[A-Za-z]{2}/.test(text));
  })()`);
}

/** Presses Tab until an element has the focus; fails after so many. */
async function tabTo(page: Page, selector: string, most = 60): Promise<void> {
  for (let k = 0; k < most; k++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) {
      // what has the focus shows it, itself or by its frame
      const shown = `getComputedStyle(document.activeElement).outlineStyle !== 'none' ||
        getComputedStyle(document.activeElement.parentElement).outlineStyle !== 'none'`;
      expect(await page.evaluate(shown)).toBe(true);
      return;
    }
  }
  throw new Error(`${selector} cannot be reached by ${most} tabs`);
}

describe.skipIf(!hasChromium())('access to the studio in chromium', () => {
  let studio: StudioSite;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(() => studio?.close());

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('axe objects to nothing: %s, %i px', async (colorScheme, width) => {
    const { page, messages } = await studio.open('#gallery', {
      colorScheme,
      viewport: { width, height: 844 },
    });
    const found: string[] = [];
    for await (const state of states(page, studio.site)) {
      found.push(...(await objections(page, state)));
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      if (Number(over) > 0) found.push(`${state}: ${over} px wider than the window`);
    }
    expect(found).toEqual([]);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('a scenario that is opened from the middle of the gallery begins at its top, with the focus on its sentence', async () => {
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 390, height: 844 },
    ]) {
      const { page, messages } = await studio.open('#gallery', { viewport });
      await page.locator('a[href="#explore/startup-20m"]').scrollIntoViewIfNeeded();
      await page.evaluate('scrollBy(0, 300)');
      expect(await page.evaluate('scrollY')).toBeGreaterThan(200);
      await page.click('a[href="#explore/startup-20m"]');
      await hashOn(page);
      expect(await page.evaluate('scrollY')).toBe(0);
      expect(await page.evaluate('document.activeElement.className')).toBe('say');
      expect(messages).toEqual([]);
      await page.context().close();
    }
  }, 60_000);

  it('a Chinese page shows and says no English word but names', async () => {
    const { page, messages } = await studio.open('#gallery', { locale: 'zh-CN' });
    const found: string[] = [];
    for await (const state of states(page, studio.site)) {
      found.push(...(await strangers(page)).map((text) => `${state}: ${text}`));
    }
    expect(found).toEqual([]);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('a keyboard alone opens a market, reads it, shares it and opens the link', async () => {
    const { page, messages } = await studio.open('#gallery');
    await page.waitForSelector('.sc');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await tabTo(page, 'a[href="#explore/six-app-benchmark"].sc');
    await page.keyboard.press('Enter');
    await hashOn(page);
    await tabTo(page, '.guide .btn');
    await page.keyboard.press('Enter');
    expect(await page.$$('.guide')).toEqual([]);
    await tabTo(page, 'figure .link');
    await page.keyboard.press('Space');
    await page.waitForSelector('table.mini');
    await tabTo(page, '.share .btn.pri');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.share .linked');
    await tabTo(page, '.share .linked');
    await tabTo(page, '.share summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.share pre');
    await page.goto(await page.inputValue('.share .linked'));
    await page.waitForSelector('.offer');
    await tabTo(page, '.offer .btn.pri');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.verdict', { timeout: 30_000 });
    await tabTo(page, 'button.lang');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('html', 'lang')).toBe('zh');
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('the first visit is explained in three steps, once, also where nothing can be kept', async () => {
    const { page } = await studio.open(SIX);
    await page.waitForSelector('.guide');
    expect(await page.$$eval('.guide li', (steps) => steps.length)).toBe(3);
    await page.click('.guide .btn');
    await page.reload();
    await page.waitForSelector('.forest');
    expect(await page.$$('.guide')).toEqual([]);
    const bare = await page.context().newPage();
    await bare.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    );
    await bare.goto(`${studio.site}/${SIX}`);
    await bare.click('.guide .btn');
    expect(await bare.$$('.guide')).toEqual([]);
    await page.context().close();
  });
});
