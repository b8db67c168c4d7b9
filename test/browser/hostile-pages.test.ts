/**
 * Hostile texts in every text of every page that a run or a study writes, in Debian's chromium, with the pages' own
 * content security policy switched off: what is left is the escaping alone. Nothing runs, nothing is fetched, no element
 * comes of a text. With AFTERBURN_LONG=1 every payload stands in every sink; without, every payload in some of them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest, Summary } from '../../src/experiment/summary.js';
import { reportHtml } from '../../src/report/report-html.js';
import { emptyFolder } from '../empty-folder.js';
import { LONG } from '../faults/long.js';
import { makeManifest, makeSummary } from '../report/fixture.js';
import { STUDY_PAGES } from '../report/result-pages.js';
import { sinksOf } from './hostile-leaves.js';
import { PAYLOADS } from './payloads.js';
import { CHROMIUM } from './studio-page.js';

const present = existsSync(CHROMIUM);
if (!present) console.warn(`test/browser/hostile-pages.test.ts is skipped: ${CHROMIUM} is not installed`);

/** Turns of the payloads through the sinks of a page. */
const TURNS = LONG ? PAYLOADS.map((_, turn) => turn) : [0, 7, 31];

/** Elements that only a text could have brought; plotly and the pages make none of them. */
const STRANGE =
  'main img, iframe, object, embed, base, math, video, audio, source, form, marquee, template, noscript, ' +
  'main script, main style, main link, main details[ontoggle], [href^="javascript" i], [srcdoc], [onerror], [onload], ' +
  '[onclick], [onfocus], [onmouseover], [ontoggle], [onbegin], [onstart], [background], [ping], use, foreignObject, ' +
  'meta[http-equiv=refresh], a[href*="198.51.100.7"], [style*="198.51.100.7"]';

/** Presses everything but what prints or saves, and looks at what came. */
const USE = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const button of document.querySelectorAll('button:not([data-csv]):not([data-print])')) button.click();
  for (const box of document.querySelectorAll('main *'))
    for (const type of ['mouseover', 'mouseenter', 'focus']) box.dispatchEvent(new MouseEvent(type));
})()`;

describe.skipIf(!present)('hostile texts', () => {
  const folder = emptyFolder();
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    context = await browser.newContext({ bypassCSP: true });
  });
  afterAll(() => browser?.close());

  /** What a page did that it should not. */
  async function misdeeds(html: string): Promise<unknown[]> {
    const file = join(folder, 'report.html');
    writeFileSync(file, html);
    const url = `file://${file}`;
    const page = await context.newPage();
    const seen: unknown[] = [];
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => seen.push(error.message));
    page.on('popup', (popup) => seen.push(popup.url()));
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('blob:')) seen.push(request.url());
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(USE);
    for (const plot of await page.$$('.plot .nsewdrag'))
      await plot.hover({ force: true, timeout: 300 }).catch(() => {});
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)))');
    if (await page.evaluate('window.__ran !== undefined')) seen.push('a text ran');
    seen.push(...(await page.$$eval(STRANGE, (all) => all.map((one) => one.outerHTML.slice(0, 200)))));
    await page.close();
    return seen;
  }

  it('there are at least 60, and the test sees what one of them does where it is not escaped', async () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60);
    const naive = (text: string) => `<!doctype html><main><p>${text}</p></main>`;
    expect(await misdeeds(naive('a < b'))).toEqual([]);
    expect(await misdeeds(naive('<img src=x onerror="top.__ran=1">'))).toContain('a text ran');
    expect(await misdeeds(naive('<b style="background:url(http://198.51.100.7/x)">x</b>'))).toContain(
      'http://198.51.100.7/x',
    );
  });

  it('in the report of a run do nothing', async () => {
    const plotly = readFileSync(
      createRequire(import.meta.url).resolve('plotly.js-cartesian-dist-min'),
      'utf8',
    );
    const result = { summary: makeSummary(12), manifest: makeManifest(12) };
    const draw = (own: { summary: Summary; manifest: Manifest }, script = plotly) =>
      reportHtml(own.summary, own.manifest, { plotly: script });
    const sinks = sinksOf(result, (own) => draw(own, ''));
    for (const kind of ['summary.title', 'summary.question', 'summary.firms.*.name', 'summary.warnings.*'])
      expect(sinks.kinds).toContain(kind);
    expect(sinks.kinds.length).toBeGreaterThan(25);
    for (const turn of TURNS) expect(await misdeeds(draw(sinks.filled(PAYLOADS, turn)))).toEqual([]);
  }, 3_600_000);

  it.each(STUDY_PAGES.map((page) => [page.name, page] as const))(
    'in the page of a %s do nothing',
    async (_name, { result, html }) => {
      const sinks = sinksOf(result, html);
      expect(sinks.kinds).toContain('title');
      expect(sinks.kinds.length).toBeGreaterThan(8);
      for (const turn of TURNS) expect(await misdeeds(html(sinks.filled(PAYLOADS, turn)))).toEqual([]);
    },
    3_600_000,
  );
});
