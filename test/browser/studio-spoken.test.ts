/**
 * The studio as a screen reader has it: the accessibility tree of every view, and what is told while worlds and futures
 * arrive. Needs chromium and a built dist/studio.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, hashOn, openStudio, type StudioSite } from './studio-page.js';

/** Keeps every text that a live region comes to hold. */
const LISTEN = `
  globalThis.told = [];
  new MutationObserver((changes) => {
    const regions = changes.map(({ target }) => (target.closest ? target : target.parentElement)?.closest('[aria-live=polite]'));
    for (const region of new Set(regions)) if (region && region.textContent !== '') told.push(region.textContent);
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

/** What must have a name. */
const NAMED =
  'button|link|img|slider|spinbutton|combobox|searchbox|textbox|figure|radio|progressbar|region|navigation';

/** Lines of the tree of the view, and the faults that it has by rule. */
async function treeOf(page: Page): Promise<{ lines: string[]; faults: string[] }> {
  // in the snapshot, which is YAML, an apostrophe in quotes is two
  const lines = (await page.locator('main').ariaSnapshot()).replaceAll("''", "'").split('\n');
  const nameless = lines.filter((line) => new RegExp(`^\\s*- '?(${NAMED})(?! ")`).test(line));
  const dumb = lines.filter((line) => /^\s*- '?img "/.test(line) && !/\d/.test(line));
  const empty = lines.filter((line) => /^\s*- list$/.test(line));
  const levels = lines.flatMap((line) =>
    [...(/heading .*\[level=(\d)\]/.exec(line)?.slice(1) ?? [])].map(Number),
  );
  const steep = levels
    .filter((level, k) => k > 0 && level > levels[k - 1] + 1)
    .map((level) => `a heading ${level}`);
  const firsts = levels.filter((level) => level === 1).length;
  const sliders = await page.$$eval('main input[type=range]', (found) =>
    found.map((slider) => slider.getAttribute('aria-valuetext') ?? ''),
  );
  const bare = sliders.filter((text) => !/[^\d.,\s–-]/.test(text)).map((text) => `a slider at "${text}"`);
  const heads = firsts === 1 ? [] : [`${firsts} first headings`];
  return { lines, faults: [...nameless, ...dumb, ...empty, ...steep, ...heads, ...bare] };
}

/** What was told with some words in it, once a sentence of that kind has come that is whole. */
async function told(page: Page, words: string, whole: RegExp): Promise<string[]> {
  const all = async () => ((await page.evaluate('told')) as string[]).filter((one) => one.includes(words));
  await expect.poll(async () => (await all()).at(-1), { timeout: 60_000 }).toMatch(whole);
  return all();
}

describe.skipIf(!hasChromium())('the studio as it is heard', () => {
  let studio: StudioSite;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(async () => {
    await studio?.close();
  });

  async function heard(fragment: string, locale = 'en-GB'): Promise<Page> {
    const { page } = await studio.open('#gallery', { locale });
    await page.evaluate(LISTEN);
    await page.evaluate(`location.hash = '${fragment}'`);
    return page;
  }

  it('has names, figures and headings in order in the gallery and in Explore, and tells the answer of 200 worlds once', async () => {
    const page = await heard('#gallery');
    expect((await treeOf(page)).faults).toEqual([]);
    const begun = performance.now();
    await page.evaluate("location.hash = '#explore/startup-20m'");
    await hashOn(page);
    const { lines, faults } = await treeOf(page);
    expect(faults).toEqual([]);
    const text = lines.join('\n');
    expect(text).toMatch(/figure "Still operating"/);
    expect(text).toMatch(/img "Cash of Dalin's start-up at the end: median [^"]* 90% of worlds [^"]* to/);
    expect(text).toMatch(
      /img "Probability of cash-out by firm with its 95% interval: Dalin's start-up 8\d%, 8\d to 9\d%/,
    );
    expect(text).toMatch(/button "Still operating: Table"/);
    expect(text).toMatch(/spinbutton "Dalin's start-up: Fixed cost, in M CNY a month"/);
    const sentences = await told(
      page,
      'runs out of cash',
      /^Dalin's start-up runs out of cash in 8\d% of worlds/,
    );
    // where the worlds take long, one more every ten seconds, so that the silence is no riddle
    expect(sentences.length).toBeLessThanOrEqual(1 + (performance.now() - begun) / 10_000);
    await page.context().close();
  }, 120_000);

  it('has names and figures in one market and in a game, and tells the odds of a month once', async () => {
    const page = await heard('#explore/startup-20m/world-3');
    await page.waitForSelector('.orders');
    expect((await treeOf(page)).faults).toEqual([]);
    await page.click('nav a[href^="#play"]');
    await page.waitForSelector('#seat');
    expect((await treeOf(page)).faults).toEqual([]);
    await page.selectOption('#seat', 'wawa');
    await page.click('.seat .go');
    await page.waitForSelector('[data-money]');
    const odds = /^If nothing changes you run out of cash .* \d+% of futures/;
    expect(await told(page, 'of futures', odds)).toHaveLength(1);
    const table = await treeOf(page);
    expect(table.faults).toEqual([]);
    expect(table.lines.join('\n')).toMatch(
      /img "Cash at the end of each month; now [^"]* In 12 months, of the futures: median [^"]*, 90% of them [^"]* to/,
    );
    await page.click('text="Stop while there is money left"');
    await page.click('text="Wind the firm down this month"');
    await page.waitForSelector('.score[aria-busy=false]', { timeout: 60_000 });
    expect((await treeOf(page)).faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('has no fault in Chinese', async () => {
    const page = await heard('#explore/startup-20m', 'zh-CN');
    await hashOn(page);
    const { lines, faults } = await treeOf(page);
    expect(faults).toEqual([]);
    expect(lines.join('\n')).toMatch(/figure "仍在运营/);
    // no space between two Chinese sentences, also where what was before is told
    await page.focus('.fd[data-path="firms.dalin.cash"] input[type=range]');
    await page.keyboard.press('Home');
    await page.waitForSelector('.say .aside', { timeout: 60_000 });
    expect(await page.textContent('main')).not.toMatch(/。\s+\p{Script=Han}/u);
    await page.context().close();
  }, 120_000);
});
