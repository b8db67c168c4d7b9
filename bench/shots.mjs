// `npm run studio:shots [folder] [words]`: pictures of the studio's views and states in Debian's chromium, to be looked at:
// 1280 and 390 pixels, light and dark, English and Chinese. Words choose states and variants by parts of their names, such as
// `play phone-dark-zh`. Folder: /tmp/studio-shots if none is given. It asserts nothing.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { listen } from '../dist/src/cli/studio-server.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const SCENARIO = 'china-traffic-war-2024';
const BROKEN = 'title: A market\nmonths: -3\nagents: 1000\nfirms:\n  one:\n    cash: much\n';
const [folder = '/tmp/studio-shots', ...chosen] = process.argv.slice(2);

const WIDTHS = { desk: 1280, phone: 390 };
const TONGUES = { en: 'en-GB', zh: 'zh-CN' };

const ended = (page) => page.waitForSelector('[data-hash]', { timeout: 120_000 });
const click = (page, selector) => page.click(selector, { timeout: 20_000 });

async function playMonths(page, months) {
  for (let month = 0; month < months; month++) {
    await page.waitForSelector('.dec .go[aria-disabled=false]', { timeout: 30_000 });
    await click(page, '.dec .go');
    await page.waitForTimeout(80);
  }
}

/** Pulls the slider of the dock or the first one of the rail. */
async function pull(page, key) {
  const slider = page.locator('.fd input[type=range]:visible').first();
  await slider.focus();
  await page.keyboard.press(key);
}

/** State -> what leads to it, on a fresh page of the gallery. A name that begins with `+` goes on from the one before. */
const STATES = {
  gallery: async () => {},
  broken: async (page) => {
    const buffer = Buffer.from(BROKEN);
    await page.setInputFiles('input[type=file]', { name: 'mine.yaml', mimeType: 'text/yaml', buffer });
    await page.waitForSelector('.refused');
  },
  'empty-explore': (page) => page.goto(new URL('#explore', page.url()).href),
  'empty-play': (page) => page.goto(new URL('#play', page.url()).href),
  'bad-link': async (page) => {
    await page.goto(new URL('#world=xx', page.url()).href);
    await page.waitForSelector('.refused');
  },
  explore: async (page) => {
    await page.goto(new URL(`#explore/${SCENARIO}`, page.url()).href);
    await ended(page);
  },
  '+changed': async (page) => {
    await click(page, '.guide .btn');
    await pull(page, 'Home');
    await page.waitForSelector('.say .aside', { timeout: 60_000 });
    await ended(page);
  },
  '+inside': async (page) => {
    await click(page, '.sqs .sq >> nth=6');
    await page.waitForSelector('.inside');
  },
  '+tables': async (page) => {
    for (const link of await page.$$('figure .link')) await link.click();
    await click(page, '.share .btn.pri');
    await click(page, '.share summary');
    await page.waitForSelector('.share pre');
  },
  '+rail': async (page) => {
    if (await page.isVisible('.dock .btn')) await click(page, '.dock .btn');
  },
  market: async (page) => {
    await page.goto(new URL(`#explore/${SCENARIO}/world-3`, page.url()).href);
    await page.waitForSelector('.tl', { timeout: 60_000 });
    if (await page.isVisible('.guide .btn')) await click(page, '.guide .btn');
    await page.focus('.tl input');
    for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowRight');
    await click(page, '.chooser button');
  },
  '+playing': async (page) => {
    await click(page, '.tl .btn.icon >> nth=0');
    await page.waitForTimeout(1300);
  },
  play: (page) => page.goto(new URL(`#play/${SCENARIO}`, page.url()).href),
  '+month-1': async (page) => {
    await click(page, '.seat .go');
    await page.waitForSelector('.dec .go[aria-disabled=false]', { timeout: 60_000 });
    await page.waitForTimeout(6000);
  },
  '+month-6': async (page) => {
    await playMonths(page, 5);
    await page.waitForTimeout(8000);
  },
  '+debrief': async (page) => {
    while (!(await page.$('#verdict'))) {
      if (await page.$('.dec .go[aria-disabled=false]')) await click(page, '.dec .go').catch(() => {});
      await page.waitForTimeout(120);
    }
    await page.waitForTimeout(6000);
  },
  offer: async (page) => {
    await page.goto(new URL(`#explore/six-app-benchmark`, page.url()).href);
    await page.waitForSelector('.guide .btn');
    await click(page, '.guide .btn');
    await ended(page);
    await pull(page, 'Home');
    await page.waitForSelector('.chip.diff');
    await ended(page);
    await click(page, '.share .btn.pri');
    const link = await page.inputValue('.share .linked');
    await page.goto('about:blank');
    await page.goto(link);
    await page.waitForSelector('.offer');
  },
  big: async (page) => {
    await page.goto(new URL('#explore/acquihire-and-funding-drought', page.url()).href);
    await ended(page);
  },
};

const wanted = (name, all) => {
  const words = chosen.filter((word) => all.some((one) => one.includes(word)));
  return words.length === 0 || words.some((word) => name.includes(word));
};

/** States that share a page: the first one, and those that go on from it. */
function chains() {
  const all = [];
  for (const name of Object.keys(STATES)) {
    if (name.startsWith('+')) all.at(-1).push(name);
    else all.push([name]);
  }
  return all;
}

async function shootChain(browser, site, { chain, variant, options }) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', (message) => console.error(`${variant} ${chain[0]}: ${message.text()}`));
  await page.goto(`${site}/#gallery`);
  await page.waitForSelector('.sc');
  for (const name of chain) {
    await STATES[name](page);
    await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
    await page.waitForTimeout(250);
    const path = join(folder, `${chain[0]}${name === chain[0] ? '' : name}-${variant}.png`);
    await page.screenshot({ path, fullPage: true });
  }
  await context.close();
}

async function main() {
  mkdirSync(folder, { recursive: true });
  const built = join(import.meta.dirname, '../dist/studio');
  const server = await listen({ folder: built, scenario: null, token: 'unused', port: 0 });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const variants = Object.keys(WIDTHS).flatMap((size) =>
    ['light', 'dark'].flatMap((theme) => Object.keys(TONGUES).map((tongue) => [size, theme, tongue])),
  );
  const names = variants.map((variant) => variant.join('-'));
  for (const [size, colorScheme, tongue] of variants) {
    const variant = [size, colorScheme, tongue].join('-');
    if (!wanted(variant, names)) continue;
    const viewport = { width: WIDTHS[size], height: 900 };
    const options = { viewport, colorScheme, locale: TONGUES[tongue], reducedMotion: 'reduce' };
    for (const chain of chains()) {
      if (
        !wanted(
          chain.join(''),
          chains().map((one) => one.join('')),
        )
      )
        continue;
      const shot = { chain, variant, options };
      await shootChain(browser, `http://127.0.0.1:${server.port}`, shot).catch((error) =>
        console.error(`${variant} ${chain[0]}: ${error.message.split('\n')[0]}`),
      );
    }
  }
  await browser.close();
  await server.close();
  console.log(folder);
}

if (existsSync(CHROMIUM)) await main();
else console.log(`studio:shots needs ${CHROMIUM}`);
