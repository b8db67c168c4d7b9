/**
 * Hostile texts in every place of a file, a link, an address and a file name that the studio shows: nothing runs, nothing
 * is asked of another host, no element comes of them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { linkOf, type Shared } from '../../src/studio/share.js';
import { LONG } from '../faults/long.js';
import { PAYLOADS } from './payloads.js';
import { giveFile, hasChromium, openStudio, ROOT, type StudioSite, type Watched } from './studio-page.js';

/** Payloads of this run: all with AFTERBURN_LONG=1, else every fourth. */
const SOME = PAYLOADS.filter((_, k) => LONG || k % 4 === 0);

const six = parse(readFileSync(join(ROOT, 'scenarios/six-app-benchmark.yaml'), 'utf8'));

/** A legal scenario with a text wherever a file may have one. */
function scenarioWith(text: string) {
  const firms = Object.entries<object>(six.firms).map(([id, firm]) => [id, { ...firm, name: text }]);
  const everybody = { ...six.segments.everybody, name: text };
  const all = { ...six, title: text, question: text, about: text, people: `10000 [A] ${text}` };
  const few = { agents: 50, months: 6, checks: [], replicates: 2 };
  return { ...all, ...few, segments: { everybody }, firms: Object.fromEntries(firms) };
}

/** A legal scenario with another text in every place. */
function mixed(turn: number) {
  let next = turn;
  const text = () => PAYLOADS[next++ % PAYLOADS.length];
  const whole = scenarioWith('x');
  const firms = Object.entries(whole.firms).map(([id, firm]) => [
    id,
    { ...(firm as object), name: text(), about: text() },
  ]);
  const everybody = { ...(whole.segments.everybody as object), name: text() };
  const people = `10000 [A] ${text()}`;
  const own = { title: text(), question: text(), about: text(), people, segments: { everybody } };
  return { ...whole, ...own, firms: Object.fromEntries(firms) };
}

/** Elements that only a text could have brought. */
const STRANGE =
  'img,iframe,object,embed,base,math,video,audio,source,form,[href^="javascript" i],[srcdoc],[onerror],[onload],' +
  '[onfocus],[onmouseover],script:not([src^="./assets/"]),link[rel=stylesheet]:not([href^="./assets/"]),' +
  'meta[http-equiv=refresh]';

async function nothingCame({ page, messages, foreign }: Watched): Promise<void> {
  expect(await page.$$eval(STRANGE, (all) => all.map((one) => one.outerHTML))).toEqual([]);
  expect(
    await page.evaluate('[window.__ran, Object.prototype.x, document.querySelectorAll("#app").length]'),
  ).toEqual([undefined, undefined, 1]);
  expect([messages, foreign]).toEqual([[], []]);
}

const texts = (page: Page, selector: string) =>
  page.$$eval(selector, (all) => all.map((one) => one.textContent ?? ''));

async function fragmentOf(shared: object): Promise<string> {
  const link = await linkOf(shared as Shared);
  return 'fragment' in link ? link.fragment : '';
}

describe.skipIf(!hasChromium())('hostile texts in chromium', () => {
  let studio: StudioSite;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(() => studio?.close());

  it('of a legal file: title, question, firms, segments, sources, name of the file', async () => {
    const watched = await studio.open('#gallery');
    const { page } = watched;
    for (const [k, text] of SOME.entries()) {
      await giveFile(page, `${k}${text.replaceAll('/', '')}.yaml`, JSON.stringify(scenarioWith(text)));
      await page.locator('.scn b', { hasText: text }).waitFor();
      await page.locator('.forest .firm', { hasText: text }).first().waitFor();
      await page.click('.link');
      await page.click('.share .btn.pri');
      await page.locator('.share .linked').waitFor();
      expect(await page.title()).toBe(`${text} · Afterburn`);
      await page.hover('.scn b');
      await page.click('.link');
    }
    await page.click('.share summary');
    await page.waitForSelector('.share pre');
    await nothingCame(watched);
    await page.context().close();
  }, 600_000);

  it('of a legal file in a market and in a game: firms, segments, title, every one another text', async () => {
    const watched = await studio.open('#gallery');
    const { page } = watched;
    for (let turn = 0; turn < PAYLOADS.length; turn += LONG ? 1 : 20) {
      const file = mixed(turn);
      await giveFile(page, `${turn}.yaml`, JSON.stringify(file));
      await page.locator('.scn b', { hasText: file.title }).waitFor();
      await page.waitForSelector('[data-hash]', { timeout: 60_000 });
      await page.evaluate("location.hash = '#explore/world-1'");
      await page.waitForSelector('.cv canvas');
      await page.click('button[aria-label="One month on"]');
      await page.locator('.mt tr[data-firm]').first().hover();
      await page.focus('.chooser button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.story li');
      await page.evaluate("location.hash = '#play'");
      await page.waitForSelector('#seat');
      await page.click('.seat .go');
      for (let month = 0; month < 2; month++) {
        await page.locator('.dec .go').click();
        await page.waitForTimeout(50);
      }
      await page.evaluate("location.hash = '#explore'");
      await page.waitForSelector('.forest');
      await nothingCame(watched);
    }
    await page.context().close();
  }, 900_000);

  it('of a broken file: keys, values, lines around them, name of the file', async () => {
    const watched = await studio.open('#gallery');
    const { page } = watched;
    for (const [k, text] of SOME.entries()) {
      const broken = { ...scenarioWith(text), months: text, [text]: text, firms: { [text]: { cash: text } } };
      await giveFile(page, `${k}${text.replaceAll('/', '')}.yaml`, JSON.stringify(broken, null, 1));
      await page.locator('.refused h2', { hasText: `${k}${text.replaceAll('/', '')}` }).waitFor();
      expect((await texts(page, '.refused .m')).join('\n')).toContain(JSON.stringify(text).slice(1, 9));
    }
    await nothingCame(watched);
    await page.context().close();
  }, 600_000);

  it('of a link that is offered, and of one that is refused', async () => {
    const watched = await studio.open('#gallery');
    const { page } = watched;
    for (const text of SOME) {
      const scenario = { file: text.slice(0, 80), text: JSON.stringify(scenarioWith(text)) };
      const shared = { scenario, changes: { agents: 60 }, seed: text, view: 'explore', firms: ['firm1'] };
      const game = { firm: 'firm1', replicate: 0, decisions: [{ [text]: text, ads: { [text]: 1 } }] };
      await page.goto(`${studio.site}/${await fragmentOf({ ...shared, game })}`);
      await page.locator('.offer dd b', { hasText: text }).waitFor();
      await page.goto(
        `${studio.site}/${await fragmentOf({ ...shared, [text]: text, changes: { [text]: 1 }, hash: text })}`,
      );
      await page.waitForSelector('.refused .x');
    }
    await nothingCame(watched);
    await page.context().close();
  }, 600_000);

  it('of an address', async () => {
    const watched = await studio.open('#gallery');
    const { page } = watched;
    for (const text of SOME) {
      for (const at of ['#', '#explore/', '#play/', '#world=', '#token=']) {
        await page.goto(`${studio.site}/${at}${encodeURIComponent(text)}`);
        await page.evaluate(`location.hash = ${JSON.stringify(`${at}${text}`)}`);
      }
    }
    await page.goto(`${studio.site}/#gallery`);
    await page.waitForSelector('.sc');
    await nothingCame(watched);
    await page.context().close();
  }, 600_000);
});
